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
import ij.ImageStack;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;

class MeasureLightTest {
    private static final int WIDTH = 20;
    private static final int HEIGHT = 16;

    /** R, G, B at two times; the second has twice the light. The left half is middle gray, the right two stops more. */
    private static ImagePlus scene() {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int time = 1; time <= 2; time++) {
            for (String name : new String[] {"R", "G", "B"}) {
                float[] plane = new float[WIDTH * HEIGHT];
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = 0.18f * time * (i % WIDTH < WIDTH / 2 ? 1 : 4);
                }
                stack.addSlice(name, plane);
            }
        }
        ImagePlus image = new ImagePlus("scene", stack);
        image.setDimensions(3, 1, 2);
        return image;
    }

    private static ResultsTable measure(ImagePlus image, String options) throws StepException {
        return MeasureLightCommand.measure(
                image, new MeasureLightCommand().signature().parse(options), () -> false);
    }

    @Test
    void aRowForEachChannelOfEachFrameTellsLinearLightAndStops() throws StepException {
        ResultsTable table = measure(scene(), "from=ACEScg frames=all");
        assertEquals(8, table.size());
        assertEquals("luminance", table.getStringValue("Channel", 7));
        assertEquals(0.45, table.getValue("Mean", 0), 1e-7);
        assertEquals(0.9, table.getValue("Mean", 7), 1e-6);
        assertEquals(0, table.getValue("Min (stops)", 0), 1e-6);
        assertEquals(3, table.getValue("Max (stops)", 5), 1e-6);
        assertEquals(2, table.getValue("Range 99.9/0.1 (stops)", 4), 1e-6);
        assertEquals(50, table.getValue("Above 1 (%)", 4));
        assertEquals(0.32168, table.getValue("x", 0), 1e-6);
        assertEquals(6000, table.getValue("CCT (K)", 0), 1);
        assertEquals(0, table.getValue("Outside Rec.709 (%)", 0));
    }

    @Test
    void aSelectionThatLiesPartlyOutsideCountsOnlyPixelsOfTheImage() throws StepException {
        ImagePlus image = scene();
        image.setRoi(new Roi(-5, 3, 10, 4));
        ResultsTable table = measure(image, "from=ACEScg");
        assertEquals(20, table.getValue("Pixels", 0));
        assertEquals(0.18f, table.getValue("Max", 0));
    }

    @Test
    void anOvalCountsThePixelsOfItsMask() throws StepException {
        ImagePlus image = scene();
        OvalRoi oval = new OvalRoi(12, 2, 7, 7);
        image.setRoi(oval);
        assertEquals(
                image.getStatistics().pixelCount, measure(image, "from=ACEScg").getValue("Pixels", 0));
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        StepException unknown = assertThrows(StepException.class, () -> measure(scene(), ""));
        assertTrue(unknown.getMessage().contains("the color space of scene is not known"), unknown.getMessage());
        ImagePlus image = scene();
        image.setRoi(new Roi(100, 100, 5, 5));
        StepException outside = assertThrows(StepException.class, () -> measure(image, "from=ACEScg"));
        assertEquals("region selection has no pixel in scene", outside.getMessage());
        StepException none = assertThrows(StepException.class, () -> measure(scene(), "from=ACEScg roi=manager"));
        assertTrue(none.getMessage().startsWith("the ROI Manager has no region"), none.getMessage());
    }
}
