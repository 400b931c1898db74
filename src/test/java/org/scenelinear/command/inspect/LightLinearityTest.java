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
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.FloatProcessor;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** A simulated sensor whose response and noise are known. */
class LightLinearityTest {
    private static final int SIZE = 100;
    private static final double SLOPE = 0.5; // values per ms
    private static final double OFFSET = 0.01;
    private static final double READ_NOISE = 0.0005;
    private static final double PER_ELECTRON = 0.0001;
    private static final double SATURATION = 1.01;
    private static final double[] TIMES = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 3, 6};
    private static final String EXPOSURES = "exposures=[0.005 0.01 0.02 0.05 0.1 0.2 0.5 1 1.5 3 6]";

    /** Only the area 10 to 89 is lit evenly; a frame may be twice as bright as it should be. */
    private static ImagePlus sensor(int badFrame) {
        Random random = new Random(11);
        ImageStack stack = new ImageStack(SIZE, SIZE);
        for (int t = 0; t < TIMES.length; t++) {
            double signal = SLOPE * TIMES[t] * (t == badFrame ? 2 : 1);
            float[] values = new float[SIZE * SIZE];
            for (int i = 0; i < values.length; i++) {
                boolean lit = i % SIZE >= 10 && i % SIZE < 90 && i / SIZE >= 10 && i / SIZE < 90;
                double noise = Math.hypot(READ_NOISE, Math.sqrt(PER_ELECTRON * signal)) * random.nextGaussian();
                values[i] = lit ? (float) Math.min(SATURATION, OFFSET + signal + noise) : 5;
            }
            values[50 * SIZE + 50] = Float.NaN;
            stack.addSlice(new FloatProcessor(SIZE, SIZE, values));
        }
        ImagePlus image = new ImagePlus("sensor", stack);
        image.setRoi(new Roi(10, 10, 80, 80));
        return image;
    }

    private static ResultsTable table(ImagePlus image, String options) throws StepException {
        return LightLinearityCommand.table(image, LightLinearityCommand.SIGNATURE.parse(options), Run.inThisThread());
    }

    private static void assertSensor(ResultsTable table) {
        assertEquals(1, table.size());
        assertEquals(SLOPE, table.getValue("Slope", 0), 0.002 * SLOPE);
        assertEquals(OFFSET, table.getValue("Offset", 0), 0.0001);
        assertEquals(9, table.getValue("Exposures in linear range", 0));
        assertEquals(READ_NOISE, table.getValue("Read noise", 0), 0.1 * READ_NOISE);
        assertEquals(PER_ELECTRON, table.getValue("Variance per signal", 0), 0.03 * PER_ELECTRON);
        assertEquals(0.75, table.getValue("Full scale", 0), 0.003);
        assertEquals(Math.log(0.75 / READ_NOISE) / Math.log(2), table.getValue("Dynamic range (stops)", 0), 0.2);
    }

    @Test
    void theSensorIsFoundInItsNoiseAndSaturatedExposuresAreLeftOut() throws Exception {
        assertSensor(table(sensor(-1), EXPOSURES));
    }

    @Test
    void oneBadExposureDoesNotTiltTheLine() throws Exception {
        assertSensor(table(sensor(4), EXPOSURES));
    }

    @Test
    void aListOfAnotherLengthAndASeriesThatIsAllSaturatedAreRefused() {
        ImagePlus image = sensor(-1);
        StepException problem = assertThrows(StepException.class, () -> table(image, "exposures=[1 2]"));
        assertTrue(problem.getMessage().contains("has 2 numbers, sensor has 11"), problem.getMessage());
        ImageStack flat = new ImageStack(2, 2);
        for (int i = 0; i < 3; i++) {
            flat.addSlice(new FloatProcessor(2, 2, new float[] {1, 1, 1, 1}));
        }
        ImagePlus saturated = new ImagePlus("flat", flat);
        assertThrows(StepException.class, () -> table(saturated, "exposures=[1 2 3]"));
        assertThrows(StepException.class, () -> LightLinearityCommand.SIGNATURE.parse("exposures=[1 -2 3]"));
    }
}
