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

/**
 * The three codes of the sequences of a Zstandard block (RFC 8878, section 3.1.1.3.2): for lengths of literals, for
 * offsets and for lengths of matches. Each is told in the block, or the one that the format has defined beforehand, or
 * always the same symbol, or the one of the block before.
 */
final class ZstdSequenceCodes {
    private static final int LENGTHS_LOG = 9;
    private static final int OFFSETS_LOG = 8;

    private static final int PREDEFINED = 0;
    private static final int ONE_SYMBOL = 1;
    private static final int TOLD = 2;

    /** The extra bits of the lengths of literals from 16 on; shorter ones have none, as those of matches below 35. */
    private static final int[] EXTRA_BITS_OF_LITERALS = {
        1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };

    private static final int[] EXTRA_BITS_OF_MATCHES = {
        1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };

    private static final long[] MEANINGS_OF_LITERALS = meaningsOfLengths(0, 16, EXTRA_BITS_OF_LITERALS);
    private static final long[] MEANINGS_OF_MATCHES = meaningsOfLengths(3, 32, EXTRA_BITS_OF_MATCHES);
    private static final long[] MEANINGS_OF_OFFSETS = meaningsOfOffsets();

    private static final FseTable PREDEFINED_LITERALS = FseTable.of(
            6,
            MEANINGS_OF_LITERALS,
            4,
            3,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            1,
            1,
            1,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            2,
            3,
            2,
            1,
            1,
            1,
            1,
            1,
            -1,
            -1,
            -1,
            -1);
    private static final FseTable PREDEFINED_OFFSETS = FseTable.of(
            5,
            MEANINGS_OF_OFFSETS,
            1,
            1,
            1,
            1,
            1,
            1,
            2,
            2,
            2,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            -1,
            -1,
            -1,
            -1,
            -1);
    private static final FseTable PREDEFINED_MATCHES = FseTable.of(
            6,
            MEANINGS_OF_MATCHES,
            1,
            4,
            3,
            2,
            2,
            2,
            2,
            2,
            2,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1,
            -1);

    private final FseCounts counts = new FseCounts();
    private final FseTable ownLiterals = new FseTable(LENGTHS_LOG, MEANINGS_OF_LITERALS);
    private final FseTable ownOffsets = new FseTable(OFFSETS_LOG, MEANINGS_OF_OFFSETS);
    private final FseTable ownMatches = new FseTable(LENGTHS_LOG, MEANINGS_OF_MATCHES);

    /** The codes in use; null if there is none yet. */
    private FseTable literals;

    private FseTable offsets;
    private FseTable matches;

    private byte[] packed;
    private int position;
    private int end;

    private static long[] meaningsOfLengths(int smallest, int plain, int[] extraBits) {
        long[] meanings = new long[plain + extraBits.length];
        int length = smallest;
        for (int i = 0; i < meanings.length; i++) {
            int extra = i < plain ? 0 : extraBits[i - plain];
            meanings[i] = FseTable.meaning(length, extra);
            length += 1 << extra;
        }
        return meanings;
    }

    private static long[] meaningsOfOffsets() {
        long[] meanings = new long[32];
        for (int i = 0; i < meanings.length; i++) {
            meanings[i] = FseTable.meaning(1 << i, i);
        }
        return meanings;
    }

    FseTable literals() {
        return literals;
    }

    FseTable offsets() {
        return offsets;
    }

    FseTable matches() {
        return matches;
    }

    /** Forgets what a new frame may not use. */
    void startFrame() {
        literals = null;
        offsets = null;
        matches = null;
    }

    /**
     * Reads which codes a block uses.
     *
     * @param packed holds the block
     * @param from where the byte is that tells how the codes are told
     * @param to where the block ends
     * @return where the description ends
     * @throws CorruptChunkException if it is damaged
     */
    int read(byte[] packed, int from, int to) throws CorruptChunkException {
        if (from >= to) {
            throw cutOff();
        }
        int modes = packed[from];
        if ((modes & 3) != 0) {
            throw new CorruptChunkException("the sequences of the Zstandard frame have a mode that is not known");
        }
        this.packed = packed;
        this.position = from + 1;
        this.end = to;
        literals = read(modes >> 6 & 3, PREDEFINED_LITERALS, ownLiterals, literals, LENGTHS_LOG);
        offsets = read(modes >> 4 & 3, PREDEFINED_OFFSETS, ownOffsets, offsets, OFFSETS_LOG);
        matches = read(modes >> 2 & 3, PREDEFINED_MATCHES, ownMatches, matches, LENGTHS_LOG);
        this.packed = null;
        return position;
    }

    private FseTable read(int mode, FseTable predefined, FseTable own, FseTable before, int largestLog)
            throws CorruptChunkException {
        switch (mode) {
            case PREDEFINED:
                return predefined;
            case ONE_SYMBOL:
                if (position >= end) {
                    throw cutOff();
                }
                int symbol = packed[position++] & 0xFF;
                if (symbol >= own.mostSymbols()) {
                    throw new CorruptChunkException(
                            "the sequences of the Zstandard frame use the unknown symbol " + symbol);
                }
                own.buildOfOne(symbol);
                return own;
            case TOLD:
                position = counts.read(packed, position, end, own.mostSymbols(), largestLog);
                own.build(counts.log(), counts.counts(), counts.symbols());
                return own;
            default:
                if (before == null) {
                    throw new CorruptChunkException("the Zstandard frame uses a code again that it never told");
                }
                return before;
        }
    }

    private static CorruptChunkException cutOff() {
        return new CorruptChunkException("the sequences of the Zstandard frame are cut off");
    }
}
