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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.PixelClass;

class AuditPixelsTest {
    private static final int WIDTH = 7;

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    /** R, G, B at two times; trouble in G of the second. */
    private static ImagePlus stack(float... trouble) {
        ImageStack stack = new ImageStack(WIDTH, 5);
        for (int n = 0; n < 6; n++) {
            float[] plane = new float[WIDTH * 5];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = 0.1f + n + i;
            }
            if (n == 4) {
                System.arraycopy(trouble, 0, plane, 16, trouble.length);
            }
            stack.addSlice(new String[] {"R", "G", "B"}[n % 3], plane);
        }
        ImagePlus image = new ImagePlus("shot", stack);
        image.setDimensions(3, 1, 2);
        return image;
    }

    private static AuditPixelsCommand.Audit audit(ImagePlus image, String options) throws StepException {
        return AuditPixelsCommand.audit(
                image, new AuditPixelsCommand().signature().parse(options), () -> false);
    }

    @Test
    void theFirstOfEachKindIsNamedWithItsPlaceAndAllAreCounted() throws StepException {
        float[] trouble = {-1, Float.NaN, Float.NEGATIVE_INFINITY, Float.NaN, 65504, 0};
        AuditPixelsCommand.Audit found = audit(stack(trouble), "masks=show");
        assertEquals(
                "shot has 2 NaN, the first in channel G at x 3, y 2, slice 1, time 2; "
                        + "1 -Inf, the first in channel G at x 4, y 2, slice 1, time 2",
                found.problem().orElseThrow());
        assertEquals("negative", found.table().getStringValue("Kind", 3));
        assertEquals("yes", found.table().getStringValue("Allowed", 3));
        byte[] mask = (byte[]) found.masks().get(0).getStack().getPixels(2);
        assertEquals("NaN in shot", found.masks().get(0).getTitle());
        for (int i = 0; i < mask.length; i++) {
            assertEquals(i == 17 || i == 19 ? -1 : 0, mask[i]);
        }
    }

    @Test
    void theTableHasARowForEachKindWithAZeroAndNoPlaceWhereThereIsNone() throws StepException {
        ResultsTable clean = audit(stack(), "").table();
        ResultsTable two = audit(stack(Float.NaN, -1, Float.NaN), "").table();
        assertEquals(PixelClass.values().length, clean.size());
        for (int row = 0; row < clean.size(); row++) {
            assertEquals(PixelClass.values()[row].label(), clean.getStringValue("Kind", row));
            assertEquals(0, clean.getValue("Count", row));
            assertEquals(row < 3 ? "no" : "yes", clean.getStringValue("Allowed", row));
        }
        double[] counts = {2, 0, 0, 1, 0, 0, 0};
        for (int row = 0; row < counts.length; row++) {
            assertEquals(counts[row], two.getValue("Count", row));
            assertEquals(
                    counts[row] == 0, two.getStringValue("First channel", row).equals("none"));
            assertEquals(counts[row] == 0, Double.isNaN(two.getValue("First x", row)));
        }
    }

    @Test
    void allowedKindsAreNoProblemAndOthersAre() throws StepException {
        assertTrue(audit(stack(Float.NaN), "allow=nan").problem().isEmpty());
        assertTrue(audit(stack(-1), "").problem().isEmpty());
        assertTrue(audit(stack(-1), "allow=NaN").problem().isPresent());
        assertTrue(audit(stack(Float.NaN), "frames=current").problem().isEmpty());
    }

    @Test
    void aMacroStopsOnAFrameWithNan() {
        WindowManager.setTempCurrentImage(stack(Float.NaN));
        AuditPixelsCommand command = new AuditPixelsCommand();
        command.runMacro("");
        assertEquals(
                "Audit Pixels...: shot has 1 NaN, the first in channel G at x 2, y 2, slice 1, time 2",
                command.getCancelReason());
    }

    @Test
    void mendingMakesANewImageAndLeavesTheSource() {
        ImagePlus source = stack(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        float[] before = ((float[]) source.getStack().getPixels(5)).clone();
        ImagePlus mended = AuditPixelsCommand.mended(source, 100, () -> false);
        assertArrayEquals(before, (float[]) source.getStack().getPixels(5));
        float[] expected = before.clone();
        expected[17] = 100;
        expected[18] = -100;
        double sum = 0;
        for (int at : new int[] {8, 9, 10, 15, 17, 22, 23, 24}) {
            sum += expected[at];
        }
        expected[16] = (float) (sum / 8);
        assertArrayEquals(expected, (float[]) mended.getStack().getPixels(5), 1e-5f);
        assertArrayEquals((float[]) source.getStack().getPixels(1), (float[])
                mended.getStack().getPixels(1));
    }
}
