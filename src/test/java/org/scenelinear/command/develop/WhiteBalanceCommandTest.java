/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** A gray picked with ImageJ's selections, without a screen. */
class WhiteBalanceCommandTest {
    private ImagePlus stack;

    @BeforeEach
    void open() {
        List<FloatImage> frames = new ArrayList<>();
        for (float light : new float[] {1, 1.5f}) {
            float[][] rgb = {{0.3f * light, 9, 9, 9}, {0.25f, 9, 9, 9}, {0.2f, 9, 9, 9}};
            frames.add(StageOperationTest.image(rgb, 2, 2, ColorSpaces.LINEAR_REC2020));
        }
        stack = ImagePlusConversion.toImagePlus(frames, 2);
        WindowManager.setTempCurrentImage(stack);
    }

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void whatIsSelectedInTheSliceInFrontBecomesGray() throws Exception {
        stack.setRoi(new Roi(0, 0, 1, 1));
        for (int slice = 1; slice <= 2; slice++) {
            stack.setPosition(1, slice, 1);
            float[][] rgb = picked(slice).rgb().orElseThrow();
            assertEquals(rgb[1][0], rgb[0][0], 1e-6);
            assertEquals(rgb[1][0], rgb[2][0], 1e-6);
        }
    }

    @Test
    void aSelectionOfAnyShapeGivesItsMeanAndWhatLiesOutsideOfTheImageDoesNotCount() throws Exception {
        stack.setRoi(new PointRoi(0, 0));
        float[][] point = picked(1).rgb().orElseThrow();
        stack.setRoi(new Roi(-3, -3, 4, 4));
        assertArrayEquals(point[0], picked(1).rgb().orElseThrow()[0]);
        stack.setRoi(new OvalRoi(0, 0, 2, 2));
        float[][] mean = picked(1).rgb().orElseThrow();
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            sum += mean[0][i] - mean[2][i];
        }
        assertEquals(0, sum / 4, 1e-5, "the mean is gray");
    }

    @Test
    void withoutASelectionItIsRefused() {
        stack.deleteRoi();
        assertThrows(StepException.class, () -> picked(1));
        stack.setRoi(new Roi(50, 50, 2, 2));
        assertThrows(StepException.class, () -> picked(1));
    }

    @Test
    void aSeedIsDrawnForTheDialogOfGrainSoThatItIsRecorded() throws Exception {
        GrainCommand command = new GrainCommand();
        Map<String, String> shown = command.suggestions(stack);
        assertEquals(ColorSpaces.LINEAR_REC2020.name(), shown.get("from"));
        String line = command.step(command.signature().arguments(shown)).text();
        assertTrue(line.contains(" seed=" + shown.get("seed") + " "), line);
    }

    private FloatImage picked(int slice) throws StepException {
        WhiteBalanceCommand command = new WhiteBalanceCommand();
        Step step = command.step(command.signature().arguments(Map.of("gray", "Selection")));
        return step.apply(ImagePlusConversion.toFloatImage(stack, slice, 1), Run.inThisThread());
    }
}
