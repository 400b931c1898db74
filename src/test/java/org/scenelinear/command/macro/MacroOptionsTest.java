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

import ij.Macro;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;

class MacroOptionsTest {
    @Test
    void valuesWithBlanksStandInBracketsWhichMayNest() throws StepException {
        assertEquals(
                Map.of("from", "ACEScg", "view", "SDR 100 nits", "layer", "a[0] b", "empty", ""),
                MacroOptions.parse(" from=ACEScg view=[SDR 100 nits] layer=[a[0] b]  empty=[] "));
    }

    @Test
    void aQuotedValueMayHoldBrackets() throws StepException {
        assertEquals(Map.of("layer", "a] b", "x", "1"), MacroOptions.parse("layer='a] b' x=1"));
    }

    @Test
    void keysIgnoreCase() throws StepException {
        assertEquals(Map.of("from", "ACEScg"), MacroOptions.parse("From=ACEScg"));
    }

    @Test
    void whatLooksLikeAKeyInsideAValueIsPartOfTheValue() throws StepException {
        assertEquals(Map.of("file", "/a to=b/c.exr", "to", "x"), MacroOptions.parse("file=[/a to=b/c.exr] to=x"));
    }

    @Test
    void nothingGivesNoValues() throws StepException {
        assertEquals(Map.of(), MacroOptions.parse(null));
        assertEquals(Map.of(), MacroOptions.parse("  "));
    }

    @Test
    void brokenTextIsRefusedWithTheWordThatIsWrong() {
        assertMessage("clamp has no value; write clamp=value", "to=a clamp from=b");
        assertMessage("view=[SDR 100 lacks the closing bracket ]", "view=[SDR 100");
        assertMessage("file='a b lacks the closing quote '", "file='a b");
        assertMessage("to is given twice", "to=a to=b");
    }

    @Test
    void whatIsWrittenIsReadBackByUsAndByImageJ() throws StepException {
        for (String value :
                List.of("a", "", "a b", "[", "a]", "[x", "'", "it's", "a[0] b", "] [", "/p q/r=s.exr", "é ü")) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("file", value);
            values.put("to", "end");
            String text = MacroOptions.format(values);
            assertEquals(values, MacroOptions.parse(text), text);
            assertEquals(value, Macro.getValue(text, "file", null), text);
        }
    }

    private static void assertMessage(String message, String text) {
        assertEquals(
                message,
                assertThrows(StepException.class, () -> MacroOptions.parse(text))
                        .getMessage());
    }
}
