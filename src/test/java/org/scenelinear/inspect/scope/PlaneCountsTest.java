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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.ReferenceTable;
import org.scenelinear.color.cie.UniformChromaticity;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.scope.ColorPlane.Diagram;
import org.scenelinear.inspect.scope.PlaneCounts.Apart;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class PlaneCountsTest {
    private static final int WIDTH = 2311;
    private static final int HEIGHT = 17;

    private static PlaneCounts count(Diagram diagram, ColorSpace space, float[]... pixels) {
        float[][] rgb = new float[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = pixels[i][c];
            }
        }
        ColorPlane plane = ColorPlane.of(diagram, space);
        return PlaneCounts.of(rgb, pixels.length, Area.whole(pixels.length, 1), plane, Run.inThisThread());
    }

    private static float[][] anything() {
        Random random = new Random(11);
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = i % 5 == 0 ? Float.intBitsToFloat(random.nextInt()) : random.nextFloat() - 0.05f;
            }
        }
        for (float[] plane : rgb) {
            plane[0] = 0; // black
        }
        rgb[1][1] = Float.POSITIVE_INFINITY;
        rgb[2][2] = Float.NEGATIVE_INFINITY;
        return rgb;
    }

    private static long[] all(PlaneCounts counts) {
        PlaneCounts.Grid grid = counts.grid();
        long[] all = new long[grid.columns() * grid.rows() + Apart.values().length];
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                all[row * grid.columns() + column] = counts.count(column, row);
            }
        }
        for (Apart kind : Apart.values()) {
            all[grid.columns() * grid.rows() + kind.ordinal()] = counts.count(kind);
        }
        return all;
    }

    /** The slot of a pixel by the definitions of the CIE, coordinate by coordinate. */
    private static int plain(Diagram diagram, Matrix3 toXyz, PlaneCounts.Grid grid, float... rgb) {
        int apart = grid.columns() * grid.rows();
        for (float component : rgb) {
            if (Float.isNaN(component)) {
                return apart + Apart.NAN.ordinal();
            }
        }
        for (float component : rgb) {
            if (Float.isInfinite(component)) {
                return apart + Apart.INFINITE.ordinal();
            }
        }
        double[] xyz = toXyz.times(new double[] {rgb[0], rgb[1], rgb[2]});
        boolean uniform = diagram == Diagram.CIE_1976;
        double divisor = uniform ? xyz[0] + 15 * xyz[1] + 3 * xyz[2] : xyz[0] + xyz[1] + xyz[2];
        if (!(divisor > 0)) {
            return apart + Apart.NO_COLOR.ordinal();
        }
        double column = Math.floor(((uniform ? 4 * xyz[0] : xyz[0]) / divisor - grid.left()) / grid.step());
        double row = Math.floor(((uniform ? 9 * xyz[1] : xyz[1]) / divisor - grid.bottom()) / grid.step());
        boolean inside = column >= 0 && column < grid.columns() && row >= 0 && row < grid.rows();
        return inside ? (int) (row * grid.columns() + column) : apart + Apart.OUTSIDE.ordinal();
    }

    @ParameterizedTest
    @EnumSource
    void everyPixelLiesInTheBinThatTheDefinitionSaysWhereverTheAreaLies(Diagram diagram) {
        float[][] rgb = anything();
        boolean[] inside = new boolean[2100 * 9];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i * 31 % 7 < 3;
        }
        Matrix3 toXyz = ColorSpaces.ACES2065_1.chromaticities().toXyz();
        ColorPlane plane = ColorPlane.of(diagram, ColorSpaces.ACES2065_1);
        for (Area area : new Area[] {Area.whole(WIDTH, HEIGHT), new Area(100, 3, 2100, 9, inside)}) {
            PlaneCounts found = PlaneCounts.of(rgb, WIDTH, area, plane, Run.inThisThread());
            long[] expected = new long[all(found).length];
            for (int i = 0; i < WIDTH * HEIGHT; i++) {
                if (area.contains(i % WIDTH, i / WIDTH)) {
                    expected[plain(diagram, toXyz, found.grid(), rgb[0][i], rgb[1][i], rgb[2][i])]++;
                }
            }
            for (Apart kind : Apart.values()) {
                assertTrue(area.inside() != null || found.count(kind) > 0, "the picture has some " + kind);
            }
            assertTrue(Arrays.equals(expected, all(found)), "counts");
        }
    }

    @Test
    void aMadePictureHasItsKnownCounts() {
        PlaneCounts.Grid grid =
                ColorPlane.of(Diagram.CIE_1931, ColorSpaces.ACESCG).grid();
        Matrix3 fromXyz = ColorSpaces.ACESCG.chromaticities().toXyz().inverse();
        int[][] bins = {{266, 275}, {267, 275}, {400, 300}, {150, 500}};
        float[][] pixels = new float[1 + 2 + 3 + 4][];
        int next = 0;
        for (int kind = 0; kind < bins.length; kind++) {
            double x = grid.left() + (bins[kind][0] + 0.5) * grid.step();
            double y = grid.bottom() + (bins[kind][1] + 0.5) * grid.step();
            for (int i = 0; i <= kind; i++) {
                double[] rgb = fromXyz.times(new Chromaticity(x, y).toXyz());
                double light = Math.pow(10, i); // how bright it is does not matter
                pixels[next++] =
                        new float[] {(float) (light * rgb[0]), (float) (light * rgb[1]), (float) (light * rgb[2])};
            }
        }
        PlaneCounts found = count(Diagram.CIE_1931, ColorSpaces.ACESCG, pixels);
        for (int kind = 0; kind < bins.length; kind++) {
            assertEquals(kind + 1, found.count(bins[kind][0], bins[kind][1]));
        }
        assertEquals(10, Arrays.stream(all(found)).sum());
    }

    @ParameterizedTest
    @EnumSource
    void colorsLieWhereTheReferenceSays(Diagram diagram) {
        int compared = 0;
        for (String[] row : ReferenceTable.rows("cie/colors.csv")) {
            double[] figures = ReferenceTable.numbers(row, 0, row.length);
            PlaneCounts found = count(diagram, ColorSpaces.ACES2065_1, new float[] {
                (float) figures[0], (float) figures[1], (float) figures[2]
            });
            PlaneCounts.Grid grid = found.grid();
            int first = diagram == Diagram.CIE_1931 ? 6 : 8;
            double column = (figures[first] - grid.left()) / grid.step();
            double line = (figures[first + 1] - grid.bottom()) / grid.step();
            boolean inside = column > 0 && line > 0 && column < grid.columns() && line < grid.rows();
            boolean border = Math.abs(column - Math.rint(column)) < 1e-3 || Math.abs(line - Math.rint(line)) < 1e-3;
            if (inside && !border) {
                assertEquals(1, found.count((int) column, (int) line), String.join(" ", row));
                compared++;
            }
        }
        assertTrue(compared > 100, "colors that are compared: " + compared);
    }

    @Test
    void theNumberOfThreadsChangesNoCountAndCountsAddUp() {
        float[][] rgb = anything();
        Area area = Area.whole(WIDTH, HEIGHT);
        ColorPlane plane = ColorPlane.of(Diagram.CIE_1976, ColorSpaces.ACES2065_1);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Run four = Run.on(threads, 4, Progress.NONE, () -> false);
            PlaneCounts one = PlaneCounts.of(rgb, WIDTH, area, plane, Run.inThisThread());
            PlaneCounts other = PlaneCounts.of(rgb, WIDTH, area, plane, four);
            assertTrue(Arrays.equals(all(one), all(other)), "counts");
            long[] doubled = Arrays.stream(all(one)).map(count -> 2 * count).toArray();
            assertTrue(Arrays.equals(doubled, all(one.plus(other))), "the sum");
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theDiagramsHoldAllGamutsThatAreDrawn() {
        for (Diagram diagram : Diagram.values()) {
            PlaneCounts.Grid grid = ColorPlane.of(diagram, ColorSpaces.ACESCG).grid();
            for (ColorSpace space : new ColorSpace[] {ColorSpaces.ACES2065_1, ColorSpaces.LINEAR_REC2020}) {
                for (Chromaticity corner : new Chromaticity[] {
                    space.chromaticities().red(),
                    space.chromaticities().green(),
                    space.chromaticities().blue()
                }) {
                    double[] place = diagram.place(corner);
                    assertTrue(place[0] > grid.left() && place[0] < grid.right(), diagram + " " + corner);
                    assertTrue(place[1] > grid.bottom() && place[1] < grid.top(), diagram + " " + corner);
                }
            }
        }
        UniformChromaticity white = UniformChromaticity.of(new Chromaticity(0.3127, 0.3290));
        assertEquals(0.1978, white.u(), 5e-5); // CIE 015:2018
        double[] place = Diagram.CIE_1976.place(new Chromaticity(0.3127, 0.3290));
        assertEquals(white.u(), place[0]);
        assertEquals(0.4683, place[1], 5e-5);
    }
}
