/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class InverseAcesOutputTransformTest {
    private static final String FORWARD = "ACES Output Transform...";
    private static final String INVERSE = "Inverse ACES Output Transform...";

    private final List<String> warnings = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "display=[Rec.2100-HLG]",
                "display=[Rec.2100-PQ] view=[HDR 4000 nits (Rec.2020)]",
                "id=urn:ampas:aces:transformId:v2.0:Output.Academy.P3-D60_48nit_in_XYZ-E_Gamma2pt6.a2.v1",
                "view=Custom peak=350.5 limiting=[0.66 0.325 0.23 0.7 0.15 0.055] white=D60 encoding=[gamma 2.4]",
            })
    void thePictureOfASceneLeadsBackToTheScene(String options) throws StepException {
        FloatImage scene =
                image(SampleType.HALF, new float[] {0.18f, 0.02f, 1.2f}, new float[] {0.2f, 0.022f, 1f}, new float[] {
                    0.15f, 0.019f, 0.9f
                });
        FloatImage picture = apply(FORWARD, options + " result=32-bit", scene);
        FloatImage back = apply(INVERSE, options, picture);
        float[][] expected = scene.rgb().orElseThrow();
        float[][] actual = back.rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < 3; i++) {
                assertEquals(expected[c][i], actual[c][i], 2e-4 * expected[c][i]);
            }
        }
        assertEquals(List.of(), warnings);
        assertEquals(Optional.of(ColorSpaces.ACES2065_1), back.color().space());
        assertTrue(
                back.color().evidence().startsWith("inverse of "), back.color().evidence());
        assertSame(picture.channel("A").orElseThrow(), back.channel("A").orElseThrow());
    }

    @Test
    void eightBitsComeOutAsFloats() throws StepException {
        FloatImage picture = image(SampleType.BYTE, new float[] {0.5f}, new float[] {0.5f}, new float[] {0.5f});
        FloatImage scene = apply(INVERSE, "", picture);
        assertEquals(SampleType.FLOAT, scene.channel("R").orElseThrow().source());
        assertEquals(1, scene.history().size());
    }

    @Test
    void pixelsOutsideOfTheRangeAreToldAndNotedWithTheColor() throws StepException {
        FloatImage picture = image(
                SampleType.FLOAT,
                new float[] {0.5f, 1.2f, -0.1f, Float.NaN},
                new float[] {0.5f, 0.5f, 0.5f, 0.5f},
                new float[] {0.5f, 0.5f, 0.5f, Float.POSITIVE_INFINITY});
        FloatImage scene = apply(INVERSE, "", picture);
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).startsWith("test: 1 of 4 pixels are not finite"), warnings.get(0));
        assertTrue(warnings.get(1).startsWith("test: 3 of 4 pixels are outside"), warnings.get(1));
        assertTrue(scene.color().evidence().endsWith("; 3 of 4 pixels were outside of its range"));
    }

    @Test
    void whatIsNotFiniteInASceneIsToldOnceAndMakesFiniteCodes() throws StepException {
        FloatImage scene = image(
                SampleType.FLOAT,
                new float[] {Float.NaN, Float.POSITIVE_INFINITY, 0.18f},
                new float[] {0.1f, Float.POSITIVE_INFINITY, 0.18f},
                new float[] {0.1f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY});
        for (String from : new String[] {"ACES2065-1", "ACEScg", "ACEScct", "[Linear Rec.709]", "sRGB"}) {
            warnings.clear();
            FloatImage picture = apply(FORWARD, "from=" + from, scene);
            assertEquals(1, warnings.size(), warnings.toString());
            assertTrue(warnings.get(0).startsWith("test: 3 of 3 pixels are not finite"), warnings.get(0));
            for (float[] plane : picture.rgb().orElseThrow()) {
                assertEquals(1, plane[1], 1e-5, "infinite light from " + from + " is white");
                assertTrue(plane[0] >= 0 && plane[0] <= 1 && plane[2] >= 0 && plane[2] <= 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "peak=350, peak=350 is for view=Custom only",
        "view=[SDR 100 nits (Rec.709)] limiting=p3, limiting=P3-D65 is for view=Custom only",
        "white=d60, white=D60 is for view=Custom only",
        "encoding=pq, encoding=PQ is for view=Custom only",
        "view=Custom, view=Custom needs peak; give a number from 48 to 10000",
        "view=Custom peak=47, peak=47 is not allowed; give a number from 48 to 10000",
        "view=Custom peak=100 limiting=wide, limiting=wide is not allowed; give a gamut or color space",
        "view=Custom peak=100 limiting=[0.1 0.1 0.2 0.2 0.3 0.3], with the white inside",
        "view=Custom peak=100 white=[0.3], white=0.3 is not allowed; give one of D65",
        "view=Custom peak=100 encoding=gamma, encoding=gamma is not allowed; give one of linear",
    })
    void parametersOfACustomViewAreCheckedAndRefusedElsewhere(String options, String expected) {
        for (String label : new String[] {FORWARD, INVERSE}) {
            StepException refusal = assertThrows(StepException.class, () -> Recipes.parse(label, options));
            assertTrue(refusal.getMessage().startsWith(label + ": "), refusal.getMessage());
            assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
        }
    }

    @Test
    void aCustomViewIsRecordedWithItsParametersInTheirCanonicalForm() throws StepException {
        Step step = Recipes.parse(
                INVERSE, "view=custom display=srgb peak=203.50 limiting=rec2020 white=d60 encoding=st2084 scale=0.50");
        assertEquals(
                INVERSE
                        + " display=[sRGB - Display] view=Custom peak=203.5 limiting=Rec.2020 white=D60 encoding=PQ scale=0.5",
                step.text());
        assertEquals(step, Recipes.parse(INVERSE, step.text().substring(INVERSE.length())));
    }

    private FloatImage apply(String label, String options, FloatImage image) throws StepException {
        Progress progress = new Progress() {
            @Override
            public void update(String what, double fraction) {}

            @Override
            public void warn(String sentence) {
                warnings.add(sentence);
            }
        };
        return Recipes.parse(label, options).apply(image, Run.on(Runnable::run, 1, progress, () -> false));
    }

    private static FloatImage image(SampleType type, float[] r, float[] g, float[] b) {
        Window window = new Window(0, 0, r.length - 1, 0);
        return new FloatImage(
                "test",
                window,
                window,
                1,
                List.of(
                        new ImageChannel("R", type, r),
                        new ImageChannel("G", type, g),
                        new ImageChannel("B", type, b),
                        new ImageChannel("A", type, new float[r.length])),
                ColorState.of(ColorSpaces.ACES2065_1, "test"),
                List.of());
    }
}
