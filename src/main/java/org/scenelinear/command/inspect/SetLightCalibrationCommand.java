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

import ij.IJ;
import ij.ImagePlus;
import java.math.BigDecimal;
import java.util.Map;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.file.ImageProperties;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link SetLightCalibration}, which tags the active image itself. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Set Light Calibration...", headless = true)
public class SetLightCalibrationCommand extends MenuCommand {
    @Parameter(required = false, persist = false)
    Double white;

    @Override
    public Signature signature() {
        return SetLightCalibration.SIGNATURE;
    }

    /** The calibration it has, so that the dialog shows what is known. */
    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return LightCalibration.of(ImagePlusConversion.toFloatImage(image, 1, 1))
                .map(known -> Map.of("white", BigDecimal.valueOf(known.nits()).toPlainString()))
                .orElse(Map.of());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        FloatImage tagged = SetLightCalibration.of(arguments)
                .apply(ImagePlusConversion.toFloatImage(image, 1, 1), Run.inThisThread());
        ImageProperties.of(tagged, image.getBitDepth()).forEach(image::setProp);
        image.changes = true;
        IJ.showStatus(image.getTitle() + ": 1.0 is " + arguments.text("white") + " cd/m²");
    }
}
