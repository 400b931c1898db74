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
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookLibrary;
import org.scenelinear.look.LookSource;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.ui.LiveView;
import org.scenelinear.ui.Rendering;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows the active image live; it asks nothing but the color space, if that is not known. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Live View")
public class LiveViewCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Live View",
            "Shows the active image as a display would, through looks and an ACES 2 output transform. Its pixels stay as they"
                    + " are.",
            parameters());

    private static List<org.scenelinear.command.macro.Parameter> parameters() {
        List<org.scenelinear.command.macro.Parameter> parameters = new ArrayList<>(List.of(
                SourceSpace.FROM,
                org.scenelinear.command.macro.Parameter.number(
                        "Exposure (stops)",
                        "The exposure to begin with; a stop is a factor of two.",
                        "0",
                        -LiveView.mostStops(),
                        LiveView.mostStops())));
        parameters.addAll(DisplayTarget.ownViews());
        parameters.add(org.scenelinear.command.macro.Parameter.file(
                "Looks",
                org.scenelinear.command.macro.Parameter.Kind.INPUT_FILE,
                "What the picture goes through before: a file of a look, a look chain, an .amf file, or the name of a look"
                        + " that comes with SceneLinear.",
                ""));
        return parameters;
    }

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    Double exposure;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    File looks;

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
        LiveView.open(
                source,
                space,
                arguments.number("exposure"),
                new Rendering(arguments.text("display"), arguments.text("view"), looks(arguments.text("looks"))));
    }

    /** Read once, so that what is wrong with them is told before a window is there. */
    private static String looks(String given) throws StepException {
        try {
            if (!given.isEmpty()) {
                LookSource.read(Path.of(given), LutFiles.Options.DEFAULT);
            }
            return LookLibrary.nameOf(given).orElse(given);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }
}
