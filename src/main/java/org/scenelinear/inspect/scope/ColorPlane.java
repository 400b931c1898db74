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

import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.cie.UniformChromaticity;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Tile;

/**
 * A plane of colors in which pixels are counted.
 *
 * @param grid its bins
 * @param projection where a pixel lies in it
 */
public record ColorPlane(PlaneCounts.Grid grid, Projection projection) {
    /**
     * The chromaticity diagrams of the CIE, of the 2 degree observer. Their grids hold AP0 and all visible colors, and
     * no bin ends at 0 or 1, where many primaries lie.
     */
    public enum Diagram {
        /** xy: CIE 015:2018, section 7.3. */
        CIE_1931("CIE 1931", "x", "y", new PlaneCounts.Grid(-64.5 / 640, -64.5 / 640, 1 / 640.0, 608, 736)),
        /** u'v', in which equal distances are more alike to the eye: ISO/CIE 11664-5:2016. */
        CIE_1976("CIE 1976", "u'", "v'", new PlaneCounts.Grid(-0.05, -0.36, 1 / 768.0, 544, 768));

        private final String standard;
        private final String right;
        private final String up;
        private final PlaneCounts.Grid grid;

        Diagram(String standard, String right, String up, PlaneCounts.Grid grid) {
            this.standard = standard;
            this.right = right;
            this.up = up;
            this.grid = grid;
        }

        /** Its name. */
        public String standard() {
            return standard;
        }

        /** The name of the coordinate to the right. */
        public String right() {
            return right;
        }

        /** The name of the coordinate upwards. */
        public String up() {
            return up;
        }

        /** Where a color lies: to the right and upwards. */
        public double[] place(Chromaticity color) {
            if (this == CIE_1931) {
                return new double[] {color.x(), color.y()};
            }
            UniformChromaticity uniform = UniformChromaticity.of(color);
            return new double[] {uniform.u(), uniform.v()};
        }
    }

    /**
     * A chromaticity diagram of light as it is under the white of its space.
     *
     * @param space a linear space, which the components are of
     */
    public static ColorPlane of(Diagram diagram, ColorSpace space) {
        double[] m = space.chromaticities().toXyz().toArray();
        // Both diagrams divide two weighted sums of X, Y, Z by a third: fold these into the matrix.
        Matrix3 sums = diagram == Diagram.CIE_1931
                ? Matrix3.of(1, 0, 0, 0, 1, 0, 1, 1, 1)
                : Matrix3.of(4, 0, 0, 0, 9, 0, 1, 15, 3);
        double[] weights = sums.times(Matrix3.of(m)).toArray();
        return new ColorPlane(diagram.grid, (tile, x, y) -> project(weights, tile, x, y));
    }

    private static void project(double[] weights, Tile tile, double[] x, double[] y) {
        for (int i = 0; i < tile.length; i++) {
            double r = tile.r[i];
            double g = tile.g[i];
            double b = tile.b[i];
            double sum = weights[6] * r + weights[7] * g + weights[8] * b;
            x[i] = (weights[0] * r + weights[1] * g + weights[2] * b) / sum;
            y[i] = (weights[3] * r + weights[4] * g + weights[5] * b) / sum;
            if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                x[i] = Projection.isFinite(tile.r[i], tile.g[i], tile.b[i])
                        ? Projection.NO_COLOR
                        : Projection.broken(tile.r[i], tile.g[i], tile.b[i]);
            }
        }
    }
}
