/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.scenelinear.file.ExrCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: whether OpenEXR files are sound. Each bad one is told, with what is wrong and where. */
@Command(
        name = "check",
        description = "Unpacks every chunk of OpenEXR files and tells what is wrong with them.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "OpenEXR files.")
    private List<Path> files;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        boolean sound = true;
        for (Path path : files) {
            try {
                ExrCheck check = ExrCheck.of(path, InfoCommand.parallel(err));
                out.print(check.text());
                sound &= check.isSound();
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                SceneLinear.printProblem(
                        err, e instanceof IOException ? e.getMessage() : path + ": " + SceneLinear.message(e));
                sound = false;
            }
            out.flush();
        }
        return sound ? 0 : 1;
    }
}
