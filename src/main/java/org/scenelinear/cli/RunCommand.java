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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.file.SaveExr;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Loss;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run}: one operation on one file, with the keys of the macro line. All channels of the first part go along. */
@Command(
        name = "run",
        description = "Runs an operation on a file and writes the result.",
        footer = {
            "",
            "The file to write tells its format by its suffix. OpenEXR files take pixels=float|half|source,",
            "compression=zip|... and level=45 for DWA, unless the operation has keys of these names itself.",
            "",
            "    scenelinear run \"Convert Color Space\" in.exr out.exr to=ACEScg"
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LABEL", description = "Its label in the menu; see list.")
    private String label;

    @Parameters(index = "1", paramLabel = "IN", description = "The file to read.")
    private Path in;

    @Parameters(index = "2", paramLabel = "OUT", description = "The file to write.")
    private Path out;

    @Parameters(index = "3..*", paramLabel = "KEY=VALUE", description = "Keys of the operation.")
    private List<String> words = List.of();

    @Override
    public Integer call() throws IOException, StepException {
        Map<String, String> options = options();
        Optional<Signature> signature = Recipes.find(label);
        Optional<String> writesTo = signature.flatMap(RunCommand::outputKey);
        SaveOptions save = saveOptions(options, signature);
        if (writesTo.isPresent() && options.put(writesTo.get(), out.toString()) != null) {
            throw new StepException(writesTo.get() + " is given twice: OUT is " + out);
        }
        Step step = Recipes.parse(label, options);
        requireFolder();
        Run run = InfoCommand.parallel(spec.commandLine().getErr());
        FloatImage source = ImageFiles.open(in, OpenOptions.EVERYTHING, run);
        FloatImage result = step.apply(source, run);
        result.losses().stream()
                .skip(source.losses().size())
                .filter(Loss::isWarning)
                .forEach(entry -> run.warn(Loss.report(entry)));
        if (writesTo.isEmpty()) {
            ImageFiles.save(result, out, save, run);
        }
        return 0;
    }

    private Map<String, String> options() throws StepException {
        Map<String, String> options = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new StepException(word + " has no value; write key=value");
            }
            String key = word.substring(0, equals).toLowerCase(Locale.ROOT);
            if (options.put(key, word.substring(equals + 1)) != null) {
                throw new StepException(key + " is given twice");
            }
        }
        return options;
    }

    /** The key under which an operation that writes a file itself takes the file's name. */
    private static Optional<String> outputKey(Signature signature) {
        return signature.parameters().stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.OUTPUT_FILE)
                .map(Parameter::key)
                .findFirst();
    }

    /** Takes the keys that say how to write the file out of the options, but for those the operation knows itself. */
    private static SaveOptions saveOptions(Map<String, String> options, Optional<Signature> signature)
            throws StepException {
        Set<String> own = signature.stream()
                .flatMap(s -> s.parameters().stream())
                .map(Parameter::key)
                .collect(Collectors.toSet());
        Map<String, String> writing = new LinkedHashMap<>();
        writing.put("pixels", "float"); // unless told otherwise, nothing is rounded on the way
        for (Parameter parameter : SaveExr.WRITING.parameters()) {
            String key = parameter.key();
            if (!own.contains(key) && options.containsKey(key)) {
                writing.put(key, options.remove(key));
            }
        }
        return SaveExr.options(SaveExr.WRITING.arguments(writing));
    }

    /** Refuses before the work is done, not after. */
    private void requireFolder() throws StepException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StepException(out + ": the folder to write to does not exist");
        }
    }
}
