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

import java.io.PrintWriter;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code list}: every operation with its keys, what they take and their defaults. */
@Command(
        name = "list",
        description = "Lists the operations that run takes, with their keys and defaults.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        for (Signature signature : Recipes.all()) {
            out.println(signature.label());
            out.println("    " + signature.help());
            for (Parameter parameter : signature.parameters()) {
                out.println("    " + parameter.key() + "="
                        + parameter.defaultValue().orElse(""));
                out.println("        " + parameter.help());
                out.println("        takes " + parameter.allowed()
                        + (parameter.defaultValue().isEmpty() ? "; must be given" : ""));
            }
            out.println();
        }
    }
}
