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
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.text.TextWindow;
import java.awt.Choice;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The menu entries of plain ImageJ pressed one by one: the dialogs they show, and what follows OK and Cancel. */
class DialogsScreenTest extends ScreenTestOnImageJ {
    @BeforeEach
    void openTheSample() {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        assertEquals(1, WindowManager.getImageCount());
    }

    @AfterEach
    void closeAll() throws Exception {
        closeImages();
    }

    @Test
    void theConversionDialogStartsAtTheImagesOwnSpaceAndMakesANewWindow() throws Exception {
        GenericDialog dialog = dialogOf("Convert Color Space...");
        List<Choice> choices = choices(dialog);
        assertEquals("ACES2065-1", choices.get(0).getSelectedItem());
        choices.get(1).select("ACEScg");
        screenshot("dialog-convert-color-space");
        press(dialog, "OK");
        await(
                "the converted image",
                () -> WindowManager.getImageCount() == 2
                        && WindowManager.getCurrentImage().getTitle().equals("sample.exr (ACEScg)"));
        ImagePlus converted = WindowManager.getCurrentImage();
        assertEquals("ACEScg", converted.getProp("scenelinear.space"));
    }

    @Test
    void theOutputTransformDialogOffersDisplaysAndViews() throws Exception {
        GenericDialog dialog = dialogOf("ACES Output Transform...");
        List<Choice> choices = choices(dialog);
        assertEquals("sRGB - Display", choices.get(0).getSelectedItem());
        screenshot("dialog-aces-output-transform");
        press(dialog, "OK");
        await(
                "the rendered picture",
                () -> WindowManager.getImageCount() == 2
                        && WindowManager.getCurrentImage().getBitDepth() == 24);
        screenshot("rendered");
    }

    @Test
    void cancelMakesNothing() throws Exception {
        for (String label : List.of("Convert Color Space...", "ACES Output Transform...", "Save EXR...")) {
            GenericDialog dialog = dialogOf(label);
            if (label.equals("Save EXR...")) {
                screenshot("dialog-save-exr");
                assertNull(dialog.getCheckboxes(), "no preview of what would write a file");
            }
            press(dialog, "Cancel");
            await("the dialog to close", () -> !dialog.isShowing());
            assertEquals(1, WindowManager.getImageCount(), label);
        }
    }

    @Test
    void theHeaderIsShownAsText() throws Exception {
        pressMenuEntry("EXR Info");
        await("the text window", () -> textWindow("EXR Info").isPresent());
        TextWindow window = textWindow("EXR Info").orElseThrow();
        assertTrue(window.getTextPanel().getText().contains("compression: dwab"));
        screenshot("exr-info");
        window.close(false);
    }

    @Test
    void theFileOfTheActiveImageIsChecked() throws Exception {
        pressMenuEntry("Check EXR...");
        await("the text window", () -> textWindow("Check EXR").isPresent());
        TextWindow window = textWindow("Check EXR").orElseThrow();
        assertTrue(window.getTextPanel().getText().contains(": sound"));
        screenshot("check-exr");
        window.close(false);
    }

    private GenericDialog dialogOf(String label) throws Exception {
        pressMenuEntry(label);
        await("the dialog of " + label, () -> showing(GenericDialog.class).isPresent());
        return showing(GenericDialog.class).orElseThrow();
    }

    private static <T extends Window> Optional<T> showing(Class<T> type) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> type.isInstance(window) && window.isShowing())
                .map(type::cast)
                .findFirst();
    }

    private static Optional<TextWindow> textWindow(String title) {
        return showing(TextWindow.class).filter(window -> window.getTitle().startsWith(title));
    }

    @SuppressWarnings("unchecked") // ImageJ's own API is without types
    private static List<Choice> choices(GenericDialog dialog) {
        return List.copyOf(dialog.getChoices());
    }
}
