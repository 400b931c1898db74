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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.math.HalfFloat;

/** Takes the strips or tiles of a page apart into one plane of floats per sample. */
final class TiffDecoder {
    private final TiffPage page;
    private final FileChannel channel;

    TiffDecoder(TiffPage page, FileChannel channel) {
        this.page = page;
        this.channel = channel;
    }

    /** The planes; integers with full scale as 1, floats as they are. */
    float[][] decode() throws IOException {
        float[][] planes = new float[page.samples()][page.width() * page.height()];
        int parts = page.partsAcross() * page.partsDown();
        for (int plane = 0; plane < (page.planar() ? page.samples() : 1); plane++) {
            float[][] targets = page.planar() ? new float[][] {planes[plane]} : planes;
            for (int part = 0; part < parts; part++) {
                decodePart(plane * parts + part, part % page.partsAcross(), part / page.partsAcross(), targets);
            }
        }
        return planes;
    }

    private void decodePart(int index, int column, int row, float[][] targets) throws IOException {
        int lines = page.linesOfPart(row);
        int linesAtOnce = page.linesAtOnce(row);
        for (int line = 0; line < lines; line += linesAtOnce) {
            int count = Math.min(linesAtOnce, lines - line);
            int size = (int) (page.bytesPerLine() * count);
            byte[] raw;
            if (page.compression() == TiffCompression.NONE) {
                raw = read(page.offsets()[index] + line * page.bytesPerLine(), size, index);
            } else {
                byte[] packed = read(page.offsets()[index], (int) page.counts()[index], index);
                try {
                    raw = page.compression().unpack(packed, size);
                } catch (DataFormatException e) {
                    throw new InvalidFileException(
                            page.file(), place(index), page.compression() + " data: " + e.getMessage(), e);
                }
            }
            ByteOrder order = undoPrediction(raw, count);
            spread(ByteBuffer.wrap(raw).order(order), column, row * page.partHeight() + line, count, targets);
        }
    }

    private byte[] read(long position, int size, int index) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new InvalidFileException(page.file(), place(index), "became shorter while it was read");
            }
        }
        return bytes.array();
    }

    /** Undoes the differences of a part in place and answers in which order the bytes of a sample then lie. */
    private ByteOrder undoPrediction(byte[] raw, int lines) {
        int stride = page.samplesInPart();
        int values = page.partWidth() * stride;
        switch (page.predictor()) {
            case 2 -> {
                ByteBuffer bytes = ByteBuffer.wrap(raw).order(page.order());
                for (int line = 0; line < lines; line++) {
                    addUp(bytes, line * values, values, stride);
                }
            }
            case 3 -> {
                byte[] scratch = new byte[values * page.bytesPerSample()];
                for (int line = 0; line < lines; line++) {
                    joinFloatBytes(raw, line * scratch.length, values, stride, scratch);
                }
                return ByteOrder.BIG_ENDIAN;
            }
            default -> {}
        }
        return page.order();
    }

    /** Predictor 2: each sample is the difference to the same sample of the pixel before (TIFF 6.0, section 14). */
    private void addUp(ByteBuffer bytes, int first, int count, int stride) {
        for (int i = first + stride; i < first + count; i++) {
            switch (page.bytesPerSample()) {
                case 1 -> bytes.put(i, (byte) (bytes.get(i) + bytes.get(i - stride)));
                case 2 -> bytes.putShort(2 * i, (short) (bytes.getShort(2 * i) + bytes.getShort(2 * (i - stride))));
                default -> bytes.putInt(4 * i, bytes.getInt(4 * i) + bytes.getInt(4 * (i - stride)));
            }
        }
    }

    /**
     * Predictor 3: the bytes of a line's floats, sorted by significance with the highest first, as differences (Adobe
     * Photoshop TIFF Technical Note 3).
     */
    private static void joinFloatBytes(byte[] raw, int offset, int values, int stride, byte[] scratch) {
        for (int i = offset + stride; i < offset + scratch.length; i++) {
            raw[i] += raw[i - stride];
        }
        System.arraycopy(raw, offset, scratch, 0, scratch.length);
        int bytesPerSample = scratch.length / values;
        for (int i = 0; i < values; i++) {
            for (int significance = 0; significance < bytesPerSample; significance++) {
                raw[offset + bytesPerSample * i + significance] = scratch[significance * values + i];
            }
        }
    }

    /** Copies the pixels of a part that lie inside the page to their planes. */
    private void spread(ByteBuffer raw, int column, int top, int lines, float[][] targets) {
        int left = column * page.partWidth();
        int width = Math.min(page.partWidth(), page.width() - left);
        int stride = targets.length;
        for (int line = 0; line < lines && top + line < page.height(); line++) {
            for (int sample = 0; sample < stride; sample++) {
                int from = line * page.partWidth() * stride + sample;
                spreadLine(raw, from, stride, targets[sample], (top + line) * page.width() + left, width);
            }
        }
    }

    private void spreadLine(ByteBuffer raw, int from, int stride, float[] target, int to, int count) {
        SampleType type = page.type();
        switch (type) {
            case BYTE -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = Byte.toUnsignedInt(raw.get(from + i * stride)) / 255f;
                }
            }
            case SHORT -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = Short.toUnsignedInt(raw.getShort(2 * (from + i * stride))) / 65535f;
                }
            }
            case HALF -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = HalfFloat.toFloat(raw.getShort(2 * (from + i * stride)));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = raw.getFloat(4 * (from + i * stride));
                }
            }
        }
    }

    private String place(int index) {
        return page.place() + ", strip or tile " + index;
    }
}
