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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.run.Run;

class ColorSpaceFileTest {
    private static final String POINTS = "(0.64 0.33 0.3 0.6 0.15 0.06 0.31 0.33; ";

    @TempDir
    Path folder;

    private static ColorSpace space(String text) {
        return ColorSpaces.byName(text).orElseThrow();
    }

    @Test
    void whatIsKeptIsReadAndTheSameNameIsReplaced() throws IOException {
        Path file = folder.resolve("ours.colorspaces");
        ColorSpace first = space("A " + POINTS + "linear; scene)");
        ColorSpace second = space("B " + POINTS + "sRGB; display)");
        ColorSpace other = space("A " + POINTS + "gamma 2; scene)");
        ColorSpaceFile.keep(first, file);
        ColorSpaceFile.keep(second, file);
        assertEquals(List.of(first, second), ColorSpaceFile.read(file));
        ColorSpaceFile.keep(other, file);
        assertEquals(List.of(second, other), ColorSpaceFile.read(file));
    }

    @Test
    void aBrokenLineIsNamed() throws IOException {
        Path file = folder.resolve("ours.colorspaces");
        Files.writeString(file, "# ours\n\nACEScg\nCam (1 2 3; linear; scene)\n");
        FileProblemException problem = assertThrows(InvalidFileException.class, () -> ColorSpaceFile.read(file));
        assertEquals(file.toString(), problem.file());
        assertEquals("line 4", problem.place());
    }

    @Test
    void emptyBinaryAndMissingFilesAreToldApart() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "# nothing\n");
        assertTrue(assertThrows(InvalidFileException.class, () -> ColorSpaceFile.read(empty))
                .getMessage()
                .endsWith("holds no color space"));
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(assertThrows(InvalidFileException.class, () -> ColorSpaceFile.read(binary))
                .getMessage()
                .endsWith("is no UTF-8 text"));
        assertThrows(FileAccessException.class, () -> ColorSpaceFile.read(folder.resolve("missing")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"exr", "tif"})
    void anImageInSuchASpaceKeepsItThroughAFile(String suffix) throws IOException {
        ColorSpace space = space("Cäm " + POINTS + "ARRI LogC4; scene)");
        Window window = Window.ofSize(1, 1);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.FLOAT, new float[] {0.25f}),
                new ImageChannel("G", SampleType.FLOAT, new float[] {0.5f}),
                new ImageChannel("B", SampleType.FLOAT, new float[] {0.75f}));
        Path file = folder.resolve("image." + suffix);
        ImageFiles.save(
                new FloatImage("image", window, window, 1, channels, ColorState.of(space, "test"), List.of()),
                file,
                SaveOptions.DEFAULT,
                Run.inThisThread());
        assertEquals(
                Optional.of(space),
                ImageFiles.open(file, OpenOptions.DEFAULT, Run.inThisThread())
                        .color()
                        .space());
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).length() > 0);
    }
}
