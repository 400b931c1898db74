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

/**
 * What there is in spans of pixels: negative components, NaN and infinities, and the largest component. Counts grow
 * from span to span. One belongs to one thread at a time.
 *
 * <p>Each question is first asked in a sum per pixel that is 0 unless there is something to look at, in loops that
 * become vector code; comparisons, which do not, are left for the spans where there is.
 */
public final class PixelCounts {
    private static final int LARGEST_FINITE = 0x7F7FFFFF;
    private static final int HIGH = 16;
    private static final int LOW_MASK = (1 << HIGH) - 1;
    /** As many pixels as a count of 16 bits holds. */
    private static final int MOST_PIXELS = LOW_MASK;

    private long negative;
    private long invalid;
    private float largest;

    /** Nothing counted yet. */
    public PixelCounts() {
        this(Float.NEGATIVE_INFINITY);
    }

    /**
     * Nothing counted yet.
     *
     * @param known the largest component as far as it is known; spans without a larger one take the shortest way
     */
    public PixelCounts(float known) {
        largest = known;
    }

    /** Pixels with a component below 0 and neither NaN nor infinity in any. */
    public long negative() {
        return negative;
    }

    /** Pixels with NaN or infinity in a component. */
    public long invalid() {
        return invalid;
    }

    /** The largest finite component, minus infinity if there was none. */
    public float largest() {
        return largest;
    }

    /** Adds what another one counted. */
    public void add(PixelCounts other) {
        negative += other.negative;
        invalid += other.invalid;
        largest = other.largest > largest ? other.largest : largest;
    }

    /**
     * Counts negative and invalid pixels of a span.
     *
     * @param r first components, {@code length} or more
     * @param g second components
     * @param b third components
     * @param scratch to work in
     * @param length how many pixels, up to 65535
     */
    public void addSigns(float[] r, float[] g, float[] b, SpanScratch scratch, int length) {
        if (length > MOST_PIXELS) {
            throw new IllegalArgumentException(length + " pixels in a span, more than " + MOST_PIXELS);
        }
        below(r, g, b, scratch.floats, length);
        scratch.toBits(scratch.floats, scratch.bits, length);
        int found = count(scratch.bits, length);
        if (found >>> HIGH == 0) {
            negative += found & LOW_MASK;
            return;
        }
        for (int i = 0; i < length; i++) {
            if (!(isFinite(r[i]) && isFinite(g[i]) && isFinite(b[i]))) {
                invalid++;
            } else if (r[i] < 0 || g[i] < 0 || b[i] < 0) {
                negative++;
            }
        }
    }

    /**
     * Looks for a component larger than all before.
     *
     * @param r first components, {@code length} or more
     * @param g second components
     * @param b third components
     * @param scratch to work in
     * @param length how many pixels
     */
    public void addLargest(float[] r, float[] g, float[] b, SpanScratch scratch, int length) {
        above(r, g, b, largest, scratch.floats, length);
        scratch.toBits(scratch.floats, scratch.bits, length);
        if (any(scratch.bits, length) != 0) {
            largest = largest(r, largest, length);
            largest = largest(g, largest, length);
            largest = largest(b, largest, length);
        }
    }

    /** Above 0 where a component is below 0; NaN or infinite for NaN, infinities and enormous numbers. */
    private static void below(float[] r, float[] g, float[] b, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            result[i] = (Math.abs(r[i]) - r[i]) + (Math.abs(g[i]) - g[i]) + (Math.abs(b[i]) - b[i]);
        }
    }

    /** Above 0 where a component exceeds a limit; NaN or infinite for NaN, infinities and enormous numbers. */
    private static void above(float[] r, float[] g, float[] b, float limit, float[] result, int length) {
        for (int i = 0; i < length; i++) {
            float red = r[i] - limit;
            float green = g[i] - limit;
            float blue = b[i] - limit;
            result[i] = (Math.abs(red) + red) + (Math.abs(green) + green) + (Math.abs(blue) + blue);
        }
    }

    /** How many are not 0, in the low bits, and how many of these not finite, in the high bits. */
    private static int count(int[] bits, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int magnitude = bits[i] & 0x7FFFFFFF;
            sum += (-magnitude >>> 31) + ((LARGEST_FINITE - magnitude >>> 31) << HIGH);
        }
        return sum;
    }

    private static int any(int[] bits, int length) {
        int all = 0;
        for (int i = 0; i < length; i++) {
            all = all | bits[i];
        }
        return all;
    }

    private static float largest(float[] plane, float known, int length) {
        float most = known;
        for (int i = 0; i < length; i++) {
            float value = plane[i];
            if (value > most && value <= Float.MAX_VALUE) {
                most = value;
            }
        }
        return most;
    }

    private static boolean isFinite(float value) {
        return Math.abs(value) <= Float.MAX_VALUE;
    }
}
