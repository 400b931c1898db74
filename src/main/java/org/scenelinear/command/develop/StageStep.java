/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.Stage;
import org.scenelinear.agx.StageSequence;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * One stage of developing, on an image in any color space: R, G and B go to the stage's space and back, all other
 * channels stay. A neutral stage leaves every sample as it is.
 *
 * @param label of the operation
 * @param parameters of the stage, by key, in the order of the macro line
 * @param stage the same as a stage
 * @param mode what becomes of light outside 0 to 1
 * @param from the space to take the source for; empty for the one the image itself says
 */
record StageStep(String label, Map<String, String> parameters, Stage stage, Mode mode, Optional<ColorSpace> from)
        implements Step {
    /** Keeps an unmodifiable copy of the map, in its order. */
    StageStep {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        try {
            return new Development(mode, Development.Encoding.KEEP, from)
                    .apply(
                            source,
                            () -> new StageSequence(List.of(stage)),
                            label,
                            space -> new StageStep(label, parameters, stage, mode, Optional.of(space)).text(),
                            run);
        } catch (UncheckedIOException e) {
            throw new StepException(e.getCause().getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>(parameters);
        values.put("mode", mode.label());
        from.ifPresent(space -> values.put("from", space.name()));
        return label + " " + MacroOptions.format(values);
    }
}
