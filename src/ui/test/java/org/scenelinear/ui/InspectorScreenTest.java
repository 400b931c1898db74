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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.util.Arrays;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

/** Plain ImageJ with the built jar in its plugins folder, on a screen: the inspector as users see it. */
class InspectorScreenTest extends ScreenTestOnImageJ {
    private static final int SIZE = 240;

    private ImagePlus image;
    private InspectorWindow inspector;
    private int listeners;

    /** Grays that double every 40 columns, with 0.18 from column 80, and are twice as bright at the second time. */
    private static FloatImage steps(float gain) {
        float[] gray = new float[SIZE * SIZE];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (float) (gain * 0.18 * Math.pow(2, i % SIZE / 40 - 2));
        }
        Window window = Window.ofSize(SIZE, SIZE);
        return new FloatImage(
                "steps",
                window,
                window,
                1,
                List.of(
                        new ImageChannel("R", SampleType.FLOAT, gray),
                        new ImageChannel("G", SampleType.FLOAT, gray.clone()),
                        new ImageChannel("B", SampleType.FLOAT, gray.clone())),
                ColorState.of(ColorSpaces.ACESCG, "made"),
                List.of());
    }

    @BeforeEach
    void openTheInspector() throws Exception {
        listeners = Toolkit.getDefaultToolkit().getAWTEventListeners().length;
        IJ.setTool(Toolbar.RECTANGLE);
        image = ImagePlusConversion.toImagePlus(List.of(steps(1), steps(2)), 1);
        EventQueue.invokeAndWait(() -> {
            image.show();
            image.getWindow().setLocation(60, 160);
        });
        pressMenuEntry("Inspect Light");
        await("the inspector", () -> (inspector = open()) != null && inspector.isShowing());
        await("the pixel in the middle", () -> value("Stops").equals("+1.00 from 18 % gray"));
    }

    @AfterEach
    void closeAll() throws Exception {
        EventQueue.invokeAndWait(() -> {
            if (open() != null) {
                open().dispose();
            }
            for (Frame frame : WindowManager.getNonImageWindows()) {
                if (frame instanceof TextWindow text) {
                    text.close(false);
                }
            }
        });
        closeImages();
    }

    private static InspectorWindow open() {
        return Arrays.stream(WindowManager.getNonImageWindows())
                .filter(InspectorWindow.class::isInstance)
                .map(InspectorWindow.class::cast)
                .findFirst()
                .orElse(null);
    }

    private String value(String name) {
        return find(inspector.getContentPane(), name) instanceof JLabel label ? label.getText() : "";
    }

    private Point moveTo(int x, int y) {
        ImageCanvas canvas = image.getCanvas();
        Point corner = canvas.getLocationOnScreen();
        Point at = new Point(corner.x + canvas.screenX(x), corner.y + canvas.screenY(y));
        robot.mouseMove(at.x - 2, at.y);
        robot.mouseMove(at.x, at.y);
        return at;
    }

    private void click(int x, int y) {
        moveTo(x, y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private String status() {
        return Arrays.stream(imageJ.getStatusBar().getComponents())
                .filter(component -> component instanceof JLabel label && label.getText() != null)
                .map(component -> ((JLabel) component).getText())
                .findFirst()
                .orElse("");
    }

    /** The tables may lie above it. */
    private void pressButton(String name) throws Exception {
        EventQueue.invokeAndWait(((JButton) find(inspector, name))::doClick);
    }

    private static ResultsTable table(String title) {
        return ResultsTable.getResultsTable(title);
    }

    @Test
    void panelAndStatusBarTellOfThePixelUnderTheMouse() throws Exception {
        moveTo(100, 50);
        await("the panel", () -> value("title").equals("steps, x 100, y 50, time 1"));
        assertEquals("0.1800 0.1800 0.1800", value("ACEScg"));
        assertEquals("18.00 cd/m² (1.0 = 100.0, assumed)", value("Luminance"));
        assertEquals("+0.00 from 18 % gray", value("Stops"));
        assertEquals("0.3217 0.3377", value("CIE xy")); // the white of ACES
        assertEquals("0x31C3 0x31C3 0x31C3", value("Half bits"));
        assertEquals("Rec.709, P3-D65, Rec.2020, AP1", value("Inside"));
        await("the status bar", () -> status().startsWith("x=100,y=50 0.1800 0.1800 0.1800; 18.00 cd/m²"));
        screenshot("inspect-light");
    }

    @Test
    void aClickDropsANumberedSampleAndSamplesGoThroughTheStack() throws Exception {
        click(100, 50);
        await("the first sample", () -> table("Samples of " + image.getTitle()) != null);
        click(150, 120);
        await("the second sample", () -> table("Samples of " + image.getTitle()).size() == 2);
        ResultsTable samples = table("Samples of " + image.getTitle());
        assertEquals(2, samples.getValue("Sample", 1));
        assertEquals(150, samples.getValue("x", 1));
        assertEquals(1, samples.getValue("Stops from 18 %", 1), 1e-5);
        assertEquals(4, image.getOverlay().size(), "a cross and a number of each");
        screenshot("inspect-light-samples");

        pressButton("all frames");
        await("the table of all frames", () -> table("Pixels of " + image.getTitle()) != null);
        ResultsTable all = table("Pixels of " + image.getTitle());
        assertEquals(4, all.size());
        assertEquals(2, all.getValue("Stops from 18 %", 3), 1e-5);
        assertEquals(2, all.getValue("Frame", 3));

        pressButton("clear");
        await("the marks to go", () -> image.getOverlay() == null);
    }

    @Test
    void aClickWithAToolThatDrawsDropsNothing() throws Exception {
        IJ.setTool(Toolbar.POINT);
        click(100, 50);
        await("the panel", () -> value("title").contains("x 100, y 50"));
        assertTrue(image.getRoi() != null && image.getOverlay() == null);
    }

    @Test
    void itFollowsTheStackAndTheChosenView() throws Exception {
        moveTo(100, 50);
        await("the panel", () -> value("title").contains("x 100, y 50, time 1"));
        String before = value("Rendered");
        EventQueue.invokeAndWait(() -> image.setT(2));
        await("the second time", () -> value("title").contains("x 100, y 50, time 2"));
        assertEquals("+1.00 from 18 % gray", value("Stops"));
        String brighter = value("Rendered");
        assertFalse(before.equals(brighter), brighter);
        JComboBox<?> views = (JComboBox<?>) find(inspector, "view");
        EventQueue.invokeAndWait(() -> views.setSelectedItem("HDR 1000 nits (Rec.2020) on Rec.2100-PQ"));
        await("another view's codes", () -> !value("Rendered").equals(brighter));
    }

    @Test
    void overALiveViewItTellsOfTheSourceAndTheViewsCodes() throws Exception {
        pressMenuEntry("Live View");
        await("the live view", () -> WindowManager.getImageCount() == 2);
        ImagePlus picture = WindowManager.getImage(WindowManager.getIDList()[1]);
        EventQueue.invokeAndWait(() -> picture.getWindow().setLocation(760, 300));
        await("the picture", () -> picture.getProcessor().get(100, 50) != 0xFF000000);
        ImagePlus source = image;
        image = picture;
        moveTo(100, 50);
        image = source;
        int code = picture.getProcessor().get(100, 50) & 0xFF;
        await("the panel", () -> value("title").startsWith("steps, x 100, y 50"));
        await("the codes", () -> value("Live view").equals(code + " " + code + " " + code + " of 255"));
    }

    @Test
    void anImageOfUnknownColorsIsSaidToBeSo() throws Exception {
        ImageStack stack = new ImageStack(SIZE, SIZE);
        stack.addSlice("R", new float[SIZE * SIZE]);
        stack.addSlice("G", new float[SIZE * SIZE]);
        stack.addSlice("B", new float[SIZE * SIZE]);
        ImagePlus other = new ImagePlus("untagged", stack);
        EventQueue.invokeAndWait(() -> {
            other.show();
            other.getWindow().setLocation(760, 300);
        });
        await("the problem", () -> value("Problem").contains("color space of untagged is not known"));
        EventQueue.invokeAndWait(other::close);
    }

    @Test
    void closedItListensNoMore() throws Exception {
        assertEquals(listeners + 1, Toolkit.getDefaultToolkit().getAWTEventListeners().length);
        pressMenuEntry("Inspect Light");
        await("another in its place", () -> open() != null && open() != inspector);
        assertEquals(listeners + 1, Toolkit.getDefaultToolkit().getAWTEventListeners().length);
        EventQueue.invokeAndWait(open()::dispose);
        assertNull(open());
        assertEquals(listeners, Toolkit.getDefaultToolkit().getAWTEventListeners().length);
    }
}
