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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.image.StepException;

class VectorscopeCommandTest {
    private static ImagePlus image(float r, float g, float b) {
        ImageStack stack = new ImageStack(2, 2);
        stack.addSlice("R", new float[] {r, r, r, r});
        stack.addSlice("G", new float[] {g, g, g, g});
        stack.addSlice("B", new float[] {b, b, b, b});
        ImagePlus image = new ImagePlus("made", stack);
        image.setDimensions(3, 1, 1);
        return image;
    }

    private static ResultsTable table(ImagePlus image, String options) throws StepException {
        Arguments arguments = VectorscopeCommand.SIGNATURE.parse(options + " data=table");
        VectorscopeCommand command = new VectorscopeCommand();
        return ScopeCommand.count(command.scope(arguments), image, arguments, () -> false)
                .table();
    }

    @Test
    void aColorLiesWhereTheViewPutsItWithTheWeightsOfTheDisplay() throws StepException {
        String[] displays = {"sRGB - Display", "Rec.2100-PQ - Display"};
        double[][] weights = {{0.2126, 0.7152, 0.0722}, {0.2627, 0.6780, 0.0593}};
        for (int i = 0; i < displays.length; i++) {
            String name = OutputTransforms.views(displays[i]).get(0);
            UnaryOperator<double[]> view =
                    OutputTransforms.find(displays[i], name).orElseThrow().reference();
            double[] code = view.apply(new double[] {0.5, 0.2, 0.1});
            double[] w = weights[i];
            double luma = w[0] * code[0] + w[1] * code[1] + w[2] * code[2];
            ResultsTable table =
                    table(image(0.5f, 0.2f, 0.1f), "from=ACES2065-1 display=[" + displays[i] + "] view=[" + name + "]");
            assertEquals(1, table.size());
            assertEquals((code[2] - luma) / (2 - 2 * w[2]), table.getValue("Cb", 0), 0.0011, displays[i]);
            assertEquals((code[0] - luma) / (2 - 2 * w[0]), table.getValue("Cr", 0), 0.0011, displays[i]);
            assertEquals(4, table.getValue("Pixels", 0));
        }
    }

    @Test
    void anImageMadeForADisplayIsTakenAsItIs() throws StepException {
        ResultsTable table = table(image(0.75f, 0, 0), "from=[sRGB - Display]");
        assertEquals(0.375, table.getValue("Cr", 0), 0.0011); // ITU-R BT.709-6, item 3.3: half of red
        assertEquals(-0.75 * 0.2126 / 1.8556, table.getValue("Cb", 0), 0.0011);
    }

    @Test
    void grayHasNoColorOnEitherKindOfAxes() throws StepException {
        ResultsTable codes = table(image(0.18f, 0.18f, 0.18f), "from=[Linear Rec.2020] axes=CbCr");
        ResultsTable light = table(image(0.18f, 0.18f, 0.18f), "from=[Linear Rec.2020] axes=ICtCp");
        assertTrue(Math.abs(codes.getValue("Cb", 0)) < 0.003 && Math.abs(codes.getValue("Cr", 0)) < 0.003);
        assertEquals(0, light.getValue("Ct", 0), 1e-9);
        assertEquals(0, light.getValue("Cp", 0), 1e-9);
    }
}
