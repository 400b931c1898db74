/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A power of each component, plain or as the monitor curve with its straight piece near black: the {@code Exponent}
 * node of the Common LUT Format (Academy S-2014-006, version 3, section 7.7).
 *
 * <p>Values above 1 follow the power without end, infinity stays infinite, NaN stays NaN. What becomes of negative
 * values is in the {@link Style}.
 *
 * @param style which form
 * @param r the parameters of the first component
 * @param g of the second
 * @param b of the third
 */
public record ExponentTransform(Style style, Power r, Power g, Power b) implements ColorTransform {
    /** The form of the power, with its name in files. */
    public enum Style {
        /** x^e, negative values become 0. */
        BASIC_FORWARD("basicFwd"),
        /** x^(1/e), negative values become 0. */
        BASIC_REVERSE("basicRev"),
        /** x^e, negative values mirrored: -(-x)^e. */
        BASIC_MIRROR_FORWARD("basicMirrorFwd"),
        /** x^(1/e), negative values mirrored. */
        BASIC_MIRROR_REVERSE("basicMirrorRev"),
        /** x^e, negative values as they are. */
        BASIC_PASS_FORWARD("basicPassThruFwd"),
        /** x^(1/e), negative values as they are. */
        BASIC_PASS_REVERSE("basicPassThruRev"),
        /** ((x + offset) / (1 + offset))^e, a straight piece below; negative values follow it. */
        MONITOR_FORWARD("monCurveFwd"),
        /** The monitor curve back; negative values follow the straight piece. */
        MONITOR_REVERSE("monCurveRev"),
        /** The monitor curve, negative values mirrored. */
        MONITOR_MIRROR_FORWARD("monCurveMirrorFwd"),
        /** The monitor curve back, negative values mirrored. */
        MONITOR_MIRROR_REVERSE("monCurveMirrorRev");

        private final String text;

        Style(String text) {
            this.text = text;
        }

        /** Its name in files. */
        public String text() {
            return text;
        }

        /** Whether it has an offset and a straight piece. */
        public boolean isMonitor() {
            return ordinal() >= MONITOR_FORWARD.ordinal();
        }

        /** Whether negative values are treated as positive ones with the sign put back. */
        public boolean isMirrored() {
            return text.contains("Mirror");
        }

        /** Whether it is the way back. */
        public boolean isReverse() {
            return ordinal() % 2 != 0;
        }

        /** The same form the other way. */
        Style opposite() {
            return values()[ordinal() ^ 1];
        }
    }

    /**
     * The parameters of one component.
     *
     * @param exponent e, for the plain power 0.01 to 100, for the monitor curve 1 to 10
     * @param offset for the monitor curve 0 to 0.9, otherwise 0
     */
    public record Power(double exponent, double offset) {}

    /** Refuses parameters outside the ranges that the format allows. */
    public ExponentTransform {
        check(style, r);
        check(style, g);
        check(style, b);
    }

    /** The same power for all components. */
    public static ExponentTransform same(Style style, Power power) {
        return new ExponentTransform(style, power, power, power);
    }

    private static void check(Style style, Power power) {
        double least = style.isMonitor() ? 1 : 0.01;
        double most = style.isMonitor() ? 10 : 100;
        if (!(power.exponent >= least && power.exponent <= most)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the exponent %s of style %s is not from %s to %s",
                    power.exponent,
                    style.text,
                    least,
                    most));
        }
        double mostOffset = style.isMonitor() ? 0.9 : 0;
        if (!(power.offset >= 0 && power.offset <= mostOffset)) {
            throw new IllegalArgumentException(
                    "the offset " + power.offset + " of style " + style.text + " is not from 0 to " + mostOffset);
        }
    }

    /** The parameters of component 0, 1 or 2. */
    public Power get(int component) {
        return component == 0 ? r : component == 1 ? g : b;
    }

    /**
     * The same power the other way. Of the plain power, which makes negative values 0, it undoes what is left of them.
     */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(new ExponentTransform(style.opposite(), r, g, b));
    }

    /** Whether no value is changed; never so where negative values become 0. */
    @Override
    public boolean isIdentity() {
        boolean keepsNegative = style.isMonitor()
                || style.isMirrored()
                || style == Style.BASIC_PASS_FORWARD
                || style == Style.BASIC_PASS_REVERSE;
        return keepsNegative && isOne(r) && isOne(g) && isOne(b);
    }

    private static boolean isOne(Power power) {
        return power.exponent == 1; // the monitor curve is a straight line then, whatever the offset
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder("exponent ").append(style.text);
        text.append(' ').append(new ChannelValues(r.exponent, g.exponent, b.exponent));
        if (style.isMonitor()) {
            text.append(" offset ").append(new ChannelValues(r.offset, g.offset, b.offset));
        }
        return text.toString();
    }

    @Override
    public Kernel compile() {
        return PiecewiseKernel.of(c -> style.isMonitor()
                ? monitor(get(c))
                : PiecewiseFunction.power(
                        style.isReverse() ? 1 / get(c).exponent : get(c).exponent,
                        negativePiece(),
                        style.isMirrored()));
    }

    /** The factor of negative values of the plain power. */
    private double negativePiece() {
        return style == Style.BASIC_PASS_FORWARD || style == Style.BASIC_PASS_REVERSE ? 1 : 0;
    }

    /** The monitor curve of one component. An exponent of 1 or no offset make its formulas divide by 0. */
    private PiecewiseFunction monitor(Power power) {
        double e = Math.max(1.000001, power.exponent);
        double offset = Math.max(0.000001, power.offset);
        double encodedBreak = offset / (e - 1);
        double linearBreak = Math.pow(offset * e / ((e - 1) * (1 + offset)), e);
        double slope = linearBreak / encodedBreak;
        boolean mirrored = style.isMirrored();
        if (style.isReverse()) {
            DoubleUnaryOperator exact = x -> x > linearBreak ? (1 + offset) * Math.pow(x, 1 / e) - offset : x / slope;
            return PiecewiseFunction.power(exact, 1 / slope, 1, 0, 1 / e, 1 + offset, -offset, linearBreak, mirrored);
        }
        DoubleUnaryOperator exact = x -> x > encodedBreak ? Math.pow((x + offset) / (1 + offset), e) : x * slope;
        return PiecewiseFunction.power(
                exact, slope, 1 / (1 + offset), offset / (1 + offset), e, 1, 0, encodedBreak, mirrored);
    }
}
