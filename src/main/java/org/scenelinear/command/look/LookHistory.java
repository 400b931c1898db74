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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.AssignColorSpace;
import org.scenelinear.command.color.ConvertColorSpace;
import org.scenelinear.command.color.Exposure;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.output.AcesOutputTransform;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.look.AmfLooks;
import org.scenelinear.look.ChainedLook;
import org.scenelinear.look.ChainedLook.Role;
import org.scenelinear.look.LookChain;
import org.scenelinear.look.LookLibrary;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.GamutCompress;

/** The looks an image has gone through, read from its history, as links of a chain. */
final class LookHistory {
    /** What says nothing about color, or only how to understand the values. */
    private static final Set<String> IDLE = Set.of("Set Light Calibration...", "Save EXR...", "Save PNG...");

    /** What labels of operations with parameters end in. */
    private static final String DOTS = "...";

    private final String name;
    private final List<ChainedLook> looks = new ArrayList<>();
    private Optional<ColorSpace> before = Optional.empty();
    private Optional<ColorSpace> now = Optional.empty();
    private Optional<LookChain.Output> output = Optional.empty();

    private LookHistory(String name) {
        this.name = name;
    }

    /**
     * Reads a history.
     *
     * @throws StepException naming the line that holds something else than looks, grades, exposures, conversions of
     *     color spaces that lose nothing, and standard output transforms
     */
    static LookHistory of(FloatImage image) throws StepException {
        LookHistory history = new LookHistory(image.name());
        history.now = first(image);
        for (String line : image.history()) {
            history.add(line);
        }
        if (history.before.isEmpty()) {
            history.before = image.color().space();
        }
        if (history.output.isEmpty()) {
            history.now = image.color().space();
        }
        return history;
    }

    /** What the first line that says a space says, as lines before it changed none; without any the image's own. */
    private static Optional<ColorSpace> first(FloatImage image) throws StepException {
        for (String line : image.history()) {
            String options =
                    line.substring(line.indexOf(DOTS) < 0 ? line.length() : line.indexOf(DOTS) + DOTS.length());
            Optional<ColorSpace> from =
                    Optional.ofNullable(MacroOptions.parse(options).get("from")).flatMap(ColorSpaces::byName);
            if (from.isPresent() || is(line, AssignColorSpace.SIGNATURE)) {
                return from;
            }
        }
        return image.color().space();
    }

    /** First to last. */
    List<ChainedLook> looks() {
        return List.copyOf(looks);
    }

    /** The space of the image before the first of them; empty if nothing says it. */
    Optional<ColorSpace> before() {
        return before;
    }

    /** The space of the image now, if it is a scene. */
    Optional<ColorSpace> now() {
        return now;
    }

    /** The output transform it has gone through. */
    Optional<LookChain.Output> output() {
        return output;
    }

    private void add(String line) throws StepException {
        if (output.isPresent()) {
            throw refused(line, "follows an output transform");
        }
        if (IDLE.stream().anyMatch(line::startsWith)) {
            return;
        }
        if (is(line, AssignColorSpace.SIGNATURE)) {
            now = ColorSpaces.byName(arguments(line, AssignColorSpace.SIGNATURE).text("space"));
            before = looks.isEmpty() ? now : before;
        } else if (is(line, ConvertColorSpace.SIGNATURE)) {
            convert(line);
        } else if (is(line, Exposure.SIGNATURE)) {
            expose(line);
        } else if (is(line, AscCdl.SIGNATURE)) {
            Arguments arguments = begin(line, AscCdl.SIGNATURE);
            AscCdl step = AscCdl.of(arguments);
            add("Grade", Role.GRADE, new ChainedLook.Grade(step.grade(), working(step.space(), line)));
        } else if (is(line, ReferenceGamutCompress.SIGNATURE)) {
            ReferenceGamutCompress step = ReferenceGamutCompress.of(begin(line, ReferenceGamutCompress.SIGNATURE));
            if (!step.isReference()) {
                throw refused(line, "has parameters of its own, which an ACES Metadata File cannot say");
            }
            boolean inverse = step.compress().direction() == GamutCompress.Direction.EXPAND;
            add("Reference Gamut Compress", Role.LOOK, new ChainedLook.GamutCompression(inverse));
        } else if (is(line, ApplyLook.SIGNATURE)) {
            look(line);
        } else if (is(line, ApplyLookChain.SIGNATURE)) {
            chain(line);
        } else if (is(line, ApplyAmf.SIGNATURE)) {
            metadata(line);
        } else if (is(line, AcesOutputTransform.SIGNATURE)) {
            Arguments arguments = begin(line, AcesOutputTransform.SIGNATURE);
            if (arguments.text("id").isEmpty()
                    && LookChain.Output.find(arguments.text("display"), arguments.text("view"), "")
                            .isEmpty()) {
                throw refused(line, "has no ACES transform id");
            }
            output = Optional.of(
                    arguments.text("id").isEmpty()
                            ? new LookChain.Output(arguments.text("display"), arguments.text("view"), "")
                            : new LookChain.Output("", "", arguments.text("id")));
        } else {
            throw refused(line, "is nothing that an ACES Metadata File can say");
        }
    }

    private void convert(String line) throws StepException {
        Arguments arguments = begin(line, ConvertColorSpace.SIGNATURE);
        if (!arguments.text("gamut").equals("keep")
                || !arguments.text("adaptation").equals("Bradford")) {
            throw refused(line, "changes colors in a way that an ACES Metadata File cannot say");
        }
        now = ColorSpaces.byName(arguments.text("to"));
    }

    /** An exposure is a grade of the light, whatever its primaries. */
    private void expose(String line) throws StepException {
        double gain = Math.exp(begin(line, Exposure.SIGNATURE).number("stops") * Math.log(2));
        CdlTransform light = new CdlTransform(
                CdlTransform.Style.FORWARD_NO_CLAMP,
                ChannelValues.same(gain),
                ChannelValues.ZERO,
                ChannelValues.ONE,
                1);
        add("Exposure", Role.PRE_GRADE, new ChainedLook.Grade(light, Optional.empty()));
    }

    private void look(String line) throws StepException {
        ApplyLook step = ApplyLook.of(begin(line, ApplyLook.SIGNATURE));
        boolean inverse = step.direction() == Direction.INVERSE;
        Optional<ColorSpace> working = working(step.space(), line);
        String file = String.valueOf(step.file().getFileName());
        Optional<String> own = Files.exists(step.file()) ? Optional.empty() : LookLibrary.nameOf(file);
        boolean plain = working.isEmpty();
        if (own.isPresent() && !plain) {
            throw refused(line, "takes a look that comes with SceneLinear for one of another space");
        }
        add(
                own.orElse(file),
                Role.LOOK,
                own.isPresent()
                        ? new ChainedLook.OfLibrary(own.get(), inverse)
                        : new ChainedLook.OfFile(
                                step.file().toAbsolutePath().normalize(), step.correction(), working, inverse));
    }

    private void chain(String line) throws StepException {
        ApplyLookChain step = ApplyLookChain.of(begin(line, ApplyLookChain.SIGNATURE));
        LookChain chain = step.chain();
        looks.addAll(chain.looks());
        output = chain.output().filter(found -> step.rendered());
    }

    private void metadata(String line) throws StepException {
        Path file = begin(line, ApplyAmf.SIGNATURE).path("file");
        try {
            AmfLooks found = AmfLooks.read(file);
            if (found.input().isPresent()) {
                before = looks.isEmpty() ? found.input() : before;
            }
            looks.addAll(found.looks());
            output = found.output();
            now = Optional.of(ColorSpaces.ACES2065_1);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    private void add(String title, Role role, ChainedLook.Content content) {
        looks.add(ChainedLook.of(title, role, content));
    }

    /** Where a look works, with ACES2065-1 as none; a look on the values as they are works in the image's own space. */
    private Optional<ColorSpace> working(Optional<ColorSpace> given, String line) throws StepException {
        ColorSpace space = given.or(() -> now)
                .orElseThrow(() ->
                        new StepException(name + ": the color space of the image before " + line + " is not known"));
        return Optional.of(space).filter(known -> !known.equals(ColorSpaces.ACES2065_1));
    }

    /** The arguments of a line; what it takes the image for is where the image stands. */
    private Arguments begin(String line, Signature signature) throws StepException {
        Arguments arguments = arguments(line, signature);
        Optional<ColorSpace> from = ColorSpaces.byName(arguments.text("from"));
        now = from.or(() -> now);
        if (looks.isEmpty() && before.isEmpty()) {
            before = now;
        }
        return arguments;
    }

    private static boolean is(String line, Signature signature) {
        return line.equals(signature.label()) || line.startsWith(signature.label() + " ");
    }

    private static Arguments arguments(String line, Signature signature) throws StepException {
        return signature.parse(line.substring(signature.label().length()).strip());
    }

    private StepException refused(String line, String why) {
        return new StepException(name + ": its history has the line " + line + ", which " + why);
    }
}
