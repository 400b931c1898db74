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
import java.util.List;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * B44 and B44A: channel by channel, half samples as {@link B44Block}s from left to right and from the top, float and
 * unsigned ones as they are. At the right and the bottom edge the last column and row are repeated until a block is
 * full. In B44A blocks of equal values are short; both read both.
 */
final class B44Codec implements Codec {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private final boolean flats;
    private final int[] starts = new int[4];
    /** Four rows, as long as whole blocks need. */
    private byte[] strip = new byte[0];

    private byte[] blocks = new byte[0];

    /**
     * A codec.
     *
     * @param flats whether blocks of equal values are written short, as B44A does
     */
    B44Codec(boolean flats) {
        this.flats = flats;
    }

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int[][] rows = rows(block);
        List<Channel> channels = block.channels();
        int position = 0;
        for (int c = 0; c < channels.size(); c++) {
            Channel channel = channels.get(c);
            int samples = block.samplesPerLine(channel);
            int bytes = samples * channel.type().bytes();
            if (bytes == 0) {
                continue;
            }
            if (channel.type() == PixelType.HALF) {
                for (int row = 0; row < rows[c].length; row += 4) {
                    position = decodeStrip(packed, position, packedLength, samples, raw, rows[c], row);
                }
                if (channel.perceptuallyLinear()) {
                    for (int start : rows[c]) {
                        map(B44Curve.LOGARITHM, raw, start, raw, start, samples);
                    }
                }
            } else {
                for (int start : rows[c]) {
                    if (packedLength - position < bytes) {
                        throw new CorruptChunkException(
                                "the packed bytes end within channel \"" + channel.name() + "\"");
                    }
                    System.arraycopy(packed, position, raw, start, bytes);
                    position += bytes;
                }
            }
        }
        if (position != packedLength) {
            throw new CorruptChunkException(
                    "the pixels end after " + position + " of " + packedLength + " packed bytes");
        }
    }

    private int decodeStrip(byte[] packed, int position, int end, int samples, byte[] raw, int[] rows, int first)
            throws CorruptChunkException {
        int count = blocks(samples);
        int height = Math.min(4, rows.length - first);
        if (height == 4 && samples % 4 == 0) {
            System.arraycopy(rows, first, starts, 0, 4);
            return B44Block.decode(packed, position, end, count, raw, starts);
        }
        useStrip(count);
        int after = B44Block.decode(packed, position, end, count, strip, starts);
        for (int i = 0; i < height; i++) {
            System.arraycopy(strip, starts[i], raw, rows[first + i], 2 * samples);
        }
        return after;
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int[][] rows = rows(block);
        long most = greatestLength(block);
        if (blocks.length < most) {
            blocks = new byte[Math.toIntExact(most)];
        }
        List<Channel> channels = block.channels();
        int position = 0;
        for (int c = 0; c < channels.size(); c++) {
            Channel channel = channels.get(c);
            int samples = block.samplesPerLine(channel);
            if (channel.type() == PixelType.HALF) {
                for (int row = 0; row < rows[c].length && samples > 0; row += 4) {
                    position = encodeStrip(channel, samples, raw, rows[c], row, position);
                }
            } else {
                int bytes = samples * channel.type().bytes();
                for (int start : rows[c]) {
                    System.arraycopy(raw, start, blocks, position, bytes);
                    position += bytes;
                }
            }
        }
        if (position >= block.rawSize()) {
            return NOT_SMALLER;
        }
        System.arraycopy(blocks, 0, packed, 0, position);
        return position;
    }

    private int encodeStrip(Channel channel, int samples, byte[] raw, int[] rows, int first, int position) {
        int count = blocks(samples);
        boolean exactGreatest = !channel.perceptuallyLinear();
        if (exactGreatest && samples % 4 == 0) {
            for (int i = 0; i < 4; i++) {
                starts[i] = rows[Math.min(first + i, rows.length - 1)];
            }
            return B44Block.encode(raw, starts, count, flats, exactGreatest, blocks, position);
        }
        useStrip(count);
        for (int i = 0; i < 4; i++) {
            int row = rows[Math.min(first + i, rows.length - 1)];
            if (channel.perceptuallyLinear()) {
                map(B44Curve.EXPONENTIAL, raw, row, strip, starts[i], samples);
            } else {
                System.arraycopy(raw, row, strip, starts[i], 2 * samples);
            }
            short last = (short) SHORTS.get(strip, starts[i] + 2 * (samples - 1));
            for (int sample = samples; sample < 4 * count; sample++) {
                SHORTS.set(strip, starts[i] + 2 * sample, last);
            }
        }
        return B44Block.encode(strip, starts, count, flats, exactGreatest, blocks, position);
    }

    private void useStrip(int count) {
        if (strip.length < 32 * count) {
            strip = new byte[32 * count];
        }
        for (int i = 0; i < 4; i++) {
            starts[i] = 8 * count * i;
        }
    }

    private static void map(short[] table, byte[] from, int start, byte[] to, int target, int samples) {
        for (int i = 0; i < samples; i++) {
            SHORTS.set(to, target + 2 * i, table[(short) SHORTS.get(from, start + 2 * i) & 0xFFFF]);
        }
    }

    private static int blocks(int samples) {
        return (samples + 3) / 4;
    }

    /** Bytes of a chunk without short blocks. */
    private static long greatestLength(Block block) {
        long length = 0;
        for (Channel channel : block.channels()) {
            int samples = block.samplesPerLine(channel);
            int lines = block.lines(channel);
            length += channel.type() == PixelType.HALF
                    ? (long) B44Block.LENGTH * blocks(samples) * blocks(lines)
                    : (long) samples * lines * channel.type().bytes();
        }
        return length;
    }

    /** For each channel where its rows begin in the raw bytes. */
    private static int[][] rows(Block block) {
        List<Channel> channels = block.channels();
        int[][] rows = new int[channels.size()][];
        int[] next = new int[rows.length];
        for (int c = 0; c < rows.length; c++) {
            rows[c] = new int[block.lines(channels.get(c))];
        }
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int c = 0; c < rows.length; c++) {
                Channel channel = channels.get(c);
                if (Block.hasLine(channel, line)) {
                    rows[c][next[c]++] = position;
                    position += block.samplesPerLine(channel) * channel.type().bytes();
                }
            }
        }
        return rows;
    }
}
