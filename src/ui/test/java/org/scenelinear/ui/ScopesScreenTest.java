/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import java.awt.EventQueue;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scopes that follow an image, as users see them. */
class ScopesScreenTest extends ScreenTestOnImageJ {
    @AfterEach
    void closeAll() throws Exception {
        closeImages();
    }

    private ImagePlus open() throws Exception {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        ImagePlus source = WindowManager.getCurrentImage();
        EventQueue.invokeAndWait(() -> source.getWindow().setLocation(20, 150));
        return source;
    }

    private static ImagePlus scope(ImagePlus source, String label, String options) throws Exception {
        EventQueue.invokeAndWait(() -> WindowManager.setCurrentWindow(source.getWindow()));
        int images = WindowManager.getImageCount();
        IJ.run(label, options + " live=yes");
        await(label, () -> WindowManager.getImageCount() == images + 1);
        int[] ids = WindowManager.getIDList();
        return WindowManager.getImage(ids[ids.length - 1]);
    }

    private static int content(ImagePlus image) {
        return Arrays.hashCode((int[]) image.getProcessor().convertToRGB().getPixels());
    }

    private static boolean isFollowing(String title) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("live " + title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Waveform...", "Vectorscope...", "Chromaticity Diagram...", "Histogram in Stops..."})
    void aScopeFollowsPixelsAndSelectionUntilItIsClosed(String label) throws Exception {
        ImagePlus source = open();
        ImagePlus shown = scope(source, label, "");
        String title = shown.getTitle();
        int whole = content(shown);
        EventQueue.invokeAndWait(() -> source.setRoi(new Roi(10, 10, 60, 40)));
        await("the selection to count", () -> content(shown) != whole);
        EventQueue.invokeAndWait(source::deleteRoi);
        await("all pixels to count again", () -> content(shown) == whole);
        float[] red = (float[]) source.getStack().getPixels(1);
        for (int i = 0; i < red.length; i++) {
            red[i] *= 3;
        }
        EventQueue.invokeAndWait(source::updateAndDraw);
        await("the changed pixels to count", () -> content(shown) != whole);
        assertEquals(true, isFollowing(title));
        EventQueue.invokeAndWait(() -> {
            shown.changes = false;
            shown.close();
        });
        await("its thread to end", () -> !isFollowing(title));
    }

    @Test
    void scopesStandBesideTheirImageAndStayWhenItIsClosed() throws Exception {
        ImagePlus source = open();
        ImagePlus waveform = scope(source, "Waveform...", "channels=parade");
        ImagePlus vectorscope = scope(source, "Vectorscope...", "background=light");
        EventQueue.invokeAndWait(() -> {
            waveform.getWindow().setLocation(20, 560);
            vectorscope.getWindow().setLocation(700, 100);
            source.getWindow().toFront();
        });
        screenshot("scopes");
        EventQueue.invokeAndWait(() -> {
            source.changes = false;
            source.close();
        });
        await("their threads to end", () -> !isFollowing(waveform.getTitle()) && !isFollowing(vectorscope.getTitle()));
        assertEquals(2, WindowManager.getImageCount());
    }
}
