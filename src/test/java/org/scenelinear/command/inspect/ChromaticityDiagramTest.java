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
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.scope.PlaneCounts;
import org.scenelinear.ui.scope.ScopeStyle;

class ChromaticityDiagramTest {
    /** Six gray pixels, one red, one black, one that is no number. */
    private static ImagePlus image() {
        float[][] rgb = {{1, 2, 3, 4, 5, 6, 1, 0, Float.NaN}, {1, 2, 3, 4, 5, 6, 0, 0, 1}, {1, 2, 3, 4, 5, 6, 0, 0, 1}};
        ImageStack stack = new ImageStack(9, 1);
        for (int c = 0; c < 3; c++) {
            stack.addSlice(new String[] {"R", "G", "B"}[c], rgb[c]);
        }
        ImagePlus image = new ImagePlus("made", stack);
        image.setDimensions(3, 1, 1);
        return image;
    }

    private static ScopeCommand.Counted<ChromaticityDiagramCommand.Counts> count(ImagePlus image, String options)
            throws StepException {
        Arguments arguments = ChromaticityDiagramCommand.SIGNATURE.parse(options);
        return ScopeCommand.count(new ChromaticityDiagramCommand().scope(arguments), image, arguments, () -> false);
    }

    @Test
    void theTableHasEachColorOnceWithItsPixels() throws StepException {
        ResultsTable table =
                count(image(), "from=[Linear Rec.709 (sRGB)] data=table").table();
        assertEquals(4, table.size());
        double[][] places = {{0.3127, 0.3290, 6}, {0.64, 0.33, 1}}; // ITU-R BT.709-6, item 1.3
        for (int row = 0; row < 2; row++) {
            double x = table.getValue("x", row);
            double[] place = Math.abs(x - places[0][0]) < 0.01 ? places[0] : places[1];
            assertEquals(place[0], x, 0.5 / 640 + 1e-9);
            assertEquals(place[1], table.getValue("y", row), 0.5 / 640 + 1e-9);
            assertEquals(place[2], table.getValue("Pixels", row));
        }
        assertNotEquals(table.getValue("Pixels", 0), table.getValue("Pixels", 1));
        assertEquals("black or negative", table.getStringValue("x", 2));
        assertEquals("NaN", table.getStringValue("x", 3));
    }

    @Test
    void theSelectionCounts() throws StepException {
        ImagePlus image = image();
        image.setRoi(new Roi(5, 0, 2, 1));
        PlaneCounts plane = count(image, "from=ACEScg diagram=uv").sum().plane();
        long sum = 0;
        for (int row = 0; row < plane.grid().rows(); row++) {
            for (int column = 0; column < plane.grid().columns(); column++) {
                sum += plane.count(column, row);
            }
        }
        assertEquals(2, sum);
    }

    /** The one color of two selected pixels lies under no line. */
    @Test
    void aPlaceHasTheColorOfItsCountOnAnyGroundAndAtAnyScale() throws StepException {
        ImagePlus image = image();
        float[][] green = {{0.2f, 0.2f}, {1, 1}, {0.3f, 0.3f}};
        for (int c = 0; c < 3; c++) {
            System.arraycopy(green[c], 0, (float[]) image.getStack().getPixels(c + 1), 0, 2);
        }
        image.setRoi(new Roi(0, 0, 2, 1));
        for (String background : new String[] {"dark", "light"}) {
            String options = "from=[Linear Rec.709 (sRGB)] background=" + background;
            Arguments arguments = ChromaticityDiagramCommand.SIGNATURE.parse(options);
            ChromaticityDiagramCommand.Counts counts = count(image, options).sum();
            for (int scale = 1; scale <= 2; scale++) {
                ScopeStyle style = new ScopeStyle(background.equals("dark"), scale);
                BufferedImage picture =
                        new ChromaticityDiagramCommand().scope(arguments).picture(counts, style);
                assertEquals(scale * (76 + 608 + 20), picture.getWidth());
                assertEquals(scale * (34 + 736 + 58), picture.getHeight());
                int found = 0;
                for (int row = 0; row < 736; row++) {
                    for (int column = 0; column < 608; column++) {
                        if (counts.plane().count(column, row) > 0) {
                            int x = scale * (76 + column);
                            int y = scale * (34 + 735 - row);
                            Color strongest = new Color(picture.getRGB(x, y));
                            assertEquals(
                                    background.equals("dark") ? new Color(0xFDE725) : new Color(0x440154), strongest);
                            found++;
                        }
                    }
                }
                assertEquals(1, found);
            }
        }
    }
}
