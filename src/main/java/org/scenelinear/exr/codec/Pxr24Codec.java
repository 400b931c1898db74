/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * PXR24: floats lose their last 8 bits, then each sample is replaced by its difference from the one to the left, the
 * differences of a row are split into planes of bytes, the most significant first, and all goes through zlib. Halfs and
 * unsigned integers come back as they were.
 */
final class Pxr24Codec implements Codec {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Zlib zlib = new Zlib(ZipCodec.LEVEL);
    private byte[] planes = new byte[0];
    /** The differences of one line. */
    private byte[] row = new byte[0];
    /** One line of floats without their lowest bits. */
    private byte[] shortened = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        zlib.inflate(packed, 0, packedLength, planes, length);
        int from = 0;
        int to = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, y);
                int lowest = from + (planes(channel.type()) - 1) * count;
                switch (channel.type()) {
                    case HALF -> {
                        BytePlanes.join2(planes, lowest, -count, raw, to, count);
                        RowDifferences.sum2(raw, to, count);
                    }
                    case FLOAT -> {
                        BytePlanes.join3(planes, lowest, -count, raw, to, count);
                        RowDifferences.sum4(raw, to, count);
                    }
                    case UINT -> {
                        BytePlanes.join4(planes, lowest, -count, raw, to, count);
                        RowDifferences.sum4(raw, to, count);
                    }
                }
                from += count * planes(channel.type());
                to += count * channel.type().bytes();
            }
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int length = reserve(block);
        int from = 0;
        int to = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, y);
                int lowest = to + (planes(channel.type()) - 1) * count;
                switch (channel.type()) {
                    case HALF -> {
                        RowDifferences.subtract2(raw, from, row, count);
                        BytePlanes.split2(row, 0, planes, lowest, -count, count);
                    }
                    case FLOAT -> {
                        shorten(raw, from, count);
                        RowDifferences.subtract4(shortened, 0, row, count);
                        BytePlanes.split3(row, 0, planes, lowest, -count, count);
                    }
                    case UINT -> {
                        RowDifferences.subtract4(raw, from, row, count);
                        BytePlanes.split4(row, 0, planes, lowest, -count, count);
                    }
                }
                from += count * channel.type().bytes();
                to += count * planes(channel.type());
            }
        }
        return zlib.deflate(planes, length, packed, 0, from - 1);
    }

    private void shorten(byte[] raw, int from, int count) {
        for (int i = 0; i < count; i++) {
            INTS.set(shortened, 4 * i, shortened((int) INTS.get(raw, from + 4 * i)));
        }
    }

    /** How many planes of bytes the samples of a type become. */
    private static int planes(PixelType type) {
        return type == PixelType.FLOAT ? 3 : type.bytes();
    }

    private int reserve(Block block) {
        long length = 0;
        for (Channel channel : block.channels()) {
            length += (long) block.samplesPerLine(channel) * block.lines(channel) * planes(channel.type());
        }
        if (row.length < Integer.BYTES * block.width()) {
            row = new byte[Integer.BYTES * block.width()];
            shortened = new byte[row.length];
        }
        if (planes.length < length) {
            planes = new byte[Math.toIntExact(length)];
        }
        return (int) length;
    }

    /**
     * The 24 upper bits of a float, rounded. What would round up to infinity is cut off instead, and a NaN stays one
     * even if all its bits were among the lower ones.
     */
    static int shortened(int bits) {
        int magnitude = bits & 0x7FFFFFFF;
        int sign = bits >>> 8 & 0x800000;
        if (magnitude > 0x7F800000) {
            int kept = magnitude >>> 8;
            return sign | (kept == 0x7F8000 ? kept | 1 : kept);
        }
        int rounded = magnitude + (magnitude & 0x80) >>> 8;
        return sign | (magnitude < 0x7F800000 && rounded >= 0x7F8000 ? magnitude >>> 8 : rounded);
    }

    @Override
    public void close() {
        zlib.close();
    }
}
