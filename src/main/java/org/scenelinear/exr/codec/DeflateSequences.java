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
 * A stretch of bytes as literals and matches: sequences of some literals, then a match. They come in segments, at whose
 * ends a block may end.
 */
final class DeflateSequences {
    /** Bytes in a segment; the last match of one may reach beyond. */
    static final int SEGMENT = 1 << 12;

    /** Segments at most. With the last match they fit one stored block, which holds 65535 bytes. */
    static final int SEGMENTS = 15;

    /** Shortest match there may be. */
    static final int SHORTEST_MATCH = 4;

    private static final int CAPACITY = SEGMENTS * (SEGMENT / SHORTEST_MATCH + 2);

    /** How many literals a sequence starts with. */
    final int[] literals = new int[CAPACITY];

    /** The match after them: its length above 16 bits with its distance; 0 if there is none. */
    final int[] matches = new int[CAPACITY];

    /** How many sequences. */
    int size;

    /** The sequence after the last of each segment. */
    final int[] segmentEnds = new int[SEGMENTS];

    /** Where the bytes of each segment end. */
    final int[] segmentStops = new int[SEGMENTS];

    /** How many segments. */
    int segments;

    void clear() {
        size = 0;
        segments = 0;
    }

    void add(int literalCount, int length, int distance) {
        literals[size] = literalCount;
        matches[size++] = length << 16 | distance;
    }

    /** Ends a segment; literals not followed by a match go to it. */
    void endSegment(int literalCount, int stop) {
        if (literalCount > 0) {
            add(literalCount, 0, 0);
        }
        segmentEnds[segments] = size;
        segmentStops[segments++] = stop;
    }
}
