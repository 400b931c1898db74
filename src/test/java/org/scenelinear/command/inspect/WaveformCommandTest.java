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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.scope.ValueAxis;
import org.scenelinear.ui.scope.ScopeStyle;

class WaveformCommandTest {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 4;

    /** Linear light, each column twice that of the one before; green twice and blue four times the red. */
    private static FloatImage frame(ColorSpace space, double gain) {
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double light = 0.19 * gain * Math.pow(2, i % WIDTH - 6);
            double[] stored = space.encode(new double[] {light, 2 * light, 4 * light});
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = (float) stored[c];
            }
        }
        Window window = Window.ofSize(WIDTH, HEIGHT);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.FLOAT, rgb[0]),
                new ImageChannel("G", SampleType.FLOAT, rgb[1]),
                new ImageChannel("B", SampleType.FLOAT, rgb[2]));
        return new FloatImage("ramp", window, window, 1, channels, ColorState.of(space, "made"), List.of());
    }

    private static ImagePlus image(FloatImage... frames) {
        return ImagePlusConversion.toImagePlus(List.of(frames), 1);
    }

    private static ScopeCommand.Counted<WaveformScope.Counts> count(ImagePlus image, String options)
            throws StepException {
        Arguments arguments = WaveformScope.SIGNATURE.parse(options);
        return ScopeCommand.count(new WaveformScope(arguments), image, arguments, () -> false);
    }

    private static double stops(double light) {
        return Math.log(light / 0.18) / Math.log(2);
    }

    @Test
    void theTableHasEachCountWithItsPlaceInStops() throws StepException {
        ResultsTable table = count(image(frame(ColorSpaces.ACESCG, 1)), "channels=parade data=table")
                .table();
        assertEquals(3 * WIDTH, table.size());
        for (int row = 0; row < table.size(); row++) {
            int trace = row / WIDTH;
            int column = row % WIDTH;
            assertEquals(List.of("R", "G", "B").get(trace), table.getStringValue("Channel", row));
            assertEquals(column, table.getValue("Column", row));
            double expected = stops(0.19 * Math.pow(2, column - 6 + trace));
            assertTrue(table.getValue("From", row) <= expected && expected < table.getValue("To", row), "row " + row);
            assertEquals(HEIGHT, table.getValue("Pixels", row));
        }
    }

    @Test
    void framesAddUpAndTheSelectionCounts() throws StepException {
        ImagePlus image = image(frame(ColorSpaces.ACESCG, 1), frame(ColorSpaces.ACESCG, 1));
        image.setRoi(new Roi(2, 1, 3, 2));
        ScopeCommand.Counted<WaveformScope.Counts> counted = count(image, "frames=all channels=overlay data=table");
        assertEquals(3, counted.sum().waveform().columns());
        assertEquals(2 * 3 * 3, counted.table().size());
        assertEquals(2, counted.table().getValue("Column", 0));
        int bin = (int) Math.floor((stops(0.19 * Math.pow(2, -4)) + 10) / 20 * ValueAxis.BINS);
        assertEquals(4, counted.sum().waveform().count(0, 0, bin)); // two lines of two frames
    }

    @Test
    void nitsFollowTheCalibrationAndEncodedLightIsDecoded() throws StepException {
        FloatImage encoded = new LightCalibration(200).applyTo(frame(ColorSpaces.ACESCCT, 1));
        ResultsTable table =
                count(image(encoded), "channels=parade scale=nits data=table").table();
        double[] matrix = ColorSpaces.ACESCG
                .matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD)
                .toArray();
        for (int column = 0; column < WIDTH; column++) {
            double light = 0.19 * Math.pow(2, column - 6);
            double red = 200 * light * (matrix[0] + 2 * matrix[1] + 4 * matrix[2]);
            assertTrue(table.getValue("From", column) <= red && red < table.getValue("To", column), "column " + column);
        }
    }

    @Test
    void codeValuesAreThoseOfTheView() throws StepException {
        ScopeCommand.Counted<WaveformScope.Counts> counted =
                count(image(frame(ColorSpaces.ACES2065_1, 1)), "channels=luma scale=display");
        String display = OutputTransforms.displays().get(0);
        UnaryOperator<double[]> view = OutputTransforms.find(
                        display, OutputTransforms.views(display).get(0))
                .orElseThrow()
                .reference();
        for (int column = 0; column < WIDTH; column++) {
            double light = 0.19 * Math.pow(2, column - 6);
            double[] code = view.apply(new double[] {light, 2 * light, 4 * light});
            double luma = 0.2126 * code[0] + 0.7152 * code[1] + 0.0722 * code[2];
            long near = 0;
            for (double aside : new double[] {-0.1, 0.1}) { // the view's fast form is not exact to a bin
                int bin = (int) Math.floor(luma * ValueAxis.BINS + aside);
                near = Math.max(near, counted.sum().waveform().count(0, column, bin));
            }
            assertEquals(HEIGHT, near, "column " + column + " of luma " + luma);
        }
    }

    @Test
    void whiteThatTheViewClipsIsOnTheAxis() throws StepException {
        ScopeCommand.Counted<WaveformScope.Counts> counted =
                count(image(frame(ColorSpaces.ACES2065_1, 1e6)), "channels=overlay scale=display");
        for (int trace = 0; trace < 3; trace++) {
            assertEquals(0, counted.sum().waveform().count(trace, ValueAxis.Apart.ABOVE));
        }
    }

    @Test
    void theBrightestColorsStandWhereTheLightIs() throws StepException {
        Arguments arguments = WaveformScope.SIGNATURE.parse("channels=luma scale=linear top=1");
        WaveformScope scope = new WaveformScope(arguments);
        FloatImage frame = frame(ColorSpaces.ACESCG, 0);
        WaveformScope.Counts counts =
                ScopeCommand.count(scope, image(frame), arguments, () -> false).sum();
        for (boolean dark : new boolean[] {true, false}) {
            for (double scale : new double[] {1, 2}) {
                BufferedImage picture = scope.picture(counts, new ScopeStyle(dark, scale));
                int ground = picture.getRGB(0, 0);
                int x = (int) (scale * 300);
                int bottom = (int) (scale * (34 + 511));
                assertTrue(picture.getRGB(x, bottom) != ground, "black light lies on the bottom of the axis");
                assertEquals(ground, picture.getRGB(x, bottom - (int) (scale * 20)), "and nowhere else");
            }
        }
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws StepException {
        for (String options : List.of("scale=PQ top=2", "scale=linear top=-1", "top=1000", "scale=display top=1")) {
            Arguments arguments = WaveformScope.SIGNATURE.parse(options);
            assertThrows(StepException.class, () -> new WaveformScope(arguments), options);
        }
        assertThrows(StepException.class, () -> WaveformScope.SIGNATURE.parse("top=high"));
        Arguments both = WaveformScope.SIGNATURE.parse("live=yes frames=all");
        assertThrows(StepException.class, () -> LiveFrames.check(both));
    }
}
