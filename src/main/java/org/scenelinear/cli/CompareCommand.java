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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.scenelinear.command.inspect.Comparison;
import org.scenelinear.command.inspect.ComparisonLimit;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code compare}: how far the colors of one file are from those of another, for tests of pipelines. */
@Command(
        name = "compare",
        description =
                "Measures how far the colors of one image file are from those of another. Exits with 1 if a limit is"
                        + " exceeded.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FIRST", description = "What is compared with.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Of the same size; color spaces may differ.")
    private Path second;

    @Option(
            names = "--limit",
            paramLabel = "LIMITS",
            defaultValue = "",
            description = "Names of figures and numbers with semicolons between: \"dEITP maximum 2; SSIM 0.99\".")
    private String limit;

    @Option(
            names = "--peak",
            paramLabel = "NUMBER",
            defaultValue = "1",
            description = "The linear value that PSNR is relative to; ${DEFAULT-VALUE} if not given.")
    private double peak;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        List<ComparisonLimit> limits = ComparisonLimit.parse(limit)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--limit=" + limit + ": not names and numbers with semicolons between"));
        if (!(peak > 0 && peak < Double.POSITIVE_INFINITY)) {
            throw new ParameterException(spec.commandLine(), "--peak=" + peak + ": not a number above 0");
        }
        try {
            Run run = InfoCommand.parallel(err);
            FloatImage one = ImageFiles.open(first, OpenOptions.DEFAULT, run);
            FloatImage other = ImageFiles.open(second, OpenOptions.DEFAULT, run);
            Map<String, Double> figures = Comparison.of(one, other, Optional.empty(), peak, run)
                    .figures(Area.whole(one.width(), one.height()), run);
            figures.forEach((name, value) -> out.println(name + ": " + text(value)));
            out.flush();
            List<String> problems = limits.stream()
                    .flatMap(bound -> bound.problem(figures).stream())
                    .toList();
            problems.forEach(problem -> SceneLinear.printProblem(err, first + " and " + second + ": " + problem));
            return problems.isEmpty() ? 0 : 1;
        } catch (IOException | StepException e) {
            SceneLinear.printProblem(err, e.getMessage());
            return 1;
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
