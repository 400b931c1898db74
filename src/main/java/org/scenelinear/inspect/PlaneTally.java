/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

/**
 * What one pass over samples tells: counts, extremes, sums. Means are over finite samples, the geometric mean over
 * positive finite ones. One belongs to one thread at a time.
 */
public final class PlaneTally {
    private final long[] classes = new long[PixelClass.values().length];
    private final LogSum logs = new LogSum();
    private long samples;
    private long positive;
    private long aboveOne;
    private float least = Float.POSITIVE_INFINITY;
    private float largest = Float.NEGATIVE_INFINITY;
    private double sum;

    /** Adds samples of any kind. */
    void add(float[] values, int length) {
        double ordinary = 0;
        double product = 1;
        int factors = 0;
        for (int i = 0; i < length; i++) {
            float value = values[i];
            if (PixelClass.isOrdinary(value)) {
                ordinary += value;
                product *= value;
                if (++factors == LogSum.FACTORS) {
                    logs.add(product);
                    product = 1;
                    factors = 0;
                }
                positive++;
                addExtremes(value);
                aboveOne += value > 1 ? 1 : 0;
            } else {
                addOther(value);
            }
        }
        sum += ordinary;
        logs.add(product);
        samples += length;
    }

    private void addOther(float value) {
        PixelClass found = PixelClass.of(value);
        if (found != null) {
            classes[found.ordinal()]++;
        }
        if (value > 1) {
            aboveOne++;
        }
        if (Math.abs(value) <= Float.MAX_VALUE) {
            sum += value;
            addExtremes(value);
            if (value > 0) {
                positive++;
                logs.add(value);
            }
        }
    }

    private void addExtremes(float value) {
        if (value < least) {
            least = value;
        }
        if (value > largest) {
            largest = value;
        }
    }

    /** Adds the sum of ordinary samples, and a product of up to {@link LogSum#FACTORS} of them. */
    void addOrdinary(double newSum, double product) {
        sum += newSum;
        logs.add(product);
    }

    /** Adds counts and extremes of one or more ordinary samples. */
    void addOrdinary(long count, long newAboveOne, float newLeast, float newLargest) {
        samples += count;
        positive += count;
        aboveOne += newAboveOne;
        addExtremes(newLeast);
        addExtremes(newLargest);
    }

    /** Adds what another one tells; in the order of the samples, so that sums are rounded alike every time. */
    void add(PlaneTally other) {
        for (int i = 0; i < classes.length; i++) {
            classes[i] += other.classes[i];
        }
        samples += other.samples;
        positive += other.positive;
        aboveOne += other.aboveOne;
        addExtremes(other.least);
        addExtremes(other.largest);
        sum += other.sum;
        logs.add(other.logs);
    }

    /** How many samples there are. */
    public long samples() {
        return samples;
    }

    /** How many samples are of a kind. */
    public long count(PixelClass kind) {
        return classes[kind.ordinal()];
    }

    /** How many samples are neither NaN nor infinite. */
    public long finite() {
        return samples
                - count(PixelClass.NAN)
                - count(PixelClass.POSITIVE_INFINITY)
                - count(PixelClass.NEGATIVE_INFINITY);
    }

    /** How many samples are above 1, infinity among them. */
    public long aboveOne() {
        return aboveOne;
    }

    /** The least finite sample; NaN if there is none. */
    public float least() {
        return finite() == 0 ? Float.NaN : least;
    }

    /** The largest finite sample; NaN if there is none. */
    public float largest() {
        return finite() == 0 ? Float.NaN : largest;
    }

    /** The sum of finite samples. */
    public double sum() {
        return sum;
    }

    /** The mean of finite samples; NaN if there is none. */
    public double mean() {
        return sum / finite();
    }

    /** The geometric mean of positive finite samples; NaN if there is none. */
    public double geometricMean() {
        return Math.exp(logs.sum() / positive);
    }
}
