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

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.file.ExrInfo;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code info}: what stands in OpenEXR files. A bad file is told on stderr and the others follow. */
@Command(
        name = "info",
        description = "Tells what is in OpenEXR files: parts, channels, windows, color, attributes.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    private static final Gson GSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "OpenEXR files.")
    private List<Path> files;

    @Option(names = "--json", description = "One JSON object per file and line.")
    private boolean json;

    @Option(
            names = "--pixels",
            description = "Decodes the pixels and adds count, nan, inf, min, max, sum and crc32 of each channel.")
    private boolean pixels;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean good = true;
        for (Path path : files) {
            try {
                describe(path, out);
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                problem(e instanceof IOException ? e.getMessage() : path + ": " + SceneLinear.message(e));
                good = false;
            }
            out.flush();
        }
        return good ? 0 : 1;
    }

    private void describe(Path path, PrintWriter out) throws IOException {
        try (ExrFile file = ExrFile.open(path)) {
            ExrDescription description = new ExrDescription(file);
            if (!json) {
                out.print(ExrInfo.text(path));
            }
            if (pixels) {
                description.readPixels(parallel(spec.commandLine().getErr()));
            }
            if (json) {
                out.println(GSON.toJson(description.json()));
            } else {
                if (pixels) {
                    description.channelStatistics().forEach((name, statistics) -> out.println(line(name, statistics)));
                }
                out.println();
            }
        }
    }

    private static String line(String name, JsonObject statistics) {
        StringBuilder line = new StringBuilder(name).append(':');
        statistics
                .entrySet()
                .forEach(entry -> line.append(' ')
                        .append(entry.getKey())
                        .append('=')
                        .append(entry.getValue().getAsString()));
        return line.toString();
    }

    private void problem(String message) {
        SceneLinear.printProblem(spec.commandLine().getErr(), message);
    }

    /** Work on all processors; what is to be said of the result is a line on {@code err}. */
    static Run parallel(PrintWriter err) {
        Progress lines = new Progress() {
            @Override
            public void update(String what, double fraction) {
                // Nobody watches: progress would be noise among the problems.
            }

            @Override
            public void warn(String sentence) {
                SceneLinear.printProblem(err, sentence);
            }
        };
        return Run.on(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors(), lines, () -> false);
    }
}
