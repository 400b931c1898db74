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
import org.scenelinear.color.ChannelCoupling.SystemGamma;
import org.scenelinear.transform.CurveTransform.Direction;

/**
 * The step of hybrid log-gamma between light in the scene and light on the display, as vector code within 2e-6 of the
 * result of the evaluation in double. What it does at black is in {@link SystemGamma}; a NaN in one component makes the
 * pixel NaN.
 *
 * @param coupling peak and gamma of the display
 * @param direction {@code DECODE} from the scene to the display, {@code ENCODE} back
 */
public record SystemGammaTransform(SystemGamma coupling, Direction direction) implements ColorTransform {
    /** The step the other way. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(new SystemGammaTransform(
                coupling, direction == Direction.ENCODE ? Direction.DECODE : Direction.ENCODE));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        return direction == Direction.DECODE ? "apply system gamma" : "undo system gamma";
    }

    @Override
    public Kernel compile() {
        return new SystemGammaKernel(coupling, direction);
    }
}
