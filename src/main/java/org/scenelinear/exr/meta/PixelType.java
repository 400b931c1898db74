/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

/** How a channel's samples are stored: OpenEXR's three sample types, in the order of their codes in a file. */
public enum PixelType {
    /** Unsigned 32-bit integer, code 0. */
    UINT(4),
    /** 16-bit floating point (IEEE 754 binary16), code 1. */
    HALF(2),
    /** 32-bit floating point, code 2. */
    FLOAT(4);

    private final int bytes;

    PixelType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one sample, 2 or 4. */
    public int bytes() {
        return bytes;
    }
}
