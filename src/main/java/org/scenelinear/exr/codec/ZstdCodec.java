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

/**
 * ZSTD: one Zstandard frame for the samples of two bytes and those of four, each group split into {@link BytePlanes},
 * of differences in a flat part. The samples of a group stand in the order of the raw bytes.
 *
 * <p>A chunk begins with the name {@code zstd-exr}, a version, whether there are differences, and the frame's length.
 * In the frame each group begins with the number of its bytes; a group without samples is left out. Version 1 knows no
 * differences; deep parts have it.
 *
 * <p>Source: OpenEXR 3.5; read from chunks that it wrote.
 */
final class ZstdCodec implements Codec {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** {@code zstd-exr} as a little-endian number. */
    private static final long NAME = 0x7278652D6474737AL;

    private static final int VERSION_AT = 8;
    private static final int DIFFERENCES_AT = 12;
    private static final int LENGTH_AT = 16;
    private static final int HEADER = 24;

    private static final int DEEP_VERSION = 1;
    private static final int FLAT_VERSION = 2;

    private static final int COUNT_LENGTH = 8;

    private final ZstdDecoder decoder = new ZstdDecoder();

    /** Made when something is to be packed: the library behind it may be missing. */
    private ZstdFrame frame;

    private byte[] groups = new byte[0];
    private byte[] packedFrame = new byte[0];

    /** Where the two groups lie in a frame, for one block. */
    private record Layout(int bytesOfTwo, int bytesOfFour) {
        static Layout of(Block block) {
            long two = 0;
            long four = 0;
            for (int line = block.y(); line < block.y() + block.height(); line++) {
                for (Channel channel : block.channels()) {
                    long bytes = (long) channel.type().bytes() * block.samplesInLine(channel, line);
                    if (channel.type().bytes() == 2) {
                        two += bytes;
                    } else {
                        four += bytes;
                    }
                }
            }
            return new Layout(Math.toIntExact(two), Math.toIntExact(four));
        }

        /** Where the first plane of samples of two bytes begins. */
        int planesOfTwo() {
            return COUNT_LENGTH;
        }

        /** Where the first plane of samples of four bytes begins. */
        int planesOfFour() {
            return groupLength(bytesOfTwo) + COUNT_LENGTH;
        }

        int length() {
            return Math.addExact(groupLength(bytesOfTwo), groupLength(bytesOfFour));
        }

        private static int groupLength(int bytes) {
            return bytes == 0 ? 0 : Math.addExact(COUNT_LENGTH, bytes);
        }
    }

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        boolean differences = readHeader(packed, packedLength);
        Layout layout = Layout.of(block);
        groups = atLeast(groups, layout.length());
        int found = decoder.decode(packed, HEADER, packedLength - HEADER, groups, 0, layout.length());
        if (found != layout.length()) {
            throw new CorruptChunkException(
                    "the Zstandard frame holds " + found + " bytes where " + layout.length() + " are expected");
        }
        requireCount(layout.bytesOfTwo(), layout.planesOfTwo());
        requireCount(layout.bytesOfFour(), layout.planesOfFour());
        int two = layout.planesOfTwo();
        int four = layout.planesOfFour();
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, line);
                if (channel.type().bytes() == 2) {
                    BytePlanes.join2(groups, two, layout.bytesOfTwo() / 2, differences, raw, position, count);
                    two += count;
                } else {
                    BytePlanes.join4(groups, four, layout.bytesOfFour() / 4, differences, raw, position, count);
                    four += count;
                }
                position += count * channel.type().bytes();
            }
        }
    }

    /** Checks the header; answers whether the samples are differences. */
    private static boolean readHeader(byte[] packed, int packedLength) throws CorruptChunkException {
        if (packedLength < HEADER) {
            throw new CorruptChunkException("a ZSTD chunk has at least " + HEADER + " bytes, not " + packedLength);
        }
        if ((long) LONGS.get(packed, 0) != NAME) {
            throw new CorruptChunkException("the chunk does not begin with the name zstd-exr");
        }
        int version = (int) INTS.get(packed, VERSION_AT);
        int differences = (int) INTS.get(packed, DIFFERENCES_AT);
        boolean known = version == DEEP_VERSION && differences == 0
                || version == FLAT_VERSION && (differences == 0 || differences == 1);
        if (!known) {
            throw new CorruptChunkException("ZSTD version " + version + " with flag " + differences + " is not known");
        }
        long length = (long) LONGS.get(packed, LENGTH_AT);
        if (length != packedLength - HEADER) {
            throw new CorruptChunkException(
                    "the chunk says that its Zstandard frame has " + length + " bytes, not " + (packedLength - HEADER));
        }
        return differences != 0;
    }

    private void requireCount(int bytes, int planes) throws CorruptChunkException {
        if (bytes == 0) {
            return;
        }
        long found = (long) LONGS.get(groups, planes - COUNT_LENGTH);
        if (found != bytes) {
            throw new CorruptChunkException("a group of samples says that it has " + found + " bytes, not " + bytes);
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int rawSize = Math.toIntExact(block.rawSize());
        Layout layout = Layout.of(block);
        groups = atLeast(groups, layout.length());
        split(block, layout, raw);
        if (frame == null) {
            frame = new ZstdFrame();
        }
        packedFrame = atLeast(packedFrame, frame.largest(layout.length()));
        int length = frame.pack(groups, layout.length(), packedFrame);
        if (HEADER + length >= rawSize) {
            return NOT_SMALLER;
        }
        LONGS.set(packed, 0, NAME);
        INTS.set(packed, VERSION_AT, block.isDeep() ? DEEP_VERSION : FLAT_VERSION);
        INTS.set(packed, DIFFERENCES_AT, block.isDeep() ? 0 : 1);
        LONGS.set(packed, LENGTH_AT, (long) length);
        System.arraycopy(packedFrame, 0, packed, HEADER, length);
        return HEADER + length;
    }

    private void split(Block block, Layout layout, byte[] raw) {
        int two = layout.planesOfTwo();
        int four = layout.planesOfFour();
        if (layout.bytesOfTwo() > 0) {
            LONGS.set(groups, two - COUNT_LENGTH, (long) layout.bytesOfTwo());
        }
        if (layout.bytesOfFour() > 0) {
            LONGS.set(groups, four - COUNT_LENGTH, (long) layout.bytesOfFour());
        }
        boolean differences = !block.isDeep();
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, line);
                if (channel.type().bytes() == 2) {
                    BytePlanes.split2(raw, position, groups, two, layout.bytesOfTwo() / 2, differences, count);
                    two += count;
                } else {
                    BytePlanes.split4(raw, position, groups, four, layout.bytesOfFour() / 4, differences, count);
                    four += count;
                }
                position += count * channel.type().bytes();
            }
        }
    }

    private static byte[] atLeast(byte[] buffer, int size) {
        return buffer.length >= size ? buffer : new byte[size];
    }
}
