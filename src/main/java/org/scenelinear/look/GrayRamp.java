/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * What becomes of grays that rise by sixteenths of a stop.
 *
 * @param first the first gray, in stops from middle gray
 * @param results r, g, b of each
 */
record GrayRamp(double first, float[][] results) {
    /** Grays in a stop. */
    static final int PER_STOP = 16;

    /** The least rise that counts, relative; a neutral look has 4 percent. Smaller ones are the rounding of floats. */
    private static final double LEAST_RISE = 1e-5;

    /** A plateau shorter than this is a tangent, not a plateau: half a stop. */
    private static final int SHORTEST = PER_STOP / 2;

    private static final String NAMES = "rgb";

    /** Where a component does not change, in steps of the ramp. */
    private record Span(int component, int begin, int end) {}

    /** Where highlights are cut: the plateaus that reach the last gray; empty for none. */
    String cutHighlights() {
        return plateaus(span -> span.end == last(), span -> " from " + stops(span.begin) + " on");
    }

    /** Where shadows are cut: the plateaus that begin at the first gray; empty for none. */
    String cutShadows() {
        return plateaus(span -> span.begin == 0 && span.end < last(), span -> " up to " + stops(span.end));
    }

    /** Plateaus between; empty for none. */
    String otherPlateaus() {
        return plateaus(
                span -> span.begin > 0 && span.end < last(),
                span -> " from " + stops(span.begin) + " to " + stops(span.end));
    }

    /** Where components fall though the gray rises; empty if they rise all the way. */
    String falls() {
        List<String> found = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < last(); i++) {
                if (rise(c, i) < -LEAST_RISE) {
                    found.add(NAMES.charAt(c) + " at " + stops(i));
                    break;
                }
            }
        }
        return String.join(", ", found);
    }

    /** Components that fall below 0 somewhere; empty for none. */
    String negative() {
        return components(c -> first(c, value -> value < 0) < results[c].length);
    }

    /** The last gray, in stops, up to which no component is above a limit; NaN if the first is. */
    double lastWithin(float limit) {
        int end = results[0].length;
        for (int c = 0; c < 3; c++) {
            end = Math.min(end, first(c, value -> !(value <= limit)));
        }
        return end == 0 ? Double.NaN : first + (double) (end - 1) / PER_STOP;
    }

    private interface Test {
        boolean holds(float value);
    }

    private int first(int component, Test test) {
        int i = 0;
        while (i < results[component].length && !test.holds(results[component][i])) {
            i++;
        }
        return i;
    }

    private static String components(IntPredicate wanted) {
        StringBuilder names = new StringBuilder();
        for (int c = 0; c < 3; c++) {
            if (wanted.test(c)) {
                names.append(names.isEmpty() ? "" : ", ").append(NAMES.charAt(c));
            }
        }
        return names.toString();
    }

    private interface Wanted {
        boolean is(Span span);
    }

    private interface Words {
        String of(Span span);
    }

    private String plateaus(Wanted wanted, Words words) {
        List<String> found = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            for (Span span : level(c)) {
                if (wanted.is(span)) {
                    found.add(NAMES.charAt(c) + words.of(span));
                }
            }
        }
        return String.join(", ", found);
    }

    private List<Span> level(int component) {
        List<Span> spans = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= last(); i++) {
            boolean isLevel = i < last() && Math.abs(rise(component, i)) <= LEAST_RISE;
            if (!isLevel) {
                if (i - begin >= SHORTEST) {
                    spans.add(new Span(component, begin, i));
                }
                begin = i + 1;
            }
        }
        return spans;
    }

    /** How much the next result is above this one, relative to the larger; 0 if both are 0, NaN if one is. */
    private double rise(int component, int index) {
        double now = results[component][index];
        double next = results[component][index + 1];
        return now == next ? 0 : (next - now) / Math.max(Math.abs(now), Math.abs(next));
    }

    private int last() {
        return results[0].length - 1;
    }

    private String stops(int index) {
        return String.format(Locale.ROOT, "%+.2f stops", first + (double) index / PER_STOP);
    }
}
