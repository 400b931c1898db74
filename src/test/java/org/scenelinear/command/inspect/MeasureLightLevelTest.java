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

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightLevel;
import org.scenelinear.run.Run;

class MeasureLightLevelTest {
    private static final String DISPLAY = "Rec.2100-PQ - Display";

    @Test
    void levelsAreThoseOfTheLargestComponents() {
        LightLevel level = new LightLevel();
        Area area = Area.whole(2, 1);
        Run run = Run.inThisThread();
        LightLevel.Frame first = level.add(new float[][] {{10, 600}, {40, 0}, {20, 0}}, 2, area, run);
        assertEquals(new LightLevel.Frame(600, 320), first);
        level.add(new float[][] {{100, 0}, {500, 0}, {0, 400}}, 2, area, run);
        assertEquals(600, level.maxCll()); // of the first frame
        assertEquals(450, level.maxFall()); // of the second
    }

    /** SMPTE ST 2084:2014, equation 4.1. */
    private static double luminance(double code) {
        double power = Math.pow(code, 1 / 78.84375);
        return 10000 * Math.pow(Math.max(power - 0.8359375, 0) / (18.8515625 - 18.6875 * power), 1 / 0.1593017578125);
    }

    @Test
    void levelsAreTheLightOfThePqCodeValuesWithinTheSelection() throws StepException {
        double[][] colors = {{0.18, 0.18, 0.18}, {4, 2, 1}, {0.02, 0.3, 0.9}, {90, 90, 90}};
        ImageStack stack = new ImageStack(4, 1);
        for (int c = 0; c < 3; c++) {
            float[] plane = new float[4];
            for (int i = 0; i < 4; i++) {
                plane[i] = (float) colors[i][c];
            }
            stack.addSlice(new String[] {"R", "G", "B"}[c], plane);
        }
        ImagePlus image = new ImagePlus("scene", stack);
        image.setDimensions(3, 1, 1);
        image.setRoi(new Roi(0, 0, 3, 1));
        double brightest = 0;
        double sum = 0;
        String view = OutputTransforms.views(DISPLAY).get(0);
        for (int i = 0; i < 3; i++) {
            double[] code = OutputTransforms.find(DISPLAY, view)
                    .orElseThrow()
                    .reference()
                    .apply(colors[i]);
            double light = luminance(Math.max(code[0], Math.max(code[1], code[2])));
            brightest = Math.max(brightest, light);
            sum += light;
        }
        MeasureLightLevelCommand command = new MeasureLightLevelCommand();
        ResultsTable table = MeasureLightLevelCommand.measure(
                image,
                command.signature().parse("from=ACES2065-1 display=[" + DISPLAY + "] view=[" + view + "]"),
                () -> false);
        assertEquals(2, table.size());
        assertEquals(
                brightest,
                table.getValueAsDouble(table.getColumnIndex("Brightest pixel (cd/m²)"), 1),
                2e-3 * brightest);
        assertEquals(sum / 3, table.getValueAsDouble(table.getColumnIndex("Frame average (cd/m²)"), 1), 2e-3 * sum / 3);
    }
}
