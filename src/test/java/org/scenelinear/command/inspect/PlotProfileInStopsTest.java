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
import ij.gui.Line;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;

class PlotProfileInStopsTest {
    private static final int SIZE = 9;

    /**
     * Light that doubles from column to column; green twice and blue four times the red; brighter from frame to frame.
     */
    private static ImagePlus ramp(ColorSpace space, Roi roi) {
        FloatImage first = frame(space, 1);
        ImagePlus image =
                ImagePlusConversion.toImagePlus(List.of(new LightCalibration(200).applyTo(first), frame(space, 2)), 1);
        image.setRoi(roi);
        return image;
    }

    private static FloatImage frame(ColorSpace space, double gain) {
        float[][] rgb = new float[3][SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            double light = 0.18 * gain * Math.pow(2, i % SIZE - 4);
            double[] stored = space.encode(new double[] {light, 2 * light, 4 * light});
            for (int c = 0; c < 3; c++) {
                rgb[c][i] = (float) stored[c];
            }
        }
        rgb[0][5 * SIZE + 2] = Float.NaN;
        rgb[0][6 * SIZE + 2] = -1;
        Window window = Window.ofSize(SIZE, SIZE);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.FLOAT, rgb[0]),
                new ImageChannel("G", SampleType.FLOAT, rgb[1]),
                new ImageChannel("B", SampleType.FLOAT, rgb[2]));
        return new FloatImage("ramp", window, window, 1, channels, ColorState.of(space, "made"), List.of());
    }

    private static ResultsTable table(ImagePlus image, String options) throws StepException {
        return PlotProfileInStopsCommand.table(
                image, PlotProfileInStopsCommand.SIGNATURE.parse(options), Run.inThisThread());
    }

    @Test
    void doublingLightIsAStraightLineInStops() throws Exception {
        for (ColorSpace space : List.of(ColorSpaces.ACESCG, ColorSpaces.ACESCCT)) {
            ResultsTable table = table(ramp(space, new Line(0, 3, 8, 3)), "frames=all");
            assertEquals(2 * SIZE, table.size());
            for (int i = 0; i < SIZE; i++) {
                assertEquals(i, table.getValue("Distance (pixels)", i), 1e-9);
                assertEquals(i - 4, table.getValue("R", i), 1e-4, space.name());
                assertEquals(i - 3, table.getValue("G", i), 1e-4, space.name());
                assertEquals(i - 2, table.getValue("B", i), 1e-4, space.name());
                assertEquals(i - 3, table.getValue("R", SIZE + i), 1e-4, space.name());
            }
        }
    }

    @Test
    void linearLightAndLuminanceAreInterpolatedAndScaled() throws Exception {
        ImagePlus image = ramp(ColorSpaces.LINEAR_REC709, new Line(4.5, 3, 4.5, 4));
        ResultsTable linear = table(image, "axis=linear");
        assertEquals(0.27, linear.getValue("R", 0), 1e-6); // between 0.18 and 0.36
        ResultsTable nits = table(image, "axis=nits");
        assertEquals(0.27 * 200, nits.getValue("R", 0), 1e-4);
        // the luminance weights of Rec.709: IEC 61966-2-1
        double weighted = 0.2126 * 0.27 + 0.7152 * 0.54 + 0.0722 * 1.08;
        assertEquals(weighted * 200, nits.getValue("Luminance", 0), 0.01);
    }

    @Test
    void valuesWithoutLogarithmAreNaNAndHarmNoNeighbor() throws Exception {
        ResultsTable table = table(ramp(ColorSpaces.ACESCG, new Line(2, 4, 2, 7)), "");
        assertEquals(-2, table.getValue("R", 0), 1e-5);
        assertTrue(Double.isNaN(table.getValue("R", 1)));
        assertTrue(Double.isNaN(table.getValue("R", 2)));
        assertEquals(-2, table.getValue("R", 3), 1e-5);
        assertEquals(-1, table.getValue("G", 1), 1e-5);
    }

    @Test
    void aBentLineIsFollowedAndOtherSelectionsAreRefused() throws Exception {
        PolygonRoi bent = new PolygonRoi(new float[] {0, 4, 4}, new float[] {1, 1, 4}, 3, Roi.POLYLINE);
        ResultsTable table = table(ramp(ColorSpaces.ACESCG, bent), "");
        assertEquals(7, table.getValue("Distance (pixels)", table.size() - 1), 0.05);
        assertEquals(0, table.getValue("R", table.size() - 1), 0.05);
        ImagePlus image = ramp(ColorSpaces.ACESCG, new Roi(0, 0, 3, 3));
        assertThrows(StepException.class, () -> table(image, ""));
    }
}
