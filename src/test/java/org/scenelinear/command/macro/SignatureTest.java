/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;

class SignatureTest {
    private static final Signature SIGNATURE = new Signature(
            "Try...",
            "Tries.",
            List.of(
                    Parameter.file("File", Parameter.Kind.OUTPUT_FILE, "A file.", null),
                    Parameter.choice("Result", "Bits.", List.of("rgb", "16-bit")),
                    Parameter.number("Level (dwaa)", "A level.", "45", 0, 1000),
                    Parameter.wholeNumber("Part", "A part.", 0),
                    Parameter.text("Layer", "A layer."),
                    Parameter.named(
                            "To",
                            "A name.",
                            "",
                            List.of("Long Name"),
                            name -> name.equals("ln") ? Optional.of("Long Name") : Optional.empty())));

    @Test
    void whatIsNotGivenTakesItsDefault() throws StepException {
        Arguments arguments = SIGNATURE.parse("file=a.exr");
        assertEquals("file=a.exr result=rgb level=45 part=0", arguments.options());
        assertEquals(45f, arguments.number("level"));
        assertEquals(0, arguments.wholeNumber("part"));
        assertEquals("", arguments.text("to"));
    }

    @Test
    void theCanonicalLineSaysTheSameWhenReadAgain() throws StepException {
        String options = "to=ln file=[a b.exr] result=16_BIT level=4.50e1 part=2.0 layer=[l 1]";
        Arguments arguments = SIGNATURE.parse(options);
        assertEquals(
                "Try... file=[a b.exr] result=16-bit level=45 part=2 layer=[l 1] to=[Long Name]", arguments.line());
        String again = arguments.options().replace("[Long Name]", "ln");
        assertEquals(arguments.line(), SIGNATURE.parse(again).line());
    }

    @Test
    void aRefusalNamesTheKeyTheValueAndWhatIsAllowed() {
        assertMessage("Try...: file is missing; give a path", "");
        assertMessage("Try...: file is missing; give a path", "file=[]");
        assertMessage("Try...: result=8 is not allowed; give one of rgb, 16-bit", "file=a result=8");
        assertMessage("Try...: level=abc is not allowed; give a number from 0 to 1000", "file=a level=abc");
        assertMessage("Try...: level=-1 is not allowed; give a number from 0 to 1000", "file=a level=-1");
        assertMessage("Try...: level=NaN is not allowed; give a number from 0 to 1000", "file=a level=NaN");
        assertMessage(
                "Try...: level=1e999999999 is not allowed; give a number from 0 to 1000", "file=a level=1e999999999");
        assertMessage("Try...: part=1.5 is not allowed; give a whole number, 0 or more", "file=a part=1.5");
        assertMessage("Try...: to=x is not allowed; give one of Long Name", "file=a to=x");
        assertMessage(
                "Try...: tto=ln is unknown here; the keys are file, result, level, part, layer, to", "file=a tto=ln");
    }

    @Test
    void aFileWhoseNameNoFileCanHaveIsRefused() {
        assertEquals(
                "Try...: file=a\0b is not allowed; give a path",
                assertThrows(StepException.class, () -> SIGNATURE.arguments(Map.of("file", "a\0b")))
                        .getMessage());
    }

    private static final Parameter LEADER = Parameter.choice("Fruit", "A fruit.", List.of("apple", "plum"));
    private static final Parameter FOLLOWER = Parameter.following(
            "Color",
            "Its color.",
            LEADER,
            fruit -> fruit.equals("apple") ? List.of("red", "green") : List.of("blue", "green"),
            name -> Optional.of(name.toLowerCase(Locale.ROOT)));

    @Test
    void choicesThatDependOnAnotherParameterAreThoseOfItsValue() throws StepException {
        Signature signature = new Signature("Eat...", "Eats.", List.of(LEADER, FOLLOWER));
        assertEquals(List.of("red", "green", "blue"), FOLLOWER.choices());
        assertEquals(List.of("blue", "green"), FOLLOWER.choices(Map.of("fruit", "plum")));
        assertEquals(List.of("red", "green"), FOLLOWER.choices(Map.of()));
        assertEquals(
                "fruit=plum color=green",
                signature.parse("color=GREEN fruit=plum").options());
        assertEquals("fruit=plum color=blue", signature.parse("fruit=plum").options());
        assertEquals("fruit=apple color=red", signature.parse("").options());
        StepException refusal = assertThrows(StepException.class, () -> signature.parse("fruit=plum color=red"));
        assertEquals("Eat...: color=red does not go with fruit=plum; give one of blue, green", refusal.getMessage());
    }

    @Test
    void aParameterCannotStandBeforeTheOneItDependsOn() {
        assertThrows(IllegalArgumentException.class, () -> new Signature("Eat...", "Eats.", List.of(FOLLOWER, LEADER)));
    }

    @Test
    void theKeyIsTheFirstWordOfTheLabel() {
        assertEquals("level", SIGNATURE.parameters().get(2).key());
    }

    private static void assertMessage(String message, String options) {
        assertEquals(
                message,
                assertThrows(StepException.class, () -> SIGNATURE.parse(options))
                        .getMessage());
    }
}
