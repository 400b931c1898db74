/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A point of a curve that is edited, and the text of many: {@code x,y x,y ...}.
 *
 * @param x 0 to 1
 * @param y 0 to 1
 */
record CurvePoint(double x, double y) {
    /** What no text stands for. */
    private static final List<CurvePoint> STRAIGHT = List.of(new CurvePoint(0, 0), new CurvePoint(1, 1));

    private static final int DIGITS = 3;

    /** The points of a text, which is one of a curve. */
    static List<CurvePoint> parse(String text) {
        if (text.isBlank()) {
            return STRAIGHT;
        }
        List<CurvePoint> points = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String[] numbers = word.split(",");
            points.add(new CurvePoint(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        }
        return points;
    }

    /** The text; empty for a straight line from corner to corner. */
    static String text(List<CurvePoint> points) {
        return points.equals(STRAIGHT)
                ? ""
                : points.stream()
                        .map(point -> number(point.x) + "," + number(point.y))
                        .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
