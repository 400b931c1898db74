/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.plugin.PlugIn;
import ij.plugin.frame.Recorder;
import java.awt.GraphicsEnvironment;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.menu.MenuCommand;

/**
 * Runs the menu entries in ImageJ 1 without SciJava: {@code plugins.config} names this class with the class of the
 * entry as its argument. Shows the same parameters in ImageJ's own dialog, so that the same macro line is recorded, and
 * in a macro reads that line.
 */
public final class PlainImageJ implements PlugIn {
    @Override
    public void run(String commandClass) {
        MenuCommand command = create(commandClass);
        String options = Macro.getOptions();
        if (options != null || GraphicsEnvironment.isHeadless()) {
            command.runMacro(options);
            return;
        }
        if (Recorder.record) {
            // An entry may stand in a second menu under another label; macros know one label only.
            Recorder.setCommand(command.signature().label());
        }
        ImagePlus active = WindowManager.getCurrentImage();
        Map<String, String> suggested = active == null ? Map.of() : command.suggestions(active);
        Optional<Map<String, String>> answer =
                command.needsDialog(Optional.ofNullable(active)) ? ask(command, suggested) : Optional.of(suggested);
        if (answer.isPresent()) {
            command.runWith(answer.get());
        } else {
            command.closePreview();
            IJ.showStatus(command.signature().label() + " canceled");
        }
    }

    private static Optional<Map<String, String>> ask(MenuCommand command, Map<String, String> suggested) {
        Optional<MenuCommand.OwnDialog> own = command.ownDialog();
        if (own.isEmpty()) {
            return ParameterDialog.ask(command, suggested);
        }
        Optional<Map<String, String>> answer = own.get().ask(suggested);
        if (Recorder.record) {
            answer.orElse(Map.of()).forEach(Recorder::recordOption);
        }
        return answer;
    }

    /** The entry, as {@code plugins.config} names it. */
    private static MenuCommand create(String commandClass) {
        try {
            return Class.forName(commandClass)
                    .asSubclass(MenuCommand.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("plugins.config names " + commandClass + ": " + e, e);
        }
    }
}
