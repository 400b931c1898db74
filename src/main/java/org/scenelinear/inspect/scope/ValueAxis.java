/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.scenelinear.color.PerceptualQuantizer;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.LightStatistics;

/**
 * The axis of a waveform: {@value #BINS} bins of equal height from its bottom to its top, in stops, linear values,
 * cd/m² or code values. A number lies in the bin that its formula in double says, and the top itself in the last; what
 * lies outside or is no number goes to a slot of its own.
 */
public final class ValueAxis {
    /** How many bins there are. */
    public static final int BINS = 512;

    /** Stops from the bottom of an axis of stops to its top. */
    public static final int STOPS = 20;

    /** What is counted outside the bins. */
    public enum Apart {
        /** Finite, but less than the bottom; for stops 0 and negative values too. */
        BELOW,
        /** Finite, but more than the top. */
        ABOVE,
        /** Plus infinity. */
        POSITIVE_INFINITY,
        /** Minus infinity. */
        NEGATIVE_INFINITY,
        /** Not a number. */
        NAN
    }

    /**
     * A number to write beside the axis.
     *
     * @param position 0 at the bottom, 1 at the top
     * @param text what to write
     */
    public record Mark(double position, String text) {}

    /** Ranks of numbers from 0: 0 below, 1 to BINS the bins, BINS + 1 above. */
    private static final int RANKS = BINS + 2;

    /** All slots: the ranks and what is not finite. */
    static final int SLOTS = RANKS + 3;

    /** Floats that share their upper bits are looked up together; then at most a few ranks have to be tried. */
    private static final int LOWER_BITS = 14;

    private static final PerceptualQuantizer PQ = new PerceptualQuantizer();
    /** What the quantizer takes for 1, in cd/m². */
    private static final double PQ_UNIT = 100;

    private final String label;
    private final DoubleUnaryOperator position;
    private final DoubleUnaryOperator value;
    private final List<Mark> marks;

    /** The least float of each rank, and infinity at the end. */
    private final float[] least = new float[RANKS + 1];

    private final short[] rankOfUpperBits;

    private ValueAxis(String label, DoubleUnaryOperator position, DoubleUnaryOperator value, List<Mark> marks) {
        this.label = label;
        this.position = position;
        this.value = value;
        this.marks = List.copyOf(marks);
        for (int rank = 1; rank < RANKS; rank++) {
            least[rank] = leastOf(rank);
        }
        least[RANKS] = Float.POSITIVE_INFINITY;
        this.rankOfUpperBits = ranks();
    }

    /**
     * {@value #STOPS} stops from 18 % gray.
     *
     * @param top where they end
     */
    public static ValueAxis stops(double top) {
        double bottom = top - STOPS;
        List<Mark> marks = new ArrayList<>();
        for (int stop = (int) Math.ceil(bottom / 2) * 2; stop <= top; stop += 2) {
            marks.add(new Mark((stop - bottom) / STOPS, stop > 0 ? "+" + stop : String.valueOf(stop)));
        }
        return new ValueAxis(
                "stops from 18 % gray",
                linear -> (Math.log(linear / LightStatistics.GRAY) / Math.log(2) - bottom) / STOPS,
                place -> bottom + place * STOPS,
                marks);
    }

    /**
     * Linear values from 0.
     *
     * @param top where they end, above 0
     */
    public static ValueAxis linear(double top) {
        checkTop(top);
        return new ValueAxis("linear light", linear -> linear / top, place -> place * top, even(top));
    }

    /**
     * Luminance from 0.
     *
     * @param top where it ends in cd/m², above 0
     * @param calibration how much light 1 is
     */
    public static ValueAxis nits(double top, LightCalibration calibration) {
        checkTop(top);
        double nits = calibration.nits();
        return new ValueAxis("cd/m²", linear -> linear * nits / top, place -> place * top, even(top));
    }

    /**
     * Code values of the perceptual quantizer, 0 to 10000 cd/m².
     *
     * @param calibration how much light 1 is
     */
    public static ValueAxis pq(LightCalibration calibration) {
        double gain = calibration.nits() / PQ_UNIT;
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(0, "0 (0)"));
        for (double nits : new double[] {0.1, 1, 10, 100, 1000, 10000}) {
            double code = PQ.encode(nits / PQ_UNIT);
            marks.add(new Mark(code, String.format(Locale.ROOT, "%.2f (%s)", code, plain(nits))));
        }
        // The quantizer takes negative light for none; here it is below the axis.
        return new ValueAxis(
                "PQ code value (cd/m²)", linear -> linear < 0 ? -1 : PQ.encode(linear * gain), place -> place, marks);
    }

    /** Code values of a display, 0 to 1. */
    public static ValueAxis codes() {
        return new ValueAxis("code value", code -> code, place -> place, even(1));
    }

    private static void checkTop(double top) {
        if (!(top > 0 && top < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an axis from 0 to " + top);
        }
    }

    /** Marks at round numbers, about eight. */
    private static List<Mark> even(double top) {
        double step = Math.pow(10, Math.floor(Math.log10(top / 4)));
        for (double factor : new double[] {5, 2}) {
            if (top / (step * factor) >= 4) {
                step *= factor;
                break;
            }
        }
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
            marks.add(new Mark(i * step / top, plain(i * step)));
        }
        return marks;
    }

    private static String plain(double number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** What stands beside it: quantity and unit. */
    public String label() {
        return label;
    }

    /** The numbers to write beside it, from the bottom to the top. */
    public List<Mark> marks() {
        return marks;
    }

    /** Where a bin begins, in the axis's unit; the bin before it ends there. */
    public double value(int bin) {
        return value.applyAsDouble((double) bin / BINS);
    }

    /** Where what is counted apart has its slot. */
    static int slot(Apart kind) {
        return switch (kind) {
            case BELOW -> 0;
            case ABOVE -> RANKS - 1;
            default -> RANKS + kind.ordinal() - Apart.POSITIVE_INFINITY.ordinal();
        };
    }

    /** The slot of a number; bins have the slots from 1. */
    int slot(float number) {
        if (number >= 0 && number < Float.POSITIVE_INFINITY) {
            int rank = rankOfUpperBits[(Float.floatToRawIntBits(number) & Integer.MAX_VALUE) >>> LOWER_BITS];
            while (number >= least[rank + 1]) {
                rank++;
            }
            return rank;
        }
        if (number > Float.NEGATIVE_INFINITY && number < 0) {
            return slot(Apart.BELOW);
        }
        if (Float.isNaN(number)) {
            return slot(Apart.NAN);
        }
        return slot(number > 0 ? Apart.POSITIVE_INFINITY : Apart.NEGATIVE_INFINITY);
    }

    /** The rank by the formula. */
    private int rank(float number) {
        double place = position.applyAsDouble(number);
        if (!(place >= 0)) {
            return 0;
        }
        return place > 1 ? BINS + 1 : 1 + Math.min(BINS - 1, (int) (place * BINS));
    }

    /** The least float from 0 of this rank or a higher one. The patterns of such floats have their order. */
    private float leastOf(int rank) {
        int low = 0;
        int high = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rank(Float.intBitsToFloat(middle)) >= rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Float.intBitsToFloat(low);
    }

    private short[] ranks() {
        short[] ranks = new short[(Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> LOWER_BITS) + 1];
        int rank = 0;
        for (int bits = 0; bits < ranks.length; bits++) {
            float lowest = Float.intBitsToFloat(bits << LOWER_BITS);
            while (rank < RANKS - 1 && lowest >= least[rank + 1]) {
                rank++;
            }
            ranks[bits] = (short) rank;
        }
        return ranks;
    }
}
