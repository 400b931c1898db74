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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.command.develop.DevelopCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** The dialog of all stages, in plain ImageJ and as SciJava runs it. */
class DevelopScreenTest extends ScreenTestOnImageJ {
    private ImagePlus source;
    private float[] samples;

    @BeforeEach
    void openTheSample() {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        source = WindowManager.getCurrentImage();
        samples = ((float[]) source.getStack().getPixels(2)).clone();
    }

    @AfterEach
    void theSourceIsAsItWasAndThePreviewGone() throws Exception {
        await("the preview to be gone", () -> preview().isEmpty());
        assertArrayEquals(samples, (float[]) source.getStack().getPixels(2));
        closeImages();
    }

    @Test
    void aWheelIsTurnedAndItsThreeNumbersAreRecorded() throws Exception {
        Recorder recorder = new Recorder(false);
        try {
            pressMenuEntry("Color Grading...");
            JDialog dialog = settings();
            await("the preview", () -> preview().isPresent());
            Component wheel = find(dialog, "shadows.hue wheel");
            Point at = wheel.getLocationOnScreen();
            robot.mouseMove(at.x + wheel.getWidth() / 2, at.y + wheel.getHeight() / 4);
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            JTextField strength = (JTextField) find(dialog, "shadows.saturation");
            await("a tint", () -> !strength.getText().equals("0"));
            screenshot("dialog-color-grading");
            String hue = ((JTextField) find(dialog, "shadows.hue")).getText();
            String line = "run(\"Color Grading...\", \"shadows=[" + hue + " " + strength.getText()
                    + " 0] from=ACES2065-1\");";
            press(dialog, "ok");
            await("the result", () -> WindowManager.getImageCount() == 2);
            await("the recorded line", () -> recorder.getText().contains("Color Grading"));
            assertTrue(recorder.getText().contains(line), recorder.getText());
        } finally {
            recorder.close();
        }
    }

    @Test
    void aCurveIsDrawnAndItsPointsAreRecorded() throws Exception {
        Recorder recorder = new Recorder(false);
        try {
            pressMenuEntry("Tone Curves...");
            JDialog dialog = settings();
            await("the preview", () -> preview().isPresent());
            Component curve = find(dialog, "rgb curve");
            Point at = curve.getLocationOnScreen();
            robot.mouseMove(at.x + curve.getWidth() / 3, at.y + curve.getHeight() / 3);
            robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
            robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
            JTextField text = (JTextField) find(dialog, "rgb");
            await("a point", () -> text.getText().split(" ").length == 3);
            screenshot("dialog-tone-curves");
            String points = text.getText();
            press(dialog, "ok");
            await("the result", () -> WindowManager.getImageCount() == 2);
            String line = "run(\"Tone Curves...\", \"rgb=[" + points + "] from=ACES2065-1\");";
            await("the recorded line", () -> recorder.getText().contains("Tone Curves"));
            assertTrue(recorder.getText().contains(line), recorder.getText());
        } finally {
            recorder.close();
        }
    }

    @Test
    void theRecordedLineHasOnlyWhatWasChangedAndDoesTheSameAgain() throws Exception {
        Recorder recorder = new Recorder(false);
        try {
            pressMenuEntry("Develop...");
            JDialog dialog = settings();
            await("the preview", () -> preview().isPresent());
            slide(dialog, "tone.exposure slider", 20);
            type(dialog, "hsl.aqua.saturation", "-45");
            type(dialog, "tone_curve.luma.points", "0,0 0.3,0.2 1,1");
            screenshot("dialog-develop");
            press(dialog, "ok");
            await("the result", () -> WindowManager.getImageCount() == 2);
            String line = "run(\"Develop...\", \"tone.exposure=1 hsl.aqua.saturation=-45"
                    + " tone_curve.luma.points=[0,0 0.3,0.2 1,1] from=ACES2065-1\");";
            await("the recorded line", () -> recorder.getText().contains("Develop"));
            assertTrue(recorder.getText().contains(line), recorder.getText());
        } finally {
            recorder.close();
        }
        ImagePlus first = WindowManager.getCurrentImage();
        IJ.run(
                source,
                "Develop...",
                "tone.exposure=1 hsl.aqua.saturation=-45 tone_curve.luma.points=[0,0 0.3,0.2 1,1] from=ACES2065-1");
        await("the second result", () -> WindowManager.getImageCount() == 3);
        int[] ids = WindowManager.getIDList();
        ImagePlus second = WindowManager.getImage(ids[ids.length - 1]);
        assertArrayEquals((float[]) first.getStack().getPixels(2), (float[])
                second.getStack().getPixels(2));
    }

    @Test
    void whatIsNotAllowedIsToldAndKeepsTheDialogOpenAndResetMakesAllNeutral() throws Exception {
        pressMenuEntry("Develop...");
        JDialog dialog = settings();
        type(dialog, "tone.contrast", "200");
        press(dialog, "ok");
        assertTrue(dialog.isShowing());
        JLabel line = (JLabel) find(dialog, "line");
        assertEquals("Contrast: 200 is not allowed; give a number from -100 to 100", line.getText());
        slide(dialog, "dehaze.amount slider", 30);
        press(dialog, "reset");
        assertEquals("0", ((JTextField) find(dialog, "tone.contrast")).getText());
        assertEquals("0", ((JTextField) find(dialog, "dehaze.amount")).getText());
        assertEquals(" ", line.getText());
        press(dialog, "cancel");
        await("the dialog to close", () -> !dialog.isShowing());
    }

    @Test
    void escEndsDialogAndPreviewAndMakesNothing() throws Exception {
        pressMenuEntry("Develop...");
        JDialog dialog = settings();
        slide(dialog, "tone.exposure slider", -40);
        await("the preview", () -> preview().isPresent());
        await("the focus in the dialog", () -> dialog.getFocusOwner() != null);
        robot.keyPress(KeyEvent.VK_ESCAPE);
        robot.keyRelease(KeyEvent.VK_ESCAPE);
        await("the dialog to close", () -> !dialog.isShowing());
        assertEquals(1, WindowManager.getImageCount());
    }

    @Test
    void inSciJavaTheInputsThatRemainAreThoseThatWereChanged() throws Exception {
        try (Context context = new Context(CommandService.class, ModuleService.class)) {
            Module module = context.service(ModuleService.class)
                    .createModule(context.service(CommandService.class).getCommand(DevelopCommand.class));
            module.setInput("image", source);
            module.initialize();
            for (ModuleItem<?> item : module.getInfo().inputs()) {
                assertTrue(module.isInputResolved(item.getName()), item.getName() + " is not asked for by SciJava");
            }
            Thread running = new Thread(module);
            running.start();
            JDialog dialog = settings();
            type(dialog, "detail.clarity", "25");
            press(dialog, "ok");
            running.join(PATIENCE_MILLISECONDS);
            assertFalse(running.isAlive());
            await("the result", () -> WindowManager.getImageCount() == 2);
            List<String> left = new ArrayList<>();
            for (ModuleItem<?> item : module.getInfo().inputs()) {
                if (item.getType() == String.class) { // else the image and SciJava's services
                    left.add(item.getName() + "=" + module.getInput(item.getName()));
                }
            }
            assertEquals(List.of("from=ACES2065-1", "detail.clarity=25"), left);
            String line = ImagePlusConversion.toFloatImage(WindowManager.getCurrentImage(), 1, 1)
                    .history()
                    .get(0);
            assertEquals("Develop... detail.clarity=25 mode=hdr encoding=keep from=ACES2065-1", line);
        }
    }

    private static JDialog settings() throws Exception {
        await("the dialog", () -> window(JDialog.class, "settings").isPresent());
        return window(JDialog.class, "settings").orElseThrow();
    }

    private static Optional<JFrame> preview() {
        return window(JFrame.class, "preview");
    }

    private static <T extends Window> Optional<T> window(Class<T> type, String name) {
        return Arrays.stream(Window.getWindows())
                .filter(window -> type.isInstance(window) && window.isShowing() && name.equals(window.getName()))
                .map(type::cast)
                .findFirst();
    }

    private static void slide(JDialog dialog, String name, int value) throws Exception {
        EventQueue.invokeAndWait(() -> ((JSlider) find(dialog, name)).setValue(value));
    }

    private static void type(JDialog dialog, String name, String text) throws Exception {
        JTextField field = (JTextField) find(dialog, name);
        EventQueue.invokeAndWait(() -> {
            field.setText(text);
            field.postActionEvent();
        });
    }

    private static void press(JDialog dialog, String name) throws Exception {
        EventQueue.invokeAndWait(() -> ((JButton) find(dialog, name)).doClick());
    }
}
