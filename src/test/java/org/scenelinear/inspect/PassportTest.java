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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Run;

/** Pictures made of one scene, saved rightly or wrongly: each must be found out. */
class PassportTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    /** A scene of about 13 stops around middle gray, in which colors stay inside Rec.709. */
    private static FloatImage picture(ColorSpace space, DoubleUnaryOperator encoding) {
        Random random = new Random(7);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double light = 0.18 * Math.pow(2, Math.max(-8, Math.min(5, 2 * random.nextGaussian() - 0.5)));
            for (float[] plane : rgb) {
                double value = encoding.applyAsDouble(light * (0.7 + 0.6 * random.nextDouble()));
                plane[i] = HalfFloat.toFloat(HalfFloat.fromFloat((float) value));
            }
        }
        return picture(space, rgb);
    }

    private static FloatImage picture(ColorSpace space, float[][] rgb) {
        Window window = Window.ofSize(WIDTH, HEIGHT);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.HALF, rgb[0]),
                new ImageChannel("G", SampleType.HALF, rgb[1]),
                new ImageChannel("B", SampleType.HALF, rgb[2]));
        return new FloatImage("made", window, window, 1, channels, ColorState.of(space, "chromaticities"), List.of());
    }

    private static Passport passport(FloatImage image) {
        return Passport.of(image, Run.inThisThread());
    }

    private static Passport.Answer answer(Passport passport, String question) {
        return passport.answers().stream()
                .filter(answer -> answer.question().equals(question))
                .findFirst()
                .orElseThrow();
    }

    private static double codeOfEightBits(double value) {
        return Math.rint(255 * Math.max(0, Math.min(1, value))) / 255;
    }

    @Test
    void trueLightOfASceneIsNotSuspected() {
        Passport passport = passport(picture(ColorSpaces.LINEAR_REC709, light -> light));
        assertEquals(
                "nothing speaks against it", answer(passport, "scene-referred").answer());
        assertEquals("no sign of it", answer(passport, "clipped").answer());
        assertEquals("16-bit float", answer(passport, "bit depth").answer());
        assertEquals("within Rec.709", answer(passport, "gamut of the image").answer());
        assertEquals("Linear Rec.709 (sRGB)", answer(passport, "color space").answer());
        assertTrue(passport.answers().stream().noneMatch(a -> a.question().equals("what it cannot do")));
    }

    @Test
    void aPictureOfEightBitsSavedAsLinearIsFoundOut() {
        TransferCurve srgb = ColorSpaces.SRGB.curve();
        Passport passport = passport(picture(ColorSpaces.LINEAR_REC709, light -> codeOfEightBits(srgb.encode(light))));
        assertEquals("probably not", answer(passport, "scene-referred").answer());
        assertEquals("8 bits in effect", answer(passport, "bit depth").answer());
        assertEquals("yes, at 1.0000", answer(passport, "clipped").answer());
        assertTrue(answer(passport, "what it cannot do").answer().contains("above 1.0"));
    }

    @Test
    void aPictureOfEightBitsMadeLinearIsFoundOutByItsComb() {
        TransferCurve srgb = ColorSpaces.SRGB.curve();
        Passport passport =
                passport(picture(ColorSpaces.LINEAR_REC709, light -> srgb.decode(codeOfEightBits(srgb.encode(light)))));
        assertEquals("8 bits in effect", answer(passport, "bit depth").answer());
        assertTrue(answer(passport, "bit depth").evidence().startsWith("taken back to sRGB"));
        assertEquals("probably not", answer(passport, "scene-referred").answer());
    }

    @Test
    void logarithmicCodesTaggedAsLinearAreFoundOut() {
        TransferCurve logC = ColorSpaces.byName("ARRI LogC3 (EI800)")
                .or(() -> ColorSpaces.byName("ARRI LogC4"))
                .orElseThrow()
                .curve();
        Passport passport = passport(picture(ColorSpaces.ACESCG, logC::encode));
        assertEquals(
                "probably logarithmic codes", answer(passport, "scene-referred").answer());
        assertEquals("16-bit float", answer(passport, "bit depth").answer());
    }

    @Test
    void lightClippedAtOneIsFoundOut() {
        Passport passport = passport(picture(ColorSpaces.LINEAR_REC709, light -> Math.min(1, light)));
        assertEquals(
                "probably not, or clipped", answer(passport, "scene-referred").answer());
        assertEquals("yes, at 1.0000", answer(passport, "clipped").answer());
    }

    @Test
    void whatTheTagSaysOfDisplaysAndCurvesIsTold() {
        assertEquals(
                "no, display-referred",
                answer(passport(picture(ColorSpaces.SRGB, light -> Math.min(1, light))), "scene-referred")
                        .answer());
        assertEquals(
                "yes, but encoded",
                answer(
                                passport(picture(
                                        ColorSpaces.ACESCCT,
                                        light -> ColorSpaces.ACESCCT.curve().encode(light))),
                                "scene-referred")
                        .answer());
    }

    @Test
    void peakRangesAndOddValuesAreCounted() {
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            float light = (float) Math.pow(2, -10 + 14.0 * i / (WIDTH * HEIGHT - 1));
            rgb[0][i] = light;
            rgb[1][i] = light;
            rgb[2][i] = light;
        }
        rgb[0][0] = Float.NaN;
        rgb[1][1] = Float.POSITIVE_INFINITY;
        rgb[2][2] = -1;
        Passport passport = passport(picture(ColorSpaces.ACES2065_1, rgb));
        assertEquals(
                "16.000: +4.00 stops from 1.0, +6.47 from 0.18",
                answer(passport, "peak").answer());
        // 4 of 14 stops are above 1, and the infinity
        assertEquals(
                "28.578 % of the pixels have a component above 1.0",
                answer(passport, "peak").evidence());
        assertEquals(
                "14.0 stops", answer(passport, "dynamic range of the image").answer());
        assertEquals(
                "16-bit float, 40.0 stops",
                answer(passport, "dynamic range of the format").answer());
        assertEquals(
                "2 NaN or infinite, 1 negative",
                answer(passport, "values that are no color").answer());
    }

    @Test
    void theLedgerOfLossesIsShown() {
        FloatImage image = picture(ColorSpaces.ACESCG, light -> light).withLosses(List.of("cut by hand"));
        assertEquals("cut by hand", answer(passport(image), "lost on the way").evidence());
    }

    @Test
    void theNumberOfWorkersChangesNothing() {
        FloatImage image = picture(ColorSpaces.ACESCG, light -> light);
        Run several = Run.on(Runnable::run, 3, (what, fraction) -> {}, () -> false);
        assertEquals(passport(image), Passport.of(image, several));
    }
}
