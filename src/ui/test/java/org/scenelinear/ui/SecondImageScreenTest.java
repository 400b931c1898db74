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
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Choice;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A second image chosen in the dialog of plain ImageJ, and the macro line that is recorded of it. */
class SecondImageScreenTest extends ScreenTestOnImageJ {
    @AfterEach
    void closeAll() throws Exception {
        for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
            ImagePlus image = WindowManager.getImage(id);
            image.changes = false;
            image.close();
        }
        await("all windows to be closed", () -> WindowManager.getImageCount() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fill.exr", "the fill.exr", "fill [left].exr", "the fill [left] 2", "it's fill"})
    void theRecordedLineFindsTheImageOfTheTitleAgain(String title) throws Exception {
        open(title);
        ImagePlus active = open("key.exr");
        Recorder recorder = new Recorder(false);
        String line;
        try {
            GenericDialog dialog = dialog();
            assertEquals(List.of(title, "key.exr"), items(choices(dialog).get(0)));
            press(dialog, "OK");
            await("the sum", () -> WindowManager.getImageCount() == 3);
            await("the recorded line", () -> recorder.getText().contains("Add Light..."));
            line = recorder.getText()
                    .lines()
                    .filter(text -> text.contains("Add Light..."))
                    .findFirst()
                    .orElseThrow();
        } finally {
            recorder.close();
        }
        float sum = value(WindowManager.getCurrentImage());
        assertEquals(2 * value(active), sum);
        WindowManager.getCurrentImage().changes = false;
        WindowManager.getCurrentImage().close();
        IJ.selectWindow("key.exr");
        IJ.runMacro(line);
        assertEquals(3, WindowManager.getImageCount(), line);
        assertEquals(sum, value(WindowManager.getCurrentImage()), line);
    }

    @Test
    void theDialogOffersOpenImagesAndNoPreview() throws Exception {
        open("fill.exr");
        open("key.exr");
        GenericDialog dialog = dialog();
        assertNull(dialog.getCheckboxes());
        screenshot("dialog-add-light");
        press(dialog, "Cancel");
        await("the dialog to close", () -> !dialog.isShowing());
        assertEquals(2, WindowManager.getImageCount());
    }

    private ImagePlus open(String title) {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        ImagePlus image = WindowManager.getCurrentImage();
        image.setTitle(title);
        return image;
    }

    private static float value(ImagePlus image) {
        return ((float[]) image.getImageStack().getPixels(2))[image.getWidth() * 40 + 30];
    }

    private GenericDialog dialog() throws Exception {
        pressMenuEntry("Add Light...");
        await("the dialog", () -> showing().isPresent());
        return showing().orElseThrow();
    }

    private static Optional<GenericDialog> showing() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof GenericDialog && window.isShowing())
                .map(GenericDialog.class::cast)
                .findFirst();
    }

    @SuppressWarnings("unchecked") // ImageJ's own API is without types
    private static List<Choice> choices(GenericDialog dialog) {
        return List.copyOf(dialog.getChoices());
    }

    private static List<String> items(Choice menu) {
        return IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem).toList();
    }

    /** On the event thread, as a click: from another one the options are recorded twice. */
}
