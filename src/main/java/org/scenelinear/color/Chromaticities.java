/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import org.scenelinear.math.Matrix3;

/**
 * The primaries and white of an RGB color space.
 *
 * @param red chromaticity of RGB (1, 0, 0)
 * @param green chromaticity of RGB (0, 1, 0)
 * @param blue chromaticity of RGB (0, 0, 1)
 * @param white chromaticity of RGB (1, 1, 1)
 */
public record Chromaticities(Chromaticity red, Chromaticity green, Chromaticity blue, Chromaticity white) {
    /** Primaries and white from eight coordinates: red x y, green x y, blue x y, white x y. */
    public static Chromaticities of(
            double rx, double ry, double gx, double gy, double bx, double by, double wx, double wy) {
        return new Chromaticities(
                new Chromaticity(rx, ry), new Chromaticity(gx, gy), new Chromaticity(bx, by), new Chromaticity(wx, wy));
    }

    /**
     * The primaries and white that a matrix stands for, where a standard gives the matrix alone.
     *
     * @param toXyz from linear RGB to CIE XYZ
     * @return primaries and white whose own matrix is this one, but for the luminance of the white, which is 1
     */
    static Chromaticities ofMatrix(Matrix3 toXyz) {
        return new Chromaticities(
                point(toXyz.times(new double[] {1, 0, 0})),
                point(toXyz.times(new double[] {0, 1, 0})),
                point(toXyz.times(new double[] {0, 0, 1})),
                point(toXyz.times(new double[] {1, 1, 1})));
    }

    private static Chromaticity point(double[] xyz) {
        double sum = xyz[0] + xyz[1] + xyz[2];
        return new Chromaticity(xyz[0] / sum, xyz[1] / sum);
    }

    /**
     * The matrix from linear RGB to CIE XYZ, where RGB (1, 1, 1) is the white with Y = 1: SMPTE RP 177-1993, in double.
     *
     * @return the normalized primary matrix
     * @throws ArithmeticException if the primaries lie on one line, the white has y = 0, or a coordinate is not finite
     */
    public Matrix3 toXyz() {
        double area = (green.x() - red.x()) * (blue.y() - red.y()) - (blue.x() - red.x()) * (green.y() - red.y());
        if (!(Math.abs(area) > 1e-9) || !Double.isFinite(area) || !Double.isFinite((white.x() + 1) / white.y())) {
            throw new ArithmeticException("no colors can be mixed from " + this);
        }
        Matrix3 primaries = Matrix3.of(
                red.x(),
                green.x(),
                blue.x(),
                red.y(),
                green.y(),
                blue.y(),
                1 - red.x() - red.y(),
                1 - green.x() - green.y(),
                1 - blue.x() - blue.y());
        double[] amounts = primaries.inverse().times(white.toXyz());
        return primaries.times(Matrix3.diagonal(amounts[0], amounts[1], amounts[2]));
    }

    /**
     * The matrix from linear RGB of these primaries to linear RGB of others.
     *
     * @param target the primaries and white to go to
     * @param adaptation how to carry this white over to the target's
     * @return the matrix; exactly the identity if the two are equal
     */
    public Matrix3 matrixTo(Chromaticities target, Adaptation adaptation) {
        if (equals(target)) {
            return Matrix3.IDENTITY;
        }
        return target.toXyz()
                .inverse()
                .times(adaptation.matrix(white, target.white))
                .times(toXyz());
    }

    /** Whether no coordinate differs from the other's by more than a tolerance. */
    public boolean isCloseTo(Chromaticities other, double tolerance) {
        return red.isCloseTo(other.red, tolerance)
                && green.isCloseTo(other.green, tolerance)
                && blue.isCloseTo(other.blue, tolerance)
                && white.isCloseTo(other.white, tolerance);
    }
}
