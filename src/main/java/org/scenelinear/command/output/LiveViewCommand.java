/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scenelinear.ui.LiveView;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows the active image live; it asks nothing but the color space, if that is not known. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Live View")
public class LiveViewCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Live View",
            "Shows the active image as an sRGB display would, through the ACES 2 output transform for SDR. Its pixels"
                    + " stay as they are.",
            List.of(
                    SourceSpace.FROM,
                    org.scenelinear.command.macro.Parameter.number(
                            "Exposure (stops)",
                            "The exposure to begin with; a stop is a factor of two.",
                            "0",
                            -LiveView.mostStops(),
                            LiveView.mostStops())));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    Double exposure;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public boolean needsDialog(Optional<ImagePlus> active) {
        return active.isPresent()
                && ImagePlusConversion.color(active.get()).space().isEmpty();
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        if (GraphicsEnvironment.isHeadless()) {
            throw new StepException("needs a screen; ACES Output Transform... works without one");
        }
        ImagePlus source = source();
        ColorSpace space = SourceSpace.of(SourceSpace.given(arguments), ImagePlusConversion.toFloatImage(source, 1, 1));
        if (space.reference() == ColorSpace.Reference.DISPLAY) {
            throw new StepException(source.getTitle() + " is in " + space.name()
                    + ", light on a display; the live view is for light in a scene");
        }
        String display = OutputTransforms.displays().get(0);
        LiveView.open(
                source,
                space,
                arguments.number("exposure"),
                display,
                OutputTransforms.views(display).get(0));
    }
}
