/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

/** Checks of parameters that stages share. */
final class ParameterRange {
    private ParameterRange() {}

    /**
     * Refuses a value outside a range, a NaN too.
     *
     * @param name the parameter's name in presets
     * @throws IllegalArgumentException if the value is outside
     */
    static void check(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be " + lowest + " to " + highest);
        }
    }
}
