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

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

/** Where a gamut ends, for all that tell of it. */
class GamutBorderTest {
    private static final int WIDTH = 60;
    private static final int LENGTH = WIDTH * WIDTH;
    private static final int EVERY = 37;
    private static final PixelInspection INSPECTION = new PixelInspection(
            ColorSpaces.ACES2065_1,
            new LightCalibration(100),
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow());

    /** Colors of ACES2065-1 in half floats: in the gamut one component is 0, or below by a part of the others. */
    private static float[][] border(ColorSpace gamut, double beyond) {
        Matrix3 toAces = gamut.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        Random random = new Random(3);
        float[][] aces = new float[3][LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            double[] rgb = {0.01 + random.nextDouble(), 0.01 + random.nextDouble(), 0.01 + random.nextDouble()};
            rgb[i % 3] = 0;
            rgb[i % 3] = -beyond * (rgb[0] + rgb[1] + rgb[2]);
            double[] light = toAces.times(rgb);
            for (int c = 0; c < 3; c++) {
                aces[c][i] = HalfFloat.toFloat(HalfFloat.fromFloat((float) light[c]));
            }
        }
        return aces;
    }

    /** The share outside, about which all that tells of gamuts must agree. */
    private static double outside(float[][] aces, int index) {
        ColorSpace gamut = PixelInspection.GAMUTS.get(index);
        String name = PixelInspection.NAMES.get(index);
        float[] distances = GamutMap.of(aces, ColorSpaces.ACES2065_1, gamut, WIDTH, Run.inThisThread())
                .distances();
        int outside = 0;
        for (int i = 0; i < LENGTH; i++) {
            outside += distances[i] > 0 ? 1 : 0;
        }
        for (int i = 0; i < LENGTH; i += EVERY) {
            PixelReport report = INSPECTION.report(aces[0][i], aces[1][i], aces[2][i]);
            assertEquals(distances[i] == 0, report.gamuts().contains(name), name + " at " + i);
        }
        double share = GamutShare.outside(aces, ColorSpaces.ACES2065_1, Run.inThisThread())
                .get(name);
        assertEquals((double) outside / LENGTH, share);
        return share;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void colorsOnTheBorderAreInsideThoughHalfFloatsRoundedThem(int gamut) {
        double share = outside(border(PixelInspection.GAMUTS.get(gamut), 0), gamut);
        assertTrue(share <= (gamut == 0 ? 0.01 : 0), "a share of " + share);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void colorsMoreThanRoundingBeyondTheBorderAreOutside(int gamut) {
        assertEquals(1, outside(border(PixelInspection.GAMUTS.get(gamut), 0.002), gamut));
    }
}
