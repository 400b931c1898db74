/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.block;

import org.scenelinear.exr.meta.PixelType;

/**
 * A channel's samples in memory: line by line from the top of the data window, from left to right, without gaps. A
 * subsampled channel has only the samples that are stored. Reading into {@link Floats} converts; the other two take the
 * stored bits. The array is the caller's and is never copied.
 */
public sealed interface Plane {
    /** How many samples there is room for. */
    int length();

    /** Samples as floats; any sample type converts from and to them. */
    static Plane of(float[] values) {
        return new Floats(values);
    }

    /** The 16 bits of half samples. */
    static Plane of(short[] bits) {
        return new Halfs(bits);
    }

    /** The 32 bits of unsigned integer samples. */
    static Plane of(int[] bits) {
        return new Ints(bits);
    }

    /** An empty plane that keeps the stored bits of samples of a type. */
    static Plane of(PixelType type, int length) {
        return switch (type) {
            case HALF -> of(new short[length]);
            case FLOAT -> of(new float[length]);
            case UINT -> of(new int[length]);
        };
    }

    /**
     * Samples as floats. Halfs become floats exactly, floats keep all their bits, unsigned integers become the nearest
     * float. Written as halfs they are rounded to the nearest, ties to even; as unsigned integers the fraction is cut
     * off, NaN and what is below 0 become 0, what is too large becomes 2^32 - 1.
     */
    record Floats(float[] values) implements Plane {
        @Override
        public int length() {
            return values.length;
        }
    }

    /** The bits of half samples. They can also be written to a float channel. */
    record Halfs(short[] bits) implements Plane {
        @Override
        public int length() {
            return bits.length;
        }
    }

    /** The bits of unsigned integer samples. */
    record Ints(int[] bits) implements Plane {
        @Override
        public int length() {
            return bits.length;
        }
    }
}
