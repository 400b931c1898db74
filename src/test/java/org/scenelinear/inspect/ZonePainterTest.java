/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.TransferCurves;
import org.scenelinear.color.cie.CieLab;
import org.scenelinear.inspect.ZonePainter.Background;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class ZonePainterTest {
    private static final List<ColorZones> PREPARED =
            List.of(ColorZones.STOPS, ColorZones.ARRI_STYLE, ColorZones.EL_ZONE);

    private static float[][] gray(float... values) {
        return new float[][] {values, values, values};
    }

    private static ZonePainter painter(ColorZones zones, OptionalDouble zebra) {
        return new ZonePainter(zones, ColorSpaces.ACESCG, zebra, Background.TRANSPARENT);
    }

    private static int[] paint(ColorZones zones, float... values) {
        return painter(zones, OptionalDouble.empty()).paint(gray(values), values.length, Run.inThisThread());
    }

    /** Colors of all kinds from very dark to very bright. */
    private static float[][] scene(int length) {
        Random random = new Random(7);
        float[][] rgb = new float[3][length];
        for (int i = 0; i < length; i++) {
            double light = Math.pow(2, random.nextDouble() * 30 - 18);
            for (float[] plane : rgb) {
                plane[i] = (float) (light * (random.nextDouble() * 1.2 - 0.1));
            }
        }
        return rgb;
    }

    @Test
    void eachPixelHasTheColorOfTheZoneThatALogarithmFinds() {
        float[][] rgb = scene(20_000);
        double[] m = ColorSpaces.ACESCG.chromaticities().toXyz().toArray();
        for (ColorZones zones : PREPARED) {
            int[] argb = painter(zones, OptionalDouble.empty()).paint(rgb, 200, Run.inThisThread());
            for (int i = 0; i < argb.length; i++) {
                double light = m[3] * rgb[0][i] + m[4] * rgb[1][i] + m[5] * rgb[2][i];
                double stops = light > 0 ? Math.log(light / 0.18) / Math.log(2) : Double.NEGATIVE_INFINITY;
                int expected = 0;
                for (ColorZones.Zone zone : zones.zones()) {
                    expected = stops >= zone.from() ? zone.argb() : expected;
                }
                assertEquals(expected, argb[i], "pixel " + i + " at stops " + stops);
            }
        }
    }

    @Test
    void anElZoneHoldsTheLightNearestToItsStop() {
        double[] centers = {-6, -5, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 5, 6};
        for (double stops = -6.405; stops < 6.5; stops += 0.03) {
            int nearest = 0;
            for (int i = 0; i < centers.length; i++) {
                nearest = Math.abs(stops - centers[i]) < Math.abs(stops - centers[nearest]) ? i : nearest;
            }
            int expected = ColorZones.EL_ZONE.zones().get(nearest + 1).argb();
            assertEquals(expected, paint(ColorZones.EL_ZONE, (float) (0.18 * Math.pow(2, stops)))[0], "at " + stops);
        }
    }

    @Test
    void valuesWithoutStopsGoToTheEndsAndNotANumberApart() {
        for (ColorZones zones : PREPARED) {
            int darkest = zones.zones().get(0).argb();
            int brightest = zones.zones().get(zones.zones().size() - 1).argb();
            int[] argb = paint(zones, 0f, -0f, -3f, Float.MIN_VALUE, Float.MAX_VALUE, Float.POSITIVE_INFINITY);
            assertArrayEquals(new int[] {darkest, darkest, darkest, darkest, brightest, brightest}, argb);
            assertEquals(darkest, paint(zones, Float.NEGATIVE_INFINITY)[0]);
            ZonePainter blueIsDark =
                    new ZonePainter(zones, ColorSpaces.ACES2065_1, OptionalDouble.empty(), Background.GRAY);
            float[][] infinite = gray(Float.POSITIVE_INFINITY);
            assertEquals(brightest, blueIsDark.paint(infinite, 1, Run.inThisThread())[0]);
            infinite[1] = new float[] {Float.NEGATIVE_INFINITY};
            assertEquals(ZonePainter.NAN_COLOR, blueIsDark.paint(infinite, 1, Run.inThisThread())[0]);
            assertEquals(ZonePainter.NAN_COLOR, paint(zones, Float.NaN)[0]);
            assertTrue(zones.zones().stream().noneMatch(zone -> zone.argb() == ZonePainter.NAN_COLOR));
        }
    }

    @Test
    void zonesMayLieCloserThanTheTableResolves() {
        ColorZones zones = ColorZones.parse("#000001 1 #000002 1.0001 #000003 1.0002 #000004 1.0003 #000005");
        double[] stops = {0.9999, 1.00005, 1.00015, 1.00025, 1.0004};
        for (int i = 0; i < stops.length; i++) {
            assertEquals(0xFF000001 + i, paint(zones, (float) (0.18 * Math.pow(2, stops[i])))[0]);
        }
    }

    @Test
    void spansAndWorkersMakeNoDifference() {
        int width = 100;
        float[][] rgb = scene(width * 60);
        ZonePainter painter = painter(ColorZones.STOPS, OptionalDouble.of(2));
        int[] whole = painter.paint(rgb, width, Run.inThisThread());
        assertArrayEquals(
                whole, painter.paint(rgb, width, Run.on(ForkJoinPool.commonPool(), 3, Progress.NONE, () -> false)));
        int[] span = new int[15];
        painter.paint(rgb, 7 * width, 10, 7, span, 5);
        for (int i = 0; i < 10; i++) {
            assertEquals(whole[7 * width + i], span[5 + i]);
        }
        assertEquals(0, span[4]);
    }

    @Test
    void theZebraMarksHalfOfTheBrightPixelsInSlantedStripesAndNoOthers() {
        float[] values = new float[64 * 32];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 64 < 32 ? 1.01f : 0.99f;
        }
        ColorZones zones = ColorZones.parse("white");
        int[] argb = painter(zones, OptionalDouble.of(1)).paint(gray(values), 64, Run.inThisThread());
        int striped = 0;
        for (int i = 0; i < argb.length; i++) {
            boolean black = argb[i] == 0xFF000000;
            striped += black ? 1 : 0;
            assertTrue(!black || values[i] > 1, "pixel " + i);
            if (i % 64 > 0 && i % 64 < 32 && i >= 64) {
                assertEquals(argb[i - 1], argb[i - 1 - 64 + 1], "stripes rise to the right at " + i);
            }
        }
        assertEquals(32 * 32 / 2, striped);
    }

    @Test
    void aZoneWithoutColorShowsGrayThatRisesWithLightOrNothing() {
        ColorZones none = ColorZones.parse("none");
        assertEquals(0, paint(none, 0.5f)[0]);
        ZonePainter gray = new ZonePainter(none, ColorSpaces.ACESCG, OptionalDouble.empty(), Background.GRAY);
        float[] lights = {-1, 0, 0.001f, 0.02f, 0.18f, 1, 16, 65504, Float.POSITIVE_INFINITY};
        int[] argb = gray.paint(gray(lights), lights.length, Run.inThisThread());
        assertEquals(0xFF000000, argb[0]);
        assertEquals(0xFF808080, argb[4]);
        assertEquals(0xFFFFFFFF, argb[8]);
        for (int i = 1; i < argb.length; i++) {
            assertTrue((argb[i] & 0xFF) >= (argb[i - 1] & 0xFF), "at " + lights[i]);
        }
    }

    @Test
    void theColorsOfStopsGetLighterByEqualSteps() {
        List<ColorZones.Zone> zones = ColorZones.STOPS.zones();
        for (int i = 0; i < zones.size(); i++) {
            int argb = zones.get(i).argb();
            double[] encoded = {(argb >> 16 & 0xFF) / 255.0, (argb >> 8 & 0xFF) / 255.0, (argb & 0xFF) / 255.0};
            double[] linear = new double[3];
            for (int c = 0; c < 3; c++) {
                linear[c] = TransferCurves.SRGB.decode(encoded[c]);
            }
            double[] xyz = ColorSpaces.SRGB.chromaticities().toXyz().times(linear);
            CieLab lab = CieLab.of(xyz, ColorSpaces.SRGB.chromaticities().white());
            assertEquals(8 + i * 89 / 17.0, lab.lightness(), 0.7, "zone " + i);
        }
    }

    @Test
    void zonesAreReadFromTextAndMistakesAreNamed() {
        ColorZones zones = ColorZones.parse("blue -6, none 0.5 #fF0001");
        assertEquals(
                List.of(Double.NEGATIVE_INFINITY, -6.0, 0.5),
                zones.zones().stream().map(ColorZones.Zone::from).toList());
        assertEquals(0xFFFF0001, zones.zones().get(2).argb());
        assertEquals(ColorZones.NO_COLOR, zones.zones().get(1).argb());
        assertNotEquals(
                ColorZones.NO_COLOR, ColorZones.parse("black").zones().get(0).argb());
        assertEquals(
                List.of("under -6", "-6 to +0.5", "over +0.5"),
                List.of(zones.label(0), zones.label(1), zones.label(2)));
        assertMistake("blue -6 none -7 red", "rise");
        assertMistake("blue -6 none NaN red", "rise");
        assertMistake("blue -6 none Infinity red", "rise");
        assertMistake("blue -6", "missing");
        assertMistake("blau -6 red", "blau");
        assertMistake("blue x red", "x is no limit");
        assertMistake("#12345", "#12345");
        assertMistake("", "no color");
        assertMistake("red 1 " + "blue 2 ".repeat(120) + "red", "1 to 100");
    }

    private static void assertMistake(String text, String named) {
        String message = assertThrows(IllegalArgumentException.class, () -> ColorZones.parse(text))
                .getMessage();
        assertTrue(message.contains(named), message);
    }

    @Test
    void aThresholdIsAnAmountOfStopsLinearLightOrNits() {
        LightCalibration calibration = new LightCalibration(200);
        assertEquals(0.72, LightThreshold.parse("2").orElseThrow().linear(calibration), 1e-12);
        assertEquals(0.09, LightThreshold.parse(" -1 Stops").orElseThrow().linear(calibration), 1e-12);
        assertEquals(1.5, LightThreshold.parse("1.5 linear").orElseThrow().linear(calibration), 1e-12);
        assertEquals(0.5, LightThreshold.parse("100 nits").orElseThrow().linear(calibration), 1e-12);
        for (String wrong : List.of("", "stops", "1 candela", "1stops x", "NaN", "1e", "--1")) {
            assertTrue(LightThreshold.parse(wrong).isEmpty(), wrong);
        }
    }
}
