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
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.GamutMap;
import org.scenelinear.ui.GamutMapColors;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which colors lie outside a gamut, how far, and beyond which side of it. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Gamut Map...", headless = true)
public class GamutMapCommand extends MenuCommand {
    private static final String COLORS = "colors";
    private static final String DISTANCE = "distance";
    private static final String BOTH = "both";
    private static final String NONE = "none";
    private static final int MOST = 1000;
    private static final int DIGITS = 6;
    private static final double PERCENT = 100;

    /** The colors that lie beyond a side of a gamut, by the component that is negative there. */
    private static final List<String> SIDES = List.of("cyan", "magenta", "yellow");

    private static final Signature SIGNATURE = new Signature(
            "Gamut Map...",
            "Shows which colors lie outside a gamut, how far, and beyond which side of it.",
            List.of(
                    SourceSpace.space(
                            "Gamut",
                            "The color space whose primaries are the gamut; its curve does not matter.",
                            ColorSpaces.LINEAR_REC709.name()),
                    org.scenelinear.command.macro.Parameter.choice(
                            "Result",
                            "colors: a picture, gray inside the gamut. distance: a 32-bit image, 0 inside, otherwise how far the"
                                    + " lowest component is below 0 relative to the largest. none: the table alone.",
                            List.of(COLORS, DISTANCE, BOTH, NONE)),
                    org.scenelinear.command.macro.Parameter.wholeNumber(
                            "Worst (pixels)",
                            "So many of the farthest pixels of each frame and region are listed.",
                            10),
                    Regions.ROI,
                    Frames.ALL_OR_CURRENT,
                    SourceSpace.FROM));

    @Parameter(required = false, persist = false)
    String gamut;

    @Parameter(required = false, persist = false)
    String result;

    @Parameter(required = false, persist = false)
    Integer worst;

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
        return ownSpace(image, SourceSpace.FROM.key());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        Found found = map(image, arguments, this::isCanceled);
        found.shares().show("Gamut of " + image.getTitle());
        if (found.worst().size() > 0) {
            found.worst().show("Farthest outside the gamut of " + image.getTitle());
        }
        found.images().forEach(ImagePlus::show);
    }

    /**
     * What was found.
     *
     * @param shares a row for each frame and region: how many pixels lie outside, by side
     * @param worst a row for each of the farthest pixels
     * @param images what is wanted of picture and distances; not yet shown
     */
    record Found(ResultsTable shares, ResultsTable worst, List<ImagePlus> images) {}

    /** Maps the frames of an image. */
    static Found map(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        int most = arguments.wholeNumber("worst");
        if (most > MOST) {
            throw new StepException(SIGNATURE.label() + ": worst=" + most + " is not allowed; give 0 to " + MOST);
        }
        ColorSpace gamut = SourceSpace.byName(arguments.text("gamut")).orElseThrow();
        List<Regions.Region> regions = Regions.of(image, arguments);
        ResultsTable shares = new ResultsTable();
        ResultsTable worst = new ResultsTable();
        shares.setPrecision(DIGITS);
        worst.setPrecision(DIGITS);
        ImageStack pictures = new ImageStack(image.getWidth(), image.getHeight());
        ImageStack distances = new ImageStack(image.getWidth(), image.getHeight());
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, inside);
                GamutMap map = GamutMap.of(light.rgb(), light.space(), gamut, frame.width(), inside);
                for (Regions.Region region : regions) {
                    addShare(shares, image, gamut, map, region, place);
                    for (GamutMap.Outlier outlier : map.worst(most, frame.width(), region.area())) {
                        addWorst(worst, image, frame, light, outlier, region, place);
                    }
                }
                pictures.addSlice(
                        image.getTitle(),
                        new ColorProcessor(
                                frame.width(), frame.height(), GamutMapColors.paint(map, light.rgb(), light.space())));
                distances.addSlice(
                        image.getTitle(), new FloatProcessor(frame.width(), frame.height(), map.distances()));
            });
            return null;
        });
        List<ImagePlus> images = new ArrayList<>();
        String wanted = arguments.text("result");
        if (wanted.equals(COLORS) || wanted.equals(BOTH)) {
            images.add(stack(image, " (outside " + gamut.name() + ")", pictures));
        }
        if (wanted.equals(DISTANCE) || wanted.equals(BOTH)) {
            ImagePlus made = stack(image, " (distance from " + gamut.name() + ")", distances);
            made.setDisplayRange(0, 1);
            images.add(made);
        }
        return new Found(shares, worst, images);
    }

    private static ImagePlus stack(ImagePlus image, String words, ImageStack slices) {
        ImagePlus made = new ImagePlus(image.getTitle() + words, slices);
        if (slices.getSize() == image.getNFrames() * ImagePlusConversion.slices(image)) {
            made.setDimensions(1, ImagePlusConversion.slices(image), image.getNFrames());
        }
        return made;
    }

    private static void addShare(
            ResultsTable table,
            ImagePlus image,
            ColorSpace gamut,
            GamutMap map,
            Regions.Region region,
            Frames.Frame place) {
        table.addRow();
        table.addValue("Image", image.getTitle());
        table.addValue("Slice", place.slice());
        table.addValue("Time", place.time());
        table.addValue("Region", region.name());
        table.addValue("Gamut", gamut.name());
        long pixels = map.valid(image.getWidth(), region.area());
        long all = 0;
        for (int c = 0; c < SIDES.size(); c++) {
            long count = map.outside(c, image.getWidth(), region.area());
            all += count;
            table.addValue("Beyond " + SIDES.get(c), count);
        }
        table.addValue("Outside", all);
        table.addValue("Outside (%)", PERCENT * all / pixels);
    }

    private static void addWorst(
            ResultsTable table,
            ImagePlus image,
            FloatImage frame,
            LinearPlanes light,
            GamutMap.Outlier outlier,
            Regions.Region region,
            Frames.Frame place) {
        table.addRow();
        table.addValue("Image", image.getTitle());
        table.addValue("Slice", place.slice());
        table.addValue("Time", place.time());
        table.addValue("Region", region.name());
        table.addValue("X", outlier.index() % frame.width());
        int line = outlier.index() / frame.width();
        table.addValue("Y", line);
        for (int c = 0; c < 3; c++) {
            table.addValue("RGB".substring(c, c + 1), light.rgb()[c][outlier.index()]);
        }
        table.addValue("Distance", outlier.distance());
        table.addValue("Beyond", SIDES.get(outlier.component()));
    }
}
