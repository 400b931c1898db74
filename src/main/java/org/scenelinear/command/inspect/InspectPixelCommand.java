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
import ij.gui.PointRoi;
import ij.measure.ResultsTable;
import java.awt.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.PixelInspection;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that tells of single pixels, a row of a table for each and for each frame. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Inspect Pixel...", headless = true)
public class InspectPixelCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Inspect Pixel...",
            "Makes a table of single pixels: light in cd/m² and stops, color in the CIE's terms, half bits, gamuts, and"
                    + " what a view makes of it.",
            List.of(
                    SourceSpace.FROM,
                    coordinates("X (columns)", "Columns of the pixels, from 0 at the left."),
                    coordinates("Y (lines)", "Lines of the pixels, from 0 at the top, as many as columns."),
                    DisplayTarget.ownViews().get(0),
                    DisplayTarget.ownViews().get(1),
                    Frames.CURRENT_OR_ALL));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String x;

    @Parameter(required = false, persist = false)
    String y;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String frames;

    private static org.scenelinear.command.macro.Parameter coordinates(String label, String help) {
        return org.scenelinear.command.macro.Parameter.numbers(
                label,
                help,
                null,
                "whole numbers, 0 or more",
                numbers -> numbers.length > 0 && Arrays.stream(numbers).allMatch(n -> n >= 0));
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    /** The points of a point selection, else the middle of the image. */
    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        List<Point> points = image.getRoi() instanceof PointRoi selected
                ? Arrays.asList(selected.getContainedPoints())
                : List.of(new Point(image.getWidth() / 2, image.getHeight() / 2));
        return Map.of(
                "x", points.stream().map(p -> String.valueOf(p.x)).collect(Collectors.joining(" ")),
                "y", points.stream().map(p -> String.valueOf(p.y)).collect(Collectors.joining(" ")));
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        ResultsTable table = ImageJRun.call(this::isCanceled, run -> table(image, arguments, run));
        table.show(title(image));
    }

    /** The title of the table of an image's pixels. */
    static String title(ImagePlus image) {
        return "Pixels of " + image.getTitle();
    }

    /** The table of an image, of the pixels and frames that checked arguments name. */
    static ResultsTable table(ImagePlus image, Arguments arguments, Run run) throws StepException {
        int[] columns = arguments.wholeNumbers("x");
        int[] lines = arguments.wholeNumbers("y");
        check(image, columns, lines);
        PixelTable table = new PixelTable();
        fill(table, image, columns, lines, arguments, run);
        return table.results();
    }

    private static void check(ImagePlus image, int[] columns, int[] lines) throws StepException {
        if (columns.length != lines.length) {
            throw new StepException("x= has " + columns.length + " numbers and y= " + lines.length
                    + "; give one of each for every pixel");
        }
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] >= image.getWidth() || lines[i] >= image.getHeight()) {
                throw new StepException("x=" + columns[i] + " y=" + lines[i] + " is outside of " + image.getTitle()
                        + ", which is " + image.getWidth() + " x " + image.getHeight());
            }
        }
    }

    private static void fill(
            PixelTable table, ImagePlus image, int[] columns, int[] lines, Arguments arguments, Run run)
            throws StepException {
        FloatImage first = ImagePlusConversion.toFloatImage(image, 1, 1);
        ColorSpace space = SourceSpace.of(SourceSpace.given(arguments), first);
        OutputTransform rendering = OutputTransforms.find(arguments.text("display"), arguments.text("view"))
                .orElseThrow();
        LightCalibration calibration = LightCalibration.of(first).orElse(LightCalibration.ASSUMED);
        PixelInspection inspection = new PixelInspection(space, calibration, rendering);
        Frames.visit(image, arguments, run, (frame, place, inside) -> {
            float[][] rgb = SourceSpace.rgb(frame);
            for (int i = 0; i < columns.length; i++) {
                int at = lines[i] * image.getWidth() + columns[i];
                table.add(
                        i + 1,
                        columns[i],
                        lines[i],
                        place.slice(),
                        place.time(),
                        inspection.report(rgb[0][at], rgb[1][at], rgb[2][at]));
            }
        });
    }
}
