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

import java.util.List;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * PXR24: floats rounded to 24 bits, then for each row of each channel the differences in {@link BytePlanes}, the
 * highest bytes first; all in one zlib stream. Half and unsigned samples keep every bit.
 *
 * <p>The 24 bits are the upper ones of a float: sign, exponent and 15 bits of fraction. A half of the last bit is
 * rounded away from zero; what would round to infinity is cut off instead; NaN stays NaN.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_pxr24.c}.
 */
final class Pxr24Codec implements Codec {
    private static final int MAGNITUDE = 0x7FFFFFFF;
    private static final int INFINITE = 0x7F800000;
    /** From here on a magnitude must not be rounded: it is infinite, NaN or would become so. */
    private static final int NOT_ROUNDED = 0x7F7FFF80;

    private final Zlib zlib = new Zlib(ZipCodec.LEVEL);
    private byte[] planes = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        zlib.inflate(packed, 0, packedLength, planes, length);
        List<Channel> channels = block.channels();
        int from = 0;
        int to = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int c = 0; c < channels.size(); c++) {
                Channel channel = channels.get(c);
                int count = block.samplesInLine(channel, line);
                int lowest = from + (planes(channel) - 1) * count;
                switch (channel.type()) {
                    case HALF -> BytePlanes.join2(planes, lowest, -count, true, raw, to, count);
                    case FLOAT -> BytePlanes.join3(planes, lowest, -count, raw, to, count);
                    case UINT -> BytePlanes.join4(planes, lowest, -count, true, raw, to, count);
                }
                from += planes(channel) * count;
                to += channel.type().bytes() * count;
            }
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int length = reserve(block);
        List<Channel> channels = block.channels();
        int from = 0;
        int to = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int c = 0; c < channels.size(); c++) {
                Channel channel = channels.get(c);
                int count = block.samplesInLine(channel, line);
                int lowest = to + (planes(channel) - 1) * count;
                switch (channel.type()) {
                    case HALF -> BytePlanes.split2(raw, from, planes, lowest, -count, true, count);
                    case FLOAT -> BytePlanes.split3(raw, from, planes, lowest, -count, count);
                    case UINT -> BytePlanes.split4(raw, from, planes, lowest, -count, true, count);
                }
                from += channel.type().bytes() * count;
                to += planes(channel) * count;
            }
        }
        int limit = Math.toIntExact(block.rawSize()) - 1;
        return zlib.deflate(planes, length, packed, 0, limit);
    }

    /** Bytes that a sample has here. */
    private static int planes(Channel channel) {
        return channel.type() == PixelType.FLOAT ? 3 : channel.type().bytes();
    }

    /**
     * Rounds a float.
     *
     * @param bits the float's bits
     * @return the 24 bits
     */
    static int to24(int bits) {
        int magnitude = bits & MAGNITUDE;
        int sign = bits >>> 31 << 23;
        if (magnitude < NOT_ROUNDED) {
            return sign | magnitude + (magnitude & 0x80) >>> 8;
        }
        int cut = magnitude >>> 8;
        boolean lostNan = magnitude > INFINITE && cut == INFINITE >>> 8;
        return sign | cut | (lostNan ? 1 : 0);
    }

    /** Makes room for the planes; answers how many bytes they have. */
    private int reserve(Block block) {
        long length = 0;
        for (Channel channel : block.channels()) {
            length += (long) planes(channel) * block.samplesPerLine(channel) * block.lines(channel);
        }
        if (planes.length < length) {
            planes = new byte[Math.toIntExact(length)];
        }
        return (int) length;
    }

    @Override
    public void close() {
        zlib.close();
    }
}
