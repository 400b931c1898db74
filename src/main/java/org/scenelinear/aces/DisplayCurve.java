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

/**
 * The curves from linear light to the code value of one component: inverse EOTFs. Linear 1.0 is a luminance of 100
 * cd/m², or the white of the display where the curve is relative.
 */
public enum DisplayCurve {
    /** No curve: code values are linear. */
    LINEAR("linear", 1),
    /**
     * The piecewise curve of IEC 61966-2-1 (sRGB), with the break where line and power curve touch, as ACES and
     * OpenColorIO have it: at most 2e-5 from the rounded constants of the standard.
     */
    SRGB("sRGB", 2.4),
    /** A pure power of 2.2. */
    GAMMA_2_2("gamma 2.2", 2.2),
    /** A pure power of 2.4: ITU-R BT.1886 with a black of 0. */
    GAMMA_2_4("gamma 2.4", 2.4),
    /** A pure power of 2.6: SMPTE ST 428-1, digital cinema. */
    GAMMA_2_6("gamma 2.6", 2.6),
    /** The perceptual quantizer, SMPTE ST 2084. */
    PQ("PQ", 0),
    /**
     * Hybrid log-gamma, ITU-R BT.2100, for a display of 1000 cd/m². The curve alone, without the system gamma, which
     * needs all three components.
     */
    HLG("HLG", 0);

    /** The offset of the sRGB curve. */
    static final double SRGB_OFFSET = 0.055;
    /** The slope of the line at the start of the sRGB curve. */
    static final double SRGB_SLOPE =
            Math.pow((2.4 - 1) / SRGB_OFFSET, 2.4 - 1) * Math.pow((1 + SRGB_OFFSET) / 2.4, 2.4);
    /** The linear value up to which the sRGB curve is a line. */
    static final double SRGB_BREAK = SRGB_OFFSET / (2.4 - 1) / SRGB_SLOPE;

    /** First exponent of ST 2084. */
    static final double PQ_M1 = 2610 / 16384.0;
    /** Second exponent of ST 2084. */
    static final double PQ_M2 = 2523 / 32.0;
    /** Constant c1 of ST 2084. */
    static final double PQ_C1 = 3424 / 4096.0;
    /** Constant c2 of ST 2084. */
    static final double PQ_C2 = 2413 / 128.0;
    /** Constant c3 of ST 2084. */
    static final double PQ_C3 = 2392 / 128.0;

    /** Constant a of BT.2100 HLG. */
    static final double HLG_A = 0.17883277;
    /** Constant b of BT.2100 HLG, for a light value of 1 at the peak. */
    static final double HLG_B = (1 - 4 * HLG_A) / 12;
    /** Constant c of BT.2100 HLG, for a light value of 1 at the peak. */
    static final double HLG_C = 0.5 - HLG_A * Math.log(4 * HLG_A) + HLG_A * Math.log(12);
    /** The light value below which HLG is a square root. */
    static final double HLG_BREAK = 1 / 12.0;

    private final String text;
    private final double gamma;

    DisplayCurve(String text, double gamma) {
        this.text = text;
        this.gamma = gamma;
    }

    /** The code value of a linear value of 0 or more. */
    double encode(double linear) {
        return switch (this) {
            case LINEAR -> linear;
            case SRGB ->
                linear < SRGB_BREAK
                        ? linear * SRGB_SLOPE
                        : (1 + SRGB_OFFSET) * Math.pow(linear, 1 / gamma) - SRGB_OFFSET;
            case GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> Math.pow(linear, 1 / gamma);
            case PQ -> {
                double power = Math.pow(linear / 100, PQ_M1);
                yield Math.pow((PQ_C1 + PQ_C2 * power) / (1 + PQ_C3 * power), PQ_M2);
            }
            case HLG -> linear < HLG_BREAK ? Math.sqrt(3 * linear) : HLG_A * Math.log(linear - HLG_B) + HLG_C;
        };
    }

    /** The linear value of a code value of 0 or more; undoes {@link #encode}. PQ ends at code value 1. */
    double decode(double code) {
        return switch (this) {
            case LINEAR -> code;
            case SRGB ->
                code < SRGB_BREAK * SRGB_SLOPE
                        ? code / SRGB_SLOPE
                        : Math.pow((code + SRGB_OFFSET) / (1 + SRGB_OFFSET), gamma);
            case GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> Math.pow(code, gamma);
            case PQ -> {
                double power = Math.pow(Math.min(code, 1), 1 / PQ_M2);
                yield 100 * Math.pow(Math.max(0, power - PQ_C1) / (PQ_C2 - PQ_C3 * power), 1 / PQ_M1);
            }
            case HLG -> code < 0.5 ? code * code / 3 : Math.exp((code - HLG_C) / HLG_A) + HLG_B;
        };
    }

    /** Whether code value 1 means the peak of whatever display shows it, not a luminance. */
    boolean isRelative() {
        return switch (this) {
            case SRGB, GAMMA_2_2, GAMMA_2_4, GAMMA_2_6 -> true;
            case LINEAR, PQ, HLG -> false;
        };
    }

    /** The exponent of a power curve, inverted by {@link #encode}; 0 for the others. */
    double gamma() {
        return gamma;
    }

    @Override
    public String toString() {
        return text;
    }
}
