/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import java.util.List;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;

/**
 * Says how much light the values of an image stand for. No value changes.
 *
 * @param calibration the light of 1
 * @param text the canonical text
 */
public record SetLightCalibration(LightCalibration calibration, String text) implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Set Light Calibration...",
            "Says how much light the value 1.0 is, in cd/m². No pixel changes. EXR files keep it as whiteLuminance.",
            List.of(Parameter.number(
                    "White luminance (cd/m²)",
                    "The luminance of R = G = B = 1.0 in cd/m².",
                    "100",
                    0.000001,
                    1000000000)));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static SetLightCalibration of(Arguments arguments) {
        return new SetLightCalibration(new LightCalibration(arguments.number("white")), arguments.line());
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) {
        return calibration.applyTo(source).withStep(text);
    }
}
