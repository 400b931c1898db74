/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.List;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;

/**
 * A chain that is tables alone, as the older formats have them: a one-dimensional table, a three-dimensional one, or
 * the first before the second, each over a domain.
 *
 * @param tableDomain the domain of the one-dimensional table
 * @param table the one-dimensional table, or null
 * @param cubeDomain the domain of the three-dimensional table
 * @param cube the three-dimensional table, or null
 */
record TableChain(Domain tableDomain, Lut1D table, Domain cubeDomain, Lut3D cube) {
    /**
     * Where a table begins and ends.
     *
     * @param from what its first entry is for
     * @param to what its last entry is for
     */
    record Domain(ChannelValues from, ChannelValues to) {
        /** From 0 to 1. */
        static final Domain UNIT = new Domain(ChannelValues.ZERO, ChannelValues.ONE);

        /** Whether all components have the same. */
        boolean isSame() {
            return from.equals(ChannelValues.same(from.r())) && to.equals(ChannelValues.same(to.r()));
        }

        /** The lines of a .cube file that tell it: one with a keyword, or two for each component; none for 0 to 1. */
        String text(String rangeKeyword) {
            if (equals(UNIT)) {
                return "";
            }
            if (rangeKeyword != null) {
                return rangeKeyword + " " + Numbers.text(from.r()) + " " + Numbers.text(to.r()) + "\n";
            }
            return "DOMAIN_MIN" + text(from) + "\nDOMAIN_MAX" + text(to) + "\n";
        }

        private static String text(ChannelValues values) {
            return " " + Numbers.text(values.r()) + " " + Numbers.text(values.g()) + " " + Numbers.text(values.b());
        }
    }

    /**
     * A chain taken apart.
     *
     * @throws IllegalArgumentException if there is anything else in it than tables and their domains
     */
    static TableChain of(TransformChain chain) {
        Domain tableDomain = Domain.UNIT;
        Lut1D table = null;
        Domain cubeDomain = Domain.UNIT;
        Lut3D cube = null;
        Domain pending = Domain.UNIT;
        List<ColorTransform> transforms = ClfNodes.flattened(chain);
        for (ColorTransform transform : transforms) {
            if (transform instanceof Lut1D lut && table == null && cube == null && !lut.isHalfDomain()) {
                table = lut;
                tableDomain = pending;
                pending = Domain.UNIT;
            } else if (transform instanceof Lut3D lut && cube == null) {
                cube = lut;
                cubeDomain = pending;
                pending = Domain.UNIT;
            } else if (cube == null && pending.equals(Domain.UNIT) && domain(transform) != null) {
                pending = domain(transform);
            } else {
                throw refused(transform);
            }
        }
        if (transforms.isEmpty() || !pending.equals(Domain.UNIT)) {
            throw refused(chain);
        }
        return new TableChain(tableDomain, table, cubeDomain, cube);
    }

    private static IllegalArgumentException refused(ColorTransform transform) {
        return new IllegalArgumentException(
                "a file of tables cannot hold: " + transform.description() + "; write a .clf file, or bake it first");
    }

    /** The interval that a transform takes to 0 to 1, or null if it is none that does. */
    private static Domain domain(ColorTransform transform) {
        if (transform instanceof MatrixTransform matrix) {
            return domain(matrix.matrix(), ChannelValues.ZERO);
        }
        return transform instanceof AffineTransform affine ? domain(affine.matrix(), affine.offset()) : null;
    }

    private static Domain domain(Matrix3 matrix, ChannelValues offset) {
        double[] from = new double[3];
        double[] to = new double[3];
        for (int row = 0; row < 3; row++) {
            double gain = matrix.get(row, row);
            boolean diagonal = matrix.get(row, (row + 1) % 3) == 0 && matrix.get(row, (row + 2) % 3) == 0;
            if (!diagonal || !(gain > 0)) {
                return null;
            }
            from[row] = rounded(-offset.get(row) / gain);
            to[row] = rounded((1 - offset.get(row)) / gain);
        }
        return new Domain(new ChannelValues(from[0], from[1], from[2]), new ChannelValues(to[0], to[1], to[2]));
    }

    /** Without what the division left behind the twelfth digit. */
    private static double rounded(double value) {
        double digits = Math.rint(value * 1e12) / 1e12 + 0.0;
        return Math.abs(digits - value) <= 1e-12 * Math.abs(value) ? digits : value;
    }
}
