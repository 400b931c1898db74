/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.agx.ToneCurve;
import org.scenelinear.command.macro.MacroOptions;

/** Curves as text: points divided by blanks, x and y by a comma. No text is a curve that changes nothing. */
final class CurvePoints {
    private CurvePoints() {}

    /** The points as they are recorded; empty if the text is none. */
    static Optional<String> canonical(String text) {
        try {
            return Optional.of(curve(text).points().stream()
                    .map(point -> MacroOptions.number(point.x()) + "," + MacroOptions.number(point.y()))
                    .collect(Collectors.joining(" ")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The curve.
     *
     * @throws IllegalArgumentException if the text is none; the message says what is wrong
     */
    static ToneCurve curve(String text) {
        if (text.isBlank()) {
            return ToneCurve.IDENTITY;
        }
        List<ToneCurve.Point> points = new ArrayList<>();
        for (String point : text.strip().split("\\s+")) {
            String[] numbers = point.split(",", -1);
            if (numbers.length != 2) {
                throw new IllegalArgumentException("a point is x,y and not " + point);
            }
            points.add(new ToneCurve.Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        }
        return new ToneCurve(points);
    }
}
