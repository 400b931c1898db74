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

/**
 * A three-dimensional look-up table over the cube from 0 to 1: the {@code LUT3D} node of the Common LUT Format (Academy
 * S-2014-006, version 3, section 7.4). What lies outside gets the color of the nearest point of the cube, infinities
 * too. A NaN in one component makes its pixel NaN (OpenColorIO takes it for 0). Immutable.
 */
public final class Lut3D implements ColorTransform {
    /** How colors between the entries are found. */
    public enum Interpolation {
        /** Between the eight corners of a cell. */
        TRILINEAR("trilinear"),
        /** Between the four corners of the tetrahedron, of the six in a cell, which holds the color. */
        TETRAHEDRAL("tetrahedral");

        private final String text;

        Interpolation(String text) {
            this.text = text;
        }

        /** Its name in files. */
        public String text() {
            return text;
        }
    }

    private final int size;
    private final float[] entries;
    private final Interpolation interpolation;

    private Lut3D(int size, float[] entries, Interpolation interpolation) {
        this.size = size;
        this.entries = entries;
        this.interpolation = interpolation;
    }

    /**
     * A table.
     *
     * @param size entries along each edge, 2 or more
     * @param entries r, g, b of each entry, {@code 3 * size^3} finite numbers, blue changing fastest; copied
     * @param interpolation between the entries
     */
    public static Lut3D of(int size, float[] entries, Interpolation interpolation) {
        if (size < 2 || entries.length != 3L * size * size * size) {
            throw new IllegalArgumentException(
                    "a 3D LUT of size " + size + " does not have " + entries.length + " numbers");
        }
        for (int i = 0; i < entries.length; i++) {
            if (!Float.isFinite(entries[i])) {
                throw new IllegalArgumentException("entry " + i / 3 + " of the table is " + entries[i]);
            }
        }
        return new Lut3D(size, entries.clone(), interpolation);
    }

    /** How many entries there are along each edge. */
    public int size() {
        return size;
    }

    /** How colors between the entries are found. */
    public Interpolation interpolation() {
        return interpolation;
    }

    /** The same table with another interpolation. */
    public Lut3D with(Interpolation other) {
        return other == interpolation ? this : new Lut3D(size, entries, other);
    }

    /** A component of an entry, at a place along r, g and b. */
    public float entry(int r, int g, int b, int component) {
        return entries[3 * ((r * size + g) * size + b) + component];
    }

    /** The numbers in the order of {@link #of}, not a copy. */
    float[] entries() {
        return entries;
    }

    /** Empty: a table in three dimensions has no inverse that holds everywhere, and none is guessed. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.empty();
    }

    /** Never: what is outside the cube is limited. */
    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return interpolation.text() + " 3D LUT of " + size + "x" + size + "x" + size + " entries";
    }

    @Override
    public Kernel compile() {
        return interpolation == Interpolation.TETRAHEDRAL && size <= TetrahedralKernel.LARGEST_SIZE
                ? new TetrahedralKernel(this)
                : new Lut3DKernel(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lut3D lut
                && size == lut.size
                && interpolation == lut.interpolation
                && Arrays.equals(entries, lut.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries) + interpolation.ordinal();
    }

    @Override
    public String toString() {
        return description();
    }
}
