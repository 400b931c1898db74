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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace.Alpha;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.output.AcesOutputTransform.Result;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.PreparedStep;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookChain;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * The looks of a {@link LookChain}, and the output transform after them. Without that, or if it is skipped, the image
 * keeps its color space.
 *
 * @param file of the chain; read, with the files it names, when the step is applied
 * @param change what is different from the file
 * @param save where to write the chain with these changes; empty for nowhere
 * @param rendered whether the output transform is applied, if there is one
 * @param result the bits the samples of a picture are meant for
 * @param from the space to take the source for; empty for the one the image itself says
 * @param alpha how color and alpha belong together, for a scene; a picture is of color as it stands
 */
public record ApplyLookChain(
        Path file,
        Change change,
        Optional<Path> save,
        boolean rendered,
        Result result,
        Optional<ColorSpace> from,
        Alpha alpha)
        implements Step {
    /** What stands between the old and the new look. */
    private static final String ARROW = ">";

    private static final String SEPARATOR = ";";

    /**
     * Changes to a chain before it is applied.
     *
     * @param swap new looks by the names of old ones, in the order given
     * @param off names of looks that are not applied
     * @param display instead of the chain's output transform; empty for that
     * @param view one of that display's views; empty without a display
     */
    public record Change(Map<String, String> swap, List<String> off, String display, String view) {
        /** Keeps copies of its own. */
        public Change {
            swap = new LinkedHashMap<>(swap);
            off = List.copyOf(off);
        }

        LookChain of(LookChain chain) throws IOException {
            LookChain changed = chain;
            for (Map.Entry<String, String> pair : swap.entrySet()) {
                changed = changed.swapped(pair.getKey(), pair.getValue(), Path.of(""));
            }
            for (String name : off) {
                changed = changed.changed(name, look -> look.switched(false));
            }
            return display.isEmpty()
                    ? changed
                    : changed.withOutput(Optional.of(new LookChain.Output(display, view, "")));
        }
    }

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Look Chain...",
            "Applies pre-grades, grades and looks (LMT) one after another, and the output transform they are made for.",
            List.of(
                    Parameter.file(
                            "Chain",
                            Parameter.Kind.INPUT_FILE,
                            "A look chain, a text file that ends in " + LookChain.ENDING + ".",
                            null),
                    Parameter.text(
                            "Swap",
                            "Looks to put in the place of others: [Day for Night > Day for Dusk], several with semicolons"
                                    + " between. The new one is a look that comes with SceneLinear, or a file.",
                            ApplyLookChain::canonicalSwap,
                            "pairs old > new with semicolons between"),
                    Parameter.text("Off", "Names of looks to leave out, with semicolons between."),
                    Parameter.choice(
                            "Output",
                            "apply: the output transform too, if there is one. skip: the scene, in the image's color space.",
                            List.of("apply", "skip")),
                    Parameter.named(
                            "Display",
                            "Another display than the chain's. If it is not given, that of the chain.",
                            "",
                            OutputTransforms.displays(),
                            OutputTransforms::displayName),
                    Parameter.text(
                            "View", "How the picture is seen on it. If it is not given, the display's usual view."),
                    Result.parameter(" A scene is always 32-bit floats."),
                    Parameter.file(
                            "Save (changed chain)",
                            Parameter.Kind.OUTPUT_FILE,
                            "Where to write the chain with what is changed here. If it is not given, nowhere.",
                            ""),
                    SourceSpace.FROM,
                    Alpha.PARAMETER));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if a view does not go with its display, or the chain would be written under a name that
     *     does not end as chains do
     */
    public static ApplyLookChain of(Arguments arguments) throws StepException {
        String display = arguments.text("display");
        String view = DisplayTarget.ownView(SIGNATURE.label(), display, arguments.text("view"));
        Optional<Path> save = arguments.text("save").isEmpty() ? Optional.empty() : Optional.of(arguments.path("save"));
        if (save.isPresent() && !save.get().toString().endsWith(LookChain.ENDING)) {
            throw new StepException(SIGNATURE.label() + ": save=" + save.get()
                    + " is not allowed; give a name ending in " + LookChain.ENDING);
        }
        return new ApplyLookChain(
                arguments.path("chain"),
                new Change(swaps(arguments.text("swap")), names(arguments.text("off")), display, view),
                save,
                arguments.text("output").equals("apply"),
                Result.of(arguments),
                SourceSpace.given(arguments),
                Alpha.of(arguments));
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String name : text.split(SEPARATOR)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private static Map<String, String> swaps(String text) {
        Map<String, String> swaps = new LinkedHashMap<>();
        for (String pair : names(text)) {
            int arrow = pair.indexOf(ARROW);
            swaps.put(
                    pair.substring(0, arrow).strip(), pair.substring(arrow + 1).strip());
        }
        return swaps;
    }

    private static Optional<String> canonicalSwap(String text) {
        boolean pairs = names(text).stream().allMatch(pair -> {
            int arrow = pair.indexOf(ARROW);
            return arrow >= 0
                    && !pair.substring(0, arrow).isBlank()
                    && !pair.substring(arrow + 1).isBlank();
        });
        return pairs ? Optional.of(swapText(swaps(text))) : Optional.empty();
    }

    private static String swapText(Map<String, String> swaps) {
        return String.join(
                SEPARATOR + " ",
                swaps.entrySet().stream()
                        .map(pair -> pair.getKey() + " " + ARROW + " " + pair.getValue())
                        .toList());
    }

    /** Doubtful combinations of grade and look are told to the log. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        return prepared().apply(source, run);
    }

    @Override
    public Step prepared() throws StepException {
        LookChain chain = chain();
        TransformChain scene = scene(chain);
        if (save.isPresent()) {
            save(chain, save.get());
        }
        return new PreparedStep(text(), (source, run) -> apply(chain, scene, source, run));
    }

    private FloatImage apply(LookChain chain, TransformChain scene, FloatImage source, Run run) throws StepException {
        ColorSpace known = SourceSpace.of(from, source);
        chain.warnings().forEach(warning -> run.warn(file + ": " + warning));
        String line =
                new ApplyLookChain(file, change, Optional.empty(), rendered, result, Optional.of(known), alpha).text();
        Optional<LookChain.Output> output = chain.output().filter(found -> rendered);
        FloatImage done;
        if (output.isPresent()) {
            TransformChain whole = TransformChain.of(
                    ColorSpaceConversion.between(known, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                    scene,
                    output.get().transform());
            float[][] rgb = SourceSpace.rgb(source);
            float[][] shown = new float[3][rgb[0].length];
            TransformRunner.apply(whole.compile(), rgb, shown, rgb[0].length, run);
            ColorState color = new ColorState(
                    DisplayTarget.codes(output.get().transform().encoding()),
                    "rendered: " + output.get().name());
            done = source.withRgb(shown, color, line).withRgbFor(result.samples());
        } else {
            WorkingSpace.Way way = new WorkingSpace.Way(Optional.of(known), Optional.of(ColorSpaces.ACES2065_1), alpha);
            done = WorkingSpace.apply(source, way, scene, line, run);
        }
        return done;
    }

    /**
     * The chain with its changes.
     *
     * @throws StepException if it cannot be read, or has no look that is to be changed
     */
    LookChain chain() throws StepException {
        try {
            return change.of(LookChain.read(file));
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new StepException(file + ": " + e.getMessage());
        }
    }

    private static TransformChain scene(LookChain chain) throws StepException {
        try {
            return chain.scene();
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    private static void save(LookChain chain, Path target) throws StepException {
        try {
            chain.write(target);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("chain", file.toString());
        values.put("swap", swapText(change.swap()));
        values.put("off", String.join(SEPARATOR + " ", change.off()));
        values.put("output", rendered ? "apply" : "skip");
        values.put("display", change.display());
        values.put("view", change.view());
        values.put("result", result.label());
        values.put("save", save.map(Path::toString).orElse(""));
        from.ifPresent(known -> values.put("from", known.name()));
        WorkingSpace.put(alpha, values);
        values.values().removeIf(String::isEmpty);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
