/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.Locale;

/** Numbers as files of looks write them. */
final class Numbers {
    /** Longer texts are no numbers anybody wrote. */
    private static final int LONGEST = 400;

    private Numbers() {}

    /**
     * A number, which may be one of the words for infinity and not-a-number.
     *
     * @throws NumberFormatException if it is no number in decimal notation
     */
    static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            throw new NumberFormatException();
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return word(text);
            }
        }
        return Double.parseDouble(text);
    }

    private static double word(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan", "-nan", "+nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException();
        };
    }

    /** The shortest text that reads as the same double, without a decimal point where none is needed. */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15 && !isNegativeZero(value)) {
            return Long.toString((long) value);
        }
        return Double.toString(value);
    }

    /** The shortest text that reads as the same float. */
    static String text(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e7 && !isNegativeZero(value)) {
            return Long.toString((long) value);
        }
        return Float.toString(value);
    }

    private static boolean isNegativeZero(double value) {
        return value == 0 && 1 / value < 0;
    }
}
