/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/** The door: which format a file is, and what a format may hold. */
class ImageFilesTest {
    private static final Run RUN = Run.inThisThread();

    @TempDir
    Path folder;

    @Test
    void aWindowOutsideOfWhatAFileMayHaveIsNotBelieved() {
        for (String text : List.of("0 0 4e9 4e9", "-2e9 0 2e9 3", "2e9 0 2000000004 3")) {
            Map<String, String> noted = Map.of("scenelinear.dataWindow", text, "scenelinear.displayWindow", text);
            ImageProperties properties = new ImageProperties(noted::get, 5, 4, 32);
            assertEquals(Window.ofSize(5, 4), properties.dataWindow(), text);
            assertEquals(Window.ofSize(5, 4), properties.displayWindow(), text);
        }
    }

    @Test
    void whatOpenExrCannotHoldIsAProblemOfTheFileAndWritesNothing() {
        Window window = Window.ofSize(2, 1);
        Path path = folder.resolve("names.exr");
        for (String name : List.of("x".repeat(256), "a\0b", "")) {
            ImageChannel channel = new ImageChannel(name, SampleType.FLOAT, new float[2]);
            FloatImage image =
                    new FloatImage("image", window, window, 1, List.of(channel), ColorState.UNKNOWN, List.of());
            UnsupportedFileException refused = assertThrows(
                    UnsupportedFileException.class, () -> ImageFiles.save(image, path, SaveOptions.DEFAULT, RUN));
            assertEquals(path.toString(), refused.file());
            assertFalse(Files.exists(path));
        }
    }

    @Test
    void aTiffFileKeepsSamplesColorWindowsAndHistory() throws Exception {
        FloatImage image = image(SampleType.HALF, ColorState.of(ColorSpaces.ACESCG, "test"));
        Path path = folder.resolve("image.tif");
        ImageFiles.save(image, path, SaveOptions.DEFAULT, RUN);
        FloatImage again = ImageFiles.open(path, OpenOptions.DEFAULT, RUN);
        assertEquals(Optional.of(ColorSpaces.ACESCG), again.color().space());
        assertEquals(image.dataWindow(), again.dataWindow());
        assertEquals(image.displayWindow(), again.displayWindow());
        assertEquals(image.history(), again.history());
        for (ImageChannel channel : image.channels()) {
            ImageChannel other = again.channel(channel.name()).orElseThrow();
            assertEquals(SampleType.HALF, other.source());
            assertArrayEquals(channel.samples(), other.samples());
        }
    }

    @Test
    void sceneLightIsNotClippedIntoAPngFile() {
        Path path = folder.resolve("scene.png");
        FloatImage scene = image(SampleType.HALF, ColorState.of(ColorSpaces.ACESCG, "test"));
        UnsupportedFileException refused = assertThrows(
                UnsupportedFileException.class, () -> ImageFiles.save(scene, path, SaveOptions.DEFAULT, RUN));
        assertTrue(refused.getMessage().contains("render it first"), refused.getMessage());
        assertFalse(Files.exists(path));
    }

    @Test
    void aPictureMadeForABitDepthGetsItInAPngFile() throws Exception {
        Path path = folder.resolve("picture.png");
        ColorState display = ColorState.of(ColorSpaces.SRGB, "test");
        ImageFiles.save(image(SampleType.BYTE, display), path, SaveOptions.DEFAULT, RUN);
        assertEquals(
                SampleType.BYTE,
                ImageFiles.open(path, OpenOptions.DEFAULT, RUN)
                        .channels()
                        .get(0)
                        .source());
        ImageFiles.save(image(SampleType.SHORT, display), path, SaveOptions.DEFAULT, RUN);
        assertEquals(
                SampleType.SHORT,
                ImageFiles.open(path, OpenOptions.DEFAULT, RUN)
                        .channels()
                        .get(0)
                        .source());
    }

    @Test
    void aSuffixThatSaysNothingIsRefusedBeforeAnythingIsWritten() {
        Path path = folder.resolve("image.jpg");
        FloatImage image = image(SampleType.BYTE, ColorState.of(ColorSpaces.SRGB, "test"));
        assertThrows(UnsupportedFileException.class, () -> ImageFiles.save(image, path, SaveOptions.DEFAULT, RUN));
        assertFalse(Files.exists(path));
    }

    private static FloatImage image(SampleType type, ColorState color) {
        Window data = new Window(-3, 2, 9, 12);
        List<ImageChannel> channels = List.of("R", "G", "B").stream()
                .map(name -> {
                    float[] samples = new float[data.width() * data.height()];
                    for (int i = 0; i < samples.length; i++) {
                        samples[i] = name.charAt(0) * 0.125f - i * 0.0625f;
                    }
                    return new ImageChannel(name, type, samples);
                })
                .toList();
        return new FloatImage(
                "image", data, new Window(0, 0, 15, 15), 1, channels, color, List.of("A step", "b=[c d]"));
    }
}
