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
import ij.process.FloatProcessor;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.command.menu.SecondImage;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.ImageComparison.Measure;
import org.scenelinear.ui.ComparisonView;
import org.scenelinear.ui.DifferenceMap;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares the colors of two images; an error if they differ by more than is allowed. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Compare Images...", headless = true)
public class CompareImagesCommand extends MenuCommand {
    private static final String NONE = "none";
    private static final String FLICKER = "flicker";
    private static final String WIPE = "wipe";
    private static final int DIGITS = 6;

    private static final Signature SIGNATURE = new Signature(
            "Compare Images...",
            "Measures how far the colors of a second image are from those of the active one. Sizes must agree; color"
                    + " spaces may differ.",
            List.of(
                    SecondImage.parameter("With (second image)", "The image to compare."),
                    SecondImage.LAYER,
                    org.scenelinear.command.macro.Parameter.choice(
                            "Map",
                            "A 32-bit image of a measure of each pixel. difference: the largest of R, G, B in linear light."
                                    + " stops: of luminance, above 0 where the second is brighter.",
                            Stream.concat(
                                            Stream.of(NONE),
                                            Arrays.stream(Measure.values()).map(Measure::label))
                                    .toList()),
                    org.scenelinear.command.macro.Parameter.choice(
                            "View",
                            "flicker: a stack of both pictures, to go back and forth. wipe: both in one window with a"
                                    + " border to drag.",
                            List.of(NONE, FLICKER, WIPE)),
                    org.scenelinear.command.macro.Parameter.text(
                            "Limit",
                            "An error if a figure of the table exceeds it, or PSNR and SSIM fall below: [dEITP maximum 2;"
                                    + " SSIM 0.99].",
                            text -> ComparisonLimit.parse(text).map(ComparisonLimit::text),
                            "names and numbers with semicolons between; the names are "
                                    + String.join(", ", ComparisonLimit.names())),
                    org.scenelinear.command.macro.Parameter.number(
                            "Peak (of PSNR)", "The linear value that PSNR is relative to.", "1", 1e-6, 1e9),
                    Regions.ROI,
                    Frames.ALL_OR_CURRENT,
                    SourceSpace.FROM));

    @Parameter(required = false, persist = false)
    String with;

    @Parameter(required = false, persist = false)
    String layer;

    @Parameter(required = false, persist = false)
    String map;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String limit;

    @Parameter(required = false, persist = false)
    double peak;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String from;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        Map<String, String> suggestions = new HashMap<>(ownSpace(image, SourceSpace.FROM.key()));
        suggestions.putAll(SecondImage.suggestion(image));
        return suggestions;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        String viewed = arguments.text("view");
        if (viewed.equals(WIPE) && GraphicsEnvironment.isHeadless()) {
            throw new StepException("view=" + WIPE + " needs a screen; view=" + FLICKER + " works without one");
        }
        Found found = compare(image, arguments, this::isCanceled);
        found.table().show("Comparison of " + image.getTitle());
        found.map().ifPresent(DifferenceMap::show);
        if (viewed.equals(FLICKER)) {
            ComparisonView.flicker(found.first(), found.second()).show();
        } else if (viewed.equals(WIPE)) {
            ComparisonView.wipe(found.first(), found.second());
        }
        if (!found.problems().isEmpty()) {
            throw new StepException(String.join("; ", found.problems()));
        }
    }

    /**
     * What was found.
     *
     * @param table a row for each region of each frame
     * @param map of all frames, if wanted; not yet shown
     * @param first the last frame of the first image that was compared
     * @param second what it was compared with
     * @param problems limits that are exceeded, phrases
     */
    record Found(
            ResultsTable table, Optional<ImagePlus> map, FloatImage first, FloatImage second, List<String> problems) {}

    /** Compares the frames of two images. */
    static Found compare(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        List<Regions.Region> regions = Regions.of(image, arguments);
        List<ComparisonLimit> limits =
                ComparisonLimit.parse(arguments.text("limit")).orElseThrow();
        Optional<Measure> mapped = Arrays.stream(Measure.values())
                .filter(measure -> measure.label().equals(arguments.text("map")))
                .findFirst();
        ResultsTable table = new ResultsTable();
        table.setPrecision(DIGITS);
        ImageStack maps = new ImageStack(image.getWidth(), image.getHeight());
        List<String> problems = new ArrayList<>();
        FloatImage[] last = new FloatImage[2];
        ImageJRun.<Void, StepException>call(canceled, run -> {
            SecondImage.Frames second = SecondImage.of(arguments).frames(image, run);
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                FloatImage other = second.at(place.slice(), place.time());
                Comparison comparison =
                        Comparison.of(frame, other, SourceSpace.given(arguments), arguments.number("peak"), inside);
                for (Regions.Region region : regions) {
                    Map<String, Double> figures = comparison.figures(region.area(), inside);
                    table.addRow();
                    table.addValue("Image", image.getTitle());
                    table.addValue("With", other.name());
                    table.addValue("Slice", place.slice());
                    table.addValue("Time", place.time());
                    table.addValue("Region", region.name());
                    figures.forEach(table::addValue);
                    for (ComparisonLimit limit : limits) {
                        limit.problem(figures)
                                .ifPresent(problem -> problems.add(frame.name() + " and " + other.name() + ", slice "
                                        + place.slice() + ", time " + place.time() + ", " + region.name() + ": "
                                        + problem));
                    }
                }
                mapped.ifPresent(measure -> maps.addSlice(
                        measure.label(),
                        new FloatProcessor(image.getWidth(), image.getHeight(), comparison.map(measure))));
                last[0] = frame;
                last[1] = other;
            });
            return null;
        });
        Optional<ImagePlus> shown = mapped.map(measure -> DifferenceMap.of(
                measure, measure.label() + " of " + image.getTitle() + " and " + last[1].name(), maps));
        shown.filter(made -> made.getStackSize() == image.getNFrames() * ImagePlusConversion.slices(image))
                .ifPresent(made -> made.setDimensions(1, ImagePlusConversion.slices(image), image.getNFrames()));
        return new Found(table, shown, last[0], last[1], problems);
    }
}
