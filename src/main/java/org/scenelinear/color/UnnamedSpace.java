/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scenelinear.math.Matrix3;

/**
 * Linear scene-referred spaces that no standard names, as files describe them by their chromaticities alone. Such a
 * space is called by its coordinates, {@code Linear (rx ry gx gy bx by wx wy)}, so that a tag or a macro can name it.
 */
public final class UnnamedSpace {
    private static final Pattern NAME = Pattern.compile("(?i)linear \\(([-+.0-9eE]+(?: [-+.0-9eE]+){7})\\)");

    private UnnamedSpace() {}

    /**
     * The linear space of some primaries and white. The coordinates are rounded to single precision, in which files
     * hold them.
     *
     * @param chromaticities primaries and white
     * @throws IllegalArgumentException if they make no color space: on one line, not finite, or a white without
     *     luminance
     */
    public static ColorSpace of(Chromaticities chromaticities) {
        String name = "Linear (" + coordinates(chromaticities) + ")";
        return parse(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "primaries and white " + coordinates(chromaticities) + " make no color space"));
    }

    /** The space that such a name describes, or empty if it is not one. */
    static Optional<ColorSpace> parse(String name) {
        Matcher matcher = NAME.matcher(name.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double[] c = new double[8];
        String[] numbers = matcher.group(1).split(" ", -1);
        try {
            for (int i = 0; i < 8; i++) {
                c[i] = Double.parseDouble(numbers[i]);
            }
            Chromaticities chromaticities = Chromaticities.of(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
            Matrix3 toXyz = chromaticities.toXyz(); // an exception where primaries lie on one line
            if (!toXyz.times(toXyz.inverse())
                    .isCloseTo(Matrix3.IDENTITY, 1e-6)) { // an exception where there is no way back
                return Optional.empty();
            }
            return Optional.of(new ColorSpace(
                    "Linear (" + coordinates(chromaticities) + ")",
                    List.of(),
                    chromaticities,
                    new LinearCurve(),
                    ColorSpace.Reference.SCENE));
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The eight coordinates, rounded to single precision. */
    static String coordinates(Chromaticities c) {
        return point(c.red()) + " " + point(c.green()) + " " + point(c.blue()) + " " + point(c.white());
    }

    private static String point(Chromaticity point) {
        return (float) point.x() + " " + (float) point.y();
    }
}
