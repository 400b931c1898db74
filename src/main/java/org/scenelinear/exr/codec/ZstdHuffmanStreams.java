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

/**
 * The bit streams of Zstandard's literals (RFC 8878, section 4.2.2): one, or four that are decoded side by side, so
 * that the processor need not wait for any of them.
 */
final class ZstdHuffmanStreams {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int JUMP_TABLE = 6;

    /** Symbols that are surely there after loading. */
    private static final int AT_ONCE = 5;

    /** How far a stream goes back at most while {@link #AT_ONCE} symbols are decoded. */
    private static final int STEP_BACK = 7;

    private final BackwardBits[] streams = {
        new BackwardBits(), new BackwardBits(), new BackwardBits(), new BackwardBits()
    };

    /** A shift by a constant: one by a variable takes two instructions more on Java 17, and there is one a symbol. */
    private static final int SHIFT = Long.SIZE - ZstdHuffmanTable.WIDTH;

    private char[] entries;

    /**
     * Decodes literals.
     *
     * @param table the code
     * @param packed holds the streams
     * @param from where they begin, at least {@link BackwardBits#MARGIN}
     * @param to where they end
     * @param four whether there are four streams
     * @param out takes the literals from index 0
     * @param count how many there are
     * @throws CorruptChunkException if the streams do not hold exactly so many
     */
    void decode(ZstdHuffmanTable table, byte[] packed, int from, int to, boolean four, byte[] out, int count)
            throws CorruptChunkException {
        entries = table.entries();

        if (!four) {
            streams[0].start(packed, from, to);
            decodeOne(streams[0], out, 0, count);
            return;
        }
        int each = (count + 3) / 4;
        int last = count - 3 * each;
        if (last < 0 || to - from < JUMP_TABLE) {
            throw new CorruptChunkException("the Zstandard frame has too few literals for four streams");
        }
        int start = from + JUMP_TABLE;
        for (int i = 0; i < 4; i++) {
            int length = i < 3 ? (short) SHORTS.get(packed, from + 2 * i) & 0xFFFF : to - start;
            if (length > to - start) {
                throw BackwardBits.cutOff();
            }
            streams[i].start(packed, start, start + length);
            start += length;
        }
        int done = decodeFour(packed, out, each, last);
        for (int i = 0; i < 4; i++) {
            decodeOne(streams[i], out, i * each + done, i * each + (i < 3 ? each : last));
        }
    }

    /** Decodes the four streams until the last one needs care; answers how many symbols came out of each. */
    private int decodeFour(byte[] packed, byte[] out, int each, int last) {
        char[] entries = this.entries;
        BackwardBits stream0 = streams[0];
        BackwardBits stream1 = streams[1];
        BackwardBits stream2 = streams[2];
        BackwardBits stream3 = streams[3];
        int position0 = stream0.position;
        int position1 = stream1.position;
        int position2 = stream2.position;
        int position3 = stream3.position;
        long bits0 = stream0.bits;
        long bits1 = stream1.bits;
        long bits2 = stream2.bits;
        long bits3 = stream3.bits;
        int at0 = 0;
        int at1 = each;
        int at2 = 2 * each;
        int at3 = 3 * each;
        while (true) {
            // So often nothing can go wrong: no stream comes to what would not be in memory.
            int lowest = Math.min(Math.min(position0, position1), Math.min(position2, position3));
            int turns = Math.min((last - at0) / AT_ONCE, lowest / STEP_BACK);
            if (turns <= 0) {
                break;
            }
            for (; turns > 0; turns--) {
                int entry = entries[(int) (bits0 >>> SHIFT)];
                out[at0] = (byte) (entry >>> 8);
                bits0 <<= entry;
                entry = entries[(int) (bits0 >>> SHIFT)];
                out[at0 + 1] = (byte) (entry >>> 8);
                bits0 <<= entry;
                entry = entries[(int) (bits0 >>> SHIFT)];
                out[at0 + 2] = (byte) (entry >>> 8);
                bits0 <<= entry;
                entry = entries[(int) (bits0 >>> SHIFT)];
                out[at0 + 3] = (byte) (entry >>> 8);
                bits0 <<= entry;
                entry = entries[(int) (bits0 >>> SHIFT)];
                out[at0 + 4] = (byte) (entry >>> 8);
                bits0 <<= entry;
                int consumed = Long.numberOfTrailingZeros(bits0);
                position0 -= consumed >>> 3;
                bits0 = BackwardBits.load(packed, position0) << (consumed & 7);
                at0 += AT_ONCE;
                entry = entries[(int) (bits1 >>> SHIFT)];
                out[at1] = (byte) (entry >>> 8);
                bits1 <<= entry;
                entry = entries[(int) (bits1 >>> SHIFT)];
                out[at1 + 1] = (byte) (entry >>> 8);
                bits1 <<= entry;
                entry = entries[(int) (bits1 >>> SHIFT)];
                out[at1 + 2] = (byte) (entry >>> 8);
                bits1 <<= entry;
                entry = entries[(int) (bits1 >>> SHIFT)];
                out[at1 + 3] = (byte) (entry >>> 8);
                bits1 <<= entry;
                entry = entries[(int) (bits1 >>> SHIFT)];
                out[at1 + 4] = (byte) (entry >>> 8);
                bits1 <<= entry;
                consumed = Long.numberOfTrailingZeros(bits1);
                position1 -= consumed >>> 3;
                bits1 = BackwardBits.load(packed, position1) << (consumed & 7);
                at1 += AT_ONCE;
                entry = entries[(int) (bits2 >>> SHIFT)];
                out[at2] = (byte) (entry >>> 8);
                bits2 <<= entry;
                entry = entries[(int) (bits2 >>> SHIFT)];
                out[at2 + 1] = (byte) (entry >>> 8);
                bits2 <<= entry;
                entry = entries[(int) (bits2 >>> SHIFT)];
                out[at2 + 2] = (byte) (entry >>> 8);
                bits2 <<= entry;
                entry = entries[(int) (bits2 >>> SHIFT)];
                out[at2 + 3] = (byte) (entry >>> 8);
                bits2 <<= entry;
                entry = entries[(int) (bits2 >>> SHIFT)];
                out[at2 + 4] = (byte) (entry >>> 8);
                bits2 <<= entry;
                consumed = Long.numberOfTrailingZeros(bits2);
                position2 -= consumed >>> 3;
                bits2 = BackwardBits.load(packed, position2) << (consumed & 7);
                at2 += AT_ONCE;
                entry = entries[(int) (bits3 >>> SHIFT)];
                out[at3] = (byte) (entry >>> 8);
                bits3 <<= entry;
                entry = entries[(int) (bits3 >>> SHIFT)];
                out[at3 + 1] = (byte) (entry >>> 8);
                bits3 <<= entry;
                entry = entries[(int) (bits3 >>> SHIFT)];
                out[at3 + 2] = (byte) (entry >>> 8);
                bits3 <<= entry;
                entry = entries[(int) (bits3 >>> SHIFT)];
                out[at3 + 3] = (byte) (entry >>> 8);
                bits3 <<= entry;
                entry = entries[(int) (bits3 >>> SHIFT)];
                out[at3 + 4] = (byte) (entry >>> 8);
                bits3 <<= entry;
                consumed = Long.numberOfTrailingZeros(bits3);
                position3 -= consumed >>> 3;
                bits3 = BackwardBits.load(packed, position3) << (consumed & 7);
                at3 += AT_ONCE;
            }
        }
        stream0.position = position0;
        stream1.position = position1;
        stream2.position = position2;
        stream3.position = position3;
        stream0.bits = bits0;
        stream1.bits = bits1;
        stream2.bits = bits2;
        stream3.bits = bits3;
        return at0;
    }

    /** Decodes what is left of a stream. */
    private void decodeOne(BackwardBits stream, byte[] out, int from, int to) throws CorruptChunkException {
        char[] entries = this.entries;
        int at = from;
        while (at < to) {
            stream.refill();
            long bits = stream.bits;
            int stop = Math.min(at + AT_ONCE, to);
            for (; at < stop; at++) {
                char entry = entries[(int) (bits >>> SHIFT)];
                out[at] = (byte) (entry >>> 8);
                bits <<= entry;
            }
            stream.bits = bits;
        }
        if (!stream.isAtStart()) {
            throw new CorruptChunkException(
                    "the literals of the Zstandard frame do not end where their bit stream does");
        }
    }
}
