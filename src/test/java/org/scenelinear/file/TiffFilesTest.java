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
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

class TiffFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "float-rgb-interleaved.tif, FLOAT, R G B",
        "float-rgb-planar.tif, FLOAT, R G B",
        "float-rgba-deflate.tif, FLOAT, R G B A",
        "float-gray-tiles.tif, FLOAT, Y",
        "float-rgb-deflate-predictor.tif, FLOAT, R G B",
        "float-rgb-lzw-difference.tif, FLOAT, R G B",
        "half-rgb.tif, HALF, R G B",
        "short-rgb-lzw-predictor.tif, SHORT, R G B",
        "short-rgba-planar.tif, SHORT, R G B A",
        "byte-rgb-packbits.tif, BYTE, R G B",
        "byte-gray.tif, BYTE, Y"
    })
    void picturesOfAnotherProgramHaveTheirSamples(String name, SampleType type, String channels) throws IOException {
        TiffFile file = TiffFiles.read(SamplePictures.resource(name));
        SamplePictures.assertIsSample(file.image(), type, channels.split(" "));
        assertEquals(Map.of(), file.properties());
        assertEquals(name, file.image().name());
    }

    @ParameterizedTest
    @CsvSource({"1, 1, Y", "5, 3, R G B", "1000, 131, R G B A", "17, 9, R G B A Z diffuse.R diffuse.G id N.x"})
    void everyFloatComesBackBitForBit(int width, int height, String channels) throws IOException {
        String[] names = channels.split(" ");
        FloatImage image = SamplePictures.random(width, width, height, names);
        Path file = folder.resolve("floats.tif");
        TiffFiles.write(new TiffFile(image, Map.of("space", "ACEScg", "note", "scene-linear, \u03b1\nline 2")), file);
        TiffFile back = TiffFiles.read(file);
        assertEquals(Map.of("space", "ACEScg", "note", "scene-linear, \u03b1\nline 2"), back.properties());
        assertEquals(
                List.of(names),
                back.image().channels().stream().map(ImageChannel::name).toList());
        for (int c = 0; c < names.length; c++) {
            assertSameBits(
                    image.channels().get(c).samples(),
                    back.image().channels().get(c).samples());
        }
    }

    @Test
    void colorsComeFirstInTheFile() throws IOException {
        FloatImage image = SamplePictures.random(3, 4, 4, "A", "B", "G", "R", "Z");
        Path file = folder.resolve("order.tif");
        TiffFiles.write(new TiffFile(image, Map.of()), file);
        FloatImage back = TiffFiles.read(file).image();
        assertEquals(
                List.of("R", "G", "B", "A", "Z"),
                back.channels().stream().map(ImageChannel::name).toList());
        for (ImageChannel channel : image.channels()) {
            assertSameBits(
                    channel.samples(),
                    back.channel(channel.name()).orElseThrow().samples());
        }
    }

    @Test
    void otherReadersFindEveryPage() throws IOException {
        FloatImage image = SamplePictures.random(4, 7, 5, "R", "G", "B");
        Path file = folder.resolve("pages.tif");
        TiffFiles.write(new TiffFile(image, Map.of()), file);
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        reader.addIIOReadWarningListener((source, warning) -> {
            throw new IllegalStateException(warning);
        });
        try (FileImageInputStream input = new FileImageInputStream(file.toFile())) {
            reader.setInput(input);
            assertEquals(3, reader.getNumImages(true));
            for (int page = 0; page < 3; page++) {
                BufferedImage picture = reader.read(page);
                assertSameBits(
                        image.channels().get(page).samples(),
                        picture.getRaster().getSamples(0, 0, 7, 5, 0, (float[]) null));
            }
        } finally {
            reader.dispose();
        }
    }

    @Test
    void aTruncatedFileIsInvalidWhereverItEnds() throws IOException {
        Path stack = folder.resolve("stack.tif");
        TiffFiles.write(new TiffFile(SamplePictures.random(6, 6, 5, "R", "G", "B"), Map.of("a", "b")), stack);
        for (Path original : List.of(
                stack,
                SamplePictures.resource("float-rgb-interleaved.tif"),
                SamplePictures.resource("float-gray-tiles.tif"),
                SamplePictures.resource("short-rgb-lzw-predictor.tif"))) {
            byte[] whole = Files.readAllBytes(original);
            Path file = folder.resolve("cut.tif");
            for (int length = 0; length < whole.length - 4; length += 1 + whole.length / 150) {
                Files.write(file, Arrays.copyOf(whole, length));
                FileProblemException problem = assertThrows(
                        InvalidFileException.class,
                        () -> TiffFiles.read(file),
                        original.getFileName() + " cut after " + length + " of " + whole.length + " bytes");
                assertEquals(file.toString(), problem.file());
            }
        }
    }

    @Test
    void damagedBytesGiveAPictureOrAProblemAndNothingElse() throws IOException {
        Path stack = folder.resolve("stack.tif");
        TiffFiles.write(new TiffFile(SamplePictures.random(6, 3, 2, "R", "G", "B"), Map.of("a", "b")), stack);
        Random random = new Random(7);
        for (Path original : List.of(
                stack,
                SamplePictures.resource("float-rgb-planar.tif"),
                SamplePictures.resource("float-gray-tiles.tif"),
                SamplePictures.resource("byte-rgb-packbits.tif"),
                SamplePictures.resource("float-rgb-deflate-predictor.tif"),
                SamplePictures.resource("short-rgb-lzw-predictor.tif"),
                SamplePictures.resource("short-rgba-planar.tif"))) {
            byte[] whole = Files.readAllBytes(original);
            ByteBuffer header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
            int directory = header.getInt(4);
            int directoryEnd = Math.min(whole.length, directory + 250);
            Path file = folder.resolve("damaged.tif");
            int problems = 0;
            for (int i = 0; i < 100; i++) {
                byte[] damaged = whole.clone();
                for (int k = 0; k < 2; k++) { // mostly in the directory, where it hurts
                    damaged[directory + random.nextInt(directoryEnd - directory)] = (byte) random.nextInt(256);
                }
                Files.write(file, damaged);
                try {
                    TiffFiles.read(file);
                } catch (FileProblemException e) {
                    problems++;
                }
            }
            assertTrue(problems > 20, "only " + problems + " of " + original.getFileName() + " were noticed");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "256, 1000000, lists 6 of 125000 strips or tiles",
        "257, 0, claims a height of 0",
        "258, 64, 64-bit samples of format 3",
        "259, 7, has the compression 7",
        "262, 5, color model CMYK",
        "277, 9, 9 samples in a pixel",
        "339, 2, 32-bit samples of format 2"
    })
    void whatCannotBeReadIsNamed(int tag, int value, String message) throws IOException {
        byte[] bytes = Files.readAllBytes(SamplePictures.resource("float-gray-tiles.tif"));
        setField(bytes, tag, value);
        Path file = Files.write(folder.resolve("changed.tif"), bytes);
        FileProblemException problem = assertThrows(FileProblemException.class, () -> TiffFiles.read(file));
        assertTrue(
                problem.getMessage().contains("page 0: ")
                        && problem.getMessage().contains(message),
                problem::getMessage);
    }

    @Test
    void tilesAndStripsThatReachBeyondTheFileAreRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] tiles = Files.readAllBytes(SamplePictures.resource("float-gray-tiles.tif"));
        setField(tiles, 322, 32768);
        setField(tiles, 323, 32768);
        Path file = Files.write(folder.resolve("tiles.tif"), tiles);
        assertThrows(InvalidFileException.class, () -> TiffFiles.read(file));
        byte[] strips = Files.readAllBytes(SamplePictures.resource("byte-gray.tif"));
        setField(strips, 279, Integer.MAX_VALUE);
        Path other = Files.write(folder.resolve("strips.tif"), strips);
        InvalidFileException problem = assertThrows(InvalidFileException.class, () -> TiffFiles.read(other));
        assertTrue(problem.getMessage().contains("strip or tile 0: needs 2147483647 bytes"), problem::getMessage);
    }

    @Test
    void directoriesThatLeadInACircleAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(SamplePictures.resource("byte-gray.tif"));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(4);
        buffer.putInt(directory + 2 + 12 * buffer.getShort(directory), directory);
        Path file = Files.write(folder.resolve("circle.tif"), bytes);
        InvalidFileException problem = assertThrows(InvalidFileException.class, () -> TiffFiles.read(file));
        assertTrue(problem.getMessage().endsWith("comes twice"), problem::getMessage);
    }

    @Test
    void tilesWhoseBytesGoBeyondALongAreRefused() throws IOException {
        // 2^30 x 2^30 pixels of four floats: 2^64 bytes, which a long counts as 0.
        int[][] fields = {
            {256, 5},
            {257, 4},
            {258, 32},
            {259, 5},
            {262, 2},
            {277, 4},
            {322, 1 << 30},
            {323, 1 << 30},
            {324, 8},
            {325, 8},
            {339, 3}
        };
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + 12 * fields.length + 4 + 64).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            tiff.putShort((short) field[0]).putShort((short) 4).putInt(1).putInt(field[1]);
        }
        Path file = Files.write(folder.resolve("tiles.tif"), tiff.array());
        UnsupportedFileException problem = assertThrows(UnsupportedFileException.class, () -> TiffFiles.read(file));
        assertTrue(problem.getMessage().contains("tiles of 1073741824 x 1073741824 pixels"), problem::getMessage);
    }

    @Test
    void bigTiffIsRefusedByName() {
        assertTrue(
                assertThrows(UnsupportedFileException.class, () -> TiffFiles.read(SamplePictures.resource("big.tif")))
                        .getMessage()
                        .contains("BigTIFF"));
    }

    @Test
    void severalPagesThatAreNotOnePictureAreRefused() throws IOException {
        Path file = folder.resolve("pages.tif");
        TiffFiles.write(new TiffFile(SamplePictures.random(8, 3, 3, "R", "G", "B"), Map.of()), file);
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("ImageJ=")] = 'X';
        Files.write(file, bytes);
        UnsupportedFileException problem = assertThrows(UnsupportedFileException.class, () -> TiffFiles.read(file));
        assertEquals("page 1", problem.place());
    }

    @Test
    void whatIsNoTiffAndWhatIsNotThereIsSaidSo() throws IOException {
        Path text = Files.writeString(folder.resolve("text.tif"), "not a picture");
        assertTrue(assertThrows(InvalidFileException.class, () -> TiffFiles.read(text))
                .getMessage()
                .endsWith("header: is no TIFF file"));
        Path missing = folder.resolve("missing.tif");
        assertEquals(
                missing.toString(),
                assertThrows(FileAccessException.class, () -> TiffFiles.read(missing))
                        .file());
        assertThrows(FileAccessException.class, () -> TiffFiles.read(folder));
    }

    @Test
    void anImageWithoutChannelsIsNotWritten() {
        FloatImage empty = SamplePictures.image(2, 2, List.of());
        Path file = folder.resolve("empty.tif");
        assertThrows(UnsupportedFileException.class, () -> TiffFiles.write(new TiffFile(empty, Map.of()), file));
        assertFalse(Files.exists(file));
    }

    /** Sets the value in the directory of a little-endian file; the value must be stored in the entry itself. */
    private static void setField(byte[] bytes, int tag, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(4);
        for (int i = 0; i < buffer.getShort(directory); i++) {
            int entry = directory + 2 + 12 * i;
            if (Short.toUnsignedInt(buffer.getShort(entry)) == tag) {
                buffer.putShort(entry + 2, (short) 4).putInt(entry + 4, 1).putInt(entry + 8, value);
                return;
            }
        }
        throw new IllegalArgumentException("no field " + tag);
    }

    private static void assertSameBits(float[] expected, float[] actual) {
        assertArrayEquals(bits(expected), bits(actual));
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
