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
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plain ImageJ with the built jar in its plugins folder, on a screen: the live view as users see it. */
class LiveViewScreenTest extends ScreenTestOnImageJ {
    private ImagePlus source;
    private ImagePlus picture;

    @BeforeEach
    void openTheSampleInTheLiveView() throws Exception {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        source = WindowManager.getCurrentImage();
        assertNotNull(source, "the sample is open");
        assertEquals(32, source.getBitDepth());
        pressMenuEntry("Live View");
        await("the live view", () -> WindowManager.getImageCount() == 2);
        picture = WindowManager.getImage(WindowManager.getIDList()[1]);
        EventQueue.invokeAndWait(() -> {
            source.getWindow().setLocation(420, 110);
            picture.getWindow().setLocation(20, 150);
            picture.getWindow().toFront();
        });
        await("the rendered picture", () -> brightness(480, 20) > 0);
    }

    @AfterEach
    void closeAll() throws Exception {
        EventQueue.invokeAndWait(() -> {
            source.changes = false;
            picture.changes = false;
        });
        IJ.run("Close All");
        await("all windows to be closed", () -> WindowManager.getImageCount() == 0);
    }

    @Test
    void theMenuHasAllEntries() throws IOException {
        List<String> labels = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("/plugins.config")) {
            Matcher label = Pattern.compile("(?m)^[^#\"]+\"([^\"]+)\"")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (label.find()) {
                labels.add(label.group(1));
            }
        }
        assertTrue(labels.contains("Live View"), labels.toString());
        for (String label : labels) {
            assertNotNull(item(Menus.getMenuBar(), label), label);
        }
    }

    @Test
    void aPreviewStandsBesideTheUntouchedSource() throws Exception {
        assertEquals("sample.exr (view: sRGB, SDR 100 nits)", picture.getTitle());
        assertEquals(24, picture.getBitDepth());
        assertEquals(source.getWidth(), picture.getWidth());
        assertFalse(picture.changes, "a preview needs no saving");
        assertTrue(
                picture.getWindow().createSubtitle().contains("preview"),
                picture.getWindow().createSubtitle());
        // The ramp at the bottom: grays one stop apart come out gray, and never darker to the right.
        int before = -1;
        for (int patch = 0; patch < 15; patch++) {
            int x = patch * 64 + 32;
            int pixel = picture.getProcessor().get(x, 520);
            assertEquals(pixel >> 16 & 0xFF, pixel & 0xFF, 3, "patch " + patch + " is gray");
            assertTrue(brightness(x, 520) >= before, "patch " + patch);
            before = brightness(x, 520);
        }
        assertTrue(before > 750, "the brightest gray is near white: " + before);
        screenshot("live-view");
    }

    @Test
    void looksAndViewsArePickedAndTheSourceStays() throws Exception {
        float[] red = ((float[]) source.getStack().getPixels(1)).clone();
        int before = brightness(300, 450);
        JComboBox<?> looks = find(JComboBox.class, "looks");
        EventQueue.invokeAndWait(() -> looks.setSelectedItem("Day for Night"));
        await("a darker picture", () -> brightness(300, 450) < before - 20);
        await(
                "its name in the title",
                () -> picture.getTitle().equals("sample.exr (view: sRGB, SDR 100 nits, Day for Night)"));
        screenshot("live-view-looks");
        JComboBox<?> displays = find(JComboBox.class, "display");
        EventQueue.invokeAndWait(() -> displays.setSelectedItem("Rec.2100-PQ - Display"));
        await("a note", () -> picture.getWindow().createSubtitle().contains("this screen's white"));
        EventQueue.invokeAndWait(() -> looks.setSelectedItem("none"));
        EventQueue.invokeAndWait(() -> displays.setSelectedItem("sRGB - Display"));
        await("the first picture", () -> brightness(300, 450) == before);
        JComboBox<?> zones = find(JComboBox.class, "false color");
        EventQueue.invokeAndWait(() -> zones.setSelectedItem("stops"));
        await(
                "colors",
                () -> picture.getTitle().equals("sample.exr (view: false color, stops)")
                        && brightness(300, 450) != before);
        screenshot("live-view-false-color");
        EventQueue.invokeAndWait(() -> zones.setSelectedItem("none"));
        await("the first picture again", () -> brightness(300, 450) == before);
        assertArrayEquals(red, (float[]) source.getStack().getPixels(1));
    }

    @Test
    void theControlsArePainted() throws Exception {
        for (Component control : new Component[] {
            find(JSlider.class, "exposure"), find(JTextField.class, "stops"), find(JButton.class, "reset")
        }) {
            Rectangle place = new Rectangle(control.getLocationOnScreen(), control.getSize());
            await(control.getName() + " to be painted", () -> colors(robot.createScreenCapture(place)) > 2);
        }
    }

    private static long colors(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void theSliderChangesThePictureButNotTheSource() throws Exception {
        float[] red = ((float[]) source.getStack().getPixels(1)).clone();
        int before = brightness(300, 450);
        JSlider slider = find(JSlider.class, "exposure");
        Point at = slider.getLocationOnScreen();
        robot.mouseMove(at.x + slider.getWidth() / 2, at.y + 8);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        for (int i = 0; i <= 20; i++) {
            robot.mouseMove(at.x + slider.getWidth() / 2 + i * slider.getWidth() / 100, at.y + 8);
        }
        screenshot("live-view-dragging");
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        float stops = Float.parseFloat(find(JTextField.class, "stops").getText());
        assertTrue(stops > 2 && stops < 5, "stops in the field: " + stops);
        await("a brighter picture", () -> brightness(300, 450) > before + 60);
        screenshot("live-view-brighter");
        assertArrayEquals(red, (float[]) source.getStack().getPixels(1));

        press(find(JButton.class, "reset"));
        await("the picture as before", () -> brightness(300, 450) == before);
        assertEquals("0", find(JTextField.class, "stops").getText());
    }

    @Test
    void typedStopsAreTakenAtEnter() throws Exception {
        int before = brightness(300, 450);
        JTextField field = find(JTextField.class, "stops");
        press(field);
        await("the field to have the focus", field::isFocusOwner);
        EventQueue.invokeAndWait(field::selectAll);
        for (int key : new int[] {KeyEvent.VK_MINUS, KeyEvent.VK_3, KeyEvent.VK_ENTER}) {
            robot.keyPress(key);
            robot.keyRelease(key);
        }
        await("a darker picture", () -> brightness(300, 450) < before);
        assertEquals(-60, find(JSlider.class, "exposure").getValue());
        screenshot("live-view-darker");
    }

    @Test
    void theStatusLineTellsTheLinearValues() throws Exception {
        ImageCanvas canvas = picture.getCanvas();
        Point corner = canvas.getLocationOnScreen();
        // The patch of +3 stops: 1.44 in linear light, near white on a display.
        for (int x = 640; x <= 672; x += 8) {
            robot.mouseMove(corner.x + canvas.screenX(x), corner.y + canvas.screenY(520));
        }
        float red = source.getStack().getProcessor(1).getf(672, 520);
        assertEquals(1.44, red, 0.02);
        await("the status line", () -> status().contains("x=672,y=520"));
        assertTrue(status().contains("R=" + String.format("%.3f", red)), status());
        assertTrue(status().endsWith("; +3.0 +3.0 +3.0 stops"), status());
        screenshot("live-view-status");
    }

    @Test
    void itFollowsChangesOfTheSourceAndClosesWithIt() throws Exception {
        int before = brightness(480, 300);
        EventQueue.invokeAndWait(() -> {
            for (int c = 1; c <= 3; c++) {
                source.getStack().getProcessor(c).multiply(0.125);
            }
            source.updateAndDraw();
        });
        await("a darker picture", () -> brightness(480, 300) < before);
        EventQueue.invokeAndWait(() -> {
            source.changes = false;
            source.close();
        });
        await("the live view to close", () -> WindowManager.getImageCount() == 0);
    }

    @Test
    void closingAllWindowsFromAMacroNeverHangs() throws Exception {
        for (int round = 0; round < 12; round++) {
            assertTimeoutPreemptively(Duration.ofSeconds(PATIENCE_MILLISECONDS / 1000), () -> IJ.run("Close All"));
            await("all windows to be closed", () -> WindowManager.getImageCount() == 0);
            openTheSampleInTheLiveView();
        }
    }

    @Test
    void duplicateGivesTheRenderedPicture() throws Exception {
        ImagePlus copy = picture.duplicate();
        assertArrayEquals((int[]) picture.getProcessor().getPixels(), (int[])
                copy.getProcessor().getPixels());
    }

    private <T extends Component> T find(Class<T> type, String name) {
        return type.cast(find(picture.getWindow(), name));
    }

    /** Red, green and blue of a pixel of the picture, added. */
    private int brightness(int x, int y) {
        int pixel = picture.getProcessor().get(x, y);
        return (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF);
    }

    /** The text in ImageJ's status bar. */
    private String status() {
        for (Component component : imageJ.getStatusBar().getComponents()) {
            if (component instanceof JLabel label && label.getText() != null) {
                return label.getText();
            }
        }
        return "";
    }
}
