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
 * Finds repetitions in bytes. At each place it takes the longest of the last few that start alike, if that is shorter
 * than its bytes one by one would be; where it finds none for a while, it looks at fewer and fewer places.
 *
 * <p>What bytes would take one by one is estimated from how often each stands in the segment: in the bytes that
 * {@link BytePredictor} leaves, most short repetitions cost more than they save. The same estimate says how many equal
 * bytes are worth looking for.
 */
final class DeflateMatcher {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int WINDOW = DeflateSymbols.LARGEST_DISTANCE;
    private static final int WINDOW_MASK = WINDOW - 1;
    private static final int HASH_BITS = 15;
    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio

    /** Costs count in eighths of bits. */
    private static final int BIT = 8;

    /** What a match takes apart from the extra bits of its distance: two codes. */
    private static final int MATCH_COST = 9 * BIT;

    /** Matches from here on are taken without a look at their cost. */
    private static final int SURELY_WORTH = 16;

    /** A place is passed over more for each so many that led to nothing. */
    private static final int MISSES_PER_STEP = 16;

    private static final int LARGEST_STEP = 4;

    /** Places noted at either end of a match: those within a long one have little new to offer. */
    private static final int NOTED = 16;

    private final boolean thorough;
    /** How many places with the same hash to look at. */
    private final int depth;

    private final int depthInNoise;
    /** The length at which to look no further. */
    private final int goodLength;

    /** The last place, plus {@link #base}, of each hash. */
    private final int[] last = new int[1 << HASH_BITS];

    /** How far before each place of the window the one of the same hash before it is. */
    private final char[] back = new char[WINDOW];

    /** Added to places, so that what is known of earlier contents is told apart without clearing it. */
    private int base = 1;

    private int length;
    private int misses;
    private final int[] histogram = new int[4 * 256];
    private final int[] costs = new int[256];

    /** A matcher; one that is thorough looks everywhere, for the shortest, and takes several times as long. */
    DeflateMatcher(boolean thorough) {
        this.thorough = thorough;
        this.depth = thorough ? 128 : 4;
        this.depthInNoise = thorough ? 128 : 2;
        this.goodLength = thorough ? 128 : 30;
    }

    /** Starts with a content. */
    void start(int length) {
        base += this.length + WINDOW;
        if (base > Integer.MAX_VALUE - length - 2 * WINDOW || base < 0) {
            Arrays.fill(last, 0);
            base = 1;
        }
        this.length = length;
        this.misses = 0;
    }

    /**
     * Finds the sequences of the bytes from a place on, until there are no more bytes or segments.
     *
     * @return the place after them
     */
    int find(byte[] raw, int from, DeflateSequences sequences) {
        sequences.clear();
        int at = from;
        do {
            at = findInSegment(raw, at, Math.min(length, at + DeflateSequences.SEGMENT), sequences);
        } while (at < length && sequences.segments < DeflateSequences.SEGMENTS);
        return at;
    }

    private int findInSegment(byte[] raw, int from, int stop, DeflateSequences sequences) {
        // Shifts that many bits of eight bytes out, so that the rest make the hash.
        int unhashed = 64 - 8 * shortestMatch(estimateCosts(raw, from, stop), from);
        int shortest = 8 - unhashed / 8;
        int[] last = this.last;
        char[] back = this.back;
        int base = this.base;
        int end = length;
        int hashEnd = end - 7;
        int searchEnd = Math.min(stop, hashEnd);
        int misses = this.misses / 4;
        int noted = thorough ? DeflateSymbols.LONGEST_MATCH : NOTED;
        int largestStep = thorough ? 0 : LARGEST_STEP;
        int literalsFrom = from;
        int at = from;
        while (at < searchEnd) {
            long bytes = (long) LONG.get(raw, at);
            int hash = hash(bytes, unhashed);
            int place = at + base;
            int candidate = last[hash];
            last[hash] = place;
            back[place & WINDOW_MASK] = (char) Math.min(place - candidate, 0xFFFF);
            int first = Math.max(place - WINDOW, base);
            int bestLength = shortest - 1;
            int bestDistance = 0;
            int left = misses < MISSES_PER_STEP ? depth : depthInNoise;
            while (candidate >= first && left-- > 0) {
                int source = candidate - base;
                long difference = bytes ^ (long) LONG.get(raw, source);
                int found = difference == 0
                        ? matchLength(raw, source, at, end)
                        : Long.numberOfTrailingZeros(difference) >>> 3;
                if (found > bestLength) {
                    bestLength = found;
                    bestDistance = at - source;
                    if (found >= goodLength) {
                        break;
                    }
                }
                candidate -= back[candidate & WINDOW_MASK];
            }
            if (bestDistance == 0 || !isWorth(raw, at, bestLength, bestDistance)) {
                at += 1 + Math.min(misses++ / MISSES_PER_STEP, largestStep);
                continue;
            }
            int next = at + bestLength;
            int headEnd = Math.min(next, at + noted);
            note(raw, at + 1, Math.min(headEnd, hashEnd), unhashed);
            note(raw, Math.max(headEnd, next - noted), Math.min(next, hashEnd), unhashed);
            int start = at;
            while (start > literalsFrom
                    && start > bestDistance
                    && raw[start - 1] == raw[start - 1 - bestDistance]
                    && next - start < DeflateSymbols.LONGEST_MATCH) {
                start--;
            }
            sequences.add(start - literalsFrom, next - start, bestDistance);
            at = next;
            literalsFrom = next;
            misses = 0;
        }
        this.misses = misses;
        at = Math.max(literalsFrom, stop);
        sequences.endSegment(at - literalsFrom, at);
        return at;
    }

    /** Makes places known to later searches. */
    private void note(byte[] raw, int from, int end, int unhashed) {
        int[] last = this.last;
        char[] back = this.back;
        for (int i = from; i < end; i++) {
            int hash = hash((long) LONG.get(raw, i), unhashed);
            int place = i + base;
            back[place & WINDOW_MASK] = (char) Math.min(place - last[hash], 0xFFFF);
            last[hash] = place;
        }
    }

    private static int hash(long bytes, int unhashed) {
        return (int) ((bytes << unhashed) * HASH_FACTOR >>> 64 - HASH_BITS);
    }

    /** How many bytes are equal, where the first eight are. */
    private static int matchLength(byte[] raw, int source, int at, int end) {
        int longest = Math.min(DeflateSymbols.LONGEST_MATCH, end - at);
        int found = 8;
        while (found <= longest - 8) {
            long difference = (long) LONG.get(raw, source + found) ^ (long) LONG.get(raw, at + found);
            if (difference != 0) {
                return found + (Long.numberOfTrailingZeros(difference) >>> 3);
            }
            found += 8;
        }
        while (found < longest && raw[source + found] == raw[at + found]) {
            found++;
        }
        return found;
    }

    private boolean isWorth(byte[] raw, int at, int matchLength, int distance) {
        if (matchLength >= SURELY_WORTH) {
            return true;
        }
        int cost = -MATCH_COST - BIT * DeflateSymbols.distanceExtraBits(DeflateSymbols.distanceSymbol(distance));
        for (int i = at; i < at + matchLength; i++) {
            cost += costs[raw[i] & 0xFF];
        }
        return cost > 0;
    }

    /** How many equal bytes a search must start from, where a byte costs so much. */
    private int shortestMatch(int meanCost, int at) {
        if (thorough || meanCost > 44) {
            return DeflateSequences.SHORTEST_MATCH;
        }
        // As long as there is little to find something in, search for less.
        int less = at < WINDOW ? 1 : 0;
        return (meanCost > 28 ? 5 : meanCost > 24 ? 7 : 8) - less;
    }

    /** Estimates what each byte of a segment costs as a literal; answers the mean. */
    private int estimateCosts(byte[] raw, int from, int stop) {
        int[] histogram = this.histogram;
        Arrays.fill(histogram, 0);
        int i = from;
        // Equal bytes in a row would wait for each other's count: neighbors go to tables of their own.
        for (; i <= stop - 8; i += 8) {
            long eight = (long) LONG.get(raw, i);
            histogram[(int) eight & 0xFF]++;
            histogram[(int) (eight >>> 8) & 0xFF | 0x100]++;
            histogram[(int) (eight >>> 16) & 0xFF | 0x200]++;
            histogram[(int) (eight >>> 24) & 0xFF | 0x300]++;
            histogram[(int) (eight >>> 32) & 0xFF]++;
            histogram[(int) (eight >>> 40) & 0xFF | 0x100]++;
            histogram[(int) (eight >>> 48) & 0xFF | 0x200]++;
            histogram[(int) (eight >>> 56) | 0x300]++;
        }
        for (; i < stop; i++) {
            histogram[raw[i] & 0xFF]++;
        }
        int all = DeflateCounts.log2(stop - from);
        int sum = 0;
        for (int b = 0; b < 256; b++) {
            int count = histogram[b] + histogram[b + 0x100] + histogram[b + 0x200] + histogram[b + 0x300];
            // No code is shorter than one bit.
            int bits = all - DeflateCounts.log2(Math.max(count, 1));
            int cost = Math.max(BIT, bits * BIT / DeflateCounts.BIT);
            costs[b] = cost;
            sum += count * cost;
        }
        return sum / Math.max(1, stop - from);
    }
}
