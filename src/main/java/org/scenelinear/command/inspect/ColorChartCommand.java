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
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatPolygon;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter.Kind;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.ChartFit;
import org.scenelinear.inspect.ChartPlacement;
import org.scenelinear.inspect.ColorChart;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Reads a ColorChecker in the image: tables of its errors and of the matrix that mends them, and a file of that. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Color Chart...", headless = true)
public class ColorChartCommand extends MenuCommand {
    private static final String NAME = "color chart";
    private static final int CORNERS = 4;

    /** Label, keys, defaults and allowed values. */
    static final Signature SIGNATURE = new Signature(
            "Color Chart...",
            "Reads a ColorChecker of 24 patches in the image: errors of color and exposure, and the matrix that mends them"
                    + " best.",
            List.of(
                    SourceSpace.FROM,
                    org.scenelinear.command.macro.Parameter.text(
                            "Corners",
                            "x,y of the chart's corners: the outer ones of the patches dark skin, bluish green, black and"
                                    + " white. If not given, those of a polygon selection of four points, in that order.",
                            ColorChartCommand::canonicalCorners,
                            "four points such as [10,10 300,12 298,210 8,205]"),
                    org.scenelinear.command.macro.Parameter.file(
                            "Save (CLF)",
                            Kind.OUTPUT_FILE,
                            "A .clf file for the matrix, in ACES2065-1 as Apply Look takes it.",
                            "")));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String corners;

    @Parameter(required = false, persist = false)
    String save;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    private static Optional<String> canonicalCorners(String text) {
        String[] words = text.strip().split("[\\s,]+");
        boolean numbers = Arrays.stream(words).allMatch(word -> word.matches("-?(\\d+\\.?\\d*|\\.\\d+)"));
        if (words.length != 2 * CORNERS || !numbers) {
            return Optional.empty();
        }
        StringBuilder canonical = new StringBuilder();
        for (int i = 0; i < words.length; i += 2) {
            canonical.append(i == 0 ? "" : " ").append(words[i]).append(',').append(words[i + 1]);
        }
        return Optional.of(canonical.toString());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException, IOException {
        ImagePlus image = source();
        ChartPlacement placement = placement(image, arguments);
        FloatImage frame = ImagePlusConversion.toFloatImage(
                image, Math.min(image.getZ(), ImagePlusConversion.slices(image)), image.getT());
        Reading reading = ImageJRun.call(this::isCanceled, run -> read(frame, placement, arguments, run));
        if (!arguments.text("save").isEmpty()) {
            save(reading, arguments.path("save"));
        }
        mark(placement, image);
        reading.patches().show("Color chart of " + image.getTitle());
        reading.matrix().show("Matrix for " + image.getTitle());
    }

    /**
     * What was found.
     *
     * @param patches a row for each patch
     * @param matrix its rows, in the space the image was read in
     * @param aces the matrix for ACES2065-1
     */
    record Reading(ResultsTable patches, ResultsTable matrix, Matrix3 aces) {}

    /** Where the chart is: where the corners say, else where the selection is. */
    static ChartPlacement placement(ImagePlus image, Arguments arguments) throws StepException {
        double[][] points = new double[CORNERS][2];
        String given = arguments.text("corners");
        Roi roi = image.getRoi();
        if (!given.isEmpty()) {
            String[] words = given.split("[ ,]");
            for (int i = 0; i < words.length; i++) {
                points[i / 2][i % 2] = Double.parseDouble(words[i]);
            }
        } else if (roi != null && roi.getType() != Roi.RECTANGLE && roi.getFloatPolygon().npoints == CORNERS) {
            FloatPolygon polygon = roi.getFloatPolygon();
            for (int i = 0; i < CORNERS; i++) {
                points[i] = new double[] {polygon.xpoints[i], polygon.ypoints[i]};
            }
        } else {
            throw new StepException(
                    "needs the chart's corners; select them with the polygon or the multi-point tool, or"
                            + " give corners=[x,y x,y x,y x,y]");
        }
        try {
            return new ChartPlacement(points);
        } catch (IllegalArgumentException e) {
            throw new StepException(e.getMessage());
        }
    }

    /** Reads the patches of a frame. */
    static Reading read(FloatImage frame, ChartPlacement placement, Arguments arguments, Run run) throws StepException {
        LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
        double[][] read = new double[ColorChart.PATCHES.size()][];
        try {
            for (int patch = 0; patch < read.length; patch++) {
                read[patch] = placement.read(light.rgb(), frame.width(), patch);
            }
            ChartFit fit = new ChartFit(read, light.space());
            Matrix3 toAces = light.space().matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
            return new Reading(
                    patches(read, fit), matrix(fit), toAces.times(fit.matrix()).times(toAces.inverse()));
        } catch (IllegalArgumentException e) {
            throw new StepException(frame.name() + ": " + e.getMessage());
        }
    }

    private static ResultsTable patches(double[][] read, ChartFit fit) {
        ResultsTable table = new ResultsTable();
        table.setPrecision(5);
        for (int patch = 0; patch < read.length; patch++) {
            double[] reference = fit.reference(patch);
            table.addRow();
            table.addValue("Patch", ColorChart.PATCHES.get(patch).name());
            for (int c = 0; c < 3; c++) {
                table.addValue("RGB".substring(c, c + 1), read[patch][c]);
            }
            for (int c = 0; c < 3; c++) {
                table.addValue("Reference " + "RGB".charAt(c), reference[c]);
            }
            table.addValue("Exposure error (stops)", fit.exposureError(patch));
            table.addValue("dE 2000", fit.difference(patch));
            table.addValue("dE 2000 after matrix", fit.differenceLeft(patch));
            table.addValue("Residual", fit.residual(patch));
        }
        return table;
    }

    private static ResultsTable matrix(ChartFit fit) {
        ResultsTable table = new ResultsTable();
        table.setPrecision(7);
        for (int row = 0; row < 3; row++) {
            table.addRow();
            table.addValue("To", "RGB".substring(row, row + 1));
            for (int column = 0; column < 3; column++) {
                table.addValue("From " + "RGB".charAt(column), fit.matrix().get(row, column));
            }
            table.addValue("Exposure of grays (stops)", fit.exposure());
        }
        return table;
    }

    /** Writes the matrix as a look. */
    static void save(Reading reading, Path path) throws StepException, IOException {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".clf")) {
            throw new StepException("save=" + path + " is not allowed; give a name ending in .clf");
        }
        LookFile look = new LookFile(
                TransformChain.of(new MatrixTransform(reading.aces())),
                "",
                "Color chart",
                "",
                List.of("Least squares of 24 patches of a ColorChecker in linear light"),
                "ACES2065-1 as photographed",
                "ACES2065-1 of the chart",
                List.of());
        LutFiles.write(look, path);
    }

    /** Outlines what was read, in the place of the outlines of an earlier call. */
    static void mark(ChartPlacement placement, ImagePlus image) {
        Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        overlay.remove(NAME);
        for (int patch = 0; patch < ColorChart.PATCHES.size(); patch++) {
            double[][] corners = placement.corners(patch);
            float[] x = new float[CORNERS];
            float[] y = new float[CORNERS];
            for (int i = 0; i < CORNERS; i++) {
                x[i] = (float) corners[i][0];
                y[i] = (float) corners[i][1];
            }
            Roi outline = new PolygonRoi(x, y, Roi.POLYGON);
            outline.setName(NAME);
            outline.setStrokeColor(Color.YELLOW);
            overlay.add(outline);
        }
        image.setOverlay(overlay);
    }
}
