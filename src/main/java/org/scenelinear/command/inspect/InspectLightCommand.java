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

import ij.ImagePlus;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scenelinear.ui.InspectorWindow;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that opens the live inspector; it asks nothing but the color space, if that is not known. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Inspect Light")
public class InspectLightCommand extends MenuCommand {
    private static final Signature SIGNATURE = new Signature(
            "Inspect Light",
            "Tells of the pixel under the mouse, live: light in cd/m² and stops, color in the CIE's terms, half bits,"
                    + " gamuts, and what a view makes of it. A click drops a numbered sample.",
            List.of(
                    SourceSpace.FROM,
                    DisplayTarget.ownViews().get(0),
                    DisplayTarget.ownViews().get(1)));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

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
            throw new StepException("needs a screen; " + InspectPixelCommand.SIGNATURE.label() + " works without one");
        }
        ImagePlus image = source();
        LightReadings readings = new LightReadings(image, SourceSpace.given(arguments));
        InspectorWindow.open(
                image,
                readings.views(),
                LightReadings.name(arguments.text("display"), arguments.text("view")),
                readings);
    }
}
