/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.io.OpenDialog;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.look.BakedLook;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link BakeLook}. Only for an image an image must be open. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Bake Look...", headless = true)
public class BakeLookCommand extends MenuCommand {
    @Parameter(required = false, persist = false)
    File chain;

    @Parameter(required = false, persist = false)
    File target;

    @Parameter(required = false, persist = false)
    String size;

    @Parameter(required = false, persist = false)
    String shaper;

    @Parameter(required = false, persist = false)
    String output;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String space;

    @Parameter(required = false, persist = false)
    String from;

    @Override
    public Signature signature() {
        return BakeLook.SIGNATURE;
    }

    /** A file of a look that does not exist: a dialog shall not lead to replacing one unasked. */
    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        String folder = Optional.ofNullable(OpenDialog.getDefaultDirectory()).orElse(System.getProperty("user.home"));
        Path path = Path.of(folder, "look.clf");
        for (int number = 2; Files.exists(path); number++) {
            path = Path.of(folder, "look-" + number + ".clf");
        }
        return Map.of("target", path.toString());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        BakeLook step = BakeLook.of(arguments);
        if (step.needsImage()) {
            FloatImage frame = SingleFrame.of(activeImage());
            ImageJRun.call(this::isCanceled, run -> step.apply(frame, run));
            return;
        }
        BakedLook baked = ImageJRun.call(this::isCanceled, run -> {
            BakedLook made = step.bake(run);
            step.tell(made, run);
            return made;
        });
        boolean unattended = Macro.getOptions() != null || IJ.isMacro() || GraphicsEnvironment.isHeadless();
        if (unattended || IJ.showMessageWithCancel("SceneLinear", step.report(baked) + "\n \nWrite it?")) {
            step.write(baked);
        }
    }
}
