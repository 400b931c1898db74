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
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;

/**
 * Writes planes as the pages of a TIFF file, each 32-bit floating point, in the way ImageJ writes stacks: all planes
 * one after another, and a description that says so. ImageJ takes the planes from the first page's description, other
 * programs find every page in a directory of its own.
 *
 * <p>The JDK's TIFF writer is not used because it puts a directory between two pages.
 */
final class TiffStackWriter {
    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    private static final int HEADER = 8;
    private static final int CHUNK = 1 << 16;
    /** What ImageJ can show as a composite; more channels are shown one at a time. */
    private static final int MOST_IN_COMPOSITE = 7;

    private final int width;
    private final int height;
    private final List<ImageChannel> planes;
    private final byte[] description;
    private final ImageJMetadata.Fields metadata;

    TiffStackWriter(FloatImage image, List<ImageChannel> planes, ImageJMetadata metadata) {
        this.width = image.width();
        this.height = image.height();
        this.planes = planes;
        this.description = description(planes.size()).getBytes(StandardCharsets.US_ASCII);
        this.metadata = metadata.toFields(ORDER);
    }

    /** Bytes of the file. */
    long size() {
        return directoriesStart() + directories().capacity();
    }

    void write(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ORDER);
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt((int) directoriesStart());
        writeFully(channel, header.flip());
        ByteBuffer chunk = ByteBuffer.allocate(4 * CHUNK).order(ORDER);
        FloatBuffer floats = chunk.asFloatBuffer();
        for (ImageChannel plane : planes) {
            for (int start = 0; start < plane.samples().length; start += CHUNK) {
                int length = Math.min(CHUNK, plane.samples().length - start);
                floats.clear();
                floats.put(plane.samples(), start, length);
                writeFully(channel, chunk.clear().limit(4 * length));
            }
        }
        writeFully(channel, directories());
    }

    private long planeSize() {
        return 4L * width * height;
    }

    private long directoriesStart() {
        return HEADER + planes.size() * planeSize();
    }

    /** All directories, then the values of the first that do not fit into it. */
    private ByteBuffer directories() {
        int first = 2 + 12 * 14 + 4;
        int further = 2 + 12 * 11 + 4;
        int valuesAt = first + (planes.size() - 1) * further;
        int sizesAt = valuesAt + description.length + description.length % 2;
        int dataAt = sizesAt + 4 * metadata.sizes().length;
        ByteBuffer out = ByteBuffer.allocate(dataAt + metadata.data().length).order(ORDER);
        for (int page = 0; page < planes.size(); page++) {
            out.putShort((short) (page == 0 ? 14 : 11));
            number(out, TiffDirectory.NEW_SUBFILE_TYPE, 0);
            number(out, TiffDirectory.IMAGE_WIDTH, width);
            number(out, TiffDirectory.IMAGE_LENGTH, height);
            shortNumber(out, TiffDirectory.BITS_PER_SAMPLE, 32);
            shortNumber(out, TiffDirectory.COMPRESSION, 1);
            shortNumber(out, TiffDirectory.PHOTOMETRIC, 1);
            if (page == 0) {
                elsewhere(out, TiffDirectory.IMAGE_DESCRIPTION, TiffDirectory.TYPE_ASCII, description.length, valuesAt);
            }
            number(out, TiffDirectory.STRIP_OFFSETS, HEADER + page * planeSize());
            shortNumber(out, TiffDirectory.SAMPLES_PER_PIXEL, 1);
            number(out, TiffDirectory.ROWS_PER_STRIP, height);
            number(out, TiffDirectory.STRIP_BYTE_COUNTS, planeSize());
            shortNumber(out, TiffDirectory.SAMPLE_FORMAT, 3);
            if (page == 0) {
                elsewhere(out, TiffDirectory.IMAGEJ_SIZES, TiffDirectory.TYPE_LONG, metadata.sizes().length, sizesAt);
                elsewhere(out, TiffDirectory.IMAGEJ_DATA, TiffDirectory.TYPE_BYTE, metadata.data().length, dataAt);
            }
            boolean last = page + 1 == planes.size();
            out.putInt(last ? 0 : (int) (directoriesStart() + first + (long) page * further));
        }
        out.put(description).position(sizesAt);
        for (int size : metadata.sizes()) {
            out.putInt(size);
        }
        return out.put(metadata.data()).flip();
    }

    private static void number(ByteBuffer out, int tag, long value) {
        out.putShort((short) tag)
                .putShort((short) TiffDirectory.TYPE_LONG)
                .putInt(1)
                .putInt((int) value);
    }

    private static void shortNumber(ByteBuffer out, int tag, int value) {
        out.putShort((short) tag)
                .putShort((short) TiffDirectory.TYPE_SHORT)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0);
    }

    private void elsewhere(ByteBuffer out, int tag, int type, int count, int offset) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt((int) (directoriesStart() + offset));
    }

    private static String description(int planes) {
        String text = "ImageJ=1.54p\n";
        if (planes > 1) {
            text += "images=" + planes + "\nchannels=" + planes + "\nhyperstack=true\nmode="
                    + (planes <= MOST_IN_COMPOSITE ? "composite" : "grayscale") + "\nloop=false\n";
        }
        return text + "min=0.0\nmax=1.0\n\0";
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
