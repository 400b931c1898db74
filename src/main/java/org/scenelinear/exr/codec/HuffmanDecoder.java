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

    /** Marks a table entry that takes more than a look-up. */
    private static final int SPECIAL = Integer.MIN_VALUE;

    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];

    /** Symbols by falling length of their code, then by number: the order of the codes as numbers from the left. */
    private final int[] sorted = new int[HuffmanCode.SYMBOLS];

    private final int[] counts = new int[HuffmanCode.LONGEST + 1];
    private final long[] lowest = new long[HuffmanCode.LONGEST + 1];
    private final int[] firstSorted = new int[HuffmanCode.LONGEST + 1];

    /**
     * By the next 12 bits, the one symbol they start with: its number above the 8 bits of its code's length. Below zero
     * for the repeat symbol and codes of more than 12 bits; then the low 8 bits are the least length that can be.
     */
    private final int[] singles = new int[1 << TABLE_BITS];

    /**
     * By the next 12 bits, the one or two symbols they hold whole: from the lowest bit on, 8 bits for the bits these
     * take, 8 for how many they are, 16 for each of them. Below zero where {@link #singles} is.
     */
    private final long[] table = new long[1 << TABLE_BITS];

    /** The lowest code of each length, filled up with zeros to 64 bits; all ones for a length no code has. */
    private final long[] leftJustified = new long[HuffmanCode.LONGEST + 1];

    private int shortest;

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
            leftJustified[length] = -1;
            if (counts[length] > 0) {
                leftJustified[length] = lowest[length] << 64 - length;
                shortest = length;
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
        int firstShort = singles.length;
        for (int length = shortest; length <= TABLE_BITS; length++) {
            int spread = TABLE_BITS - length;
            int entry = (int) lowest[length] << spread;
            if (place[length] > firstSorted[length]) {
                firstShort = entry;
            }
            for (int i = firstSorted[length]; i < place[length]; i++) {
                int single = sorted[i] == last ? SPECIAL | length : sorted[i] << 8 | length;
                Arrays.fill(singles, entry, entry + (1 << spread), single);
                entry += 1 << spread;
            }
        }
        int leastLong = Math.max(shortest, TABLE_BITS + 1);
        for (int bits = 0; bits < firstShort; bits++) {
            // The largest number with these bits in front has the shortest code.
            long largest = (long) bits << 64 - TABLE_BITS | -1L >>> TABLE_BITS;
            singles[bits] = SPECIAL | lengthOf(largest, leastLong);
        }
        pairTable();
    }

    /** Makes {@link #table} of {@link #singles}. */
    private void pairTable() {
        for (int bits = 0; bits < table.length; bits++) {
            int single = singles[bits];
            int length = single & 0xFF;
            long entry = single;
            if (single >= 0) {
                entry = (long) (single >>> 8) << 16 | 1 << 8 | length;
                int next = singles[bits << length & table.length - 1];
                int both = length + (next & 0xFF);
                if (next >= 0 && both <= TABLE_BITS) {
                    entry = (long) (next >>> 8) << 32 | (long) (single >>> 8) << 16 | 2 << 8 | both;
                }
            }
            table[bits] = entry;
        }
    }

    private void decodeValues(byte[] packed, int from, int to, long bits, int repeat, short[] values, int count)
            throws CorruptChunkException {
        long[] entries = table;
        long start = 8L * from;
        long end = start + bits;
        long at = start;
        int done = 0;
        while (done < count) {
            if (at >= end) {
                throw new CorruptChunkException("Huffman data ends after " + done + " of " + count + " values");
            }
            // At least 57 of these bits are there: enough for four look-ups.
            long buffer = peek(packed, at, to);
            int least = shortest;
            if (done + 8 <= count) {
                long entry = 0;
                int used = 0;
                for (int i = 0; i < 4; i++) {
                    entry = entries[(int) (buffer >>> 64 - TABLE_BITS)];
                    if (entry < 0) {
                        break;
                    }
                    // The second symbol is overwritten by the next one if there is none.
                    values[done] = (short) (entry >>> 16);
                    values[done + 1] = (short) (entry >>> 32);
                    done += (int) entry >>> 8 & 0xFF;
                    used += (int) entry & 0xFF;
                    buffer <<= entry;
                }
                at += used;
                if (entry >= 0 || at >= end || done == count) {
                    continue;
                }
                least = (int) entry & 0xFF;
            }
            // A long code or the repeat symbol.
            buffer = peekAll(packed, at, to);
            int length = lengthOf(buffer, least);
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

    /** The length of the code that bits start with: the shortest whose lowest code is not above them. */
    private int lengthOf(long leftJustifiedBits, int least) {
        int length = least;
        while (Long.compareUnsigned(leftJustifiedBits, leftJustified[length]) < 0) {
            length++;
        }
        return length;
    }

    private int symbol(long leftJustifiedBits, int length) {
        return sorted[firstSorted[length] + (int) ((leftJustifiedBits >>> 64 - length) - lowest[length])];
    }

    /** The 64 bits from a bit position on, of which the last 7 may be missing; zeros behind the end. */
    private static long peek(byte[] packed, long at, int to) {
        int index = (int) (at >>> 3);
        return longAt(packed, index, to) << (at & 7);
    }

    private static long peekAll(byte[] packed, long at, int to) {
        int index = (int) (at >>> 3) + 8;
        int next = index < to ? packed[index] & 0xFF : 0;
        return peek(packed, at, to) | next >>> 8 - (at & 7);
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
