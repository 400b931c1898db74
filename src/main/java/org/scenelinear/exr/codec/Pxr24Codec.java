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
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Zlib zlib = new Zlib(ZipCodec.LEVEL);
    private byte[] planes = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        zlib.inflate(packed, 0, packedLength, planes, length);
        int from = 0;
        int to = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, y);
                switch (channel.type()) {
                    case HALF -> sumHalfs(planes, from, count, raw, to);
                    case FLOAT -> sumFloats(planes, from, count, raw, to);
                    case UINT -> sumIntegers(planes, from, count, raw, to);
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
                switch (channel.type()) {
                    case HALF -> splitHalfs(raw, from, count, planes, to);
                    case FLOAT -> splitFloats(raw, from, count, planes, to);
                    case UINT -> splitIntegers(raw, from, count, planes, to);
                }
                from += count * channel.type().bytes();
                to += count * planes(channel.type());
            }
        }
        return zlib.deflate(planes, length, packed, 0, from - 1);
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
        if (planes.length < length) {
            planes = new byte[Math.toIntExact(length)];
        }
        return (int) length;
    }

    private static void sumHalfs(byte[] planes, int from, int count, byte[] raw, int to) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (planes[from + i] & 0xFF) << 8 | planes[from + count + i] & 0xFF;
            SHORTS.set(raw, to + 2 * i, (short) sum);
        }
    }

    private static void sumFloats(byte[] planes, int from, int count, byte[] raw, int to) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (planes[from + i] & 0xFF) << 24
                    | (planes[from + count + i] & 0xFF) << 16
                    | (planes[from + 2 * count + i] & 0xFF) << 8;
            INTS.set(raw, to + 4 * i, sum);
        }
    }

    private static void sumIntegers(byte[] planes, int from, int count, byte[] raw, int to) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (planes[from + i] & 0xFF) << 24
                    | (planes[from + count + i] & 0xFF) << 16
                    | (planes[from + 2 * count + i] & 0xFF) << 8
                    | planes[from + 3 * count + i] & 0xFF;
            INTS.set(raw, to + 4 * i, sum);
        }
    }

    private static void splitHalfs(byte[] raw, int from, int count, byte[] planes, int to) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = (short) SHORTS.get(raw, from + 2 * i);
            int difference = here - before;
            planes[to + i] = (byte) (difference >> 8);
            planes[to + count + i] = (byte) difference;
            before = here;
        }
    }

    private static void splitFloats(byte[] raw, int from, int count, byte[] planes, int to) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = shortened((int) INTS.get(raw, from + 4 * i));
            int difference = here - before;
            planes[to + i] = (byte) (difference >> 16);
            planes[to + count + i] = (byte) (difference >> 8);
            planes[to + 2 * count + i] = (byte) difference;
            before = here;
        }
    }

    private static void splitIntegers(byte[] raw, int from, int count, byte[] planes, int to) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = (int) INTS.get(raw, from + 4 * i);
            int difference = here - before;
            planes[to + i] = (byte) (difference >> 24);
            planes[to + count + i] = (byte) (difference >> 16);
            planes[to + 2 * count + i] = (byte) (difference >> 8);
            planes[to + 3 * count + i] = (byte) difference;
            before = here;
        }
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
