/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.ColorZones;
import org.scenelinear.inspect.ZonePainter;
import org.scenelinear.run.Run;

class FalseColorDifferenceTest {
    private static final float NAN = Float.NaN;
    private static final float INFINITY = Float.POSITIVE_INFINITY;

    private static FloatImage image(String name, ColorSpace space, float[]... rgb) {
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(
                    new ImageChannel(List.of("R", "G", "B").get(c), SampleType.FLOAT, rgb[rgb.length == 1 ? 0 : c]));
        }
        Window window = Window.ofSize(rgb[0].length, 1);
        return new FloatImage(name, window, window, 1, channels, ColorState.of(space, "made"), List.of());
    }

    private static List<Integer> colors(FloatImage first, FloatImage second) throws StepException {
        FloatImage result = FalseColorDifference.of(FalseColorDifference.SIGNATURE.parse("with=second legend=none"))
                .apply(first, second, Run.inThisThread());
        assertEquals(first.width(), result.width());
        float[][] rgb = result.rgb().orElseThrow();
        List<Integer> colors = new ArrayList<>();
        for (int i = 0; i < first.width(); i++) {
            int argb = 0xFF;
            for (float[] plane : rgb) {
                argb = argb << 8 | Math.round(plane[i] * 255);
            }
            colors.add(argb);
        }
        return colors;
    }

    /** The color of a difference. */
    private static int zone(double stops) {
        int argb = 0;
        for (ColorZones.Zone zone : ColorZones.DIFFERENCE.zones()) {
            argb = stops >= zone.from() ? zone.argb() : argb;
        }
        return argb;
    }

    @Test
    void aColorTellsTheStopsBetweenTwoExposuresWhateverTheLightIs() throws Exception {
        double[] stops = {-5, -3, -1.5, -0.7, -0.3, -0.15, -0.05, 0, 0.05, 0.15, 0.3, 0.7, 1.5, 3, 5};
        float[][] one = new float[3][stops.length];
        float[][] two = new float[3][stops.length];
        for (int i = 0; i < stops.length; i++) {
            for (int c = 0; c < 3; c++) {
                two[c][i] = (0.001f + c) * (float) Math.pow(3, i - 7);
                one[c][i] = two[c][i] * (float) Math.pow(2, stops[i]);
            }
        }
        List<Integer> found = colors(image("a", ColorSpaces.ACESCG, one), image("b", ColorSpaces.ACESCG, two));
        for (int i = 0; i < stops.length; i++) {
            assertEquals(zone(stops[i]), found.get(i), "at " + stops[i]);
        }
        assertEquals(
                ColorZones.DIFFERENCE.zones().size(), found.stream().distinct().count());
    }

    @Test
    void theSameGrayInSpacesOfOtherPrimariesAndCurvesIsEqual() throws Exception {
        float[] light = {0.01f, 0.18f, 1, 7};
        float[] log = new float[light.length];
        for (int i = 0; i < light.length; i++) {
            log[i] = (float) ColorSpaces.ACESCCT.encode(new double[] {light[i], light[i], light[i]})[0];
        }
        FloatImage linear = image("a", ColorSpaces.LINEAR_REC709, light);
        for (int color : colors(linear, image("b", ColorSpaces.ACESCCT, log))) {
            assertEquals(zone(0), color);
        }
    }

    @Test
    void theSameColorsInAnotherSpaceOfTheSameWhiteAreEqual() throws Exception {
        float[][] rgb = {{0.5f, 0.02f, 3}, {0.1f, 0.3f, 0.2f}, {0.05f, 2, 0.4f}};
        float[][] converted = new float[3][3];
        var matrix = ColorSpaces.ACESCG.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        for (int i = 0; i < 3; i++) {
            double[] v = matrix.times(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]});
            for (int c = 0; c < 3; c++) {
                converted[c][i] = (float) v[c];
            }
        }
        for (int color : colors(image("a", ColorSpaces.ACESCG, rgb), image("b", ColorSpaces.ACES2065_1, converted))) {
            assertEquals(zone(0), color);
        }
    }

    @Test
    void pixelsWithoutLightAndBrokenOnesAreTold() throws Exception {
        int darkest = zone(-9);
        int brightest = zone(9);
        List<Integer> found = colors(
                image("a", ColorSpaces.ACESCG, new float[] {0, -1, 1, 0, NAN, 1, INFINITY, 1, INFINITY}),
                image("b", ColorSpaces.ACESCG, new float[] {0, 0, -1, 1, 1, NAN, 1, INFINITY, INFINITY}));
        assertEquals(
                List.of(
                        zone(0),
                        zone(0),
                        brightest,
                        darkest,
                        ZonePainter.NAN_COLOR,
                        ZonePainter.NAN_COLOR,
                        brightest,
                        darkest,
                        zone(0)),
                found);
    }

    @Test
    void imagesOfOtherSizesAndWrongZonesAreRefused() throws Exception {
        FloatImage small = image("small", ColorSpaces.ACESCG, new float[] {1});
        FloatImage wide = image("wide", ColorSpaces.ACESCG, new float[] {1, 2});
        String sizes =
                assertThrows(StepException.class, () -> colors(small, wide)).getMessage();
        assertTrue(sizes.contains("small has 1 x 1") && sizes.contains("wide has 2 x 1"), sizes);
        String zones = assertThrows(
                        StepException.class,
                        () -> Recipes.parse("False Color Difference...", "with=b.exr zones=[blue 2 green 1 red]"))
                .getMessage();
        assertTrue(zones.contains("limits must rise"), zones);
    }

    @Test
    void theTextOfTheStepIsReadBack() throws Exception {
        for (String options :
                List.of("with=b.exr", "with=[the other] layer=key zones=[blue -1 none 1 red] legend=none")) {
            String label = FalseColorDifference.SIGNATURE.label();
            FalseColorDifference step = FalseColorDifference.of(FalseColorDifference.SIGNATURE.parse(options));
            assertEquals(step, Recipes.parse(label, step.text().substring(label.length() + 1)));
        }
    }
}
