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
 * Unpacks the Huffman code described at {@link HuffmanCode}. Codes of up to 12 bits are found by one look-up, longer
 * ones by comparing with the lowest code of each length. Keeps its tables from call to call: one thread at a time.
 */
final class HuffmanDecoder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TABLE_BITS = 12;

    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];

    /** Symbols by falling length of their code, then by number: the order of the codes as numbers from the left. */
    private final int[] sorted = new int[HuffmanCode.SYMBOLS];

    private final int[] counts = new int[HuffmanCode.LONGEST + 1];
    private final long[] lowest = new long[HuffmanCode.LONGEST + 1];
    private final int[] firstSorted = new int[HuffmanCode.LONGEST + 1];

    /**
     * By the next 12 bits, the one symbol they start with: its number above the 8 bits of its code's length. Zero for
     * the repeat symbol and codes of more than 12 bits.
     */
    private final int[] singles = new int[1 << TABLE_BITS];

    /**
     * By the next 12 bits, the bits taken by the one or two symbols they hold whole, and above 8 bits how many symbols
     * these are. Zero where {@link #singles} is. Where the next look-up is depends on this alone, so it is kept small
     * enough for the first-level cache.
     */
    private final short[] steps = new short[1 << TABLE_BITS];

    /** By the next 12 bits, the symbols that {@link #steps} counts, 16 bits each, the first one in the lower bits. */
    private final int[] pairs = new int[1 << TABLE_BITS];

    /**
     * The lowest code of each length, filled up with zeros to 63 bits, so that it is not negative. A length no code has
     * takes the number of the next shorter one that a code has.
     */
    private final long[] leftJustified = new long[HuffmanCode.LONGEST + 1];

    private int longest;

    /** Where decoding is: the next bit and the next value. */
    private long at;

    private int done;

    /**
     * Unpacks values.
     *
     * @param packed holds the packed bytes
     * @param from the first of them
     * @param to behind the last of them
     * @param values takes the values from index 0; at least {@code count} long
     * @param count how many values there must be, at least 1
     * @throws CorruptChunkException if the bytes are not exactly that many values
     */
    void decode(byte[] packed, int from, int to, short[] values, int count) throws CorruptChunkException {
        if (to - from < HuffmanCode.HEADER_BYTES) {
            throw new CorruptChunkException("Huffman data of " + (to - from) + " bytes lacks its header");
        }
        int first = (int) INTS.get(packed, from);
        int last = (int) INTS.get(packed, from + 4);
        long bits = (int) INTS.get(packed, from + 12) & 0xFFFFFFFFL;
        if (first < 0 || last < first || last >= HuffmanCode.SYMBOLS) {
            throw new CorruptChunkException("Huffman symbols from " + Integer.toUnsignedString(first) + " to "
                    + Integer.toUnsignedString(last) + " do not fit 16 bits");
        }
        int dataStart = readLengths(packed, from + HuffmanCode.HEADER_BYTES, to, first, last);
        if (bits > 8L * (to - dataStart)) {
            throw new CorruptChunkException(
                    "Huffman data claims " + bits + " bits and has " + (to - dataStart) + " bytes");
        }
        buildTable(first, last);
        decodeValues(packed, dataStart, dataStart + (int) (bits + 7 >> 3), bits, last, values, count);
    }

    /** Reads the table of code lengths and returns where the data behind it starts. */
    private int readLengths(byte[] packed, int from, int to, int first, int last) throws CorruptChunkException {
        Arrays.fill(counts, 0);
        long buffer = 0;
        int available = 0;
        int at = from;
        int symbol = first;
        while (symbol <= last) {
            // 14 bits are the most one entry takes; behind the end come zeros, and the check below catches them.
            while (available < 14) {
                buffer = buffer << 8 | (at < to ? packed[at] & 0xFF : 0);
                at++;
                available += 8;
            }
            available -= 6;
            int length = (int) (buffer >>> available) & 63;
            if (length < HuffmanCode.SHORT_ZERO_RUN) {
                lengths[symbol++] = (byte) length;
                counts[length]++;
                continue;
            }
            int run = length - HuffmanCode.SHORT_ZERO_RUN + 2;
            if (length == HuffmanCode.LONG_ZERO_RUN) {
                available -= 8;
                run = ((int) (buffer >>> available) & 0xFF) + HuffmanCode.SHORTEST_LONG_RUN;
            }
            if (run > last + 1 - symbol) {
                throw new CorruptChunkException("a run in the table of Huffman code lengths leaves the table");
            }
            Arrays.fill(lengths, symbol, symbol + run, (byte) 0);
            symbol += run;
        }
        int end = at - (available >> 3);
        if (end > to) {
            throw new CorruptChunkException("the table of Huffman code lengths is cut off");
        }
        return end;
    }

    private void buildTable(int first, int last) throws CorruptChunkException {
        counts[0] = 0;
        if (!HuffmanCode.lowestCodes(counts, lowest)) {
            throw new CorruptChunkException("the lengths of the Huffman codes do not make a code");
        }
        int next = 0;
        for (int length = HuffmanCode.LONGEST; length > 0; length--) {
            firstSorted[length] = next;
            next += counts[length];
        }
        longest = 0;
        leftJustified[0] = Long.MAX_VALUE;
        for (int length = 1; length <= HuffmanCode.LONGEST; length++) {
            leftJustified[length] = leftJustified[length - 1];
            if (counts[length] > 0) {
                leftJustified[length] = lowest[length] << 63 - length;
                longest = length;
            }
        }
        int[] place = counts; // the counts are not needed any more
        System.arraycopy(firstSorted, 0, place, 0, place.length);
        for (int symbol = first; symbol <= last; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                sorted[place[length]++] = symbol;
            }
        }
        Arrays.fill(singles, 0);
        for (int length = 1; length <= TABLE_BITS; length++) {
            int spread = TABLE_BITS - length;
            int entry = (int) lowest[length] << spread;
            for (int i = firstSorted[length]; i < place[length]; i++) {
                int single = sorted[i] == last ? 0 : sorted[i] << 8 | length;
                Arrays.fill(singles, entry, entry + (1 << spread), single);
                entry += 1 << spread;
            }
        }
        for (int bits = 0; bits < singles.length; bits++) {
            int single = singles[bits];
            int second = singles[bits << (single & 0xFF) & singles.length - 1];
            int both = (single & 0xFF) + (second & 0xFF);
            boolean two = single != 0 && second != 0 && both <= TABLE_BITS;
            steps[bits] = (short) (two ? 2 << 8 | both : single == 0 ? 0 : 1 << 8 | single & 0xFF);
            pairs[bits] = single >>> 8 | second >>> 8 << 16;
        }
    }

    private void decodeValues(byte[] packed, int from, int to, long bits, int repeat, short[] values, int count)
            throws CorruptChunkException {
        long start = 8L * from;
        long end = start + bits;
        at = start;
        done = 0;
        while (done < count) {
            lookUp(packed, to, values, count);
            if (done == count) {
                break;
            }
            if (at >= end) {
                throw new CorruptChunkException("Huffman data ends after " + done + " of " + count + " values");
            }
            // A long code, the repeat symbol, or one of the last symbols.
            long buffer = peek(packed, at, to);
            int length = lengthOf(buffer);
            int symbol = symbol(buffer, length);
            at += length;
            if (symbol != repeat) {
                values[done++] = (short) symbol;
                continue;
            }
            int run = (int) (peek(packed, at, to) >>> 56);
            at += 8;
            if (done == 0 || run > count - done) {
                throw new CorruptChunkException(
                        "a Huffman repeat of " + run + " does not fit after " + done + " of " + count + " values");
            }
            Arrays.fill(values, done, done + run, values[done - 1]);
            done += run;
        }
        if (at != end) {
            throw new CorruptChunkException(
                    "Huffman data has " + bits + " bits where its " + count + " values take " + (at - start));
        }
    }

    /** Unpacks values by look-ups, up to a code that takes more than that or the last few bytes or values. */
    private void lookUp(byte[] packed, int to, short[] values, int count) {
        short[] lookedUp = steps;
        int[] symbols = pairs;
        int index = (int) (at >>> 3);
        int place = done;
        // Bits wait at the left of the buffer. They are filled up without a branch to 56 at least, which are enough for
        // four look-ups.
        long buffer = 0;
        int waiting = 0;
        int skip = (int) at & 7;
        int step = 1;
        while (step != 0 && index + 8 <= to && place + 8 <= count) {
            buffer |= (long) LONGS.get(packed, index) >>> waiting;
            index += 63 - waiting >> 3;
            waiting |= 56;
            buffer <<= skip;
            int sum = skip;
            skip = 0;
            for (int i = 0; i < 4; i++) {
                int next = (int) (buffer >>> 64 - TABLE_BITS);
                step = lookedUp[next];
                if (step == 0) {
                    break;
                }
                // The second symbol is overwritten by the next one if there is none.
                int pair = symbols[next];
                int to0 = place + (sum >> 8);
                values[to0] = (short) pair;
                values[to0 + 1] = (short) (pair >> 16);
                buffer <<= step;
                sum += step;
            }
            waiting -= sum & 0xFF;
            place += sum >> 8;
        }
        at = 8L * index - waiting + skip;
        done = place;
    }

    /** The length of the code that bits start with: the shortest whose lowest code is not above them. */
    private int lengthOf(long leftJustifiedBits) {
        long[] limits = leftJustified;
        long bits = leftJustifiedBits >>> 1;
        int end = longest;
        int length = 1;
        // No branch: a processor can foresee the number of turns but not which one is the last.
        for (int shorter = 1; shorter < end; shorter++) {
            length += (int) (bits - limits[shorter] >>> 63);
        }
        return length;
    }

    private int symbol(long leftJustifiedBits, int length) {
        return sorted[firstSorted[length] + (int) ((leftJustifiedBits >>> 64 - length) - lowest[length])];
    }

    /** The 64 bits from a bit position on; zeros behind the end. */
    private static long peek(byte[] packed, long at, int to) {
        int index = (int) (at >>> 3);
        int last = index + 8 < to ? packed[index + 8] & 0xFF : 0;
        int skip = (int) at & 7;
        return longAt(packed, index, to) << skip | last >>> 8 - skip;
    }

    private static long longAt(byte[] packed, int index, int to) {
        if (index + 8 <= to) {
            return (long) LONGS.get(packed, index);
        }
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (index + i < to ? packed[index + i] & 0xFF : 0);
        }
        return value;
    }
}
