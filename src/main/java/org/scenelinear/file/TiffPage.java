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

import java.io.IOException;
import java.nio.ByteOrder;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/**
 * How the pixels of one page lie in a TIFF file. Everything is checked: sizes fit arrays, and the file can hold what it
 * claims.
 *
 * @param file its name, for messages
 * @param place the page, for messages
 * @param order of the bytes of a sample
 * @param width columns
 * @param height lines
 * @param samples in a pixel, 1 to 4
 * @param type of a sample
 * @param planar whether each sample has strips or tiles of its own, rather than lying beside the others
 * @param compression of strips and tiles
 * @param predictor 1 none, 2 differences of samples, 3 differences of the bytes of floats
 * @param tiled whether it is cut in both directions, tiles at the margins being as large as the others
 * @param partWidth columns of a strip or tile
 * @param partHeight lines of a strip or tile
 * @param offsets where strips or tiles are: from left to right, top to bottom, and so for each plane
 * @param counts how many bytes each has
 */
record TiffPage(
        String file,
        String place,
        ByteOrder order,
        int width,
        int height,
        int samples,
        SampleType type,
        boolean planar,
        TiffCompression compression,
        int predictor,
        boolean tiled,
        int partWidth,
        int partHeight,
        long[] offsets,
        long[] counts) {
    private static final int MOST_SAMPLES = 4;
    private static final int UNSIGNED_FORMAT = 1;
    private static final int FLOAT_FORMAT = 3;
    private static final int MOST_BYTES_AT_ONCE = 1 << 20;

    static TiffPage of(String file, TiffDirectory directory, long fileSize) throws IOException {
        String place = directory.place();
        int width = side(file, place, "width", directory.number(TiffDirectory.IMAGE_WIDTH));
        int height = side(file, place, "height", directory.number(TiffDirectory.IMAGE_LENGTH));
        long photometric = directory.number(TiffDirectory.PHOTOMETRIC);
        if (photometric != 1 && photometric != 2) {
            throw new UnsupportedFileException(
                    file, place, "has the color model " + colorModel(photometric) + "; gray and RGB can be read");
        }
        long samples = directory.number(TiffDirectory.SAMPLES_PER_PIXEL, 1);
        if (samples < 1 || samples > MOST_SAMPLES) {
            throw new UnsupportedFileException(
                    file, place, "has " + samples + " samples in a pixel; 1 to " + MOST_SAMPLES + " can be read");
        }
        long method = directory.number(TiffDirectory.COMPRESSION, 1);
        TiffCompression compression = TiffCompression.of(method)
                .orElseThrow(() -> new UnsupportedFileException(
                        file,
                        place,
                        "has the compression " + method + "; none, LZW, Deflate and PackBits can be read"));
        SampleType type = sampleType(file, directory);
        long predictor = directory.number(TiffDirectory.PREDICTOR, 1);
        if (predictor < 1 || predictor > 3 || predictor == 3 && type != SampleType.FLOAT && type != SampleType.HALF) {
            throw new UnsupportedFileException(
                    file, place, "has the predictor " + predictor + " for samples of type " + type);
        }
        boolean tiled = directory.number(TiffDirectory.TILE_WIDTH, 0) > 0;
        int partWidth = tiled ? side(file, place, "tile width", directory.number(TiffDirectory.TILE_WIDTH)) : width;
        int partHeight = tiled
                ? side(file, place, "tile height", directory.number(TiffDirectory.TILE_LENGTH))
                : side(
                        file,
                        place,
                        "strip height",
                        Math.min(height, directory.number(TiffDirectory.ROWS_PER_STRIP, height)));
        TiffPage page = new TiffPage(
                file,
                place,
                directory.order(),
                width,
                height,
                (int) samples,
                type,
                directory.number(TiffDirectory.PLANAR_CONFIGURATION, 1) == 2 && samples > 1,
                compression,
                compression == TiffCompression.NONE ? 1 : (int) predictor,
                tiled,
                partWidth,
                partHeight,
                directory.numbers(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS),
                directory.numbers(tiled ? TiffDirectory.TILE_BYTE_COUNTS : TiffDirectory.STRIP_BYTE_COUNTS));
        page.check(fileSize);
        return page;
    }

    /**
     * The page of a stack whose planes follow one another without directories of their own.
     *
     * @param index which plane, 0 for the one that this page describes
     */
    TiffPage planeOfStack(int index, long fileSize) throws FileProblemException {
        long size = (long) width * height * bytesPerSample();
        TiffPage plane = new TiffPage(
                file,
                place,
                order,
                width,
                height,
                1,
                type,
                false,
                TiffCompression.NONE,
                1,
                false,
                width,
                height,
                new long[] {offsets[0] + index * size},
                new long[] {size});
        plane.check(fileSize);
        return plane;
    }

    int bytesPerSample() {
        return switch (type) {
            case BYTE -> 1;
            case SHORT, HALF -> 2;
            default -> 4;
        };
    }

    /** Samples of a pixel that lie beside one another. */
    int samplesInPart() {
        return planar ? 1 : samples;
    }

    int partsAcross() {
        return ceilDiv(width, partWidth);
    }

    int partsDown() {
        return ceilDiv(height, partHeight);
    }

    /** Lines of the parts in a row of parts: all the same but for the last strip. */
    int linesOfPart(int row) {
        return tiled ? partHeight : Math.min(partHeight, height - row * partHeight);
    }

    long bytesPerLine() {
        return (long) partWidth * samplesInPart() * bytesPerSample();
    }

    /** How many lines to take into memory at once: some of a strip without compression, else the whole part. */
    int linesAtOnce(int row) {
        int lines = linesOfPart(row);
        return compression == TiffCompression.NONE
                ? (int) Math.max(1, Math.min(lines, MOST_BYTES_AT_ONCE / bytesPerLine()))
                : lines;
    }

    private void check(long fileSize) throws FileProblemException {
        long parts = (long) partsAcross() * partsDown() * (planar ? samples : 1);
        if (offsets.length < parts || counts.length < parts) {
            throw new InvalidFileException(
                    file,
                    place,
                    "lists " + Math.min(offsets.length, counts.length) + " of " + parts + " strips or tiles");
        }
        long total = (long) width * height * samples * bytesPerSample();
        SizeLimits.requirePossible(file, place, total, fileSize, compression.greatestRatio());
        if ((long) partWidth * partHeight > SizeLimits.LARGEST_ARRAY) {
            throw new UnsupportedFileException(
                    file, place, "strips or tiles of " + partWidth + " x " + partHeight + " pixels are too large");
        }
        long largestRead = 0;
        for (int i = 0; i < parts; i++) {
            String part = place + ", strip or tile " + i;
            if (offsets[i] + counts[i] > fileSize) {
                throw new InvalidFileException(
                        file,
                        part,
                        "needs " + counts[i] + " bytes at " + offsets[i] + "; the file ends at " + fileSize);
            }
            int row = i / partsAcross() % partsDown();
            long size = bytesPerLine() * linesOfPart(row);
            SizeLimits.requirePossible(file, part, size, counts[i], compression.greatestRatio());
            largestRead = Math.max(largestRead, bytesPerLine() * linesAtOnce(row));
            if (compression != TiffCompression.NONE) {
                largestRead = Math.max(largestRead, counts[i]);
            }
            if (compression == TiffCompression.NONE && size > counts[i]) {
                throw new InvalidFileException(file, part, "has " + counts[i] + " of " + size + " bytes");
            }
        }
        SizeLimits.arraySize(file, place, largestRead, 1);
        SizeLimits.arraySize(file, place, (long) width * height);
        SizeLimits.requireMemory(file, place, 4L * width * height * samples);
    }

    private static SampleType sampleType(String file, TiffDirectory directory) throws IOException {
        long[] bits = directory.numbers(TiffDirectory.BITS_PER_SAMPLE);
        long first = bits.length == 0 ? 1 : bits[0];
        for (long other : bits) {
            if (other != first) {
                throw new UnsupportedFileException(
                        file, directory.place(), "has samples of " + first + " and of " + other + " bits");
            }
        }
        long format = directory.number(TiffDirectory.SAMPLE_FORMAT, UNSIGNED_FORMAT);
        if (format == FLOAT_FORMAT && first == 32) {
            return SampleType.FLOAT;
        }
        if (format == FLOAT_FORMAT && first == 16) {
            return SampleType.HALF;
        }
        if (format == UNSIGNED_FORMAT && first == 16) {
            return SampleType.SHORT;
        }
        if (format == UNSIGNED_FORMAT && first == 8) {
            return SampleType.BYTE;
        }
        throw new UnsupportedFileException(
                file,
                directory.place(),
                "has " + first + "-bit samples of format " + format
                        + "; 8 and 16-bit unsigned, 16 and 32-bit floating point can be read");
    }

    private static int side(String file, String place, String what, long claimed) throws InvalidFileException {
        if (claimed < 1 || claimed > Integer.MAX_VALUE) {
            throw new InvalidFileException(file, place, "claims a " + what + " of " + claimed);
        }
        return (int) claimed;
    }

    private static String colorModel(long photometric) {
        return switch ((int) photometric) {
            case 0 -> "white is zero";
            case 3 -> "palette";
            case 4 -> "transparency mask";
            case 5 -> "CMYK";
            case 6 -> "YCbCr";
            case 8 -> "CIE L*a*b*";
            default -> "number " + photometric;
        };
    }

    private static int ceilDiv(int dividend, int divisor) {
        return (dividend - 1) / divisor + 1;
    }
}
