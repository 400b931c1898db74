/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Optional;

/**
 * A {@link Lut1D} read from its values back to its domain. Values that the table does not reach get the nearest that it
 * does; NaN stays NaN.
 *
 * @param table the table forward; each component rises or falls all the way
 */
public record InverseLut1D(Lut1D table) implements ColorTransform {
    /** Refuses a table that does not lead back. */
    public InverseLut1D {
        if (!table.isMonotone()) {
            throw new IllegalArgumentException("a 1D LUT that rises and falls cannot be inverted");
        }
    }

    /** The table. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(table);
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return "inverse " + table.description();
    }

    @Override
    public Kernel compile() {
        boolean halfs = table.isHalfDomain();
        MonotoneCurve r = new MonotoneCurve(table.table(0), halfs);
        MonotoneCurve g = table.isCommon() ? r : new MonotoneCurve(table.table(1), halfs);
        MonotoneCurve b = table.isCommon() ? r : new MonotoneCurve(table.table(2), halfs);
        return tile -> {
            lookUp(r, tile.r, tile.length);
            lookUp(g, tile.g, tile.length);
            lookUp(b, tile.b, tile.length);
        };
    }

    private static void lookUp(MonotoneCurve curve, float[] plane, int length) {
        for (int i = 0; i < length; i++) {
            plane[i] = curve.position(plane[i]);
        }
    }
}
