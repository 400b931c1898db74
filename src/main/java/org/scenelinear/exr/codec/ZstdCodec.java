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
 * ZSTD: samples of two bytes, then those of four, each group split into planes of bytes, the least significant first,
 * and all of it in one {@link ZstdFrame}. In flat parts each sample is first replaced by its difference from the one to
 * the left.
 *
 * <p>The packed form: {@code zstd-exr}; the version as a 32-bit number, 2 with differences, 1 without; another, 1 or 0
 * alike; the length of the frame as a 64-bit number; the frame. In the frame each group starts with its length in bytes
 * as a 64-bit number; a group without channels is left out. (Found in files of OpenEXR 3.5.3.)
 */
final class ZstdCodec implements Codec {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** {@code zstd-exr} as a little-endian number. */
    private static final long MAGIC = 0x7278652D6474737AL;

    private static final int HEADER_BYTES = 24;
    private static final int WITH_DIFFERENCES = 2;
    private static final int WITHOUT = 1;

    private final ZstdFrame frame = new ZstdFrame();
    private byte[] groups = new byte[0];
    private byte[] result = new byte[0];

    /** Whether the library that this needs is there; it is a file of its own beside the plugin's. */
    static boolean isAvailable() {
        try {
            new ZstdFrame();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        if (packedLength < HEADER_BYTES || (long) LONGS.get(packed, 0) != MAGIC) {
            throw new CorruptChunkException("the packed data does not begin as zstd data do");
        }
        int version = (int) INTS.get(packed, 8);
        if (version != WITH_DIFFERENCES && version != WITHOUT) {
            throw new CorruptChunkException("version " + version + " of the zstd data is not known");
        }
        long length = (long) LONGS.get(packed, 16);
        if (length != packedLength - HEADER_BYTES) {
            throw new CorruptChunkException("the packed data claims a zstd frame of " + length + " bytes and has "
                    + (packedLength - HEADER_BYTES));
        }
        int shorts = samples(block, Short.BYTES);
        int ints = samples(block, Integer.BYTES);
        int unpacked = reserve(block, shorts, ints);
        frame.unpack(packed, HEADER_BYTES, (int) length, groups, unpacked);
        int position = 0;
        for (int bytes : new int[] {Short.BYTES, Integer.BYTES}) {
            if (hasChannels(block, bytes)) {
                int count = bytes == Short.BYTES ? shorts : ints;
                if ((long) LONGS.get(groups, position) != (long) bytes * count) {
                    throw new CorruptChunkException(
                            "the zstd data have " + (long) LONGS.get(groups, position) + " bytes of samples of " + bytes
                                    + " bytes, where " + (long) bytes * count + " are expected");
                }
                position += Long.BYTES;
                join(block, bytes, position, count, version == WITH_DIFFERENCES, raw);
                position += bytes * count;
            }
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int rawLength = (int) block.rawSize();
        int shorts = samples(block, Short.BYTES);
        int ints = samples(block, Integer.BYTES);
        int unpacked = reserve(block, shorts, ints);
        int position = 0;
        for (int bytes : new int[] {Short.BYTES, Integer.BYTES}) {
            if (hasChannels(block, bytes)) {
                int count = bytes == Short.BYTES ? shorts : ints;
                LONGS.set(groups, position, (long) bytes * count);
                position += Long.BYTES;
                split(block, bytes, position, count, !block.isDeep(), raw);
                position += bytes * count;
            }
        }
        if (result.length < frame.largest(unpacked)) {
            result = new byte[frame.largest(unpacked)];
        }
        int length = frame.pack(groups, unpacked, result);
        if (HEADER_BYTES + length >= rawLength) {
            return NOT_SMALLER;
        }
        LONGS.set(packed, 0, MAGIC);
        INTS.set(packed, 8, block.isDeep() ? WITHOUT : WITH_DIFFERENCES);
        INTS.set(packed, 12, block.isDeep() ? 0 : 1);
        LONGS.set(packed, 16, (long) length);
        System.arraycopy(result, 0, packed, HEADER_BYTES, length);
        return HEADER_BYTES + length;
    }

    /** Makes room for the groups with their lengths, and answers how many bytes they have. */
    private int reserve(Block block, int shorts, int ints) {
        int length = (hasChannels(block, Short.BYTES) ? Long.BYTES : 0)
                + (hasChannels(block, Integer.BYTES) ? Long.BYTES : 0)
                + Short.BYTES * shorts
                + Integer.BYTES * ints;
        if (groups.length < length) {
            groups = new byte[length];
        }
        return length;
    }

    private static boolean hasChannels(Block block, int bytes) {
        return block.channels().stream().anyMatch(channel -> channel.type().bytes() == bytes);
    }

    private static int samples(Block block, int bytes) {
        int count = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                count += channel.type().bytes() == bytes ? block.samplesInLine(channel, y) : 0;
            }
        }
        return count;
    }

    /** Planes of bytes to the samples of one size. */
    private void join(Block block, int bytes, int group, int all, boolean differences, byte[] raw) {
        int from = group;
        int to = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, y);
                if (channel.type().bytes() == bytes) {
                    if (bytes == Short.BYTES) {
                        joinShorts(groups, from, all, count, differences ? -1 : 0, raw, to);
                    } else {
                        joinInts(groups, from, all, count, differences ? -1 : 0, raw, to);
                    }
                    from += count;
                }
                to += count * channel.type().bytes();
            }
        }
    }

    private static void joinShorts(byte[] planes, int from, int all, int count, int keep, byte[] raw, int to) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = planes[from + i] & 0xFF | planes[from + all + i] << 8;
            before = (before & keep) + here;
            SHORTS.set(raw, to + 2 * i, (short) before);
        }
    }

    private static void joinInts(byte[] planes, int from, int all, int count, int keep, byte[] raw, int to) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = planes[from + i] & 0xFF
                    | (planes[from + all + i] & 0xFF) << 8
                    | (planes[from + 2 * all + i] & 0xFF) << 16
                    | planes[from + 3 * all + i] << 24;
            before = (before & keep) + here;
            INTS.set(raw, to + 4 * i, before);
        }
    }

    /** The samples of one size to planes of bytes. */
    private void split(Block block, int bytes, int group, int all, boolean differences, byte[] raw) {
        int from = 0;
        int to = group;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                int count = block.samplesInLine(channel, y);
                if (channel.type().bytes() == bytes) {
                    if (bytes == Short.BYTES) {
                        splitShorts(raw, from, count, differences ? -1 : 0, groups, to, all);
                    } else {
                        splitInts(raw, from, count, differences ? -1 : 0, groups, to, all);
                    }
                    to += count;
                }
                from += count * channel.type().bytes();
            }
        }
    }

    private static void splitShorts(byte[] raw, int from, int count, int keep, byte[] planes, int to, int all) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = (short) SHORTS.get(raw, from + 2 * i);
            int difference = here - (before & keep);
            planes[to + i] = (byte) difference;
            planes[to + all + i] = (byte) (difference >> 8);
            before = here;
        }
    }

    private static void splitInts(byte[] raw, int from, int count, int keep, byte[] planes, int to, int all) {
        int before = 0;
        for (int i = 0; i < count; i++) {
            int here = (int) INTS.get(raw, from + 4 * i);
            int difference = here - (before & keep);
            planes[to + i] = (byte) difference;
            planes[to + all + i] = (byte) (difference >> 8);
            planes[to + 2 * all + i] = (byte) (difference >> 16);
            planes[to + 3 * all + i] = (byte) (difference >> 24);
            before = here;
        }
    }
}
