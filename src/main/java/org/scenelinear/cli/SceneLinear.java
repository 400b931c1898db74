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

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program behind {@code bin/scenelinear}. Exit codes: 0 if all went well, 1 if something failed, 2 if it was called
 * wrongly. What failed stands on stderr, one line each.
 */
@Command(
        name = "scenelinear",
        description = "Scene-linear images without a screen: what is in an OpenEXR file, and the plugin's operations.",
        subcommands = {ListCommand.class, InfoCommand.class, CheckCommand.class, CompareCommand.class, RunCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = SceneLinear.Version.class)
public final class SceneLinear {
    private static final int FAILED = CommandLine.ExitCode.SOFTWARE;
    private static final int CALLED_WRONGLY = CommandLine.ExitCode.USAGE;

    private SceneLinear() {}

    /** Runs a command and ends the Java machine. */
    public static void main(String[] arguments) {
        System.exit(execute(writer(FileDescriptor.out), writer(FileDescriptor.err), arguments));
    }

    /**
     * Runs a command.
     *
     * @param out takes results
     * @param err takes problems
     * @param arguments a command and its arguments
     * @return the exit code
     */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new SceneLinear())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((problem, given) -> {
                    printProblem(err, problem.getMessage() + " (scenelinear --help tells how)");
                    return CALLED_WRONGLY;
                })
                .setExecutionExceptionHandler((problem, command, parsed) -> {
                    printProblem(err, message(problem));
                    return FAILED;
                });
        if (arguments.length == 0) {
            line.usage(err);
            return CALLED_WRONGLY;
        }
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            printProblem(err, message(e));
            return FAILED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    /** What to tell of a problem: its own words if they are meant for people. */
    static String message(Throwable problem) {
        if (problem instanceof OutOfMemoryError) {
            return "there is not enough memory; give more with JAVA_OPTS=-Xmx8g";
        }
        boolean unexpected = problem instanceof RuntimeException || problem.getMessage() == null;
        return unexpected ? "unexpected: " + problem : problem.getMessage();
    }

    /** One line on stderr. */
    static void printProblem(PrintWriter err, String message) {
        err.println("scenelinear: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
        err.flush();
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }

    /** Tells the version of the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = SceneLinear.class.getPackage().getImplementationVersion();
            return new String[] {"scenelinear " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
