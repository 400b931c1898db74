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

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

class PngFilesTest {
    @TempDir
    Path folder;

    @Test
    void picturesOfAnotherProgramHaveTheirSamples() throws IOException {
        SamplePictures.assertIsSample(
                PngFiles.read(SamplePictures.resource("short-rgb.png")), SampleType.SHORT, "R", "G", "B");
        SamplePictures.assertIsSample(
                PngFiles.read(SamplePictures.resource("byte-rgba.png")), SampleType.BYTE, "R", "G", "B", "A");
        SamplePictures.assertIsSample(PngFiles.read(SamplePictures.resource("byte-gray.png")), SampleType.BYTE, "Y");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void everyCodeValueComesBack(int bits) throws IOException {
        int fullScale = (1 << bits) - 1;
        for (List<String> names :
                List.of(List.of("Y"), List.of("Y", "A"), List.of("R", "G", "B"), List.of("R", "G", "B", "A"))) {
            List<ImageChannel> channels = new ArrayList<>();
            for (String name : names) {
                Random random = new Random(name.hashCode());
                float[] plane = new float[256 * 257];
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = (i <= fullScale ? i : random.nextInt(fullScale + 1)) / (float) fullScale;
                }
                channels.add(new ImageChannel(name, SampleType.FLOAT, plane));
            }
            FloatImage image = SamplePictures.image(256, 257, channels);
            Path file = folder.resolve("codes.png");
            PngFiles.write(image, file, bits);
            FloatImage back = PngFiles.read(file);
            assertEquals(names, back.channels().stream().map(ImageChannel::name).toList());
            assertEquals(
                    bits == 8 ? SampleType.BYTE : SampleType.SHORT,
                    back.channels().get(0).source());
            for (int c = 0; c < names.size(); c++) {
                assertArrayEquals(
                        channels.get(c).samples(), back.channels().get(c).samples());
            }
        }
    }

    @Test
    void valuesGoToTheNearestCodeAndWhatLiesOutsideIsClipped() throws IOException {
        float[] values = {
            -1,
            -0f,
            Float.NaN,
            Float.NEGATIVE_INFINITY,
            1,
            1.5f,
            Float.POSITIVE_INFINITY,
            0.49f / 255,
            0.51f / 255,
            127.49f / 255,
            127.51f / 255,
            254.51f / 255
        };
        int[] codes = {0, 0, 0, 0, 255, 255, 255, 0, 1, 127, 128, 255};
        Path file = folder.resolve("clipped.png");
        PngFiles.write(gray(values), file, 8);
        float[] back = PngFiles.read(file).channels().get(0).samples();
        for (int i = 0; i < codes.length; i++) {
            assertEquals(codes[i] / 255f, back[i], "value " + values[i]);
        }
    }

    @Test
    void thePlaceOfAChannelInTheImageDoesNotMatterAndOthersAreLeftOut() throws IOException {
        Path file = folder.resolve("order.png");
        PngFiles.write(
                SamplePictures.image(
                        2,
                        1,
                        List.of(
                                new ImageChannel("A", SampleType.HALF, new float[] {1, 0.2f}),
                                new ImageChannel("B", SampleType.HALF, new float[] {0.4f, 0}),
                                new ImageChannel("G", SampleType.HALF, new float[] {0.6f, 0}),
                                new ImageChannel("R", SampleType.HALF, new float[] {0.8f, 0}),
                                new ImageChannel("Z", SampleType.HALF, new float[] {9, 9}))),
                file,
                8);
        BufferedImage seen = ImageIO.read(file.toFile());
        assertEquals(0xFFCC9966, seen.getRGB(0, 0));
        assertEquals(0x33000000, seen.getRGB(1, 0));
        assertEquals(4, seen.getRaster().getNumBands());
    }

    @Test
    void noGammaAndNoProfileIsWritten() throws IOException {
        Path file = folder.resolve("plain.png");
        PngFiles.write(gray(0, 0.5f, 1), file, 16);
        String chunks = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(chunks.contains("IHDR"));
        for (String chunk : List.of("gAMA", "iCCP", "cICP", "cHRM")) {
            assertFalse(chunks.contains(chunk), chunk);
        }
    }

    @Test
    void aPaletteIsLookedUp() throws IOException {
        byte[] reds = {0, (byte) 255, 51};
        byte[] greens = {0, 0, 102};
        byte[] blues = {(byte) 255, 0, (byte) 153};
        BufferedImage picture = new BufferedImage(
                3, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 3, reds, greens, blues));
        picture.getRaster().setPixels(0, 0, 3, 1, new int[] {2, 0, 1});
        Path file = folder.resolve("palette.png");
        ImageIO.write(picture, "png", file.toFile());
        FloatImage image = PngFiles.read(file);
        float[][] rgb = image.rgb().orElseThrow();
        assertArrayEquals(new float[] {0.2f, 0, 1}, rgb[0]);
        assertArrayEquals(new float[] {0.4f, 0, 0}, rgb[1]);
        assertArrayEquals(new float[] {0.6f, 1, 0}, rgb[2]);
    }

    @Test
    void aPictureOfTwoGraysIsGray() throws IOException {
        BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        picture.getRaster().setPixels(0, 0, 3, 1, new int[] {1, 0, 1});
        Path file = folder.resolve("binary.png");
        ImageIO.write(picture, "png", file.toFile());
        FloatImage image = PngFiles.read(file);
        assertEquals(1, image.channels().size());
        assertArrayEquals(
                new float[] {1, 0, 1}, image.channel("Y").orElseThrow().samples());
    }

    @Test
    void anImageWithoutColorOrGrayIsRefused() {
        FloatImage depth = SamplePictures.random(1, 2, 2, "Z", "left.R");
        UnsupportedFileException problem =
                assertThrows(UnsupportedFileException.class, () -> PngFiles.write(depth, folder.resolve("no.png"), 8));
        assertTrue(problem.getMessage().contains("[Z, left.R]"), problem.getMessage());
        assertFalse(Files.exists(folder.resolve("no.png")));
        assertThrows(IllegalArgumentException.class, () -> PngFiles.write(gray(0), folder.resolve("no.png"), 12));
    }

    @Test
    void aTruncatedFileIsInvalidWhereverItEnds() throws IOException {
        byte[] whole = Files.readAllBytes(SamplePictures.resource("short-rgb.png"));
        Path file = folder.resolve("cut.png");
        // Pixels end before the last 24 bytes: the check sums of the pixels and the empty chunk IEND.
        for (int length = 0; length < whole.length - 24; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            FileProblemException problem = assertThrows(
                    FileProblemException.class, () -> PngFiles.read(file), "cut after " + length + " bytes");
            assertEquals(file.toString(), problem.file());
            assertEquals(InvalidFileException.class, problem.getClass());
        }
    }

    @Test
    void damagedBytesGiveAPictureOrAProblemAndNothingElse() throws IOException {
        byte[] whole = Files.readAllBytes(SamplePictures.resource("byte-rgba.png"));
        Path file = folder.resolve("damaged.png");
        Random random = new Random(5);
        int problems = 0;
        for (int i = 0; i < 100; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                PngFiles.read(file);
            } catch (FileProblemException e) {
                problems++;
            }
        }
        assertTrue(problems > 20, "only " + problems + " were noticed");
    }

    @Test
    void aClaimedSizeThatTheFileCannotHoldIsRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] bytes = Files.readAllBytes(SamplePictures.resource("byte-gray.png"));
        ByteBuffer header = ByteBuffer.wrap(bytes);
        Path file = folder.resolve("claims.png");
        for (int side : new int[] {40_000, Integer.MAX_VALUE, -1, 0}) {
            header.putInt(16, side).putInt(20, side);
            CRC32 crc = new CRC32();
            crc.update(bytes, 12, 17);
            header.putInt(29, (int) crc.getValue());
            Files.write(file, bytes);
            FileProblemException problem = assertThrows(FileProblemException.class, () -> PngFiles.read(file));
            assertEquals("IHDR", problem.place());
        }
    }

    @Test
    void aClaimedSizeBeyondALongIsToldAsItIs() throws IOException {
        byte[] bytes = Files.readAllBytes(SamplePictures.resource("byte-gray.png"));
        // 1518500250 x 1518500250 pixels of four samples are more than 2^63, and in 16 bits more than 2^64 bytes.
        ByteBuffer.wrap(bytes)
                .putInt(16, 0x5A82799A)
                .putInt(20, 0x5A82799A)
                .put(24, (byte) 16)
                .put(25, (byte) 6);
        Path file = Files.write(folder.resolve("huge.png"), bytes);
        InvalidFileException problem = assertThrows(InvalidFileException.class, () -> PngFiles.read(file));
        assertTrue(problem.what().startsWith(Long.MAX_VALUE + " bytes"), problem::getMessage);
    }

    @Test
    void whatIsNoPngAndWhatIsNotThereIsSaidSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "this is not a picture, but long enough");
        assertTrue(assertThrows(InvalidFileException.class, () -> PngFiles.read(text))
                .getMessage()
                .endsWith("signature: is no PNG file"));
        Path missing = folder.resolve("missing.png");
        assertEquals(
                missing.toString(),
                assertThrows(FileAccessException.class, () -> PngFiles.read(missing))
                        .file());
        assertThrows(FileAccessException.class, () -> PngFiles.read(folder));
    }

    private static FloatImage gray(float... values) {
        return SamplePictures.image(values.length, 1, List.of(new ImageChannel("Y", SampleType.FLOAT, values)));
    }
}
