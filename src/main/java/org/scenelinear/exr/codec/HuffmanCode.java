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

/**
 * A canonical Huffman code over 65537 symbols as PIZ and DWA store it: all 16-bit values and one symbol more, which
 * stands for "repeat the last value", with a count of 8 bits behind it. Only the lengths of the codes are stored. Of
 * two codes, filled up with zeros at the right, the shorter one is the larger number; among codes of equal length
 * numbers grow with the symbols.
 *
 * <p>The packed form starts with five 32-bit little-endian numbers: first symbol, last symbol (which is the repeat
 * symbol), bytes of the table of lengths (not relied on), bits of data, a zero. In the table a length takes 6 bits; 59
 * to 62 stand for 2 to 5 symbols without a code, 63 and 8 more bits for 6 to 261 of them.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_huf.c}.
 */
final class HuffmanCode {
    /** Symbols there can be. */
    static final int SYMBOLS = 65537;

    /** The longest code. */
    static final int LONGEST = 58;

    /** Bytes in front of the table of lengths. */
    static final int HEADER_BYTES = 20;

    /** From this table entry on, an entry is a run of symbols without a code. */
    static final int SHORT_ZERO_RUN = 59;

    /** The table entry for a run whose length follows in 8 bits. */
    static final int LONG_ZERO_RUN = 63;

    /** The shortest run that is written with {@link #LONG_ZERO_RUN}. */
    static final int SHORTEST_LONG_RUN = 2 + LONG_ZERO_RUN - SHORT_ZERO_RUN;

    /** The longest run of symbols without a code in one table entry. */
    static final int LONGEST_LONG_RUN = 255 + SHORTEST_LONG_RUN;

    private HuffmanCode() {}

    /**
     * The numerically lowest code of each length, if the lengths form a complete prefix code, that is, if every string
     * of bits can be decoded.
     *
     * @param counts how many codes of each length there are, index 1 to {@link #LONGEST}
     * @param lowest takes the lowest codes, right-justified, at least {@link #LONGEST} + 1 long
     * @return whether the code is complete; if not, {@code lowest} is undefined
     */
    static boolean lowestCodes(int[] counts, long[] lowest) {
        Arrays.fill(lowest, 0);
        long code = 0;
        for (int length = LONGEST; length > 0; length--) {
            lowest[length] = code;
            code += counts[length];
            if ((code & 1) != 0) {
                return false;
            }
            code >>= 1;
        }
        return code == 1;
    }
}
