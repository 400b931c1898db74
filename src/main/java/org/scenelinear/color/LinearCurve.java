/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

/** The curve of linear spaces: stored values are the light itself. */
public record LinearCurve() implements TransferCurve {
    @Override
    public double encode(double linear) {
        return linear;
    }

    @Override
    public double decode(double encoded) {
        return encoded;
    }

    @Override
    public String name() {
        return "linear";
    }
}
