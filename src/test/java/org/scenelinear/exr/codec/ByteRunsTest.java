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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Holds {@link ByteRuns}, which works on eight bytes at a time, against the rule taken byte by byte. */
class ByteRunsTest {
    private static final byte UNTOUCHED = 0x5A;
    private static final int MARGIN = 20;

    /** Rows of equal bytes of any length among others. */
    private static byte[] rows(int size, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[size];
        int longest = 1 + random.nextInt(300);
        int values = 1 + random.nextInt(5);
        for (int i = 0; i < size; ) {
            int stop = Math.min(size, i + 1 + random.nextInt(1 + random.nextInt(longest)));
            Arrays.fill(bytes, i, stop, (byte) (random.nextInt(values) * 50 - 90));
            i = stop;
        }
        return bytes;
    }

    /** Three equal bytes or more become runs of up to 128; others stand as they are, up to 127 at a time. */
    private static byte[] packSlowly(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int start = at;
            while (at < bytes.length && at - start < 127 && run(bytes, at) < 3) {
                at++;
            }
            if (at > start) {
                out.write(start - at);
                out.write(bytes, start, at - start);
            } else {
                int run = Math.min(128, run(bytes, at));
                out.write(run - 1);
                out.write(bytes[at]);
                at += run;
            }
        }
        return out.toByteArray();
    }

    private static int run(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] == bytes[at]) {
            end++;
        }
        return end - at;
    }

    /** What runs unpack to, or null if they do not make exactly so many bytes. */
    private static byte[] unpackSlowly(byte[] packed, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < packed.length; ) {
            int count = packed[at++];
            if ((count < 0 ? -count : 1) > packed.length - at) {
                return null;
            }
            for (int i = 0; i < (count < 0 ? -count : count + 1); i++) {
                out.write(packed[count < 0 ? at + i : at]);
            }
            at += count < 0 ? -count : 1;
        }
        return out.size() == length ? out.toByteArray() : null;
    }

    private static byte[] pack(byte[] content, int limit) {
        byte[] packed = new byte[limit + MARGIN];
        Arrays.fill(packed, UNTOUCHED);
        int length = ByteRuns.encode(content, content.length, packed, limit);
        for (int i = limit; i < packed.length; i++) {
            assertEquals(UNTOUCHED, packed[i]);
        }
        return length == Codec.NOT_SMALLER ? null : Arrays.copyOf(packed, length);
    }

    private static byte[] unpack(byte[] packed, int length) {
        byte[] found = new byte[length + MARGIN];
        Arrays.fill(found, UNTOUCHED);
        try {
            ByteRuns.decode(packed, packed.length, found, length);
        } catch (CorruptChunkException e) {
            return null;
        } finally {
            for (int i = length; i < found.length; i++) {
                assertEquals(UNTOUCHED, found[i]);
            }
        }
        return Arrays.copyOf(found, length);
    }

    @Test
    void anyContentIsPackedByTheRuleAndComesBack() {
        for (int seed = 0; seed < 2000; seed++) {
            byte[] content = rows(new Random(seed).nextInt(seed % 10 == 0 ? 5000 : 400), seed);
            byte[] packed = pack(content, 2 * content.length + 1);
            assertArrayEquals(packSlowly(content), packed);
            assertArrayEquals(content, unpack(packed, content.length));
        }
    }

    @Test
    void runsMayTakeAllOfTheLimitButNoMore() {
        for (int seed = 0; seed < 300; seed++) {
            byte[] content = rows(1 + new Random(seed).nextInt(1500), seed);
            byte[] packed = pack(content, 2 * content.length);
            assertArrayEquals(packed, pack(content, packed.length));
            for (int limit = Math.max(0, packed.length - 200); limit < packed.length; limit++) {
                assertEquals(null, pack(content, limit));
            }
        }
    }

    @Test
    void damagedRunsAreRefusedExactlyWhenTheyDoNotMakeTheirBytes() {
        Random random = new Random(1);
        int refused = 0;
        for (int seed = 0; seed < 3000; seed++) {
            byte[] content = rows(1 + random.nextInt(1000), seed);
            byte[] packed = pack(content, 2 * content.length);
            packed[random.nextInt(packed.length)] = (byte) random.nextInt();
            int length = content.length + (seed % 3 == 0 ? random.nextInt(3) - 1 : 0);
            byte[] found = unpack(packed, length);
            assertArrayEquals(unpackSlowly(packed, length), found);
            refused += found == null ? 1 : 0;
        }
        assertTrue(refused > 500 && refused < 2900, refused + " were refused");
    }
}
