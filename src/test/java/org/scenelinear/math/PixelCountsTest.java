/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelCountsTest {
    private static final float[] REMARKABLE = {
        -0f,
        0f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -1e-30f,
        Float.intBitsToFloat(0xFFC00000)
    };

    @Test
    void countsAreThoseOfPlainComparisons() {
        Random random = new Random(4);
        SpanScratch scratch = new SpanScratch(2048);
        for (int round = 0; round < 300; round++) {
            int length = 1 + random.nextInt(2048);
            float[][] planes = new float[3][2048];
            int rarity = 1 + random.nextInt(3000);
            for (float[] plane : planes) {
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = random.nextInt(rarity) == 0
                            ? REMARKABLE[random.nextInt(REMARKABLE.length)]
                            : (float) (random.nextGaussian() + round % 7);
                }
            }
            long negative = 0;
            long invalid = 0;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < length; i++) {
                boolean finite = true;
                boolean below = false;
                for (float[] plane : planes) {
                    finite &= Float.isFinite(plane[i]);
                    below |= plane[i] < 0;
                    largest = Float.isFinite(plane[i]) ? Math.max(largest, plane[i]) : largest;
                }
                invalid += finite ? 0 : 1;
                negative += finite && below ? 1 : 0;
            }
            PixelCounts counts = new PixelCounts();
            counts.addSigns(planes[0], planes[1], planes[2], scratch, length);
            counts.addLargest(planes[0], planes[1], planes[2], scratch, length);
            assertEquals(negative, counts.negative());
            assertEquals(invalid, counts.invalid());
            assertEquals(largest, counts.largest(), 0);
        }
    }

    @Test
    void spansAndCountersAddUp() {
        SpanScratch scratch = new SpanScratch(4);
        float[] plane = {-1, 2, Float.NaN, 0};
        PixelCounts first = new PixelCounts();
        first.addSigns(plane, plane, plane, scratch, 4);
        first.addLargest(plane, plane, plane, scratch, 4);
        PixelCounts second = new PixelCounts(first.largest());
        float[] more = {-3, 1, 5, -1};
        second.addSigns(more, plane, more, scratch, 2);
        second.addLargest(more, more, more, scratch, 4);
        first.add(second);
        assertEquals(2, first.negative());
        assertEquals(1, first.invalid());
        assertEquals(5, first.largest());
    }
}
