/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import org.scenelinear.exr.meta.Compression;

/**
 * How to write an OpenEXR file; other formats have no choices.
 *
 * @param compression of the pixels
 * @param dwaLevel the level of DWAA and DWAB, 0 or more; 45 is OpenEXR's default, larger loses more
 * @param pixels the samples to write
 */
public record SaveOptions(Compression compression, float dwaLevel, Pixels pixels) {
    /** OpenEXR's own default level of DWAA and DWAB. */
    public static final float DEFAULT_DWA_LEVEL = 45f;

    /** ZIP with 16-bit half samples. */
    public static final SaveOptions DEFAULT = new SaveOptions(Compression.ZIP, DEFAULT_DWA_LEVEL, Pixels.HALF);

    /** What samples an OpenEXR file gets. */
    public enum Pixels {
        /** 16-bit floating point; what exceeds 65504 becomes infinity. */
        HALF,
        /** 32-bit floating point: exactly the samples in memory. */
        FLOAT,
        /** Each channel as in the file it came from. */
        SOURCE
    }
}
