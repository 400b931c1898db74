/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of light from which on something is marked.
 *
 * @param amount how much
 * @param unit of what
 */
public record LightThreshold(double amount, LineProfile.Unit unit) {
    private static final Pattern TEXT =
            Pattern.compile("([-+]?(?:\\d+\\.?\\d*|\\.\\d+))(?:\\s+(stops|linear|nits))?", Pattern.CASE_INSENSITIVE);

    /**
     * What a text says: {@code 2 stops}, {@code 1 linear}, {@code 203 nits}; without a unit stops are meant.
     *
     * @return empty if it is no such text
     */
    public static Optional<LightThreshold> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "stops" : matcher.group(2);
        return Optional.of(new LightThreshold(
                Double.parseDouble(matcher.group(1)), LineProfile.Unit.valueOf(unit.toUpperCase(Locale.ROOT))));
    }

    /** The luminance that is meant, where R = G = B = 1 has 1. */
    public double linear(LightCalibration calibration) {
        return switch (unit) {
            case STOPS -> LightStatistics.GRAY * Math.pow(2, amount);
            case LINEAR -> amount;
            case NITS -> amount / calibration.nits();
        };
    }

    /** The unit's name in texts. */
    public String unitName() {
        return unit.name().toLowerCase(Locale.ROOT);
    }
}
