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
import ij.WindowManager;
import ij.macro.Interpreter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs macros in ImageJ as the legacy patcher makes it work without a screen. Apart from the tests, because the patcher
 * must come before the first class of ImageJ is loaded, and no ImageJ type may stand in a test's signatures.
 */
final class HeadlessImageJ {
    private HeadlessImageJ() {}

    /** What a macro returned and what it left in the log. */
    record Outcome(String returned, String log) {}

    /** Puts the plugin's jar where ImageJ looks for plugins. */
    static void install(Path jar, Path folder) {
        try {
            Path plugins = Files.createDirectories(folder.resolve("plugins"));
            Files.copy(jar, plugins.resolve("SceneLinear_.jar"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        System.setProperty("plugins.dir", folder.toString());
    }

    /** Runs a macro with an argument. */
    static Outcome run(String macro, String argument) {
        PrintStream console = System.out;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(log, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            String returned = IJ.runMacro(macro, argument);
            return new Outcome(returned, log.toString(StandardCharsets.UTF_8).strip());
        } finally {
            System.setOut(console);
            for (int id : Interpreter.getBatchModeImageIDs()) {
                Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
            }
            WindowManager.setTempCurrentImage(null);
            Interpreter.batchMode = true; // the patcher's batch mode, which an aborted macro switches off
        }
    }
}
