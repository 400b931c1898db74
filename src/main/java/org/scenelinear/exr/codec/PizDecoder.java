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
    private static final VarHandle LITTLE_LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TABLE_BITS = 12;
    private static final int TABLE_SIZE = 1 << TABLE_BITS;

    /** Bits of the buffer that are there after it was filled up. */
    private static final int FILLED = 56;

    /** Codes up to this length are found by look-ups: two of them are surely there after filling up. */
    private static final int LONGEST_FAST = FILLED / 2;

    /** Most words between two checks: two of each look-up. */
    private static final int MOST_WORDS = 8;

    /** From so many bits a word on, on average, two codes seldom fit one look-up. */
    private static final int MANY_BITS = 10;

    /** Lengths are counted in so many places by turns: counting equal neighbors in one place would be slow. */
    private static final int TALLIES = 4;

    private static final int TALLY_BITS = 6;

    private final byte[] lengths = new byte[HuffmanCode.SYMBOLS];
    private final int[] counts = new int[HuffmanCode.LONGEST + 1];
    private final long[] lowest = new long[HuffmanCode.LONGEST + 1];

    /** Symbols by falling length of their code, then by number: the order of the codes as numbers from the left. */
    private final char[] sorted = new char[HuffmanCode.SYMBOLS];

    /** What is to be added to a code of a length to find its place in {@link #sorted}. */
    private final int[] offsets = new int[HuffmanCode.LONGEST + 1];

    /** The lowest code of each length, filled up with zeros to 64 bits; all ones for a length no code has. */
    private final long[] leftJustified = new long[HuffmanCode.LONGEST + 1];

    /** By the next 12 bits, the length of the code they begin; 0 if it can be several or that of the repeat symbol. */
    private final byte[] codeLengths = new byte[TABLE_SIZE];

    /**
     * By the next 12 bits, the one or two symbols that they hold whole: from the lowest bit on, 8 bits for the bits
     * these take, 24 for the bytes of their words, 16 for each of them. 0 if they hold none.
     */
    private final long[] pairs = new long[TABLE_SIZE];

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
        boolean oneByOne = bits > (long) MANY_BITS * count;
        while (done < count) {
            if (oneByOne) {
                decodeSingles(words, count);
            } else {
                decodePairs(words, count);
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
        int[] tally = new int[TALLIES << TALLY_BITS];
        long buffer = 0;
        int available = 0;
        int index = from;
        int symbol = first;
        while (symbol <= last) {
            // 14 bits are the most one entry takes; behind the end come zeros, and the check below catches them.
            while (available < 14) {
                if (index <= to - Integer.BYTES) {
                    buffer = buffer << 32 | Integer.reverseBytes((int) INTS.get(bytes, index)) & 0xFFFFFFFFL;
                    index += Integer.BYTES;
                    available += 32;
                } else {
                    buffer = buffer << 8 | (index < to ? bytes[index] & 0xFF : 0);
                    index++;
                    available += 8;
                }
            }
            available -= 6;
            int length = (int) (buffer >>> available) & 63;
            if (length < HuffmanCode.SHORT_ZERO_RUN) {
                lengths[symbol] = (byte) length;
                tally[length | symbol % TALLIES << TALLY_BITS]++;
                symbol++;
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
        for (int length = 0; length <= HuffmanCode.LONGEST; length++) {
            counts[length] = 0;
            for (int i = 0; i < TALLIES; i++) {
                counts[length] += tally[length | i << TALLY_BITS];
            }
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
            offsets[length] = (int) (next - lowest[length]);
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
        repeatCode = repeatLength == 0 ? -1 : lowest[repeatLength] + counts[repeatLength] - 1;
    }

    private void buildTables() {
        for (int bits = 0; bits < TABLE_SIZE; bits++) {
            long least = (long) bits << 64 - TABLE_BITS;
            long largest = least | -1L >>> TABLE_BITS;
            int length = lengthOf(largest, shortest);
            boolean one = lengthOf(least, length) == length;
            codeLengths[bits] = (byte) (one && length <= LONGEST_FAST && !isRepeat(least, largest) ? length : 0);
        }
        for (int bits = 0; bits < TABLE_SIZE; bits++) {
            pairs[bits] = 0;
            int length = codeLengths[bits];
            if (length > 0 && length <= TABLE_BITS) {
                long buffer = (long) bits << 64 - TABLE_BITS;
                long next = buffer << length;
                int nextLength = codeLengths[(int) (next >>> 64 - TABLE_BITS)];
                pairs[bits] = (long) symbol(buffer, length) << 32 | Short.BYTES << 8 | length;
                if (nextLength > 0 && length + nextLength <= TABLE_BITS) {
                    pairs[bits] += (long) symbol(next, nextLength) << 48 | Short.BYTES << 8 | nextLength;
                }
            }
        }
    }

    /** Whether one of the numbers in a range begins with the code of the repeat symbol. */
    private boolean isRepeat(long least, long largest) {
        return repeatLength > 0
                && least >>> 64 - repeatLength <= repeatCode
                && largest >>> 64 - repeatLength >= repeatCode;
    }

    /**
     * Unpacks words, one or two with a look-up, as long as there is room, bits are left, and nothing special comes.
     *
     * <p>This and {@link #decodeSingles} are larger than what the compiler would put into their caller. There they
     * would run at two thirds of their speed.
     */
    private void decodePairs(byte[] words, int count) {
        byte[] bytes = packed;
        byte[] lengthOf = codeLengths;
        long[] pairOf = pairs;
        char[] symbolOf = sorted;
        int[] offsetOf = offsets;
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
            long pair = pairOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (pair == 0) {
                int length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
                if (length == 0) {
                    break;
                }
                SHORTS.set(words, to, (short) symbolOf[(int) (buffer >>> -length) + offsetOf[length]]);
                to += Short.BYTES;
                buffer <<= length;
                available -= length;
                continue;
            }
            // A second word that is not there is overwritten by the next one, and so is what comes of no pair.
            INTS.set(words, to, (int) (pair >> 32));
            buffer <<= pair;
            available -= (int) pair & 0xFF;
            to += (int) pair >> 8;
            pair = pairOf[(int) (buffer >>> 64 - TABLE_BITS)];
            INTS.set(words, to, (int) (pair >> 32));
            buffer <<= pair;
            available -= (int) pair & 0xFF;
            to += (int) pair >> 8;
            pair = pairOf[(int) (buffer >>> 64 - TABLE_BITS)];
            INTS.set(words, to, (int) (pair >> 32));
            buffer <<= pair;
            available -= (int) pair & 0xFF;
            to += (int) pair >> 8;
            pair = pairOf[(int) (buffer >>> 64 - TABLE_BITS)];
            INTS.set(words, to, (int) (pair >> 32));
            buffer <<= pair;
            available -= (int) pair & 0xFF;
            to += (int) pair >> 8;
        }
        at = 8L * index - available;
        done = to / Short.BYTES;
    }

    /** Unpacks words one by one, likewise. */
    private void decodeSingles(byte[] words, int count) {
        byte[] bytes = packed;
        byte[] lengthOf = codeLengths;
        char[] symbolOf = sorted;
        int[] offsetOf = offsets;
        int lastIndex = packedEnd - 3 * Long.BYTES;
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
            SHORTS.set(words, to, (short) symbolOf[(int) (buffer >>> -length) + offsetOf[length]]);
            to += Short.BYTES;
            buffer <<= length;
            available -= length;
            length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (length == 0) {
                break;
            }
            SHORTS.set(words, to, (short) symbolOf[(int) (buffer >>> -length) + offsetOf[length]]);
            to += Short.BYTES;
            buffer <<= length;
            available -= length;
            buffer |= (long) LONGS.get(bytes, index) >>> available;
            index += 63 - available >> 3;
            available |= FILLED;
            length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (length == 0) {
                break;
            }
            SHORTS.set(words, to, (short) symbolOf[(int) (buffer >>> -length) + offsetOf[length]]);
            to += Short.BYTES;
            buffer <<= length;
            available -= length;
            length = lengthOf[(int) (buffer >>> 64 - TABLE_BITS)];
            if (length == 0) {
                break;
            }
            SHORTS.set(words, to, (short) symbolOf[(int) (buffer >>> -length) + offsetOf[length]]);
            to += Short.BYTES;
            buffer <<= length;
            available -= length;
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
        repeat(words, count, repeats);
    }

    private void repeat(byte[] words, int count, int repeats) {
        short word = (short) SHORTS.get(words, Short.BYTES * (done - 1));
        int end = done + repeats;
        long four = (word & 0xFFFFL) * 0x0001_0001_0001_0001L;
        // What is written too much is overwritten by what follows.
        while (done < end && done <= count - 4) {
            LITTLE_LONGS.set(words, Short.BYTES * done, four);
            done += 4;
        }
        done = Math.min(done, end);
        while (done < end) {
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
        return sorted[(int) (leftJustifiedBits >>> 64 - length) + offsets[length]];
    }

    /** The 64 bits from a bit position on; zeros behind the end. */
    private long allBits(long position) {
        int index = (int) (position >>> 3);
        int shift = (int) position & 7;
        long value = 0;
        if (index <= packedEnd - Long.BYTES) {
            value = (long) LONGS.get(packed, index);
        } else {
            for (int i = 0; i < Long.BYTES; i++) {
                value = value << 8 | byteAt(index + i);
            }
        }
        return value << shift | byteAt(index + Long.BYTES) >>> 8 - shift;
    }

    private int byteAt(int index) {
        return index < packedEnd ? packed[index] & 0xFF : 0;
    }
}
