/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.PixelAudit;
import org.scenelinear.inspect.PixelClass;
import org.scenelinear.inspect.PixelMending;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Counts values that mean trouble in all channels of a stack; an error if there are any that are not allowed. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Audit Pixels...", headless = true)
public class AuditPixelsCommand extends MenuCommand {
    private static final String NONE = "none";
    private static final String SHOW = "show";
    private static final String NEIGHBORS = "neighbors";
    private static final String KINDS =
            Arrays.stream(PixelClass.values()).map(PixelClass::label).collect(Collectors.joining(", "));

    private static final Signature SIGNATURE = new Signature(
            "Audit Pixels...",
            "Counts NaN, infinities and other values that mean trouble in all channels; an error if there are any that"
                    + " are not allowed.",
            List.of(
                    org.scenelinear.command.macro.Parameter.text(
                            "Allow (kinds)",
                            "The kinds that are no error, separated by blanks; nothing: negative zero denormal"
                                    + " half-maximum.",
                            AuditPixelsCommand::allowedKinds,
                            "some of " + KINDS),
                    Frames.ALL_OR_CURRENT,
                    org.scenelinear.command.macro.Parameter.choice(
                            "Masks", "show: a mask image of each kind there is.", List.of(NONE, SHOW)),
                    org.scenelinear.command.macro.Parameter.choice(
                            "Mend",
                            "neighbors: makes a new image of the whole stack, NaN by the mean of its neighbors,"
                                    + " infinities by the maximum.",
                            List.of(NONE, NEIGHBORS)),
                    org.scenelinear.command.macro.Parameter.number(
                            "Maximum", "What infinities become if they are mended.", "65504", 0, Float.MAX_VALUE)));

    @Parameter(required = false, persist = false)
    String allow;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String masks;

    @Parameter(required = false, persist = false)
    String mend;

    @Parameter(required = false, persist = false)
    double maximum;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    private static Optional<String> allowedKinds(String text) {
        List<String> words = Arrays.stream(text.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> known = words.stream()
                .flatMap(word -> kind(word).stream())
                .map(PixelClass::label)
                .toList();
        return known.size() == words.size() ? Optional.of(String.join(" ", known)) : Optional.empty();
    }

    private static Optional<PixelClass> kind(String word) {
        return Arrays.stream(PixelClass.values())
                .filter(kind -> kind.label().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Set<PixelClass> allowed(Arguments arguments) {
        String given = arguments.text("allow");
        if (given.isEmpty()) {
            return EnumSet.of(PixelClass.NEGATIVE, PixelClass.ZERO, PixelClass.DENORMAL, PixelClass.HALF_MAXIMUM);
        }
        return Arrays.stream(given.split(" "))
                .map(word -> kind(word).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PixelClass.class)));
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        Audit audit = audit(image, arguments, this::isCanceled);
        audit.table().show("Audit of " + image.getTitle());
        audit.masks().forEach(ImagePlus::show);
        if (arguments.text("mend").equals(NEIGHBORS)) {
            mended(image, arguments.number("maximum"), this::isCanceled).show();
        }
        if (audit.problem().isPresent()) {
            throw new StepException(audit.problem().get());
        }
    }

    /**
     * What was found.
     *
     * @param table a row for each kind, with a count of 0 and no place where there is none
     * @param masks an image for each kind there is, if wanted; not yet shown
     * @param problem what is not allowed, a sentence
     */
    record Audit(ResultsTable table, List<ImagePlus> masks, Optional<String> problem) {}

    /** Looks through the stack. */
    static Audit audit(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        PixelAudit audit = new PixelAudit();
        List<Frames.Frame> places = new ArrayList<>();
        Map<PixelClass, ImageStack> marks = new EnumMap<>(PixelClass.class);
        boolean show = arguments.text("masks").equals(SHOW);
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                for (ImageChannel channel : frame.channels()) {
                    audit.add(channel.name(), channel.samples(), places.size());
                }
                places.add(place);
                if (show) {
                    mark(frame, marks);
                }
            });
            return null;
        });
        Set<PixelClass> allowed = allowed(arguments);
        ResultsTable table = new ResultsTable();
        List<String> problems = new ArrayList<>();
        List<ImagePlus> masks = new ArrayList<>();
        for (PixelClass kind : PixelClass.values()) {
            boolean fine = allowed.contains(kind);
            Optional<PixelAudit.Finding> finding = audit.finding(kind);
            table.addRow();
            table.addValue("Kind", kind.label());
            table.addValue("Count", finding.map(PixelAudit.Finding::count).orElse(0L));
            Optional<Frames.Frame> place = finding.map(found -> places.get(found.frame()));
            table.addValue(
                    "First channel", finding.map(PixelAudit.Finding::plane).orElse("none"));
            table.addValue(
                    "First x",
                    finding.map(found -> (double) (found.index() % image.getWidth()))
                            .orElse(Double.NaN));
            table.addValue(
                    "First y",
                    finding.map(found -> Math.floor((double) found.index() / image.getWidth()))
                            .orElse(Double.NaN));
            table.addValue("First slice", place.map(at -> (double) at.slice()).orElse(Double.NaN));
            table.addValue("First time", place.map(at -> (double) at.time()).orElse(Double.NaN));
            table.addValue("Allowed", fine ? "yes" : "no");
            if (finding.isPresent() && !fine) {
                problems.add(sentence(finding.get(), image.getWidth(), place.orElseThrow()));
            }
            if (finding.isPresent() && show) {
                masks.add(new ImagePlus(kind.label() + " in " + image.getTitle(), marks.get(kind)));
            }
        }
        Optional<String> problem = problems.isEmpty()
                ? Optional.empty()
                : Optional.of(image.getTitle() + " has " + String.join("; ", problems));
        return new Audit(table, masks, problem);
    }

    private static String sentence(PixelAudit.Finding found, int width, Frames.Frame place) {
        return found.count() + " " + found.kind().label() + ", the first in channel " + found.plane() + " at x "
                + found.index() % width + ", y " + found.index() / width + ", slice " + place.slice() + ", time "
                + place.time();
    }

    private static void mark(FloatImage frame, Map<PixelClass, ImageStack> marks) {
        for (PixelClass kind : PixelClass.values()) {
            byte[] mask = new byte[frame.width() * frame.height()];
            for (ImageChannel channel : frame.channels()) {
                PixelAudit.mark(channel.samples(), kind, mask);
            }
            marks.computeIfAbsent(kind, k -> new ImageStack(frame.width(), frame.height()))
                    .addSlice("", mask);
        }
    }

    /** The whole stack without NaN and infinities; not yet shown. */
    static ImagePlus mended(ImagePlus image, float maximum, BooleanSupplier canceled) {
        return ImageJRun.call(canceled, run -> {
            List<FloatImage> results = new ArrayList<>();
            Frames.visitAll(image, run, (frame, place, inside) -> results.add(mended(frame, maximum)));
            int slices = ImagePlusConversion.slices(image);
            ImagePlus result = ImagePlusConversion.toImagePlus(results, slices);
            result.setTitle(image.getTitle() + " (mended)");
            result.copyScale(image);
            return result;
        });
    }

    private static FloatImage mended(FloatImage frame, float maximum) {
        return frame.withChannels(frame.channels().stream()
                        .map(channel -> new ImageChannel(
                                channel.name(),
                                channel.source(),
                                PixelMending.byNeighbors(channel.samples(), frame.width(), maximum)))
                        .toList())
                .withStep(SIGNATURE.label() + " mend=" + NEIGHBORS + " maximum=" + maximum);
    }
}
