/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.aces.DisplayCurve;
import org.scenelinear.aces.RenderingParameters;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.Whites;

/**
 * What the parameters of a custom view may be called. Each pair of methods finds the canonical text of what a user
 * wrote, and what that stands for. Case, blanks, dashes, underscores and dots of names do not matter.
 */
final class CustomNames {
    /** Whites by name, the usual one first. */
    static final Map<String, Chromaticity> WHITES = whites();

    /** The names of the curves. */
    static final List<String> CURVES =
            Arrays.stream(DisplayCurve.values()).map(DisplayCurve::toString).toList();

    private static final Map<String, String> CURVE_ALIASES =
            Map.of("st2084", "PQ", "bt1886", "gamma 2.4", "rec1886", "gamma 2.4", "srgbpiecewise", "sRGB");
    private static final Map<String, Chromaticities> GAMUTS = gamuts();
    private static final Map<String, String> GAMUT_ALIASES = Map.of(
            "srgb",
            "Rec.709",
            "p3",
            "P3-D65",
            "displayp3",
            "P3-D65",
            "rec2100",
            "Rec.2020",
            "bt709",
            "Rec.709",
            "bt2020",
            "Rec.2020",
            "adobergb",
            "AdobeRGB");

    private CustomNames() {}

    static Optional<String> peak(String text) {
        return number(text)
                .filter(peak -> peak.doubleValue() >= RenderingParameters.LOWEST_PEAK
                        && peak.doubleValue() <= RenderingParameters.HIGHEST_PEAK)
                .map(CustomNames::plain);
    }

    static Optional<String> scale(String text) {
        return number(text)
                .filter(scale -> scale.doubleValue() > 0 && scale.doubleValue() < 1e6)
                .map(CustomNames::plain);
    }

    static Optional<String> curve(String text) {
        String wanted = CURVE_ALIASES.getOrDefault(key(text), text);
        return CURVES.stream().filter(name -> key(name).equals(key(wanted))).findFirst();
    }

    static Optional<DisplayCurve> curveOf(String name) {
        return Arrays.stream(DisplayCurve.values())
                .filter(curve -> curve.toString().equals(name))
                .findFirst();
    }

    static Optional<String> limiting(String text) {
        return coordinates(text, 6)
                .or(() -> coordinates(text, 8))
                .or(() -> find(GAMUTS, GAMUT_ALIASES.getOrDefault(key(text), text)))
                .or(() -> ColorSpaces.byName(text).map(ColorSpace::name));
    }

    static Optional<Chromaticities> chromaticities(String name) {
        double[] xy = numbers(name);
        if (xy.length == 6) {
            return Optional.of(
                    Chromaticities.of(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], Whites.D65.x(), Whites.D65.y()));
        }
        if (xy.length == 8) {
            return Optional.of(Chromaticities.of(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], xy[6], xy[7]));
        }
        return Optional.ofNullable(GAMUTS.get(name))
                .or(() -> ColorSpaces.byName(name).map(ColorSpace::chromaticities));
    }

    static Optional<String> white(String text) {
        return coordinates(text, 2).or(() -> find(WHITES, text));
    }

    static Optional<Chromaticity> whitePoint(String name) {
        double[] xy = numbers(name);
        return xy.length == 2 ? Optional.of(new Chromaticity(xy[0], xy[1])) : Optional.ofNullable(WHITES.get(name));
    }

    private static Map<String, Chromaticity> whites() {
        Map<String, Chromaticity> whites = new LinkedHashMap<>();
        whites.put("D65", Whites.D65);
        whites.put("D60", Whites.ACES);
        whites.put("DCI", Whites.DCI);
        whites.put("D50", Whites.D50);
        whites.put("D55", Whites.D55);
        whites.put("D75", Whites.D75);
        whites.put("E", Whites.E);
        return whites;
    }

    private static Map<String, Chromaticities> gamuts() {
        Map<String, Chromaticities> gamuts = new LinkedHashMap<>();
        gamuts.put("Rec.709", ColorSpaces.LINEAR_REC709.chromaticities());
        gamuts.put("P3-D65", ColorSpaces.LINEAR_P3_D65.chromaticities());
        gamuts.put("Rec.2020", ColorSpaces.LINEAR_REC2020.chromaticities());
        for (String name : List.copyOf(gamuts.keySet())) {
            Chromaticities d65 = gamuts.get(name);
            gamuts.put(
                    name.replace("-D65", "") + "-D60",
                    new Chromaticities(d65.red(), d65.green(), d65.blue(), Whites.ACES));
        }
        gamuts.put("AP1", ColorSpaces.ACESCG.chromaticities());
        gamuts.put("AdobeRGB", Chromaticities.of(0.64, 0.33, 0.21, 0.71, 0.15, 0.06, Whites.D65.x(), Whites.D65.y()));
        return gamuts;
    }

    private static Optional<String> find(Map<String, ?> names, String wanted) {
        return names.keySet().stream()
                .filter(name -> key(name).equals(key(wanted)))
                .findFirst();
    }

    private static String key(String name) {
        return name.replaceAll("[\\s_.-]", "").toLowerCase(Locale.ROOT);
    }

    /** The canonical text of as many coordinates, empty if these are none. */
    private static Optional<String> coordinates(String text, int count) {
        return Optional.of(numbers(text))
                .filter(xy -> xy.length == count)
                .map(xy -> Arrays.stream(xy)
                        .mapToObj(v -> plain(BigDecimal.valueOf(v)))
                        .collect(Collectors.joining(" ")));
    }

    /** The numbers in a text, separated by blanks or commas; none if it holds anything else. */
    private static double[] numbers(String text) {
        String[] words = text.strip().split("[\\s,]+");
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            Optional<BigDecimal> number = number(words[i]).filter(n -> Math.abs(n.doubleValue()) < 100);
            if (number.isEmpty()) {
                return new double[0];
            }
            numbers[i] = number.get().doubleValue();
        }
        return numbers;
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip())).filter(n -> Math.abs(n.scale()) < 400);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
