/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/** The three ways DWA packs a channel, in the order of their codes in a chunk's channel rules. */
enum DwaScheme {
    /** As they are, all such channels in one deflate stream. */
    DEFLATE,
    /** Cosine transform and quantization: the only lossy way. */
    LOSSY,
    /** Split into byte planes, run-length coded, then deflated. */
    RUN_LENGTH
}
