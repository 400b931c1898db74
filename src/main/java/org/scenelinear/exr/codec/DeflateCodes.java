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

import java.util.Arrays;

/** The two codes of a block of RFC 1951: one for literals and match lengths, one for match distances. */
final class DeflateCodes {
    /** Bits that the first level of {@link #literals} answers. */
    static final int LITERAL_WIDTH = 11;

    /** Bits that the first level of {@link #distances} answers. */
    static final int DISTANCE_WIDTH = 9;

    /** Bits of a code length at most, with what says how often it repeats. */
    private static final int LONGEST_LENGTH = 7 + 7;

    final DeflateTable literals = DeflateTable.ofLiteralsAndLengths(LITERAL_WIDTH);
    final DeflateTable distances = DeflateTable.ofDistances(DISTANCE_WIDTH);
    private final DeflateTable codeLengths = DeflateTable.ofCodeLengths();
    private final byte[] lengths = new byte[DeflateSymbols.FIXED_LITERALS + DeflateSymbols.FIXED_DISTANCES];

    /** The codes that need no table in the stream (RFC 1951, section 3.2.6). */
    void buildFixed() {
        byte[] lengths = DeflateSymbols.fixedLengths();
        literals.build(lengths, 0, DeflateSymbols.FIXED_LITERALS);
        distances.build(lengths, DeflateSymbols.FIXED_LITERALS, DeflateSymbols.FIXED_DISTANCES);
    }

    /** The codes that a block brings with it (RFC 1951, section 3.2.7). */
    void buildDynamic(DeflateStream stream) throws CorruptChunkException {
        int literalCount = stream.read(5) + 257;
        int distanceCount = stream.read(5) + 1;
        int codeLengthCount = stream.read(4) + 4;
        if (literalCount > 286 || distanceCount > 30) {
            throw new CorruptChunkException("a block of the packed data lists more codes than there are symbols");
        }
        Arrays.fill(lengths, 0, DeflateSymbols.CODE_LENGTH_ORDER.length, (byte) 0);
        for (int i = 0; i < codeLengthCount; i++) {
            lengths[DeflateSymbols.CODE_LENGTH_ORDER[i]] = (byte) stream.read(3);
        }
        if (!codeLengths.build(lengths, 0, DeflateSymbols.CODE_LENGTH_ORDER.length)) {
            throw badCode("code lengths");
        }
        readLengths(stream, literalCount + distanceCount);
        if (lengths[256] == 0) {
            throw new CorruptChunkException("a block of the packed data has no code for its end");
        }
        if (!literals.build(lengths, 0, literalCount)) {
            throw badCode("literals");
        }
        if (!distances.build(lengths, literalCount, distanceCount)) {
            throw badCode("distances");
        }
    }

    private static CorruptChunkException badCode(String what) {
        return new CorruptChunkException("a block of the packed data has an impossible code for " + what);
    }

    /** Reads the lengths of the codes, which are packed themselves (RFC 1951, section 3.2.7). */
    private void readLengths(DeflateStream stream, int count) throws CorruptChunkException {
        int[] entries = codeLengths.entries();
        int i = 0;
        while (i < count) {
            if (stream.count < LONGEST_LENGTH) {
                stream.fill();
            }
            int entry = entries[(int) stream.buffer & 127];
            stream.take(entry & 63);
            int symbol = entry >>> 15;
            if (symbol < 16) {
                lengths[i++] = (byte) symbol;
                continue;
            }
            int repeats;
            byte length = 0;
            if (symbol == 16) {
                if (i == 0) {
                    throw new CorruptChunkException(
                            "a block of the packed data repeats a code length before the first");
                }
                length = lengths[i - 1];
                repeats = 3 + stream.take(2);
            } else {
                repeats = symbol == 17 ? 3 + stream.take(3) : 11 + stream.take(7);
            }
            if (repeats > count - i) {
                throw new CorruptChunkException("a block of the packed data lists more code lengths than it said");
            }
            Arrays.fill(lengths, i, i + repeats, length);
            i += repeats;
        }
    }
}
