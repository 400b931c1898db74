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
 * Codes of the Huffman code described at {@link HuffmanCode}, and tables for the one who reads them. What the next 12
 * bits hold is told by a look-up, longer codes by comparing with the lowest one of each length. Keeps its tables from
 * call to call: one thread at a time.
 */
final class HuffmanDecoder {
    /** Bits that one look-up takes. */
    static final int TABLE_BITS = 12;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** In {@link #singles}: the code has more than 12 bits. */
    private static final int LONG = Integer.MIN_VALUE;

    /** Symbols that have a code, by number, with its length in the lowest 6 bits. */
    private final int[] used = new int[HuffmanCode.SYMBOLS];

    /** Symbols by falling length of their code, then by number: the order of the codes as numbers from the left. */
    private final int[] sorted = new int[HuffmanCode.SYMBOLS];

    private final int[] counts = new int[HuffmanCode.LONGEST + 1];
    private final long[] lowest = new long[HuffmanCode.LONGEST + 1];
    private final int[] firstSorted = new int[HuffmanCode.LONGEST + 1];

    /**
     * By the next 12 bits, the one symbol they start with: its number above the 8 bits of its code's length. The length
     * below zero for the repeat symbol, {@link #LONG} for longer codes.
     */
    private final int[] singles = new int[1 << TABLE_BITS];

    /**
     * By the next 12 bits, how many of them the one or two symbols take that they hold whole, and above 8 bits how many
     * symbols these are; 0 for the repeat symbol and longer codes. Where the next look-up is depends on this alone, so
     * it is a small table, which stays in the first-level cache.
     */
    private final short[] steps = new short[1 << TABLE_BITS];

    /**
     * By the next 12 bits, if a longer code starts with them, its length; 0 if it can be several. Codes are numbered by
     * their length, so there are few of these.
     */
    private final byte[] longLengths = new byte[1 << TABLE_BITS];

    /**
     * The lowest code of each length, filled up with zeros to 63 bits, so that it is not negative. A length no code has
     * takes the number of the next shorter one that a code has.
     */
    private final long[] leftJustified = new long[HuffmanCode.LONGEST + 1];

    private int longest;
    private int ranks;
    private int repeatSymbol;

    private byte[] packed;
    private int packedEnd;
    private long start;
    private long end;

    /**
     * Reads the tables in front of packed symbols, which can then be unpacked one by one.
     *
     * @param bytes holds the packed bytes
     * @param from the first of them
     * @param to behind the last of them
     * @throws CorruptChunkException if they do not describe a code
     */
    void start(byte[] bytes, int from, int to) throws CorruptChunkException {
        if (to - from < HuffmanCode.HEADER_BYTES) {
            throw new CorruptChunkException("Huffman data of " + (to - from) + " bytes lacks its header");
        }
        int firstSymbol = (int) INTS.get(bytes, from);
        int lastSymbol = (int) INTS.get(bytes, from + 4);
        long bits = (int) INTS.get(bytes, from + 12) & 0xFFFFFFFFL;
        if (firstSymbol < 0 || lastSymbol < firstSymbol || lastSymbol >= HuffmanCode.SYMBOLS) {
            throw new CorruptChunkException("Huffman symbols from " + Integer.toUnsignedString(firstSymbol) + " to "
                    + Integer.toUnsignedString(lastSymbol) + " do not fit 16 bits");
        }
        int dataStart = readLengths(bytes, from + HuffmanCode.HEADER_BYTES, to, firstSymbol, lastSymbol);
        if (bits > 8L * (to - dataStart)) {
            throw new CorruptChunkException(
                    "Huffman data claims " + bits + " bits and has " + (to - dataStart) + " bytes");
        }
        repeatSymbol = lastSymbol;
        buildTables();
        packed = bytes;
        packedEnd = dataStart + (int) (bits + 7 >> 3);
        start = 8L * dataStart;
        end = start + bits;
    }

    /** Reads the table of code lengths and returns where the data behind it starts. */
    private int readLengths(byte[] bytes, int from, int to, int firstSymbol, int lastSymbol)
            throws CorruptChunkException {
        Arrays.fill(counts, 0);
        long buffer = 0;
        int available = 0;
        int index = from;
        int symbol = firstSymbol;
        ranks = 0;
        while (symbol <= lastSymbol) {
            // 14 bits are the most one entry takes; behind the end come zeros, and the check below catches them.
            while (available < 14) {
                buffer = buffer << 8 | (index < to ? bytes[index] & 0xFF : 0);
                index++;
                available += 8;
            }
            available -= 6;
            int length = (int) (buffer >>> available) & 63;
            if (length < HuffmanCode.SHORT_ZERO_RUN) {
                if (length > 0) {
                    used[ranks++] = symbol << 6 | length;
                    counts[length]++;
                }
                symbol++;
                continue;
            }
            int run = length - HuffmanCode.SHORT_ZERO_RUN + 2;
            if (length == HuffmanCode.LONG_ZERO_RUN) {
                available -= 8;
                run = ((int) (buffer >>> available) & 0xFF) + HuffmanCode.SHORTEST_LONG_RUN;
            }
            if (run > lastSymbol + 1 - symbol) {
                throw new CorruptChunkException("a run in the table of Huffman code lengths leaves the table");
            }
            symbol += run;
        }
        int dataStart = index - (available >> 3);
        if (dataStart > to) {
            throw new CorruptChunkException("the table of Huffman code lengths is cut off");
        }
        return dataStart;
    }

    private void buildTables() throws CorruptChunkException {
        if (!HuffmanCode.lowestCodes(counts, lowest)) {
            throw new CorruptChunkException("the lengths of the Huffman codes do not make a code");
        }
        int next = 0;
        for (int length = HuffmanCode.LONGEST; length > 0; length--) {
            firstSorted[length] = next;
            next += counts[length];
        }
        leftJustified[0] = Long.MAX_VALUE;
        for (int length = 1; length <= HuffmanCode.LONGEST; length++) {
            boolean taken = counts[length] > 0;
            leftJustified[length] = taken ? lowest[length] << 63 - length : leftJustified[length - 1];
            longest = taken ? length : longest;
        }
        int[] place = counts; // the counts are not needed any more
        System.arraycopy(firstSorted, 0, place, 0, place.length);
        for (int i = 0; i < ranks; i++) {
            sorted[place[used[i] & 63]++] = used[i] >> 6;
        }
        Arrays.fill(singles, LONG);
        for (int length = 1; length <= TABLE_BITS; length++) {
            int spread = TABLE_BITS - length;
            int entry = (int) lowest[length] << spread;
            for (int i = firstSorted[length]; i < place[length]; i++) {
                int single = sorted[i] == repeatSymbol ? -length : sorted[i] << 8 | length;
                Arrays.fill(singles, entry, entry + (1 << spread), single);
                entry += 1 << spread;
            }
        }
        for (int bits = 0; bits < singles.length; bits++) {
            int first = singles[bits];
            int second = singles[bits << first & singles.length - 1];
            int both = (first & 0xFF) + (second & 0xFF);
            boolean two = second >= 0 && both <= TABLE_BITS;
            steps[bits] = (short) (first < 0 ? 0 : two ? 2 << 8 | both : 1 << 8 | first & 0xFF);
            long lowestBits = (long) bits << 64 - TABLE_BITS;
            int most = first == LONG ? length(lowestBits) : 0;
            longLengths[bits] = (byte) (most == length(lowestBits | -1L >>> TABLE_BITS) ? most : 0);
        }
    }

    /** By the next 12 bits, what {@link #steps} says. */
    short[] steps() {
        return steps;
    }

    /**
     * By the next 12 bits, the length of a longer code that starts with them; 0 for any other, or if there are several.
     */
    byte[] longLengths() {
        return longLengths;
    }

    /** The first symbol in 12 bits that hold one whole. */
    int firstSymbol(int bits) {
        return singles[bits] >>> 8;
    }

    /** How many bits it takes. */
    int firstLength(int bits) {
        return singles[bits] & 0xFF;
    }

    /** The symbol behind the first one, if the bits hold two whole ones. */
    int secondSymbol(int bits) {
        return singles[bits << singles[bits] & singles.length - 1] >>> 8;
    }

    /** The bit position of the first code. */
    long dataStart() {
        return start;
    }

    /** The bit position behind the last code. */
    long end() {
        return end;
    }

    /** At least the next 57 bits from a bit position on, at the left; zeros behind the end. */
    long bits(long position) {
        int index = (int) (position >>> 3);
        if (index + 8 <= packedEnd) {
            return (long) LONGS.get(packed, index) << (position & 7);
        }
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (index + i < packedEnd ? packed[index + i] & 0xFF : 0);
        }
        return value << (position & 7);
    }

    /**
     * The code at a bit position, whatever its length.
     *
     * @return below 64 its length, above that the rank of its symbol among all symbols, longest codes first
     */
    int codeAt(long position) {
        int index = (int) (position >>> 3) + 8;
        int further = index < packedEnd ? packed[index] & 0xFF : 0;
        long buffer = bits(position) | further >>> 8 - (position & 7);
        int length = length(buffer);
        return rank(buffer, length) << 6 | length;
    }

    /** How many ranks there are. */
    int ranks() {
        return ranks;
    }

    /** The symbol of a rank. */
    int symbol(int rank) {
        return sorted[rank];
    }

    /** Whether a symbol is the one that stands for "repeat the last one", with a count of 8 bits behind its code. */
    boolean isRepeat(int symbol) {
        return symbol == repeatSymbol;
    }

    /** The length of the code that bits start with: the shortest whose lowest code is not above them. */
    private int length(long buffer) {
        int single = singles[(int) (buffer >>> 64 - TABLE_BITS)];
        if (single != LONG) {
            return Math.abs(single) & 0xFF;
        }
        long[] limits = leftJustified;
        long bits = buffer >>> 1;
        int longestUsed = longest;
        int length = TABLE_BITS + 1;
        // Where it ends no processor can foresee, hence no branch, and always as many turns.
        for (int shorter = TABLE_BITS + 1; shorter < longestUsed; shorter++) {
            length += (int) (bits - limits[shorter] >>> 63);
        }
        return length;
    }

    /** The rank of the code of some length that bits start with. */
    int rank(long buffer, int length) {
        return firstSorted[length] + (int) ((buffer >>> 64 - length) - lowest[length]);
    }
}
