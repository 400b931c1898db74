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

/**
 * A curve that is used on both sides of black: a negative value takes the way of its absolute value and keeps its sign.
 * OpenColorIO does so with the curves of ITU-R BT.2100, which the recommendation defines from 0 on.
 *
 * @param curve what holds from 0 on
 */
public record MirroredCurve(TransferCurve curve) implements TransferCurve {
    @Override
    public double encode(double linear) {
        return Math.copySign(curve.encode(Math.abs(linear)), linear);
    }

    @Override
    public double decode(double encoded) {
        return Math.copySign(curve.decode(Math.abs(encoded)), encoded);
    }

    @Override
    public String name() {
        return curve.name();
    }
}
