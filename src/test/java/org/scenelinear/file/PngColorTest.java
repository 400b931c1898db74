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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

class PngColorTest {
    @TempDir
    Path folder;

    private static FloatImage picture(ColorSpace space) {
        Window window = Window.ofSize(2, 1);
        List<ImageChannel> channels = List.of(
                new ImageChannel("R", SampleType.SHORT, new float[] {0, 1}),
                new ImageChannel("G", SampleType.SHORT, new float[] {0.25f, 0.5f}),
                new ImageChannel("B", SampleType.SHORT, new float[] {1, 0}));
        return new FloatImage("p", window, window, 1, channels, ColorState.of(space, "test"), List.of());
    }

    /** The numbers as ITU-T H.273 has them. */
    @ParameterizedTest
    @CsvSource({
        "sRGB, 1, 13",
        "Display P3, 12, 13",
        "Rec.1886 Rec.709 - Display, 1, 1",
        "Rec.1886 Rec.2020 - Display, 9, 1",
        "Gamma 2.2 Rec.709 - Display, 1, 4",
        "Rec.2100-PQ - Display, 9, 16",
        "Rec.2100-HLG - Display, 9, 18",
        "ST2084-P3-D65 - Display, 12, 16",
        "DCDM D65 - Display, 10, 17"
    })
    void aDisplaysCodePointsAreWrittenAndReadAgain(String name, int primaries, int transfer) throws IOException {
        ColorSpace space = ColorSpaces.byName(name).orElseThrow();
        Path file = folder.resolve("p.png");
        PngFiles.write(picture(space), file, 16);
        byte[] chunk = chunk(Files.readAllBytes(file), "cICP");
        assertArrayEquals(new byte[] {(byte) primaries, (byte) transfer, 0, 1}, chunk);
        FloatImage read = PngFiles.read(file);
        assertEquals(Optional.of(space), read.color().space());
        assertEquals(
                "cICP chunk " + primaries + "/" + transfer + "/0/1",
                read.color().evidence());
        assertArrayEquals(new float[] {0, 1}, read.rgb().orElseThrow()[0]);
    }

    @Test
    void aSpaceWithoutANumberIsNotNamed() throws IOException {
        Path file = folder.resolve("p.png");
        PngFiles.write(picture(ColorSpaces.byName("Gamma 2.6 P3-D60 - Display").orElseThrow()), file, 8);
        assertEquals(null, chunk(Files.readAllBytes(file), "cICP"));
        assertEquals(ColorState.UNKNOWN, PngFiles.read(file).color());
    }

    @Test
    void numbersOfVideoThatPngDoesNotHaveNameNoSpace() throws IOException {
        Path file = folder.resolve("p.png");
        PngFiles.write(picture(ColorSpaces.SRGB), file, 8);
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, "cICP");
        bytes[at + 7] = 0; // narrow range
        CRC32 crc = new CRC32();
        crc.update(bytes, at, 8);
        ByteBuffer.wrap(bytes).putInt(at + 8, (int) crc.getValue());
        Files.write(file, bytes);
        assertEquals(
                new ColorState(Optional.empty(), "cICP chunk 1/13/0/0"),
                PngFiles.read(file).color());
    }

    private static int indexOf(byte[] bytes, String type) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(type);
    }

    private static byte[] chunk(byte[] bytes, String type) {
        int at = indexOf(bytes, type);
        if (at < 0) {
            return null;
        }
        byte[] content = new byte[ByteBuffer.wrap(bytes).getInt(at - 4)];
        System.arraycopy(bytes, at + 4, content, 0, content.length);
        return content;
    }
}
