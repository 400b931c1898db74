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
 * Writes the blocks of RFC 1951: stored, with the fixed codes or with codes of their own, whichever is the smallest.
 */
final class DeflateBlocks {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Bytes behind its end that a write may spoil. */
    static final int SLACK = 8;

    /** Four literals make at most 56 bits, which fit a long with what is left of a byte. */
    private static final int LONGEST_LITERAL = 14;

    private static final int LONGEST_DISTANCE = 15;
    private static final int LONGEST_CODE_LENGTH = 7;

    /** Symbols for code lengths beyond the lengths themselves: the last again, and short and long rows of zeros. */
    private static final int AGAIN = 16;

    private static final int ZEROS = 17;
    private static final int MANY_ZEROS = 18;
    private static final int[] REPEAT_EXTRA_BITS = {2, 3, 7};
    private static final int[] REPEAT_SHORTEST = {3, 3, 11};

    private final DeflateCode literals = new DeflateCode(DeflateSymbols.LITERALS, LONGEST_LITERAL);
    private final DeflateCode distances = new DeflateCode(DeflateSymbols.DISTANCES, LONGEST_DISTANCE);
    private final DeflateCode fixedLiterals = new DeflateCode(DeflateSymbols.FIXED_LITERALS, LONGEST_LITERAL);
    private final DeflateCode fixedDistances = new DeflateCode(DeflateSymbols.FIXED_DISTANCES, LONGEST_DISTANCE);
    private final DeflateCode codeLengths = new DeflateCode(19, LONGEST_CODE_LENGTH);

    private final byte[] lengths = new byte[DeflateSymbols.LITERALS + 2 + DeflateSymbols.DISTANCES];
    private final int[] repeatCounts = new int[19];
    private final byte[] repeatSymbols = new byte[lengths.length];
    private final byte[] repeatExtras = new byte[lengths.length];
    private int repeats;
    private int literalCount;
    private int distanceCount;
    private int codeLengthCount;

    private byte[] out;
    private int limit;
    private int at;
    private long buffer;
    /** How many bits of the byte at {@link #at} are in the buffer, below eight between calls. */
    private int bufferBits;

    DeflateBlocks() {
        byte[] fixed = DeflateSymbols.fixedLengths();
        fixedLiterals.build(fixed, 0);
        fixedDistances.build(fixed, DeflateSymbols.FIXED_LITERALS);
    }

    /** Starts a stream that must end before a limit. */
    void start(byte[] out, int from, int limit) {
        this.out = out;
        this.at = from;
        this.limit = limit;
        this.buffer = 0;
        this.bufferBits = 0;
    }

    /** Ends the last byte; answers where the stream ends. */
    int finish() {
        toNextByte();
        out = null;
        return at;
    }

    /**
     * Writes a block.
     *
     * @param raw the bytes
     * @param from where those of the block start
     * @param stop where they end
     * @param sequences what they are made of
     * @param first the block's first sequence
     * @param end the one after its last
     * @param counts the symbols of these sequences
     * @param last whether it is the last block
     * @return false if it would end so near the limit that a write could go beyond
     */
    boolean write(
            byte[] raw,
            int from,
            int stop,
            DeflateSequences sequences,
            int first,
            int end,
            DeflateCounts counts,
            boolean last) {
        counts.counts[DeflateSymbols.END_OF_BLOCK] = 1;
        literals.build(counts.counts, 0);
        distances.build(counts.counts, DeflateCounts.DISTANCES);
        long ownBits = prepareLengths() + symbolBits(counts, literals, distances);
        long fixedBits = 3 + symbolBits(counts, fixedLiterals, fixedDistances);
        long storedBits = 8L * (stop - from + 5);
        long bits = Math.min(storedBits, Math.min(ownBits, fixedBits));
        if ((bits + 7 >> 3) > limit - SLACK - 1 - at) {
            return false;
        }
        int start = last ? 1 : 0;
        if (bits == storedBits) {
            put(start, 3);
            writeStored(raw, from, stop);
        } else if (bits == fixedBits) {
            put(start | 1 << 1, 3);
            writeSymbols(raw, from, sequences, first, end, fixedLiterals.entries(), fixedDistances.entries());
        } else {
            put(start | 2 << 1, 3);
            writeLengths();
            writeSymbols(raw, from, sequences, first, end, literals.entries(), distances.entries());
        }
        return true;
    }

    private static long symbolBits(DeflateCounts counts, DeflateCode literals, DeflateCode distances) {
        long bits = 0;
        for (int i = 0; i <= DeflateSymbols.END_OF_BLOCK; i++) {
            bits += counts.counts[i] * (long) literals.length(i);
        }
        for (int i = 0; i < DeflateSymbols.lengths(); i++) {
            int symbol = DeflateSymbols.FIRST_LENGTH + i;
            bits += counts.counts[symbol] * (long) (literals.length(symbol) + DeflateSymbols.lengthExtraBits(i));
        }
        for (int i = 0; i < DeflateSymbols.DISTANCES; i++) {
            int count = counts.counts[DeflateCounts.DISTANCES + i];
            bits += count * (long) (distances.length(i) + DeflateSymbols.distanceExtraBits(i));
        }
        return bits;
    }

    private void writeStored(byte[] raw, int from, int stop) {
        toNextByte();
        int size = stop - from;
        put(size | (size ^ 0xFFFFL) << 16, 32);
        System.arraycopy(raw, from, out, at, size);
        at += size;
    }

    /**
     * Packs the lengths of both codes (RFC 1951, section 3.2.7).
     *
     * @return the bits of the block's start
     */
    private long prepareLengths() {
        literalCount = DeflateSymbols.LITERALS;
        while (literals.length(literalCount - 1) == 0) {
            literalCount--;
        }
        distanceCount = DeflateSymbols.DISTANCES;
        while (distances.length(distanceCount - 1) == 0) {
            distanceCount--;
        }
        int all = literalCount + distanceCount;
        for (int i = 0; i < literalCount; i++) {
            lengths[i] = (byte) literals.length(i);
        }
        for (int i = 0; i < distanceCount; i++) {
            lengths[literalCount + i] = (byte) distances.length(i);
        }
        packLengths(all);
        codeLengths.build(repeatCounts, 0);
        codeLengthCount = DeflateSymbols.CODE_LENGTH_ORDER.length;
        while (codeLengths.length(DeflateSymbols.CODE_LENGTH_ORDER[codeLengthCount - 1]) == 0) {
            codeLengthCount--;
        }
        long bits = 3 + 14 + 3L * codeLengthCount;
        for (int symbol = 0; symbol < repeatCounts.length; symbol++) {
            int extraBits = symbol < AGAIN ? 0 : REPEAT_EXTRA_BITS[symbol - AGAIN];
            bits += repeatCounts[symbol] * (long) (codeLengths.length(symbol) + extraBits);
        }
        return bits;
    }

    private void packLengths(int all) {
        Arrays.fill(repeatCounts, 0);
        repeats = 0;
        int i = 0;
        while (i < all) {
            int length = lengths[i];
            int start = i;
            while (i < all && lengths[i] == length) {
                i++;
            }
            int left = i - start;
            if (length != 0) {
                addLength(length, 0);
                left--;
            }
            while (left >= 3) {
                int symbol = length != 0 ? AGAIN : left < 11 ? ZEROS : MANY_ZEROS;
                int shortest = REPEAT_SHORTEST[symbol - AGAIN];
                int repeated = Math.min(left, shortest + (1 << REPEAT_EXTRA_BITS[symbol - AGAIN]) - 1);
                addLength(symbol, repeated - shortest);
                left -= repeated;
            }
            for (; left > 0; left--) {
                addLength(length, 0);
            }
        }
    }

    private void addLength(int symbol, int extra) {
        repeatSymbols[repeats] = (byte) symbol;
        repeatExtras[repeats++] = (byte) extra;
        repeatCounts[symbol]++;
    }

    private void writeLengths() {
        put(literalCount - 257 | distanceCount - 1 << 5 | codeLengthCount - 4 << 10, 14);
        for (int i = 0; i < codeLengthCount; i++) {
            put(codeLengths.length(DeflateSymbols.CODE_LENGTH_ORDER[i]), 3);
        }
        for (int i = 0; i < repeats; i++) {
            int symbol = repeatSymbols[i];
            putCode(codeLengths.entries()[symbol]);
            if (symbol >= AGAIN) {
                put(repeatExtras[i], REPEAT_EXTRA_BITS[symbol - AGAIN]);
            }
        }
    }

    /** Writes the sequences and the end of the block. */
    private void writeSymbols(
            byte[] raw, int from, DeflateSequences sequences, int first, int end, int[] literals, int[] distances) {
        byte[] out = this.out;
        int at = this.at;
        long buffer = this.buffer;
        int bits = this.bufferBits;
        int read = from;
        for (int i = first; i < end; i++) {
            int stop = read + sequences.literals[i];
            for (; read <= stop - 4; read += 4) {
                int code = literals[raw[read] & 0xFF];
                buffer |= (long) (code >>> 8) << bits;
                bits += code & 0xFF;
                code = literals[raw[read + 1] & 0xFF];
                buffer |= (long) (code >>> 8) << bits;
                bits += code & 0xFF;
                code = literals[raw[read + 2] & 0xFF];
                buffer |= (long) (code >>> 8) << bits;
                bits += code & 0xFF;
                code = literals[raw[read + 3] & 0xFF];
                buffer |= (long) (code >>> 8) << bits;
                bits += code & 0xFF;
                LONG.set(out, at, buffer);
                at += bits >>> 3;
                buffer >>>= bits & ~7;
                bits &= 7;
            }
            for (; read < stop; read++) {
                int code = literals[raw[read] & 0xFF];
                buffer |= (long) (code >>> 8) << bits;
                bits += code & 0xFF;
            }
            LONG.set(out, at, buffer);
            at += bits >>> 3;
            buffer >>>= bits & ~7;
            bits &= 7;
            int match = sequences.matches[i];
            if (match == 0) {
                continue;
            }
            int length = match >>> 16;
            read += length;
            int number = DeflateSymbols.lengthNumber(length);
            int code = literals[DeflateSymbols.FIRST_LENGTH + number];
            buffer |= (long) (code >>> 8) << bits;
            bits += code & 0xFF;
            buffer |= (long) (length - DeflateSymbols.smallestLength(number)) << bits;
            bits += DeflateSymbols.lengthExtraBits(number);
            int above = (match & 0xFFFF) - 1;
            int symbol = DeflateSymbols.distanceSymbol(above + 1);
            code = distances[symbol];
            buffer |= (long) (code >>> 8) << bits;
            bits += code & 0xFF;
            int extraBits = DeflateSymbols.distanceExtraBits(symbol);
            buffer |= (above & (1L << extraBits) - 1) << bits;
            bits += extraBits;
            LONG.set(out, at, buffer);
            at += bits >>> 3;
            buffer >>>= bits & ~7;
            bits &= 7;
        }
        this.at = at;
        this.buffer = buffer;
        this.bufferBits = bits;
        putCode(literals[DeflateSymbols.END_OF_BLOCK]);
    }

    private void putCode(int entry) {
        put(entry >>> 8, entry & 0xFF);
    }

    private void put(long value, int count) {
        buffer |= value << bufferBits;
        bufferBits += count;
        LONG.set(out, at, buffer);
        at += bufferBits >>> 3;
        buffer >>>= bufferBits & ~7;
        bufferBits &= 7;
    }

    private void toNextByte() {
        at += bufferBits + 7 >>> 3;
        buffer = 0;
        bufferBits = 0;
    }
}
