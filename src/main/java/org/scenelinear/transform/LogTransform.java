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

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * A logarithm of each component or the way back, plain, with a gain and an offset on both sides, or with a straight
 * piece near black as the cameras' curves have it: the {@code Log} node of the Common LUT Format (Academy S-2014-006,
 * version 3, section 7.6).
 *
 * <pre>
 * log = logSideSlope * log_base(linSideSlope * lin + linSideOffset) + logSideOffset
 * </pre>
 *
 * <p>Where the argument of the logarithm is below the smallest normal float, 2^-126, it counts as that, unless a
 * straight piece is there. NaN stays NaN, infinity stays infinite; minus infinity becomes the least result or follows
 * the straight piece.
 *
 * @param style which form and direction
 * @param r the parameters of the first component
 * @param g of the second
 * @param b of the third
 */
public record LogTransform(Style style, Parameters r, Parameters g, Parameters b) implements ColorTransform {
    private static final double LEAST = Float.MIN_NORMAL;

    /** The form of the logarithm, with its name in files. */
    public enum Style {
        /** The logarithm to base 10. */
        LOG_10("log10"),
        /** Ten to the power of the value. */
        ANTILOG_10("antiLog10"),
        /** The logarithm to base 2. */
        LOG_2("log2"),
        /** Two to the power of the value. */
        ANTILOG_2("antiLog2"),
        /** A logarithm with parameters. */
        LIN_TO_LOG("linToLog"),
        /** The logarithm with parameters back. */
        LOG_TO_LIN("logToLin"),
        /** A logarithm with parameters above a break and a straight piece below. */
        CAMERA_LIN_TO_LOG("cameraLinToLog"),
        /** That curve back. */
        CAMERA_LOG_TO_LIN("cameraLogToLin");

        private final String text;

        Style(String text) {
            this.text = text;
        }

        /** Its name in files. */
        public String text() {
            return text;
        }

        /** Whether it has parameters. */
        public boolean hasParameters() {
            return ordinal() >= LIN_TO_LOG.ordinal();
        }

        /** Whether it has a break and a straight piece. */
        public boolean isCamera() {
            return ordinal() >= CAMERA_LIN_TO_LOG.ordinal();
        }

        /** Whether it leads from logarithms to linear values. */
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
     * @param base of the logarithm, above 0 and not 1
     * @param logSideSlope factor of the logarithm, not 0
     * @param logSideOffset added to it
     * @param linSideSlope factor of the linear value inside the logarithm, not 0
     * @param linSideOffset added to it
     * @param linSideBreak the linear value above which the logarithm holds; NaN where the style has no break
     * @param linearSlope the slope of the straight piece, not 0; NaN for the slope of the logarithm at the break
     */
    public record Parameters(
            double base,
            double logSideSlope,
            double logSideOffset,
            double linSideSlope,
            double linSideOffset,
            double linSideBreak,
            double linearSlope) {
        /** The logarithm to a base and nothing else. */
        public static Parameters ofBase(double base) {
            return new Parameters(base, 1, 0, 1, 0, Double.NaN, Double.NaN);
        }

        /** Refuses what makes no curve. */
        public Parameters {
            if (!(base > 0) || base == 1 || !Double.isFinite(base)) {
                throw new IllegalArgumentException("the base " + base + " is not above 0 and other than 1");
            }
            requireSlope("logSideSlope", logSideSlope);
            requireSlope("linSideSlope", linSideSlope);
            if (!Double.isFinite(logSideOffset) || !Double.isFinite(linSideOffset)) {
                throw new IllegalArgumentException("an offset is not finite");
            }
            if (!Double.isNaN(linearSlope)) {
                requireSlope("linearSlope", linearSlope);
            }
            if (Double.isInfinite(linSideBreak)) {
                throw new IllegalArgumentException("the linSideBreak is infinite");
            }
            if (!Double.isNaN(linSideBreak) && !(linSideSlope * linSideBreak + linSideOffset > 0)) {
                throw new IllegalArgumentException(
                        "the linSideBreak " + linSideBreak + " lies where there is no logarithm");
            }
        }

        private static void requireSlope(String name, double slope) {
            if (slope == 0 || !Double.isFinite(slope)) {
                throw new IllegalArgumentException("the " + name + " " + slope + " is 0 or not finite");
            }
        }

        double log(double linear) {
            double argument = linSideSlope * linear + linSideOffset;
            return logSideSlope * Math.log(argument < LEAST ? LEAST : argument) / Math.log(base) + logSideOffset;
        }

        double linear(double log) {
            return (Math.pow(base, (log - logSideOffset) / logSideSlope) - linSideOffset) / linSideSlope;
        }

        /** The slope of the straight piece, given or that of the logarithm at the break. */
        double slopeAtBreak() {
            return Double.isNaN(linearSlope)
                    ? logSideSlope * linSideSlope / ((linSideSlope * linSideBreak + linSideOffset) * Math.log(base))
                    : linearSlope;
        }
    }

    /** Refuses parameters that do not fit the style. */
    public LogTransform {
        check(style, r);
        check(style, g);
        check(style, b);
    }

    /** The same logarithm for all components. */
    public static LogTransform same(Style style, Parameters parameters) {
        return new LogTransform(style, parameters, parameters, parameters);
    }

    /** A style without parameters. */
    public static LogTransform plain(Style style) {
        boolean ten = style == Style.LOG_10 || style == Style.ANTILOG_10;
        return same(style, Parameters.ofBase(ten ? 10 : 2));
    }

    private static void check(Style style, Parameters parameters) {
        if (!style.hasParameters()) {
            double base = style == Style.LOG_10 || style == Style.ANTILOG_10 ? 10 : 2;
            if (!parameters.equals(Parameters.ofBase(base))) {
                throw new IllegalArgumentException("the style " + style.text + " has no parameters");
            }
        }
        if (style.isCamera() == Double.isNaN(parameters.linSideBreak)) {
            throw new IllegalArgumentException(
                    "the style " + style.text + (style.isCamera() ? " needs a linSideBreak" : " has no linSideBreak"));
        }
        if (!style.isCamera() && !Double.isNaN(parameters.linearSlope)) {
            throw new IllegalArgumentException("the style " + style.text + " has no linearSlope");
        }
    }

    /** The parameters of component 0, 1 or 2. */
    public Parameters get(int component) {
        return component == 0 ? r : component == 1 ? g : b;
    }

    /** The curve the other way. */
    @Override
    public Optional<ColorTransform> inverse() {
        return Optional.of(new LogTransform(style.opposite(), r, g, b));
    }

    @Override
    public boolean isIdentity() {
        return false;
    }

    @Override
    public String description() {
        if (!style.hasParameters()) {
            return "logarithm " + style.text;
        }
        return "logarithm " + style.text + each(" base ", Parameters::base)
                + each(" logSideSlope ", Parameters::logSideSlope)
                + each(" logSideOffset ", Parameters::logSideOffset)
                + each(" linSideSlope ", Parameters::linSideSlope)
                + each(" linSideOffset ", Parameters::linSideOffset)
                + (style.isCamera() ? each(" linSideBreak ", Parameters::linSideBreak) : "")
                + (style.isCamera() ? each(" linearSlope ", Parameters::slopeAtBreak) : "");
    }

    private String each(String name, Function<Parameters, Double> parameter) {
        return name + new ChannelValues(parameter.apply(r), parameter.apply(g), parameter.apply(b));
    }

    @Override
    public Kernel compile() {
        return PiecewiseKernel.of(c -> function(get(c)));
    }

    private PiecewiseFunction function(Parameters p) {
        if (style.isCamera()) {
            return style.isReverse() ? cameraToLinear(p) : cameraToLog(p);
        }
        return style.isReverse() ? PiecewiseFunction.exponential(p::linear, p) : PiecewiseFunction.logarithm(p::log, p);
    }

    private static PiecewiseFunction cameraToLog(Parameters p) {
        double slope = p.slopeAtBreak();
        double offset = p.log(p.linSideBreak) - slope * p.linSideBreak;
        DoubleUnaryOperator exact = x -> x <= p.linSideBreak ? slope * x + offset : p.log(x);
        return PiecewiseFunction.logarithm(exact, p, slope, offset, p.linSideBreak);
    }

    private static PiecewiseFunction cameraToLinear(Parameters p) {
        double slope = p.slopeAtBreak();
        double logBreak = p.log(p.linSideBreak);
        double offset = logBreak - slope * p.linSideBreak;
        DoubleUnaryOperator exact = x -> x <= logBreak ? (x - offset) / slope : p.linear(x);
        return PiecewiseFunction.exponential(exact, p, 1 / slope, -offset / slope, logBreak);
    }
}
