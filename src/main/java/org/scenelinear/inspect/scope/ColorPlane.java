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

import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.PerceptualQuantizer;
import org.scenelinear.color.cie.Ictcp;
import org.scenelinear.color.cie.UniformChromaticity;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

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

    /** Code values of a display, -0.55 to 0.55, with 0 in the middle of a bin. */
    private static final PlaneCounts.Grid DIFFERENCES =
            new PlaneCounts.Grid(-275.5 / 500, -275.5 / 500, 1 / 500.0, 551, 551);

    /**
     * The color differences Cb and Cr of code values.
     *
     * @param codes makes code values, 0 to 1, of what is counted; empty if that is code values
     * @param luma which Cb and Cr are meant
     */
    public static ColorPlane differences(Optional<Kernel> codes, LumaWeights luma) {
        return new ColorPlane(DIFFERENCES, (tile, x, y) -> {
            markBroken(tile, x);
            codes.ifPresent(kernel -> kernel.apply(tile));
            for (int i = 0; i < tile.length; i++) {
                double luminous = luma.luma(tile.r[i], tile.g[i], tile.b[i]);
                x[i] += luma.blueDifference(tile.b[i], luminous);
                y[i] = luma.redDifference(tile.r[i], luminous);
            }
        });
    }

    /**
     * Ct and Cp of light, ITU-R BT.2100-2 with the perceptual quantizer. Components that are negative in Rec.2020 count
     * as 0.
     *
     * @param space a linear space, which the components are of
     * @param calibration how much light 1 is
     */
    public static ColorPlane ictcp(ColorSpace space, LightCalibration calibration) {
        double gain = calibration.nits() / 100; // the quantizer's 1 is 100 cd/m²
        Kernel cones = TransformChain.of(
                        ColorSpaceConversion.between(space, ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD),
                        new RangeTransform(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, true),
                        new MatrixTransform(Ictcp.TO_CONES.times(Matrix3.diagonal(gain, gain, gain))),
                        new CurveTransform(new PerceptualQuantizer(), CurveTransform.Direction.ENCODE))
                .compile();
        double[] m = Ictcp.TO_ICTCP.toArray();
        return new ColorPlane(DIFFERENCES, (tile, x, y) -> {
            markBroken(tile, x);
            cones.apply(tile);
            for (int i = 0; i < tile.length; i++) {
                double l = tile.r[i];
                double middle = tile.g[i];
                double s = tile.b[i];
                x[i] += m[3] * l + m[4] * middle + m[5] * s;
                y[i] = m[6] * l + m[7] * middle + m[8] * s;
            }
        });
    }

    /** 0 for a pixel that is finite: kernels may make a number of what is not. */
    private static void markBroken(Tile tile, double[] marks) {
        for (int i = 0; i < tile.length; i++) {
            boolean finite = Projection.isFinite(tile.r[i], tile.g[i], tile.b[i]);
            marks[i] = finite ? 0 : Projection.broken(tile.r[i], tile.g[i], tile.b[i]);
        }
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
