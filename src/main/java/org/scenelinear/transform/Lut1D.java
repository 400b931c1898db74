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

import java.util.Arrays;
import java.util.Optional;
import org.scenelinear.math.HalfFloat;

/**
 * A one-dimensional look-up table, interpolated in straight lines, for each component or one for all: the {@code LUT1D}
 * node of the Common LUT Format (Academy S-2014-006, version 3, section 7.3).
 *
 * <p>A plain table has its entries at equal steps from 0 to 1; what lies outside gets the first or last entry. A table
 * over half floats has an entry for each of their 65536 bit patterns, so that it covers -65504 to 65504; what lies
 * outside, infinities too, gets the entry of the last half. The entries of patterns that are no finite number are never
 * used. NaN stays NaN in both (OpenColorIO makes it the entry of 0). Immutable.
 */
public final class Lut1D implements ColorTransform {
    /** How many entries a table over half floats has. */
    public static final int HALF_ENTRIES = 65536;

    /** The bits of the half that is infinity; from here on a pattern is no finite number. */
    private static final int HALF_INFINITY = 0x7C00;

    /** One table of entries for all components, or three. */
    private final float[][] tables;

    private final boolean halfDomain;

    private Lut1D(float[][] tables, boolean halfDomain) {
        this.tables = tables;
        this.halfDomain = halfDomain;
    }

    /**
     * A table.
     *
     * @param halfDomain whether its entries are those of all halfs, by their bits
     * @param tables one table for all components or three, which may be equal, of the same length, which is 2 or more
     *     or for halfs {@value #HALF_ENTRIES}; copied
     * @throws IllegalArgumentException if the numbers of tables or entries are others, or an entry that can be used is
     *     not finite
     */
    public static Lut1D of(boolean halfDomain, float[]... tables) {
        if (tables.length != 1 && tables.length != 3) {
            throw new IllegalArgumentException("1 or 3 tables are needed, not " + tables.length);
        }
        int length = tables[0].length;
        if (halfDomain ? length != HALF_ENTRIES : length < 2) {
            throw new IllegalArgumentException(
                    halfDomain
                            ? "a table over halfs has " + HALF_ENTRIES + " entries, not " + length
                            : "a table has 2 entries or more, not " + length);
        }
        float[][] copies = new float[tables.length][];
        for (int c = 0; c < tables.length; c++) {
            if (tables[c].length != length) {
                throw new IllegalArgumentException("the tables have different lengths");
            }
            copies[c] = used(tables[c], halfDomain);
        }
        boolean same = copies.length == 3 && Arrays.equals(copies[0], copies[1]) && Arrays.equals(copies[0], copies[2]);
        return new Lut1D(same ? new float[][] {copies[0]} : copies, halfDomain);
    }

    /** A copy in which the entries that are never used are 0, whatever they were. */
    private static float[] used(float[] table, boolean halfDomain) {
        float[] copy = new float[table.length];
        for (int i = 0; i < table.length; i++) {
            if (!halfDomain || (i & 0x7FFF) < HALF_INFINITY) {
                if (!Float.isFinite(table[i])) {
                    throw new IllegalArgumentException("entry " + i + " of the table is " + table[i]);
                }
                copy[i] = table[i];
            }
        }
        return copy;
    }

    /** Whether the entries are those of all halfs. */
    public boolean isHalfDomain() {
        return halfDomain;
    }

    /** How many entries a table has. */
    public int length() {
        return tables[0].length;
    }

    /** Whether one table serves all components. */
    public boolean isCommon() {
        return tables.length == 1;
    }

    /** An entry of the table of component 0, 1 or 2. */
    public float entry(int component, int index) {
        return table(component)[index];
    }

    float[] table(int component) {
        return tables[isCommon() ? 0 : component];
    }

    /**
     * The table back, if each component rises or falls all the way, level stretches allowed; otherwise empty. Values
     * that the table does not reach get the nearest that it does.
     */
    @Override
    public Optional<ColorTransform> inverse() {
        return isMonotone() ? Optional.of(new InverseLut1D(this)) : Optional.empty();
    }

    /** Whether each component rises or falls all the way, level stretches allowed. */
    boolean isMonotone() {
        return Arrays.stream(tables).allMatch(table -> MonotoneCurve.isMonotone(table, halfDomain));
    }

    /** Never: what is outside its domain is limited. */
    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return "1D LUT of " + length() + (halfDomain ? " halfs" : " entries")
                + (isCommon() ? "" : " for each component");
    }

    @Override
    public Kernel compile() {
        float[] r = table(0);
        float[] g = table(1);
        float[] b = table(2);
        if (halfDomain) {
            return tile -> {
                lookUpHalf(r, tile.r, tile.length);
                lookUpHalf(g, tile.g, tile.length);
                lookUpHalf(b, tile.b, tile.length);
            };
        }
        return tile -> {
            lookUp(r, tile.r, tile.length);
            lookUp(g, tile.g, tile.length);
            lookUp(b, tile.b, tile.length);
        };
    }

    private static void lookUp(float[] table, float[] plane, int length) {
        int last = table.length - 1;
        for (int i = 0; i < length; i++) {
            float position = plane[i] * last;
            if (position > 0 && position < last) {
                int below = (int) position;
                float low = table[below];
                plane[i] = low + (position - below) * (table[below + 1] - low);
            } else if (position <= 0) {
                plane[i] = table[0];
            } else if (position >= last) {
                plane[i] = table[last];
            } // and NaN stays
        }
    }

    private static void lookUpHalf(float[] table, float[] plane, int length) {
        float[] halfs = HalfFloat.table();
        for (int i = 0; i < length; i++) {
            float value = plane[i];
            if (Float.isNaN(value)) {
                continue;
            }
            float limited = Math.min(Math.max(value, -HalfFloat.MAX), HalfFloat.MAX);
            int nearest = HalfFloat.fromFloat(limited) & 0xFFFF;
            int inner = Math.abs(halfs[nearest]) > Math.abs(limited) ? nearest - 1 : nearest;
            float from = halfs[inner];
            float low = table[inner];
            float fraction = limited == from ? 0 : (limited - from) / (halfs[inner + 1] - from);
            plane[i] = fraction == 0 ? low : low + fraction * (table[inner + 1] - low);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lut1D lut && halfDomain == lut.halfDomain && Arrays.deepEquals(tables, lut.tables);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(tables) + (halfDomain ? 1 : 0);
    }

    @Override
    public String toString() {
        return description();
    }
}
