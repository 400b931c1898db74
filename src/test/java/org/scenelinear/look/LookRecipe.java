/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.Whites;
import org.scenelinear.lut.LookFile;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.ExponentTransform;
import org.scenelinear.transform.ExponentTransform.Power;
import org.scenelinear.transform.ExponentTransform.Style;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;

/**
 * How the looks of {@link LookLibrary} are made. All have one form, in the primaries of ACEScg with middle gray as 1:
 *
 * <ol>
 *   <li>a matrix: exposure, mixing of the components, saturation, tint;
 *   <li>a power of each component, mirrored for negative ones: the contrast about middle gray;
 *   <li>where the contrast rises, a monitor curve backwards from three stops above gray on: straight below, a smaller
 *       power above, so that highlights come out no brighter than half floats hold.
 * </ol>
 *
 * <p>A power keeps the sign of each component and grows without end, so nothing is cut and all can be undone.
 *
 * @param name what people call it
 * @param description what it does, a sentence
 * @param mix what the components become
 * @param contrast the power of r, g and b
 * @param shoulder by which power highlights are taken back; 1 for none
 */
record LookRecipe(String name, String description, Matrix3 mix, double[] contrast, double shoulder) {
    private static final double GRAY = 0.18;

    /** Times middle gray: where the highlights begin. */
    private static final double SHOULDER_START = 8;

    /** The largest that the Common LUT Format allows for a monitor curve: the gentlest bend. */
    private static final double BEND = 0.9;

    private static final ColorSpace AP0 = ColorSpaces.ACES2065_1;
    private static final ColorSpace AP1 = ColorSpaces.ACESCG;

    /** How much eyes in the dark see of r, g and b of ACEScg: their peak is at 507 nm, so hardly any red. */
    private static final double[] NIGHT_VISION = {0.05, 0.6, 0.35};

    /** All of them, in the order of the library. */
    static List<LookRecipe> all() {
        List<LookRecipe> all = new ArrayList<>();
        all.add(new LookRecipe(
                "Bleach Bypass",
                "Silver that was left in the print: less than half the saturation, more contrast.",
                saturation(0.45, luminance()),
                same(1.3),
                1.42));
        all.add(new LookRecipe(
                "Day for Night",
                "A scene shot by day as if by moonlight: 2.75 stops darker, with little color, bluish.",
                exposure(-2.75).times(tint(0.72, 0.95, 1.45)).times(saturation(0.35, NIGHT_VISION)),
                same(1.1),
                1.1));
        all.add(new LookRecipe(
                "Day for Dusk",
                "A scene shot by day as if after sunset: 1.25 stops darker, blue shadows, warm lights.",
                exposure(-1.25).times(tint(0.94, 0.97, 1.1)).times(saturation(0.8, luminance())),
                new double[] {1.12, 1.04, 0.94},
                1.12));
        all.add(new LookRecipe(
                "Two-Strip Dye",
                "Two negatives, orange-red and blue-green, printed in two dyes; a twelfth of the scene's own color stays, so"
                        + " that it can be undone.",
                blend(1.0 / 12, Matrix3.IDENTITY, twoStrips()),
                same(1.1),
                1.18));
        all.add(new LookRecipe(
                "Three-Strip Dye",
                "Three negatives printed one over another in dyes of high contrast: deep, saturated colors.",
                Matrix3.of(0.96, 0.04, 0, 0.02, 0.96, 0.02, 0, 0.06, 0.94),
                same(1.24),
                1.34));
        all.add(new LookRecipe(
                "Print Film",
                "A motion picture print: more contrast, cool shadows, warm lights, colors that mix a little in the dyes.",
                Matrix3.of(0.93, 0.06, 0.01, 0.03, 0.93, 0.04, 0.01, 0.07, 0.92),
                new double[] {1.2, 1.17, 1.13},
                1.28));
        all.add(trim("Theater Warm", "a dark theater", Whites.D55, 0, 1));
        all.add(trim("Theater Cool", "a dark theater", Whites.D65, 0, 1));
        all.add(trim("Home Warm", "a dim living room", Whites.D55, 0, 0.96));
        all.add(trim("Home Cool", "a dim living room", Whites.D65, 0, 0.96));
        all.add(trim("Mobile Warm", "a small screen in daylight", Whites.D55, 0.25, 0.92));
        all.add(trim("Mobile Cool", "a small screen in daylight", Whites.D65, 0.25, 0.92));
        return all;
    }

    private static LookRecipe trim(String name, String where, Chromaticity white, double stops, double contrast) {
        String tone = white.equals(Whites.D55) ? "warmer, white like D55" : "cooler, white like D65";
        String words = "A trim for " + where + ": " + tone
                + (stops == 0 ? "" : ", a quarter of a stop brighter")
                + (contrast == 1 ? "." : ", a little less contrast.");
        Matrix3 toXyz = AP1.chromaticities().toXyz();
        Matrix3 shift = toXyz.inverse()
                .times(Adaptation.BRADFORD.matrix(Whites.ACES, white))
                .times(toXyz);
        return new LookRecipe(name, words, exposure(stops).times(shift), same(contrast), 1);
    }

    private static double[] same(double power) {
        return new double[] {power, power, power};
    }

    private static Matrix3 exposure(double stops) {
        double gain = Math.pow(2, stops);
        return Matrix3.diagonal(gain, gain, gain);
    }

    /** Gains that leave the luminance of gray. */
    private static Matrix3 tint(double r, double g, double b) {
        double[] w = luminance();
        double y = w[0] * r + w[1] * g + w[2] * b;
        return Matrix3.diagonal(r / y, g / y, b / y);
    }

    /** The weights of luminance in ACEScg. */
    private static double[] luminance() {
        Matrix3 toXyz = AP1.chromaticities().toXyz();
        return new double[] {toXyz.get(1, 0), toXyz.get(1, 1), toXyz.get(1, 2)};
    }

    /** Draws colors to the gray that the weights say. */
    private static Matrix3 saturation(double amount, double[] weights) {
        double[] w = weights;
        Matrix3 gray = Matrix3.of(w[0], w[1], w[2], w[0], w[1], w[2], w[0], w[1], w[2]);
        return blend(amount, Matrix3.IDENTITY, gray);
    }

    private static Matrix3 blend(double amount, Matrix3 a, Matrix3 b) {
        double[] mixed = a.toArray();
        double[] other = b.toArray();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = amount * mixed[i] + (1 - amount) * other[i];
        }
        return Matrix3.of(mixed);
    }

    /** Two records of the scene, and how much of each the three components of the print get. */
    private static Matrix3 twoStrips() {
        double[] orange = {0.85, 0.15, 0};
        double[] cyan = {0.1, 0.55, 0.35};
        double[] share = {1, 0.2, 0.05}; // of the orange record in r, g, b; the rest is cyan
        double[] rows = new double[9];
        for (int i = 0; i < 9; i++) {
            rows[i] = share[i / 3] * orange[i % 3] + (1 - share[i / 3]) * cyan[i % 3];
        }
        return Matrix3.of(rows);
    }

    /** The look with its names. */
    LookFile file() {
        String id = LookLibrary.id(name);
        return new LookFile(
                chain(),
                id,
                name,
                "",
                List.of(description),
                "ACES2065-1",
                "ACES2065-1",
                List.of(new LookFile.Info("ACEStransformID", id), new LookFile.Info("ACESuserName", name)));
    }

    private TransformChain chain() {
        List<ColorTransform> transforms = new ArrayList<>();
        transforms.add(new MatrixTransform(AP0.matrixTo(AP1, Adaptation.BRADFORD)));
        transforms.add(new MatrixTransform(mix));
        transforms.add(gain(1 / GRAY));
        transforms.add(new ExponentTransform(
                Style.BASIC_MIRROR_FORWARD,
                new Power(contrast[0], 0),
                new Power(contrast[1], 0),
                new Power(contrast[2], 0)));
        if (shoulder != 1) {
            double encoded = BEND / (shoulder - 1);
            double linear = Math.pow(BEND * shoulder / ((shoulder - 1) * (1 + BEND)), shoulder);
            transforms.add(gain(linear / SHOULDER_START));
            transforms.add(ExponentTransform.same(Style.MONITOR_MIRROR_REVERSE, new Power(shoulder, BEND)));
            transforms.add(gain(SHOULDER_START / encoded));
        }
        transforms.add(gain(GRAY));
        transforms.add(new MatrixTransform(AP1.matrixTo(AP0, Adaptation.BRADFORD)));
        return new TransformChain(transforms).simplified();
    }

    private static MatrixTransform gain(double factor) {
        return new MatrixTransform(Matrix3.diagonal(factor, factor, factor));
    }
}
