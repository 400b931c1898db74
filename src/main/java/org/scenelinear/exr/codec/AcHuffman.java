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

import org.scenelinear.math.HalfFloat;

/**
 * AC coefficients from a Huffman code, decoded straight to where they belong. A look-up gives up to two symbols and
 * what they do to a block: each puts a number, which is zero for a run, and goes on by some places. So runs and
 * coefficients need no branch, which a processor could not foresee. Keeps its tables from chunk to chunk: one thread at
 * a time.
 */
final class AcHuffman implements AcSource {
    private static final int ENTRIES = 1 << HuffmanDecoder.TABLE_BITS;

    /** Look-ups of 12 bits that the 57 bits at hand are enough for. */
    private static final int LOOK_UPS = 4;

    // An entry says what one or two symbols do. From the lowest bit on: 6 bits for the bits all symbols take, 5 for
    // those
    // the first takes, 8 for the places each symbol goes on by, 16 for the half each puts, 2 for how many symbols.
    private static final int FIRST_BITS = 6;
    private static final int FIRST_STEP = 11;
    private static final int SECOND_STEP = 19;
    private static final int FIRST_HALF = 27;
    private static final int SECOND_HALF = 43;
    private static final int COUNT = 59;

    /** Bits that are left of those 57 for a longer code behind three look-ups. */
    private static final int MOST_BITS = 21;

    private final HuffmanDecoder decoder = new HuffmanDecoder();

    /** By the next 12 bits, the entry of the symbols they hold whole; 0 for what takes more than a look-up. */
    private final long[] table = new long[ENTRIES];

    /**
     * By the next 12 bits, how many of them the symbols take. Where the next look-up is depends on this alone, and
     * these few bytes stay in the first-level cache.
     */
    private final byte[] lengths = new byte[ENTRIES];

    /** By the rank of a symbol, its entry; 0 for the repeat symbol. */
    private long[] ranked = {};

    private long at;
    private int left;

    /** The entry whose last symbol was the last one, 0 at the start. */
    private long previous;

    /** How often that symbol comes again before the next code. */
    private int repeats;

    /**
     * Takes the symbols of a chunk.
     *
     * @param packed holds the packed bytes
     * @param from the first of them
     * @param to behind the last of them
     * @param count how many symbols there must be
     * @throws CorruptChunkException if the bytes do not describe a code
     */
    void start(byte[] packed, int from, int to, int count) throws CorruptChunkException {
        decoder.start(packed, from, to);
        at = decoder.dataStart();
        left = count;
        previous = 0;
        repeats = 0;
        short[] steps = decoder.steps();
        byte[] longLengths = decoder.longLengths();
        for (int bits = 0; bits < ENTRIES; bits++) {
            int symbols = steps[bits] >> 8;
            int longer = longLengths[bits] <= MOST_BITS ? longLengths[bits] : 0;
            lengths[bits] = (byte) (symbols == 0 ? -longer : steps[bits]);
            table[bits] = symbols == 0 ? 0 : entry(decoder.firstSymbol(bits), decoder.firstLength(bits));
            if (symbols > 1) {
                table[bits] += lengths[bits] - decoder.firstLength(bits) + (1L << COUNT);
                int second = decoder.secondSymbol(bits);
                table[bits] |= (long) half(second) << SECOND_HALF | (long) AcSource.step(second) << SECOND_STEP;
            }
        }
        int ranks = decoder.ranks();
        if (ranked.length < ranks) {
            ranked = new long[ranks];
        }
        for (int rank = 0; rank < ranks; rank++) {
            int symbol = decoder.symbol(rank);
            ranked[rank] = decoder.isRepeat(symbol) ? 0 : entry(symbol, 0);
        }
    }

    private static long entry(int symbol, int length) {
        return 1L << COUNT
                | (long) half(symbol) << FIRST_HALF
                | (long) AcSource.step(symbol) << FIRST_STEP
                | (long) length << FIRST_BITS
                | length;
    }

    private static int half(int symbol) {
        return symbol < RUN ? symbol : 0;
    }

    @Override
    public int read(float[][][] targets, int channels, int blocks) throws CorruptChunkException {
        float[] halfs = HalfFloat.table();
        long[] entries = table;
        byte[] taken = lengths;
        long[] longer = ranked;
        long end = decoder.end();
        long position = at;
        long found = previous;
        int count = 0;
        int largest = 0;
        for (int b = 0; b < blocks; b++) {
            for (int c = 0; c < channels; c++) {
                float[][] target = targets[c];
                int n = 1;
                int last = 1;
                while (n < 64) {
                    long entry = 0;
                    if (repeats == 0) {
                        long buffer = decoder.bits(position);
                        int lookUps = LOOK_UPS;
                        do {
                            int index = (int) (buffer >>> 64 - HuffmanDecoder.TABLE_BITS);
                            int bits = taken[index];
                            entry = entries[index];
                            if (entry == 0) {
                                bits = -bits;
                                entry = bits > 0 ? longer[decoder.rank(buffer, bits)] : 0;
                                if (entry == 0) {
                                    break;
                                }
                                entry |= (long) bits << FIRST_BITS;
                                lookUps = 1;
                            }
                            target[n][b] = halfs[(int) (entry >>> FIRST_HALF) & 0xFFFF];
                            last = n;
                            n += (int) (entry >>> FIRST_STEP) & 0xFF;
                            found = entry;
                            if (n >= 64) {
                                found = firstOf(entry);
                                position += entry >>> FIRST_BITS & 31;
                                count++;
                                break;
                            }
                            // This puts a zero if there is no second symbol.
                            target[n][b] = halfs[(int) (entry >>> SECOND_HALF) & 0xFFFF];
                            last = n;
                            n += (int) (entry >>> SECOND_STEP) & 0xFF;
                            position += bits;
                            count += (int) (entry >>> COUNT);
                            buffer <<= bits;
                        } while (n < 64 && --lookUps > 0);
                    }
                    if (entry == 0) {
                        at = position;
                        previous = found;
                        found = next();
                        position = at;
                        target[n][b] = halfs[(int) (found >>> FIRST_HALF) & 0xFFFF];
                        last = n;
                        n += (int) (found >>> FIRST_STEP) & 0xFF;
                        count++;
                    }
                }
                if (position > end) {
                    throw new CorruptChunkException("the AC symbols of a DWA chunk end within a block");
                }
                largest = Math.max(largest, last);
            }
        }
        at = position;
        previous = found;
        left -= count;
        return largest;
    }

    /** The entry of one symbol, whatever its code. */
    private long next() throws CorruptChunkException {
        while (repeats == 0) {
            if (at >= decoder.end()) {
                throw new CorruptChunkException("the AC symbols of a DWA chunk end within a block");
            }
            int code = decoder.codeAt(at);
            long entry = ranked[code >> 6];
            at += code & 63;
            if (entry != 0) {
                return entry;
            }
            if (previous == 0) {
                throw new CorruptChunkException("the AC symbols of a DWA chunk start with a repeat");
            }
            repeats = (int) (decoder.bits(at) >>> 56);
            at += 8;
        }
        repeats--;
        return lastOf(previous);
    }

    /** An entry with its first symbol alone. */
    private static long firstOf(long entry) {
        return entry & -1L >>> 64 - COUNT | 1L << COUNT;
    }

    /** The entry of the last symbol of an entry. */
    private static long lastOf(long entry) {
        if (entry >>> COUNT == 1) {
            return entry;
        }
        return 1L << COUNT
                | (entry >>> SECOND_HALF & 0xFFFF) << FIRST_HALF
                | (entry >>> SECOND_STEP & 0xFF) << FIRST_STEP;
    }

    @Override
    public void finish() throws CorruptChunkException {
        if (at != decoder.end() || repeats > 0 || left != 0) {
            throw new CorruptChunkException("the AC symbols of a DWA chunk have " + (decoder.end() - at) + " bits, "
                    + repeats + " repeats and " + left + " symbols left behind the last block");
        }
    }
}
