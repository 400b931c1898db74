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
 * B44 and B44A: channel by channel; halfs in {@link B44Block}s of 4 x 4, from left to right and from the top, the last
 * sample of a line and the last line repeated where a block reaches beyond them; other samples as they are. Channels
 * that are said to be perceptually linear pass through a {@link B44Curve}.
 */
final class B44Codec implements Codec {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SIDE = 4;
    private static final int BLOCK_BYTES = 2 * SIDE * SIDE;

    private final boolean shortFlatBlocks;
    /** One block that does not lie in the raw bytes as a whole. */
    private final byte[] cut = new byte[BLOCK_BYTES];

    private final B44Block coder = new B44Block();
    private int[] rows = new int[0];

    /**
     * A codec.
     *
     * @param shortFlatBlocks whether to pack blocks of a single value into 3 bytes, as B44A does; both are unpacked
     */
    B44Codec(boolean shortFlatBlocks) {
        this.shortFlatBlocks = shortFlatBlocks;
    }

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int position = 0;
        for (int i = 0; i < block.channels().size(); i++) {
            Channel channel = block.channels().get(i);
            int lines = findRows(block, i);
            int width = block.samplesPerLine(channel);
            position = channel.type() == PixelType.HALF
                    ? unpack(packed, position, packedLength, raw, width, lines, channel.perceptuallyLinear())
                    : copy(
                            packed,
                            position,
                            packedLength,
                            raw,
                            width * channel.type().bytes(),
                            lines);
        }
        if (position != packedLength) {
            throw new CorruptChunkException(
                    "the packed data has " + packedLength + " bytes, but the pixels end after " + position);
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int limit = (int) block.rawSize();
        int position = 0;
        for (int i = 0; i < block.channels().size(); i++) {
            Channel channel = block.channels().get(i);
            int lines = findRows(block, i);
            int width = block.samplesPerLine(channel);
            if (channel.type() == PixelType.HALF) {
                position = pack(raw, width, lines, channel.perceptuallyLinear(), packed, position, limit);
            } else {
                int bytes = width * channel.type().bytes();
                for (int line = 0; line < lines && position != NOT_SMALLER; line++) {
                    if (position + bytes > limit) {
                        return NOT_SMALLER;
                    }
                    System.arraycopy(raw, rows[line], packed, position, bytes);
                    position += bytes;
                }
            }
            if (position == NOT_SMALLER) {
                return NOT_SMALLER;
            }
        }
        return position < limit ? position : NOT_SMALLER;
    }

    /** Finds where the lines of a channel begin in the raw bytes, and answers how many there are. */
    private int findRows(Block block, int channel) {
        if (rows.length < block.height()) {
            rows = new int[block.height()];
        }
        int found = 0;
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int i = 0; i < block.channels().size(); i++) {
                Channel here = block.channels().get(i);
                int samples = block.samplesInLine(here, y);
                if (i == channel && samples > 0) {
                    rows[found++] = position;
                }
                position += samples * here.type().bytes();
            }
        }
        return found;
    }

    private int copy(byte[] packed, int position, int packedLength, byte[] raw, int bytes, int lines)
            throws CorruptChunkException {
        for (int line = 0; line < lines; line++) {
            require(bytes, position + line * bytes, packedLength);
            System.arraycopy(packed, position + line * bytes, raw, rows[line], bytes);
        }
        return position + lines * bytes;
    }

    private int unpack(
            byte[] packed, int start, int packedLength, byte[] raw, int width, int lines, boolean perceptuallyLinear)
            throws CorruptChunkException {
        int position = start;
        for (int y = 0; y < lines; y += SIDE) {
            for (int x = 0; x < width; x += SIDE) {
                require(B44Block.FLAT_BYTES, position, packedLength);
                boolean flat = B44Block.isFlat(packed, position);
                int bytes = flat ? B44Block.FLAT_BYTES : B44Block.BYTES;
                require(bytes, position, packedLength);
                if (y + SIDE <= lines && x + SIDE <= width) {
                    int at = 2 * x;
                    B44Block.unpack(
                            packed,
                            position,
                            flat,
                            raw,
                            rows[y] + at,
                            rows[y + 1] + at,
                            rows[y + 2] + at,
                            rows[y + 3] + at);
                } else {
                    B44Block.unpack(packed, position, flat, cut, 0, 8, 16, 24);
                    for (int line = y; line < Math.min(lines, y + SIDE); line++) {
                        int count = Math.min(SIDE, width - x);
                        System.arraycopy(cut, 8 * (line - y), raw, rows[line] + 2 * x, 2 * count);
                    }
                }
                position += bytes;
            }
        }
        if (perceptuallyLinear) {
            look(B44Curve.LOGARITHMS, raw, width, lines);
        }
        return position;
    }

    private void look(short[] table, byte[] raw, int width, int lines) {
        for (int line = 0; line < lines; line++) {
            for (int x = 0; x < width; x++) {
                int at = rows[line] + 2 * x;
                SHORTS.set(raw, at, table[(short) SHORTS.get(raw, at) & 0xFFFF]);
            }
        }
    }

    private int pack(
            byte[] raw, int width, int lines, boolean perceptuallyLinear, byte[] packed, int start, int limit) {
        int position = start;
        for (int y = 0; y < lines; y += SIDE) {
            for (int x = 0; x < width; x += SIDE) {
                for (int line = 0; line < SIDE; line++) {
                    coder.setRow(line, row(raw, rows[Math.min(y + line, lines - 1)], x, width, perceptuallyLinear));
                }
                if (limit - position < B44Block.BYTES) {
                    return NOT_SMALLER;
                }
                position += coder.pack(shortFlatBlocks, !perceptuallyLinear, packed, position);
            }
        }
        return position;
    }

    /** Four samples of a line, the first one lowest. */
    private static long row(byte[] raw, int line, int x, int width, boolean perceptuallyLinear) {
        if (x + SIDE <= width && !perceptuallyLinear) {
            return (long) LONGS.get(raw, line + 2 * x);
        }
        long four = 0;
        for (int i = SIDE - 1; i >= 0; i--) {
            int bits = (short) SHORTS.get(raw, line + 2 * Math.min(x + i, width - 1)) & 0xFFFF;
            four = four << 16 | (perceptuallyLinear ? B44Curve.EXPONENTIALS[bits] & 0xFFFF : bits);
        }
        return four;
    }

    private static void require(int bytes, int position, int packedLength) throws CorruptChunkException {
        if (bytes > packedLength - position) {
            throw new CorruptChunkException("the packed data ends after " + packedLength + " bytes, before all pixels");
        }
    }
}
