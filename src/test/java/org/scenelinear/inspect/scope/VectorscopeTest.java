/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.ReferenceTable;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.scope.PlaneCounts.Apart;
import org.scenelinear.inspect.scope.VectorscopeTargets.Target;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Kernel;

class VectorscopeTest {
    private static PlaneCounts count(ColorPlane plane, float[]... planes) {
        return PlaneCounts.of(planes, planes[0].length, Area.whole(planes[0].length, 1), plane, Run.inThisThread());
    }

    @Test
    void everyCodeLiesInTheBinThatTheStandardsFormulaSays() {
        Random random = new Random(3);
        float[][] codes = new float[3][20000];
        for (float[] plane : codes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = random.nextFloat();
            }
        }
        double[][] weights = {{0.2126, 0.7152, 0.0722}, {0.2627, 0.6780, 0.0593}};
        for (LumaWeights luma : LumaWeights.values()) {
            double[] w = weights[luma.ordinal()];
            PlaneCounts found = count(ColorPlane.differences(Optional.empty(), luma), codes);
            PlaneCounts.Grid grid = found.grid();
            long[][] expected = new long[grid.rows()][grid.columns()];
            for (int i = 0; i < codes[0].length; i++) {
                double y = w[0] * codes[0][i] + w[1] * codes[1][i] + w[2] * codes[2][i];
                double cb = (codes[2][i] - y) / (2 - 2 * w[2]);
                double cr = (codes[0][i] - y) / (2 - 2 * w[0]);
                int row = (int) Math.floor((cr - grid.bottom()) / grid.step());
                expected[row][(int) Math.floor((cb - grid.left()) / grid.step())]++;
            }
            for (int row = 0; row < grid.rows(); row++) {
                for (int column = 0; column < grid.columns(); column++) {
                    assertEquals(expected[row][column], found.count(column, row), luma + " " + column + " " + row);
                }
            }
            assertEquals(0, found.count(Apart.OUTSIDE));
        }
    }

    @Test
    void whatIsNotFiniteIsCountedApartWhateverTheViewMakesOfIt() {
        Kernel gray = tile -> {
            for (int i = 0; i < tile.length; i++) {
                tile.r[i] = 0.5f;
                tile.g[i] = 0.5f;
                tile.b[i] = 0.5f;
            }
        };
        float[][] pixels = {
            {1, Float.NaN, 1, 2, -7}, {1, 1, Float.POSITIVE_INFINITY, 3, 0}, {1, 1, 1, Float.NEGATIVE_INFINITY, 0}
        };
        PlaneCounts found = count(ColorPlane.differences(Optional.of(gray), LumaWeights.BT2020), pixels);
        assertEquals(1, found.count(Apart.NAN));
        assertEquals(2, found.count(Apart.INFINITE));
        assertEquals(2, found.count(275, 275)); // 0 is in the middle of the middle bin
        PlaneCounts light = count(ColorPlane.ictcp(ColorSpaces.ACESCG, LightCalibration.ASSUMED), pixels);
        assertEquals(1, light.count(Apart.NAN));
        assertEquals(2, light.count(Apart.INFINITE));
    }

    @Test
    void lightLiesWhereTheReferenceSaysInIctcp() {
        ColorPlane plane = ColorPlane.ictcp(ColorSpaces.ACES2065_1, new LightCalibration(100));
        int compared = 0;
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double[] figures = ReferenceTable.numbers(row, 0, row.length);
            PlaneCounts found =
                    count(plane, new float[] {(float) figures[0]}, new float[] {(float) figures[1]}, new float[] {
                        (float) figures[2]
                    });
            PlaneCounts.Grid grid = found.grid();
            double column = (figures[23] - grid.left()) / grid.step();
            double line = (figures[24] - grid.bottom()) / grid.step();
            boolean border = Math.abs(column - Math.rint(column)) < 5e-3 || Math.abs(line - Math.rint(line)) < 5e-3;
            if (!border) {
                assertEquals(1, found.count((int) column, (int) line), String.join(" ", row));
                compared++;
            }
        }
        assertTrue(compared > 120, "colors that are compared: " + compared);
    }

    /** SMPTE RP 219-1: 10-bit Cb and Cr of 75 % color bars in BT.709: 512 is 0, 896 codes are 1. */
    @Test
    void theTargetsAreTheColorBarsOfTheStandard() {
        List<Target> targets = VectorscopeTargets.of(LumaWeights.BT709).targets();
        String[] names = {"R", "Yl", "G", "Cy", "B", "Mg"};
        int[][] codes = {{435, 848}, {176, 543}, {253, 207}, {589, 176}, {848, 481}, {771, 817}};
        int[][] found = new int[6][];
        for (int i = 0; i < 6; i++) {
            Target target = targets.get(i);
            assertEquals(75, target.percent());
            int bar = List.of(names).indexOf(target.name());
            found[bar] = new int[] {
                (int) Math.round(512 + 896 * target.place()[0]), (int) Math.round(512 + 896 * target.place()[1])
            };
            Target full = targets.get(i + 6);
            assertEquals(100, full.percent());
            assertEquals(target.place()[0] / 0.75, full.place()[0], 1e-12);
            assertEquals(target.place()[1] / 0.75, full.place()[1], 1e-12);
        }
        assertArrayEquals(codes, found);
    }

    @Test
    void barsAndSkinOfLightLieWhereTheirPixelsDo() {
        LightCalibration calibration = new LightCalibration(203);
        ColorPlane plane = ColorPlane.ictcp(ColorSpaces.LINEAR_REC2020, calibration);
        VectorscopeTargets targets = VectorscopeTargets.ictcp(calibration);
        Target red = targets.targets().get(6);
        assertEquals("R", red.name());
        PlaneCounts found = count(plane, new float[] {1}, new float[] {0}, new float[] {0});
        PlaneCounts.Grid grid = found.grid();
        assertEquals(1, found.count((int) ((red.place()[0] - grid.left()) / grid.step()), (int)
                ((red.place()[1] - grid.bottom()) / grid.step())));
        assertTrue(targets.skin()[0] < 0 && targets.skin()[1] > 0, "skin lies between red and yellow");
        Target yellow = targets.targets().get(7);
        double skin = Math.atan2(targets.skin()[1], targets.skin()[0]);
        assertTrue(skin > Math.atan2(red.place()[1], red.place()[0]));
        assertTrue(skin < Math.atan2(yellow.place()[1], yellow.place()[0]));
    }
}
