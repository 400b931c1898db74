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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.look.BakedLook;
import org.scenelinear.look.LookSource;
import org.scenelinear.look.LookSpace;
import org.scenelinear.look.Shaper;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * Looks, with or without the output transform after them, as one file for other programs; or the image with its looks
 * inside as an ACES container, which needs nothing but the usual output transform to be seen right.
 *
 * @param chain a file of a look, a look chain, a metadata file, or the name of a look that comes with SceneLinear
 * @param target ends in {@code .clf}, {@code .cube} or {@code .exr}
 * @param size entries along each edge of a three-dimensional table
 * @param shaper what stands before such a table
 * @param rendered whether an output transform goes into a table
 * @param display the display it is for; empty for the output transform of the metadata file, if it has one
 * @param view one of that display's views; empty without a display
 * @param space what a file of a look expects; empty for the values as they are
 * @param from the space to take the image for; empty for the one it says itself
 */
public record BakeLook(
        Path chain,
        Path target,
        int size,
        Shaper shaper,
        boolean rendered,
        String display,
        String view,
        Optional<ColorSpace> space,
        Optional<ColorSpace> from)
        implements Step {
    private static final Map<String, Shaper> SHAPERS = shapers();

    private static final Set<String> CONTAINED = Set.of("R", "G", "B", "A");

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Bake Look...",
            "Writes looks as one file for other programs, or the active image with them inside as an ACES container."
                    + " Measures its error and tells it in the log.",
            List.of(
                    LookName.parameter("Chain", "A file of a look, a look chain or an .amf file with several,"),
                    Parameter.file(
                            "Target",
                            Parameter.Kind.OUTPUT_FILE,
                            "The file to write. .clf: operations as they are, a 3D LUT only of what has no operation there. .cube:"
                                    + " tables. .exr: the active image, as an ACES container.",
                            null),
                    Parameter.choice("Size", "Entries of a 3D LUT along each edge.", List.of("33", "65", "17", "129")),
                    Parameter.choice(
                            "Shaper",
                            "What a 3D LUT has before it, and after it for light. auto: a logarithm that reaches from 14 stops"
                                    + " below middle gray (of a display 9) to 10 above; a .cube takes and gives ACEScct, its"
                                    + " shaper is a 1D LUT. ACEScct: its curve; a .cube is one 3D LUT then, for programs that"
                                    + " read no other. none: values from 0 to 1 as they are.",
                            List.copyOf(SHAPERS.keySet())),
                    Parameter.choice(
                            "Output",
                            "apply: with the output transform of display and view or, if these are not given, that of a"
                                    + " chain or an .amf file. skip: without. An .exr file is always without.",
                            List.of("apply", "skip")),
                    Parameter.named(
                            "Display",
                            "The display that the looks are rendered for. If it is not given, none but that of a chain or an .amf file.",
                            "",
                            OutputTransforms.displays(),
                            OutputTransforms::displayName),
                    Parameter.text(
                            "View", "How the picture is seen on it. If it is not given, the display's usual view."),
                    WorkingSpace.parameter(
                            "What the look expects, as in Apply Look. A chain and an .amf file say so themselves.",
                            List.of(ColorSpaces.ACES2065_1),
                            ColorSpaces.all()),
                    SourceSpace.FROM));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if no look is named, the target's name ends in something else, or a view does not go with
     *     its display
     */
    public static BakeLook of(Arguments arguments) throws StepException {
        Path target = arguments.path("target");
        if (!Set.of("clf", "cube", "exr").contains(ending(target))) {
            throw new StepException(SIGNATURE.label() + ": target=" + target
                    + " is not allowed; give a name ending in .clf, .cube or .exr");
        }
        String display = arguments.text("display");
        String view = DisplayTarget.ownView(SIGNATURE.label(), display, arguments.text("view"));
        return new BakeLook(
                LookName.of(arguments, "chain"),
                target,
                Integer.parseInt(arguments.text("size")),
                SHAPERS.get(arguments.text("shaper")),
                arguments.text("output").equals("apply"),
                display,
                view,
                WorkingSpace.of(arguments),
                SourceSpace.given(arguments));
    }

    private static Map<String, Shaper> shapers() {
        Map<String, Shaper> shapers = new LinkedHashMap<>();
        shapers.put("auto", Shaper.LOG);
        shapers.put("ACEScct", Shaper.ACESCCT);
        shapers.put("none", Shaper.NONE);
        return shapers;
    }

    private static String ending(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether an image is baked, not a table. */
    public boolean needsImage() {
        return ending(target).equals("exr");
    }

    /** Writes the target; the image itself stays as it is. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        if (needsImage()) {
            saveImage(source, run);
        } else {
            BakedLook baked = bake(run);
            tell(baked, run);
            write(baked);
        }
        return source;
    }

    /**
     * The looks as they would be written.
     *
     * @throws StepException if a file cannot be read, or no table can hold them
     */
    BakedLook bake(Run run) throws StepException {
        LookSource source = read();
        Optional<OutputTransform> output =
                OutputTransforms.find(display, view).or(source::output).filter(found -> rendered);
        TransformChain exact =
                output.map(found -> TransformChain.of(scene(source), found)).orElse(scene(source));
        BakedLook.Request request = new BakedLook.Request(source.name(), exact, output.isPresent(), size, shaper);
        tellSkipped(source, run);
        try {
            return ending(target).equals("clf") ? BakedLook.clf(request, run) : BakedLook.cube(request, run);
        } catch (IllegalArgumentException e) {
            throw new StepException(chain + ": " + e.getMessage());
        }
    }

    /** Tells the error, and warns if it is one that people see. */
    void tell(BakedLook baked, Run run) {
        run.warn(report(baked));
    }

    /** What is to be known of a file before it is written. */
    String report(BakedLook baked) {
        return target + ": " + baked.error().text()
                + (baked.error().isVisible() ? ". That may be seen; a larger size is more exact." : "");
    }

    /**
     * Writes a table beside its name and moves it there.
     *
     * @throws StepException if it cannot be written
     */
    void write(BakedLook baked) throws StepException {
        try {
            LutFiles.write(baked.file(), target);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new StepException(target + ": " + e.getMessage());
        }
    }

    private void saveImage(FloatImage image, Run run) throws StepException {
        LookSource source = read();
        tellSkipped(source, run);
        ColorSpace known = SourceSpace.of(from, image);
        float[][] rgb = SourceSpace.rgb(image);
        ColorTransform whole = TransformChain.of(
                ColorSpaceConversion.between(known, ColorSpaces.ACES2065_1, Adaptation.BRADFORD), scene(source));
        float[][] result = new float[3][rgb[0].length];
        TransformRunner.apply(whole.compile(), rgb, result, rgb[0].length, run);
        String line =
                new BakeLook(chain, target, size, shaper, rendered, display, view, space, Optional.of(known)).text();
        List<ImageChannel> channels = image.channels().stream()
                .filter(channel -> CONTAINED.contains(channel.name()))
                .toList();
        if (channels.size() < image.channels().size()) {
            run.warn(target + ": an ACES container has R, G, B and A alone; other channels are left out");
        }
        FloatImage baked = image.withChannels(channels)
                .withRgb(result, ColorState.of(ColorSpaces.ACES2065_1, "with " + source.name() + " inside"), line)
                .withoutIntegers();
        SaveOptions container = new SaveOptions(
                Compression.NONE,
                SaveOptions.DEFAULT_DWA_LEVEL,
                SaveOptions.Pixels.HALF,
                Map.of(),
                Optional.empty(),
                SaveOptions.Container.ACES);
        try {
            ImageFiles.save(baked, target, container, run);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    private LookSource read() throws StepException {
        try {
            if (Files.exists(target) && Files.exists(chain) && Files.isSameFile(chain, target)) {
                throw new StepException(target + " is what is to be baked; give another name");
            }
            return LookSource.read(chain, LutFiles.Options.DEFAULT);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    private TransformChain scene(LookSource source) {
        return LookSpace.onAces(source.look(), source.isPipeline() ? Optional.empty() : space);
    }

    private void tellSkipped(LookSource source, Run run) {
        if (!source.skipped().isEmpty()) {
            run.warn(chain + ": not baked, as it says that it was applied already: "
                    + String.join("; ", source.skipped()));
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("chain", chain.toString());
        values.put("target", target.toString());
        values.put("size", String.valueOf(size));
        SHAPERS.forEach((key, value) -> {
            if (value == shaper) {
                values.put("shaper", key);
            }
        });
        values.put("output", rendered ? "apply" : "skip");
        if (!display.isEmpty()) {
            values.put("display", display);
            values.put("view", view);
        }
        values.put("space", WorkingSpace.text(space));
        from.ifPresent(known -> values.put("from", known.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
