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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class Pxr24CodecTest extends CodecContractTest {
    /** Half a step of the 15 bits that are left of a mantissa. */
    private static final double HALF_STEP = 0x1p-16;

    @Override
    protected Codec newCodec() {
        return new Pxr24Codec();
    }

    @Override
    protected void assertSamePixels(Block block, byte[] expected, byte[] found) {
        ByteBuffer before = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer after = ByteBuffer.wrap(found).order(ByteOrder.LITTLE_ENDIAN);
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (Channel channel : block.channels()) {
                for (int i = 0; i < block.samplesInLine(channel, y); i++) {
                    if (channel.type() == PixelType.HALF) {
                        assertEquals(before.getShort(), after.getShort());
                    } else if (channel.type() == PixelType.UINT) {
                        assertEquals(before.getInt(), after.getInt());
                    } else {
                        isNear(before.getFloat(), after.getFloat());
                    }
                }
            }
        }
        assertEquals(before.position(), expected.length);
    }

    private static void isNear(float before, float after) {
        if (Float.isFinite(before)) {
            double step = Math.max(Math.abs(before) * HALF_STEP, Float.MIN_NORMAL * HALF_STEP);
            // The largest finite values are cut off, not rounded.
            double allowed = Math.abs(before) > 0x1.fffep127 ? 2 * step : step;
            assertEquals(before, after, allowed);
        } else {
            assertEquals(Float.isNaN(before) ? Float.NaN : before, after);
        }
    }

    private static float shortened(float value) {
        return Float.intBitsToFloat(Pxr24Codec.shortened(Float.floatToRawIntBits(value)) << 8);
    }

    @Test
    void aFloatKeepsFifteenBitsOfItsMantissa() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            isNear(value, shortened(value));
        }
    }

    @Test
    void shorteningTwiceChangesNoMore() {
        Random random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            int once = Pxr24Codec.shortened(random.nextInt());
            assertEquals(once, Pxr24Codec.shortened(once << 8));
        }
    }

    @Test
    void nothingFiniteBecomesInfiniteAndNothingElseBecomesFinite() {
        for (float sign : new float[] {1, -1}) {
            assertTrue(Float.isFinite(shortened(sign * Float.MAX_VALUE)));
            assertEquals(sign * Float.POSITIVE_INFINITY, shortened(sign * Float.POSITIVE_INFINITY));
        }
        for (int bits : new int[] {0x7F800001, 0xFF8000FF, 0x7FC00000, 0xFFFFFFFF}) {
            assertTrue(Float.isNaN(shortened(Float.intBitsToFloat(bits))));
        }
    }
}
