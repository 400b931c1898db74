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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import javax.swing.JFrame;
import javax.swing.JTextArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.command.color.ConvertColorSpaceCommand;
import org.scenelinear.ij.ImagePlusConversion;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

/** Dialogs of plain ImageJ with their preview, and the same of SciJava without its dialog. */
class PreviewScreenTest extends ScreenTestOnImageJ {
    /** After this a letter begins a new word. */
    private static final int TYPING_ENDS_MILLISECONDS = 1500;

    private ImagePlus source;
    private List<float[]> samples;
    private Properties properties;

    @BeforeEach
    void openTheSample() {
        IJ.run("Open EXR...", "file=[" + sample + "]");
        source = WindowManager.getCurrentImage();
        samples = planes(source).stream().map(float[]::clone).toList();
        properties = (Properties) source.getImageProperties().clone();
    }

    @AfterEach
    void nothingOfThePreviewIsLeftAndTheSourceIsAsItWas() throws Exception {
        EventQueue.invokeAndWait(() -> dialogs().forEach(Window::dispose)); // of a test that failed
        await("the preview to be gone", () -> previewFrame().isEmpty());
        for (int i = 0; i < samples.size(); i++) {
            assertArrayEquals(samples.get(i), planes(source).get(i), "plane " + i);
        }
        assertEquals(properties, source.getImageProperties());
        assertFalse(source.changes);
        closeImages();
    }

    @Test
    void theBoxShowsTheResultBesideTheDialogAndOkMakesIt() throws Exception {
        GenericDialog dialog = dialogOf("ACES Output Transform...");
        switchPreview(dialog, true);
        await("the preview", () -> picture().isPresent());
        screenshot("preview-aces-output-transform");
        JFrame frame = previewFrame().orElseThrow();
        assertEquals("Preview of sample.exr", frame.getTitle());
        assertTrue(text().startsWith("Preview, sRGB; code values as they are"), text());
        assertFalse(frame.getBounds().intersects(dialog.getBounds()), "beside the dialog");
        assertFalse(frame.isFocused(), "the dialog keeps the keyboard");
        assertEquals(1, WindowManager.getImageCount(), "a preview is no image");
        assertSame(source, WindowManager.getCurrentImage());
        await("every pixel", () -> picture().orElseThrow().getWidth() == source.getWidth());
        BufferedImage picture = picture().orElseThrow();
        press(dialog, "OK");
        await("the result", () -> WindowManager.getImageCount() == 2);
        ImagePlus result = WindowManager.getCurrentImage();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                assertEquals(result.getProcessor().get(x, y) & 0xFFFFFF, picture.getRGB(x, y) & 0xFFFFFF, x + "," + y);
            }
        }
    }

    @Test
    void theLastOfManyChangesIsWhatIsSeen() throws Exception {
        GenericDialog dialog = dialogOf("Convert Color Space...");
        switchPreview(dialog, true);
        Choice to = choices(dialog).get(1);
        for (int i = 0; i < to.getItemCount(); i += 5) {
            choose(dialog, to, to.getItem(i));
        }
        choose(dialog, to, "Display P3");
        await("the last", () -> text().startsWith("Preview, Display P3; code values as they are"));
        choose(dialog, to, "Linear Rec.2020");
        await("the last", () -> text().startsWith("Preview, Linear Rec.2020 as the live view shows it"));
        screenshot("preview-convert-color-space");
        Thread.sleep(500);
        assertTrue(text().startsWith("Preview, Linear Rec.2020"), text());
        press(dialog, "Cancel");
        await("the dialog to close", () -> !dialog.isShowing());
        assertEquals(1, WindowManager.getImageCount());
    }

    @Test
    void theBoxTakesThePreviewAwayAndBringsItBack() throws Exception {
        GenericDialog dialog = dialogOf("Convert Color Space...");
        switchPreview(dialog, true);
        await("the preview", () -> picture().isPresent());
        switchPreview(dialog, false);
        await("no preview", () -> previewFrame().isEmpty());
        switchPreview(dialog, true);
        await("the preview again", () -> previewFrame().isPresent());
        press(dialog, "Cancel");
    }

    @Test
    void whatCannotBeShownIsToldInTheWindowAndNotInADialog() throws Exception {
        source.setProp("scenelinear.space", null);
        properties = (Properties) source.getImageProperties().clone();
        GenericDialog dialog = dialogOf("Convert Color Space...");
        switchPreview(dialog, true);
        await("the text", () -> text().startsWith("No preview: the color space of sample.exr is not known"));
        assertTrue(picture().isEmpty());
        screenshot("preview-unknown-space");
        assertEquals(1, dialogs().size(), "no dialog but the one that asks");
        choose(dialog, choices(dialog).get(0), "ACEScg");
        choose(dialog, choices(dialog).get(1), "ACEScct");
        await(
                "the picture",
                () -> text().startsWith("Preview, ACEScct") && picture().isPresent());
        press(dialog, "Cancel");
    }

    @Test
    void theViewsFollowTheDisplay() throws Exception {
        GenericDialog dialog = dialogOf("ACES Output Transform...");
        Choice display = choices(dialog).get(0);
        Choice view = choices(dialog).get(1);
        assertEquals(List.of("ACES 2.0 - SDR 100 nits (Rec.709)", "Custom", "File"), items(view));
        choose(dialog, display, "Rec.2100-PQ - Display");
        assertEquals(
                OutputTransforms.views("Rec.2100-PQ - Display"),
                items(view).subList(0, items(view).size() - 2));
        screenshot("dialog-views-of-pq");
        choose(dialog, view, "ACES 2.0 - HDR 4000 nits (Rec.2020)");
        assertEquals("ACES 2.0 - HDR 4000 nits (Rec.2020)", view.getSelectedItem(), "a choice that stays");
        press(dialog, "OK");
        await("the result", () -> WindowManager.getImageCount() == 2);
        List<String> history = ImagePlusConversion.toFloatImage(WindowManager.getCurrentImage(), 1, 1)
                .history();
        String line = history.get(history.size() - 1);
        assertTrue(line.contains("view=[ACES 2.0 - HDR 4000 nits (Rec.2020)]"), line);
    }

    @Test
    void theKeyboardAloneDoesItAndThePreviewIsNotRecorded() throws Exception {
        Recorder recorder = new Recorder(false);
        try {
            GenericDialog dialog = dialogOf("Convert Color Space...");
            await("the focus in the dialog", () -> dialog.getFocusOwner() != null);
            type(KeyEvent.VK_TAB);
            await(
                    "the focus on the space of the result",
                    () -> dialog.getFocusOwner() == choices(dialog).get(1));
            await("the space that was typed", () -> {
                for (char letter : "CESCCT".toCharArray()) {
                    type(KeyEvent.getExtendedKeyCodeForChar(letter));
                }
                robot.delay(TYPING_ENDS_MILLISECONDS); // on a slow machine letters may come too late for each other
                return choices(dialog).get(1).getSelectedItem().equals("ACEScct");
            });
            for (int tabs = 0; tabs < 12 && !(dialog.getFocusOwner() instanceof Checkbox); tabs++) {
                type(KeyEvent.VK_TAB);
            }
            assertTrue(dialog.getFocusOwner() instanceof Checkbox, String.valueOf(dialog.getFocusOwner()));
            type(KeyEvent.VK_SPACE);
            await("the preview", () -> text().startsWith("Preview, ACEScct"));
            assertTrue(dialog.isFocused(), "the preview leaves the keyboard to the dialog");
            type(KeyEvent.VK_ENTER);
            await("the result", () -> WindowManager.getImageCount() == 2);
            String line = "run(\"Convert Color Space...\", \"from=ACES2065-1 to=ACEScct adaptation=Bradford gamut=keep "
                    + "alpha=premultiplied result=new\");";
            await("the recorded line", () -> recorder.getText().contains("Convert Color Space"));
            assertTrue(recorder.getText().contains(line), recorder.getText());
        } finally {
            recorder.close();
        }
    }

    @Test
    void escEndsDialogAndPreview() throws Exception {
        GenericDialog dialog = dialogOf("Convert Color Space...");
        switchPreview(dialog, true);
        await("the preview", () -> picture().isPresent());
        await("the focus in the dialog", () -> dialog.getFocusOwner() != null);
        type(KeyEvent.VK_ESCAPE);
        await("the dialog to close", () -> !dialog.isShowing());
        assertEquals(1, WindowManager.getImageCount());
    }

    @Test
    void inSciJavaTheBoxIsTheLastInputAndGoneWhenTheLineIsRecorded() throws Exception {
        try (Context context = new Context(CommandService.class, ModuleService.class)) {
            Module module = context.service(ModuleService.class)
                    .createModule(context.service(CommandService.class).getCommand(ConvertColorSpaceCommand.class));
            module.setInput("image", source);
            module.initialize();
            List<String> inputs = inputs(module);
            assertEquals("preview", inputs.get(inputs.size() - 1));
            assertFalse(module.getInfo().getInput("preview").isPersisted());
            module.preview();
            assertTrue(previewFrame().isEmpty(), "off until somebody switches it on");
            module.setInput("preview", true);
            module.preview();
            await("the preview", () -> picture().isPresent());
            module.run();
            module.preview(); // SciJava tells of changes on another thread than that of OK
            await("the result", () -> WindowManager.getImageCount() == 2);
            assertFalse(inputs(module).contains("preview"));
        }
    }

    @Test
    void inSciJavaCancelEndsThePreview() throws Exception {
        try (Context context = new Context(CommandService.class, ModuleService.class)) {
            Module module = context.service(ModuleService.class)
                    .createModule(context.service(CommandService.class).getCommand(ConvertColorSpaceCommand.class));
            module.setInput("image", source);
            module.initialize();
            module.setInput("preview", true);
            module.preview();
            await("the preview", () -> picture().isPresent());
            module.cancel();
            await("the preview to be gone", () -> previewFrame().isEmpty());
            assertNull(WindowManager.getImage(2));
        }
    }

    private static List<String> inputs(Module module) {
        List<String> names = new ArrayList<>();
        for (ModuleItem<?> item : module.getInfo().inputs()) {
            names.add(item.getName());
        }
        return names;
    }

    private static List<float[]> planes(ImagePlus image) {
        return IntStream.rangeClosed(1, image.getStackSize())
                .mapToObj(n -> (float[]) image.getStack().getPixels(n))
                .toList();
    }

    private GenericDialog dialogOf(String label) throws Exception {
        pressMenuEntry(label);
        await("the dialog of " + label, () -> !dialogs().isEmpty());
        GenericDialog dialog = dialogs().get(0);
        Point corner =
                dialog.getLocationOnScreen(); // where no window has the focus, keys go to the one under the mouse
        robot.mouseMove(corner.x + 3, corner.y + dialog.getHeight() / 2);
        return dialog;
    }

    private static List<GenericDialog> dialogs() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof GenericDialog && window.isShowing())
                .map(GenericDialog.class::cast)
                .toList();
    }

    private static Optional<JFrame> previewFrame() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> "preview".equals(window.getName()) && window.isShowing())
                .map(JFrame.class::cast)
                .findFirst();
    }

    private static Optional<BufferedImage> picture() {
        return previewFrame()
                .map(frame -> (PreviewWindow.PicturePanel) find(frame, "picture"))
                .map(PreviewWindow.PicturePanel::picture);
    }

    private static String text() {
        return previewFrame()
                .map(frame -> ((JTextArea) find(frame, "line")).getText())
                .orElse("");
    }

    private static void switchPreview(GenericDialog dialog, boolean on) throws Exception {
        Checkbox box = (Checkbox) dialog.getCheckboxes().lastElement();
        assertEquals("Preview", box.getLabel());
        EventQueue.invokeAndWait(() -> {
            box.setState(on);
            dialog.itemStateChanged(new ItemEvent(
                    box, ItemEvent.ITEM_STATE_CHANGED, "Preview", on ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
        });
    }

    private static void choose(GenericDialog dialog, Choice menu, String item) throws Exception {
        EventQueue.invokeAndWait(() -> {
            menu.select(item);
            dialog.itemStateChanged(new ItemEvent(menu, ItemEvent.ITEM_STATE_CHANGED, item, ItemEvent.SELECTED));
        });
    }

    private static List<String> items(Choice menu) {
        return IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem).toList();
    }

    private void type(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
        robot.waitForIdle();
    }

    @SuppressWarnings("unchecked") // ImageJ's own API is without types
    private static List<Choice> choices(GenericDialog dialog) {
        return List.copyOf(dialog.getChoices());
    }
}
