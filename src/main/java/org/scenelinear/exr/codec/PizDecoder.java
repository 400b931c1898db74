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
 * Unpacks the Huffman code described at {@link HuffmanCode} to little-endian 16-bit words, fast also where most codes
 * are long, as those of the lower words of floats.
 *
 * <p>The next 12 bits tell either one or two whole symbols; or the length of a longer code, because codes are numbered
 * by length, so there are few such bits that begin codes of several lengths. Only these, the repeat symbol and the last
 * few bytes take the slow way. Keeps its tables from call to call: one thread at a time.
 */
final class PizDecoder {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TABLE_BITS = 12;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;

    /** Bits of the buffer that are there after it was filled up. */
    private static final int FILLED = 56;

    /** Most words between two checks: two of each look-up. */
    private static final int MOST_WORDS = 8;

    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];
    private final int[] counts = new int[HuffmanCode.LONGEST + 1];
    private final long[] lowest = new long[HuffmanCode.LONGEST + 1];

    /** Symbols by falling length of their code, then by number: the order of the codes as numbers from the left. */
    private final char[] sorted = new char[HuffmanCode.SYMBOLS];

    /** What is to be added to a code of a length to find its place in {@link #sorted}. */
    private final int[] intOffsets = new int[HuffmanCode.LONGEST + 1];

    private final long[] offsets = new long[HuffmanCode.LONGEST + 1];

    /** The lowest code of each length, filled up with zeros to 64 bits; all ones for a length no code has. */
    private final long[] leftJustified = new long[HuffmanCode.LONGEST + 1];

    /** By the next 12 bits, the length of the code they begin; 0 if it can be several or that of the repeat symbol. */
    private final byte[] codeLengths = new byte[TABLE_SIZE];

    /**
     * By the next 12 bits, how many of them the one or two symbols take that they hold whole, and above 8 bits how many
     * symbols these are; 0 if they hold none. What is looked up next depends on this alone, so it is a small table.
     */
    private final short[] steps = new short[TABLE_SIZE];

    /** By the next 12 bits, the symbols that {@link #steps} counts, 16 bits each, the first in the lower bits. */
    private final int[] pairs = new int[TABLE_SIZE];

    private int shortest;
    private int repeatLength;
    private long repeatCode;

    private byte[] packed;
    private int packedEnd;
    private long at;
    private int done;

    /**
     * Unpacks words.
     *
     * @param bytes holds the packed bytes
     * @param from the first of them
     * @param to behind the last of them
     * @param words takes the words from index 0
     * @param count how many words there must be
     * @throws CorruptChunkException if the bytes are not exactly that many words
     */
    void decode(byte[] bytes, int from, int to, byte[] words, int count) throws CorruptChunkException {
        if (to - from < HuffmanCode.HEADER_BYTES) {
            throw new CorruptChunkException("Huffman data of " + (to - from) + " bytes lacks its header");
        }
        int first = (int) INTS.get(bytes, from);
        int last = (int) INTS.get(bytes, from + 4);
        long bits = (int) INTS.get(bytes, from + 12) & 0xFFFFFFFFL;
        if (first < 0 || last < first || last >= HuffmanCode.SYMBOLS) {
            throw new CorruptChunkException("Huffman symbols from " + Integer.toUnsignedString(first) + " to "
                    + Integer.toUnsignedString(last) + " do not fit 16 bits");
        }
        int start = readLengths(bytes, from + HuffmanCode.HEADER_BYTES, to, first, last);
        if (bits > 8L * (to - start)) {
            throw new CorruptChunkException("Huffman data claims " + bits + " bits and has " + (to - start) + " bytes");
        }
        sortSymbols(first, last);
        buildTables();
        packed = bytes;
        packedEnd = start + (int) (bits + 7 >> 3);
        at = 8L * start;
        done = 0;
        long end = at + bits;
        boolean manyLong = bits > 10L * count;
        while (done < count) {
            if (manyLong) {
                decodeSingles(words, count);
            } else {
                decodeFast(words, count);
            }
            if (done < count) {
                decodeNext(words, count, end);
            }
        }
        packed = null;
        if (at != end) {
            throw new CorruptChunkException(
                    "Huffman data has " + bits + " bits where its " + count + " words take " + (bits + at - end));
        }
    }

    /** Reads the table of code lengths and returns where the data behind it starts. */
    private int readLengths(byte[] bytes, int from, int to, int first, int last) throws CorruptChunkException {
        Arrays.fill(counts, 0);
        long buffer = 0;
        int available = 0;
        int index = from;
        int symbol = first;
        while (symbol <= last) {
            // 14 bits are the most one entry takes; behind the end come zeros, and the check below catches them.
            while (available < 14) {
                buffer = buffer << 8 | (index < to ? bytes[index] & 0xFF : 0);
                index++;
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
        int end = index - (available >> 3);
        if (end > to) {
            throw new CorruptChunkException("the table of Huffman code lengths is cut off");
        }
        return end;
    }

    private void sortSymbols(int first, int last) throws CorruptChunkException {
        counts[0] = 0;
        if (!HuffmanCode.lowestCodes(counts, lowest)) {
            throw new CorruptChunkException("the lengths of the Huffman codes do not make a code");
        }
        int[] place = new int[HuffmanCode.LONGEST + 1];
        int next = 0;
        for (int length = HuffmanCode.LONGEST; length > 0; length--) {
            place[length] = next;
            offsets[length] = next - lowest[length];
            intOffsets[length] = (int) offsets[length];
            next += counts[length];
            leftJustified[length] = -1;
            if (counts[length] > 0) {
                leftJustified[length] = lowest[length] << 64 - length;
                shortest = length;
            }
        }
        for (int symbol = first; symbol <= last; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                sorted[place[length]++] = (char) symbol;
            }
        }
        repeatLength = lengths[last];
        // The last symbol has the highest code of its length.
        repeatCode = repeatLength == 0 ? -1 : place[repeatLength] - 1 - offsets[repeatLength];
    }

    private void buildTables() {
        for (int bits = 0; bits < TABLE_SIZE; bits++) {
            long least = (long) bits << 64 - TABLE_BITS;
            long largest = least | -1L >>> TABLE_BITS;
            int length = lengthOf(largest, shortest);
            boolean one = lengthOf(least, length) == length;
            codeLengths[bits] = (byte) (one && length <= FILLED / 2 && !isRepeat(least, largest) ? length : 0);
        }
        for (int bits = 0; bits < TABLE_SIZE; bits++) {
            steps[bits] = 0;
            int length = codeLengths[bits];
            if (length > 0 && length <= TABLE_BITS) {
                long next = (long) bits << 64 - TABLE_BITS + length;
                int nextLength = codeLengths[(int) (next >>> 64 - TABLE_BITS)];
                boolean two = nextLength > 0 && length + nextLength <= TABLE_BITS;
                steps[bits] = (short) (two ? 2 << 8 | length + nextLength : 1 << 8 | length);
                pairs[bits] =
                        symbol((long) bits << 64 - TABLE_BITS, length) | (two ? symbol(next, nextLength) << 16 : 0);
            }
        }
    }

    /** Whether one of the numbers in a range begins with the code of the repeat symbol. */
    private boolean isRepeat(long least, long largest) {
        return repeatLength > 0
                && least >>> 64 - repeatLength <= repeatCode
                && largest >>> 64 - repeatLength >= repeatCode;
    }

    /** Unpacks words as long as there is much room, many bits are left, and nothing special comes. */
    private void decodeFast(byte[] words, int count) {
        byte[] bytes = packed;
        byte[] lengthOf = codeLengths;
        short[] stepBy = steps;
        int[] pairOf = pairs;
        char[] symbols = sorted;
        long[] offsetOf = offsets;
        int lastIndex = packedEnd - 2 * Long.BYTES;
        int lastWord = Short.BYTES * (count - MOST_WORDS);
        int index = (int) (at >>> 3);
        int to = Short.BYTES * done;
        if (index > lastIndex) {
            return;
        }
        int available = 8 - (int) (at & 7);
        long buffer = (long) bytes[index++] << 64 - available;
        while (index <= lastIndex && to <= lastWord) {
            buffer |= (long) LONGS.get(bytes, index) >>> available;
            index += 63 - available >> 3;
            available |= FILLED;
            int key = (int) (buffer >>> 64 - TABLE_BITS);
            int step = stepBy[key];
            if (step == 0) {
                int length = lengthOf[key];
                if (length == 0 || length > FILLED) {
                    break;
                }
                SHORTS.set(words, to, (short) symbols[(int) ((buffer >>> -length) + offsetOf[length])]);
                to += Short.BYTES;
                buffer <<= length;
                available -= length;
                continue;
            }
            // The second word is overwritten by the next one if there is none.
            INTS.set(words, to, pairOf[key]);
            buffer <<= step;
            int sum = step;
            key = (int) (buffer >>> 64 - TABLE_BITS);
            step = stepBy[key];
            INTS.set(words, to + (sum >> 7), pairOf[key]);
            buffer <<= step;
            sum += step;
            key = (int) (buffer >>> 64 - TABLE_BITS);
            step = stepBy[key];
            INTS.set(words, to + (sum >> 7 & ~1), pairOf[key]);
            buffer <<= step;
            sum += step;
            key = (int) (buffer >>> 64 - TABLE_BITS);
            step = stepBy[key];
            INTS.set(words, to + (sum >> 7 & ~1), pairOf[key]);
            buffer <<= step;
            sum += step;
            available -= sum & 0xFF;
            to += sum >> 8 << 1;
        }
        at = 8L * index - available;
        done = to / Short.BYTES;
    }

    private void decodeSingles(byte[] words, int count) {
        byte[] bytes = packed;
        byte[] lengthOf = codeLengths;
        char[] symbols = sorted;
        int[] offsetOf = intOffsets;
        int lastIndex = packedEnd - 2 * Long.BYTES;
        int lastWord = Short.BYTES * (count - MOST_WORDS);
        int index = (int) (at >>> 3);
        int to = Short.BYTES * done;
        if (index > lastIndex) {
            return;
        }
        int available = 8 - (int) (at & 7);
        long buffer = (long) bytes[index++] << 64 - available;
        while (index <= lastIndex && to <= lastWord) {
            buffer |= (long) LONGS.get(bytes, index) >>> available;
            index += 63 - available >> 3;
            available |= FILLED;
            int length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (length == 0) {
                break;
            }
            SHORTS.set(words, to, (short) symbols[(int) (buffer >>> -length) + offsetOf[length]]);
            buffer <<= length;
            available -= length;
            length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (length == 0) {
                to += 2;
                break;
            }
            SHORTS.set(words, to + 2, (short) symbols[(int) (buffer >>> -length) + offsetOf[length]]);
            buffer <<= length;
            available -= length;
            to += 4;
        }
        at = 8L * index - available;
        done = to / Short.BYTES;
    }

    /** Unpacks one symbol, with all its repeats if it is that. */
    private void decodeNext(byte[] words, int count, long end) throws CorruptChunkException {
        if (at >= end) {
            throw new CorruptChunkException("Huffman data ends after " + done + " of " + count + " words");
        }
        long buffer = allBits(at);
        int length = lengthOf(buffer, shortest);
        at += length;
        if (length != repeatLength || buffer >>> 64 - length != repeatCode) {
            SHORTS.set(words, Short.BYTES * done++, (short) symbol(buffer, length));
            return;
        }
        int repeats = (int) (allBits(at) >>> 56);
        at += 8;
        if (done == 0 || repeats > count - done) {
            throw new CorruptChunkException(
                    "a Huffman repeat of " + repeats + " does not fit after " + done + " of " + count + " words");
        }
        short word = (short) SHORTS.get(words, Short.BYTES * (done - 1));
        for (int i = 0; i < repeats; i++) {
            SHORTS.set(words, Short.BYTES * done++, word);
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

    private char symbol(long leftJustifiedBits, int length) {
        return sorted[(int) ((leftJustifiedBits >>> 64 - length) + offsets[length])];
    }

    /** The 64 bits from a bit position on; zeros behind the end. */
    private long allBits(long position) {
        int index = (int) (position >>> 3);
        int shift = (int) position & 7;
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | byteAt(index + i);
        }
        return value << shift | byteAt(index + Long.BYTES) >>> 8 - shift;
    }

    private int byteAt(int index) {
        return index < packedEnd ? packed[index] & 0xFF : 0;
    }
}
