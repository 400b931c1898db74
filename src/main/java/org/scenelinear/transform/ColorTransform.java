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
 * An operation on the color of each pixel by itself, as an immutable value: two with the same parameters are equal.
 * Chains are simplified on these values; only {@link #compile} leads to code that touches pixels.
 */
public interface ColorTransform {
    /** The operation that undoes this one, or empty if none does. */
    Optional<ColorTransform> inverse();

    /** Whether it changes no value at all. */
    boolean isIdentity();

    /** What it does in a few words with its parameters, for history and reports. */
    String description();

    /** Makes the code that runs it. May take some milliseconds; keep the result for a whole image. */
    Kernel compile();
}
