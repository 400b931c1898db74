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
    private static final VarHandle LONGS_BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int MAX_REPEAT = 255;

    /** Bits of an entry of {@link #codes} that hold the length. */
    private static final int LENGTH_MASK = 63;

    /** Bits there is room for in the buffer, whatever waits there. */
    private static final int ROOM = 56;

    private final int[] frequency = new int[HuffmanCode.SYMBOLS];

    /** Those of every other value: equal neighbors are counted faster in two places. */
    private final int[] oddFrequency = new int[HuffmanCode.SYMBOLS];

    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];

    /** Code from the highest bit on, and in the lowest 6 bits its length. */
    private final long[] codes = new long[HuffmanCode.SYMBOLS];

    private final HuffmanTree tree = new HuffmanTree();

    private byte[] out;
    private int outAt;

    /** Bits that wait to be written, from the highest one on; between two calls fewer than 8. */
    private long buffer;

    private int buffered;
    private boolean full;

    /**
     * Packs values.
     *
     * @param values the values from index 0
     * @param count how many, at least 1
     * @param packed takes the packed bytes; up to 7 bytes behind them may be changed
     * @param from where they start
     * @return how many bytes were written, or {@link #NO_ROOM}
     */
    int encode(short[] values, int count, byte[] packed, int from) {
        countValues(values, count);
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

    private void countValues(short[] values, int count) {
        int[] even = frequency;
        int[] odd = oddFrequency;
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int i = 0; i < count - 1; i += 2) {
            even[values[i] & 0xFFFF]++;
            odd[values[i + 1] & 0xFFFF]++;
        }
        if (count % 2 != 0) {
            even[values[count - 1] & 0xFFFF]++;
        }
        for (int i = 0; i < even.length; i++) {
            even[i] += odd[i];
        }
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
            codes[symbol] = length == 0 ? 0 : next[length]++ << 64 - length | length;
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
        long[] codeOf = codes;
        int lastPlace = to.length - Long.BYTES;
        long bits = buffer;
        int waiting = buffered;
        int place = outAt;
        int at = 0;
        while (at < count) {
            short value = values[at];
            long code = codeOf[value & 0xFFFF];
            int length = (int) code & LENGTH_MASK;
            if (length > ROOM || at + 1 < count && values[at + 1] == value || place > lastPlace) {
                buffer = bits;
                buffered = waiting;
                outAt = place;
                at += writeRun(values, at, count, repeatCode);
                bits = buffer;
                waiting = buffered;
                place = outAt;
                continue;
            }
            // Always written, whole bytes or not: a branch could not be foreseen.
            bits |= (code & ~LENGTH_MASK) >>> waiting;
            waiting += length;
            LONGS_BIG.set(to, place, bits);
            place += waiting >> 3;
            bits <<= waiting & ~7;
            waiting &= 7;
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
        int repeatLength = (int) repeatCode & LENGTH_MASK;
        long code = codes[value & 0xFFFF];
        int length = (int) code & LENGTH_MASK;
        if (length + repeatLength + 8 < length * repeats) {
            writeCode(code);
            writeCode(repeatCode);
            write(repeats, 8);
        } else {
            for (int i = 0; i <= repeats; i++) {
                writeCode(code);
            }
        }
        return repeats + 1;
    }

    private void writeCode(long code) {
        int length = (int) code & LENGTH_MASK;
        write((code & ~LENGTH_MASK) >>> 64 - length, length);
    }

    /** Writes at most 58 bits. */
    private void write(long bits, int length) {
        if (length > ROOM) {
            write(bits >>> 32, length - 32);
            write(bits & 0xFFFFFFFFL, 32);
            return;
        }
        buffer |= bits << 64 - length >>> buffered;
        buffered += length;
        if (outAt > out.length - Long.BYTES) {
            writeBytes();
            return;
        }
        LONGS_BIG.set(out, outAt, buffer);
        outAt += buffered >> 3;
        buffer <<= buffered & ~7;
        buffered &= 7;
    }

    /** Writes the whole bytes of the buffer one by one. */
    private void writeBytes() {
        for (; buffered >= 8; buffered -= 8) {
            if (outAt >= out.length) {
                full = true;
                buffered = 0;
                return;
            }
            out[outAt++] = (byte) (buffer >>> 56);
            buffer <<= 8;
        }
    }

    /** Writes what is left in the buffer, filled up with zeros to a whole byte. */
    private void flush() {
        if (buffered > 0) {
            buffered = 8;
            writeBytes();
        }
        buffer = 0;
    }
}
