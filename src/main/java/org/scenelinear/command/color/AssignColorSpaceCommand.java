/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import ij.IJ;
import ij.ImagePlus;
import java.util.Map;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.file.ImageProperties;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link AssignColorSpace}, which tags the active image itself. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Assign Color Space...", headless = true)
public class AssignColorSpaceCommand extends MenuCommand {
    @Parameter(required = false, persist = false)
    String space;

    @Override
    public Signature signature() {
        return AssignColorSpace.SIGNATURE;
    }

    /** The space it has, so that the dialog shows what is known. */
    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, "space");
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        ColorState before = ImagePlusConversion.color(image);
        FloatImage tagged =
                AssignColorSpace.of(arguments).apply(ImagePlusConversion.toFloatImage(image, 1, 1), Run.inThisThread());
        ImageProperties.of(tagged, image.getBitDepth()).forEach(image::setProp);
        image.changes = true;
        IJ.showStatus(image.getTitle() + " is now taken for "
                + tagged.color().space().orElseThrow().name() + "; before: "
                + before.space().map(ColorSpace::name).orElse("not known"));
    }
}
