/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

/** How the file an image came from stored a channel, so that it can be saved likewise. In memory all are float. */
public enum SampleType {
    /** 16-bit floating point. */
    HALF,
    /** 32-bit floating point. */
    FLOAT,
    /** 32-bit unsigned integer; above 2^24 a float cannot hold every value. */
    UINT,
    /** 8-bit integer, full scale as 1. */
    BYTE,
    /** 16-bit integer, full scale as 1. */
    SHORT
}
