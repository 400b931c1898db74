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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scenelinear.color.ColorSpace.Reference;
import org.scenelinear.math.Matrix3;

/**
 * Color spaces that users define. Such a space is called by all that makes it, so that a tag, a macro or a file is
 * enough to know it on any machine:
 *
 * <pre>
 * NAME (rx ry gx gy bx by wx wy; CURVE; scene)
 * My projector (0.68 0.32 0.265 0.69 0.15 0.06 0.314 0.351; gamma 2.6; display)
 * </pre>
 *
 * <p>The curve is {@code linear}, {@code gamma} with an exponent above 0, mirrored below 0, or the name of a space of
 * the catalog whose curve is meant.
 */
public final class CustomSpace {
    private static final Pattern TEXT = Pattern.compile(
            "\\s*([^();|#\\[\\]]+?)\\s*\\(\\s*([^;()]+?)\\s*;\\s*(.+?)\\s*;\\s*(scene|display)\\s*\\)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GAMMA = Pattern.compile("gamma\\s+([0-9]+(?:\\.[0-9]+)?)", Pattern.CASE_INSENSITIVE);
    private static final double ROUNDING = 1e-6;

    private CustomSpace() {}

    /**
     * A space of a user.
     *
     * @param name what the user calls it, without brackets, semicolons, bars and number signs
     * @param chromaticities primaries and white; rounded to single precision, as the text holds them
     * @param curve {@code linear}, {@code gamma 2.4} or the name of a space of the catalog
     * @param reference what its values stand for
     * @throws IllegalArgumentException if these make no color space; the message says why
     */
    public static ColorSpace of(String name, Chromaticities chromaticities, String curve, Reference reference) {
        if (name.isBlank() || !name.matches("[^();|#\\[\\]]*")) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name for a color space; use words without brackets, semicolons, bars and #");
        }
        if (ColorSpaces.byName(name).isPresent()) {
            throw new IllegalArgumentException(name + " is the name of another color space");
        }
        requireTriangle(chromaticities);
        Curve known = curve(curve);
        String coordinates = UnnamedSpace.coordinates(chromaticities);
        String text = name.strip() + " (" + coordinates + "; " + known.text + "; "
                + (reference == Reference.SCENE ? "scene" : "display") + ")";
        return new ColorSpace(text, List.of(), chromaticities(coordinates), known.curve, reference);
    }

    /** The space that such a text describes, or empty if it is none. */
    static Optional<ColorSpace> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Reference reference = Reference.valueOf(matcher.group(4).toUpperCase(Locale.ROOT));
            return Optional.of(of(matcher.group(1), chromaticities(matcher.group(2)), matcher.group(3), reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The name that a user gave, without what makes the space.
     *
     * @param space any space
     */
    public static String shortName(ColorSpace space) {
        Matcher matcher = TEXT.matcher(space.name());
        return matcher.matches() ? matcher.group(1) : space.name();
    }

    /** Whether a user calls a space so; case, blanks, dashes and underscores do not matter. */
    public static boolean isCalled(ColorSpace space, String name) {
        return SpaceNames.key(shortName(space)).equals(SpaceNames.key(name));
    }

    /**
     * Primaries and white from their coordinates.
     *
     * @param numbers x and y of red, green, blue and white, with blanks between
     * @throws IllegalArgumentException if these are not eight numbers
     */
    public static Chromaticities chromaticities(String numbers) {
        String[] words = numbers.strip().split("\\s+");
        if (words.length != 8) {
            throw new IllegalArgumentException("primaries and white are eight numbers, not " + words.length);
        }
        double[] c = new double[8];
        for (int i = 0; i < 8; i++) {
            try {
                c[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(words[i] + " is not a number", e);
            }
        }
        return Chromaticities.of(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
    }

    private static void requireTriangle(Chromaticities c) {
        for (Chromaticity point : List.of(c.red(), c.green(), c.blue(), c.white())) {
            if (!Double.isFinite(point.x()) || !Double.isFinite(point.y())) {
                throw new IllegalArgumentException("a coordinate is not a finite number");
            }
        }
        if (c.white().y() <= 0) {
            throw new IllegalArgumentException(
                    "the white has no luminance: its y is " + c.white().y());
        }
        try {
            Matrix3 toXyz = c.toXyz();
            if (toXyz.times(toXyz.inverse()).isCloseTo(Matrix3.IDENTITY, ROUNDING)) {
                return;
            }
        } catch (ArithmeticException e) {
            // said below
        }
        throw new IllegalArgumentException("the primaries lie on one line, or the white on a line between two");
    }

    private record Curve(String text, TransferCurve curve) {}

    private static Curve curve(String text) {
        String plain = text.strip();
        if (plain.equalsIgnoreCase("linear")) {
            return new Curve("linear", TransferCurves.LINEAR);
        }
        Matcher gamma = GAMMA.matcher(plain);
        if (gamma.matches()) {
            double exponent = Double.parseDouble(gamma.group(1));
            if (!(exponent > 0 && exponent <= 10)) {
                throw new IllegalArgumentException("a gamma is a number above 0 and up to 10, not " + exponent);
            }
            String name = "gamma " + gamma.group(1);
            return new Curve(name, new GammaCurve(name, exponent, 1, GammaCurve.Negatives.MIRROR));
        }
        return ColorSpaces.catalog(plain)
                .filter(space -> space.coupling() instanceof ChannelCoupling.None)
                .map(space -> new Curve(space.name(), space.curve()))
                .orElseThrow(() -> new IllegalArgumentException(plain
                        + " is no curve; give linear, gamma with a number, or a color space whose curve is meant"));
    }
}
