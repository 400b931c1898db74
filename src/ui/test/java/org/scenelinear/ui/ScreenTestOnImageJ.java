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

import static org.junit.jupiter.api.Assertions.assertNotNull;

import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import java.awt.Button;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import java.awt.event.InputEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Starts plain ImageJ with the built jar in its plugins folder, on a screen, and has a hand on mouse and menu. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScreenTestOnImageJ {
    static final Path SCREENSHOTS = Path.of("target", "screenshots");
    static final int PATIENCE_MILLISECONDS = 30_000;

    ImageJ imageJ;
    Robot robot;
    Path sample;

    @BeforeAll
    void startImageJ(@TempDir Path folder) throws Exception {
        Files.createDirectories(SCREENSHOTS);
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path jar = Path.of(System.getProperty("scenelinear.jar"));
        Files.copy(jar, plugins.resolve(jar.getFileName()));
        sample = folder.resolve("sample.exr");
        try (InputStream in = getClass().getResourceAsStream("/org/scenelinear/sample/sample.exr")) {
            Files.copy(in, sample, StandardCopyOption.REPLACE_EXISTING);
        }
        System.setProperty("plugins.dir", folder.toString());
        System.setProperty("user.home", folder.toString()); // so that the preferences are ImageJ's own
        robot = new Robot();
        robot.setAutoDelay(40);
        imageJ = new ImageJ();
        EventQueue.invokeAndWait(() -> imageJ.setLocation(20, 10));
        await("ImageJ to stand on the screen", imageJ::isShowing);
    }

    @AfterAll
    void endImageJ() {
        imageJ.dispose();
    }

    /** Opens the menu entry as a click does. */
    void pressMenuEntry(String label) throws Exception {
        MenuItem item = item(Menus.getMenuBar(), label);
        assertNotNull(item, "menu entry " + label);
        EventQueue.invokeAndWait(() -> {
            for (ActionListener listener : item.getActionListeners()) {
                listener.actionPerformed(new ActionEvent(item, ActionEvent.ACTION_PERFORMED, label));
            }
        });
    }

    static MenuItem item(MenuBar bar, String label) {
        for (int i = 0; i < bar.getMenuCount(); i++) {
            MenuItem found = item(bar.getMenu(i), label);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static MenuItem item(Menu menu, String label) {
        for (int i = 0; i < menu.getItemCount(); i++) {
            MenuItem item = menu.getItem(i);
            if (item instanceof Menu deeper) {
                item = item(deeper, label);
            }
            if (item != null && item.getLabel().equals(label)) {
                return item;
            }
        }
        return null;
    }

    /** Presses a button of a dialog; on the event thread, else a recorder would write every option twice. */
    static void press(GenericDialog dialog, String label) throws Exception {
        Button button = Arrays.stream(dialog.getButtons())
                .filter(b -> b != null && b.getLabel().strip().equals(label))
                .findFirst()
                .orElseThrow();
        EventQueue.invokeAndWait(
                () -> dialog.actionPerformed(new ActionEvent(button, ActionEvent.ACTION_PERFORMED, label)));
    }

    /** Closes all images without a question, and without a macro command, which a dialog canceled late would abort. */
    static void closeImages() throws Exception {
        for (int id : Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0])) {
            ImagePlus image = WindowManager.getImage(id);
            if (image != null) { // the live view closes with its source
                EventQueue.invokeAndWait(() -> {
                    image.changes = false;
                    image.close();
                });
            }
        }
        await("all windows to be closed", () -> WindowManager.getImageCount() == 0);
    }

    void press(Component component) {
        Point at = component.getLocationOnScreen();
        robot.mouseMove(at.x + component.getWidth() / 2, at.y + component.getHeight() / 2);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    static Component find(Container container, String name) {
        for (Component component : container.getComponents()) {
            if (name.equals(component.getName())) {
                return component;
            }
            if (component instanceof Container inner) {
                Component found = find(inner, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLISECONDS;
        while (!condition.call()) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(50);
        }
    }

    void screenshot(String name) throws IOException {
        robot.waitForIdle();
        robot.delay(300);
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        ImageIO.write(
                robot.createScreenCapture(screen),
                "png",
                SCREENSHOTS.resolve(name + ".png").toFile());
    }
}
