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
import java.util.Arrays;

/**
 * Packs 16-bit values into the Huffman code described at {@link HuffmanCode}. Keeps its tables from call to call: one
 * thread at a time.
 */
final class HuffmanEncoder {
    /** What {@link #encode} answers if the packed form does not fit. */
    static final int NO_ROOM = -1;

    private static final VarHandle INTS_LITTLE =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS_BIG = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int MAX_REPEAT = 255;

    private final int[] frequency = new int[HuffmanCode.SYMBOLS];
    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];

    /** Code and, in the lowest 6 bits, its length. */
    private final long[] codes = new long[HuffmanCode.SYMBOLS];

    private final HuffmanTree tree = new HuffmanTree();

    private byte[] out;
    private int outAt;
    private long buffer;
    private int buffered;
    private boolean full;

    /**
     * Packs values.
     *
     * @param values the values from index 0
     * @param count how many, at least 1
     * @param packed takes the packed bytes
     * @param from where they start
     * @return how many bytes were written, or {@link #NO_ROOM}
     */
    int encode(short[] values, int count, byte[] packed, int from) {
        Arrays.fill(frequency, 0);
        for (int i = 0; i < count; i++) {
            frequency[values[i] & 0xFFFF]++;
        }
        int first = 0;
        while (frequency[first] == 0) {
            first++;
        }
        int repeat = HuffmanCode.SYMBOLS - 1;
        while (frequency[repeat - 1] == 0) {
            repeat--;
        }
        frequency[repeat] = 1;
        tree.findLengths(frequency, first, repeat, lengths);
        assignCodes(first, repeat);
        out = packed;
        outAt = from + HuffmanCode.HEADER_BYTES;
        full = outAt > packed.length;
        writeLengths(first, repeat);
        flush();
        int dataStart = outAt;
        writeValues(values, count, codes[repeat]);
        int dataBits = 8 * (outAt - dataStart) + buffered;
        flush();
        out = null;
        if (full) {
            return NO_ROOM;
        }
        INTS_LITTLE.set(packed, from, first);
        INTS_LITTLE.set(packed, from + 4, repeat);
        INTS_LITTLE.set(packed, from + 8, dataStart - from - HuffmanCode.HEADER_BYTES);
        INTS_LITTLE.set(packed, from + 12, dataBits);
        INTS_LITTLE.set(packed, from + 16, 0);
        return outAt - from;
    }

    private void assignCodes(int first, int repeat) {
        int[] counts = new int[HuffmanCode.LONGEST + 1];
        long[] next = new long[HuffmanCode.LONGEST + 1];
        for (int symbol = first; symbol <= repeat; symbol++) {
            counts[lengths[symbol]]++;
        }
        if (!HuffmanCode.lowestCodes(counts, next)) {
            throw new IllegalStateException("a Huffman tree gave lengths that make no code");
        }
        for (int symbol = first; symbol <= repeat; symbol++) {
            int length = lengths[symbol];
            codes[symbol] = length == 0 ? 0 : next[length]++ << 6 | length;
        }
    }

    private void writeLengths(int first, int repeat) {
        int symbol = first;
        while (symbol <= repeat) {
            int run = 0;
            while (symbol + run <= repeat && lengths[symbol + run] == 0 && run < HuffmanCode.LONGEST_LONG_RUN) {
                run++;
            }
            if (run >= HuffmanCode.SHORTEST_LONG_RUN) {
                write(HuffmanCode.LONG_ZERO_RUN, 6);
                write(run - HuffmanCode.SHORTEST_LONG_RUN, 8);
            } else if (run >= 2) {
                write(HuffmanCode.SHORT_ZERO_RUN + run - 2, 6);
            } else {
                write(lengths[symbol], 6);
                run = 1;
            }
            symbol += run;
        }
    }

    private void writeValues(short[] values, int count, long repeatCode) {
        byte[] to = out;
        long bits = buffer;
        int waiting = buffered;
        int place = outAt;
        int at = 0;
        while (at < count) {
            short value = values[at];
            long code = codes[value & 0xFFFF];
            int length = (int) code & 63;
            if (length > 32 || at + 1 < count && values[at + 1] == value || place > to.length - 4) {
                buffer = bits;
                buffered = waiting;
                outAt = place;
                at += writeRun(values, at, count, repeatCode);
                bits = buffer;
                waiting = buffered;
                place = outAt;
                continue;
            }
            bits = bits << length | code >> 6;
            waiting += length;
            if (waiting >= 32) {
                waiting -= 32;
                INTS_BIG.set(to, place, (int) (bits >>> waiting));
                place += 4;
            }
            at++;
        }
        buffer = bits;
        buffered = waiting;
        outAt = place;
    }

    /** Writes a value with those behind it that are equal and returns how many these are. */
    private int writeRun(short[] values, int at, int count, long repeatCode) {
        short value = values[at];
        int repeats = 0;
        while (repeats < MAX_REPEAT && at + repeats + 1 < count && values[at + repeats + 1] == value) {
            repeats++;
        }
        int repeatLength = (int) repeatCode & 63;
        long code = codes[value & 0xFFFF];
        int length = (int) code & 63;
        if (length + repeatLength + 8 < length * repeats) {
            write(code >> 6, length);
            write(repeatCode >> 6, repeatLength);
            write(repeats, 8);
        } else {
            for (int i = 0; i <= repeats; i++) {
                write(code >> 6, length);
            }
        }
        return repeats + 1;
    }

    private void write(long bits, int length) {
        if (length > 32) {
            write(bits >>> 32, length - 32);
            write(bits & 0xFFFFFFFFL, 32);
            return;
        }
        buffer = buffer << length | bits;
        buffered += length;
        if (buffered >= 32) {
            buffered -= 32;
            if (outAt > out.length - 4) {
                full = true;
                return;
            }
            INTS_BIG.set(out, outAt, (int) (buffer >>> buffered));
            outAt += 4;
        }
    }

    /** Writes what is left in the buffer, filled up with zeros to a whole byte. */
    private void flush() {
        while (buffered > 0) {
            int shift = buffered - 8;
            if (outAt >= out.length) {
                full = true;
                break;
            }
            out[outAt++] = (byte) (shift >= 0 ? buffer >>> shift : buffer << -shift);
            buffered = Math.max(0, shift);
        }
        buffered = 0;
        buffer = 0;
    }
}
