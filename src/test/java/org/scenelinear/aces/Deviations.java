/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

/** How far results lie from what was expected: a collection of absolute differences. */
final class Deviations {
    private final String what;
    private final double[] sorted;

    private Deviations(String what, double[] sorted) {
        this.what = what;
        this.sorted = sorted;
    }

    /** The differences of all components, divided by a unit. */
    static Deviations between(String what, List<double[]> expected, List<double[]> actual, double unit) {
        assertEquals(expected.size(), actual.size(), what);
        double[] differences = new double[3 * expected.size()];
        for (int i = 0; i < differences.length; i++) {
            double difference = expected.get(i / 3)[i % 3] - actual.get(i / 3)[i % 3];
            differences[i] = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.abs(difference) / unit;
        }
        Arrays.sort(differences);
        return new Deviations(what, differences);
    }

    /** The differences of colors: the largest of each, divided by the largest component expected. Black is 0 apart. */
    static Deviations relative(String what, List<double[]> expected, List<double[]> actual) {
        assertEquals(expected.size(), actual.size(), what);
        double[] differences = new double[expected.size()];
        for (int i = 0; i < differences.length; i++) {
            double largest = 1e-9;
            double difference = 0;
            for (int k = 0; k < 3; k++) {
                largest = Math.max(largest, Math.abs(expected.get(i)[k]));
                difference = Math.max(difference, Math.abs(expected.get(i)[k] - actual.get(i)[k])); // NaN stays
            }
            differences[i] = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference / largest;
        }
        Arrays.sort(differences);
        return new Deviations(what, differences);
    }

    /** The difference that a part of all, 0 to 1, does not exceed. */
    double quantile(double part) {
        return sorted[(int) Math.ceil(part * (sorted.length - 1))];
    }

    /** Fails unless the difference that a part of all does not exceed is at most a limit. */
    Deviations assertWithin(double part, double limit) {
        assertTrue(quantile(part) <= limit, () -> this + ", allowed " + limit + " for " + part);
        return this;
    }

    @Override
    public String toString() {
        return String.format("%s: max %.2g, 99 %% %.2g, median %.2g", what, quantile(1), quantile(0.99), quantile(0.5));
    }
}
