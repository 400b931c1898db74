/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

class RecipesTest {
    @Test
    void labelsIgnoreCaseAndTheDotsAtTheirEnd() throws StepException {
        Step expected = new ConvertColorSpace(
                Optional.empty(),
                ColorSpaces.ACESCG,
                Adaptation.BRADFORD,
                ConvertColorSpace.Gamut.KEEP,
                ConvertColorSpace.Alpha.PREMULTIPLIED);
        for (String label : List.of("Convert Color Space...", "convert color space", "CONVERT COLOR SPACE…")) {
            assertEquals(expected, Recipes.parse(label, "to=ACEScg"));
        }
    }

    @Test
    void anUnknownLabelIsAnsweredWithTheKnownOnes() {
        StepException refusal = assertThrows(StepException.class, () -> Recipes.parse("Blur", ""));
        assertTrue(refusal.getMessage().startsWith("there is no operation Blur; the operations are "));
        for (Signature signature : Recipes.all()) {
            assertTrue(refusal.getMessage().contains(signature.label()));
        }
    }

    @Test
    void theTextOfAStepIsReadBackAsAStepWithTheSameText() throws StepException {
        List<String> lines = List.of(
                "Convert Color Space...|to=ap1",
                "Convert Color Space...|from=aces to=[linear srgb] adaptation=cat02 gamut=CLIP",
                "Convert Color Space...|to=acescct gamut=compress alpha=straight result=replace",
                "Exposure...|stops=-1.50 channels=ALL",
                "Add Light...|with=[a [b] c.exr] stops=0.25 layer=key",
                "Multiply Light...|with=light.exr",
                "Composite Over...|with='a [b' alpha=straight",
                "ACES Output Transform...|",
                "ACES Output Transform...|display=srgb result=16bit from=acescg",
                "ACES Output Transform...|display=[rec.2100-pq] view=[HDR 1000 nits (Rec.2020)] result=32-bit",
                "ACES Output Transform...|id=urn:ampas:aces:transformId:v2.0:Output.Academy.Rec709-D65_100nit_in_Rec709-D65_BT1886.a2.v1",
                "Save EXR...|file=[/some folder/a] compression=DWAB level=12.5 pixels=source");
        for (String line : lines) {
            String label = line.substring(0, line.indexOf('|'));
            Step step = Recipes.parse(label, line.substring(label.length() + 1));
            assertTrue(step.text().startsWith(label + " "), step.text());
            Step again = Recipes.parse(label, step.text().substring(label.length()));
            assertEquals(step.text(), again.text());
            assertEquals(step, again);
        }
    }

    @Test
    void aViewOfAnotherDisplayIsRefusedWithTheViewsOfThisOne() {
        assertRefusal(
                "ACES Output Transform...: view=ACES 2.0 - HDR 1000 nits (P3 D65) does not go with display=sRGB - Display; "
                        + "give one of ACES 2.0 - SDR 100 nits (Rec.709), Custom, File",
                "ACES Output Transform...",
                "display=sRGB view=[ACES 2.0 - HDR 1000 nits (P3 D65)]");
    }

    @Test
    void anotherSuffixThanExrIsRefusedAndNoneIsCompleted() throws StepException {
        assertRefusal(
                "Save EXR...: file=a.png is not allowed; give a name ending in .exr", "Save EXR...", "file=a.png");
        assertEquals(
                "Save EXR... file=a.exr compression=zip level=45 pixels=half",
                Recipes.parse("Save EXR...", "file=a").text());
    }

    @Test
    void anImageOfUnknownColorSpaceIsRefusedUnlessFromIsGiven() throws StepException {
        FloatImage image = image(ColorState.UNKNOWN);
        Step step = Recipes.parse("Convert Color Space...", "to=ACEScg");
        StepException refusal = assertThrows(StepException.class, () -> step.apply(image, Run.inThisThread()));
        assertTrue(
                refusal.getMessage()
                        .startsWith("the color space of test is not known (no information); give from= one of "),
                refusal.getMessage());
        FloatImage converted =
                Recipes.parse("Convert Color Space...", "from=AP0 to=ACEScg").apply(image, Run.inThisThread());
        assertEquals(Optional.of(ColorSpaces.ACESCG), converted.color().space());
    }

    @Test
    void aConversionIsTheMatrixOfTheSpacesAndHistoryNamesTheSpaceItUsed() throws StepException {
        FloatImage image = image(ColorState.of(ColorSpaces.ACES2065_1, "test"));
        FloatImage converted =
                Recipes.parse("Convert Color Space...", "to=ACEScg").apply(image, Run.inThisThread());
        // ACES2065-1 to ACEScg as printed in Academy specification S-2014-004.
        Matrix3 ap0ToAp1 = Matrix3.of(
                1.4514393161,
                -0.2365107469,
                -0.2149285693,
                -0.0765537734,
                1.1762296998,
                -0.0996759264,
                0.0083161484,
                -0.0060324498,
                0.9977163014);
        for (int i = 0; i < 4; i++) {
            double[] expected = ap0ToAp1.times(new double[] {
                image.rgb().orElseThrow()[0][i],
                image.rgb().orElseThrow()[1][i],
                image.rgb().orElseThrow()[2][i]
            });
            for (int c = 0; c < 3; c++) {
                assertEquals(
                        expected[c], converted.rgb().orElseThrow()[c][i], 2e-6 * Math.max(1, Math.abs(expected[c])));
            }
        }
        assertEquals(
                List.of("Convert Color Space... from=ACES2065-1 to=ACEScg adaptation=Bradford gamut=keep"),
                converted.history());
        assertEquals(1.5f, image.rgb().orElseThrow()[0][0], "the source keeps its samples");
    }

    @Test
    void clippingLeavesNothingNegativeAndOtherChannelsAlone() throws StepException {
        FloatImage image = image(ColorState.of(ColorSpaces.ACES2065_1, "test"));
        FloatImage kept = Recipes.parse("Convert Color Space...", "to=ACEScg").apply(image, Run.inThisThread());
        FloatImage clipped =
                Recipes.parse("Convert Color Space...", "to=ACEScg gamut=clip").apply(image, Run.inThisThread());
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 4; i++) {
                assertEquals(
                        Math.max(0, kept.rgb().orElseThrow()[c][i]),
                        clipped.rgb().orElseThrow()[c][i]);
            }
        }
        assertTrue(kept.rgb().orElseThrow()[1][1] < 0, "the test needs a color outside AP1");
        assertEquals(image.channel("Z"), clipped.channel("Z"));
    }

    @Test
    void anImageWithoutRedGreenAndBlueIsRefusedWithTheChannelsItHas() throws StepException {
        FloatImage depth = new FloatImage(
                "depth",
                Window.ofSize(1, 1),
                Window.ofSize(1, 1),
                1,
                List.of(new ImageChannel("Z", SampleType.FLOAT, new float[1])),
                ColorState.of(ColorSpaces.ACESCG, "test"),
                List.of());
        Step step = Recipes.parse("Convert Color Space...", "to=ACEScg");
        assertEquals(
                "needs channels R, G and B; depth has Z",
                assertThrows(StepException.class, () -> step.apply(depth, Run.inThisThread()))
                        .getMessage());
    }

    private static FloatImage image(ColorState color) {
        return new FloatImage(
                "test",
                Window.ofSize(2, 2),
                Window.ofSize(2, 2),
                1,
                List.of(
                        new ImageChannel("R", SampleType.HALF, new float[] {1.5f, 1, 0, 0.18f}),
                        new ImageChannel("G", SampleType.HALF, new float[] {-0.25f, 0, 1, 0.18f}),
                        new ImageChannel("B", SampleType.HALF, new float[] {300, 0, 0, 0.18f}),
                        new ImageChannel("Z", SampleType.FLOAT, new float[] {-1, -2, -3, -4})),
                color,
                List.of());
    }

    private static void assertRefusal(String message, String label, String options) {
        assertEquals(
                message,
                assertThrows(StepException.class, () -> Recipes.parse(label, options))
                        .getMessage());
    }
}
