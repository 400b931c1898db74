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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ranges of light and the color that stands for each. Light is counted in stops from 18 % gray.
 *
 * @param zones from the darkest on; the first begins at minus infinity, each other above the one before it
 */
public record ColorZones(List<Zone> zones) {
    /** The color of zones whose pixels are left as they are. */
    public static final int NO_COLOR = 0;

    private static final int MOST_ZONES = 100;
    private static final int OPAQUE = 0xFF000000;
    private static final String NONE = "none";

    private static final Map<String, Integer> NAMED = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("gray", 0x808080),
            Map.entry("white", 0xFFFFFF),
            Map.entry("red", 0xE41A1C),
            Map.entry("orange", 0xFF8C00),
            Map.entry("yellow", 0xFFE600),
            Map.entry("green", 0x1FA83C),
            Map.entry("cyan", 0x2BC4D8),
            Map.entry("blue", 0x1F5FD0),
            Map.entry("purple", 0x7A3FB0),
            Map.entry("pink", 0xFF9EC4));

    /**
     * A range of light.
     *
     * @param from where it begins, in stops from 18 % gray; it ends where the next one begins
     * @param argb its color, opaque sRGB; or {@link #NO_COLOR}
     * @param meaning what it tells, in a few words; may be empty
     */
    public record Zone(double from, int argb, String meaning) {}

    /**
     * A zone for each whole stop from 8 below gray to 8 above. They get lighter with the light, so that their order is
     * seen with any color vision.
     */
    public static final ColorZones STOPS = new ColorZones(stops());

    /**
     * The colors of ARRI's cameras (ALEXA Mini LF User Manual, False Color Configuration) and what they mean there.
     * ARRI gives limits in percent of a signal that depends on the look; those in stops are ours, for a range of 14
     * stops around gray.
     */
    public static final ColorZones ARRI_STYLE = new ColorZones(List.of(
            zone(Double.NEGATIVE_INFINITY, "purple", "black clipping"),
            zone(-7, "blue", "just above black"),
            zone(-6, NONE, ""),
            zone(-0.25, "green", "18 % gray"),
            zone(0.25, NONE, ""),
            zone(0.75, "pink", "a stop over gray"),
            zone(1.25, NONE, ""),
            zone(6, "yellow", "just below white"),
            zone(7, "red", "white clipping")));

    /**
     * The zones of the EL Zone System of Ed Lachman: whole stops from 6 below gray to 6 above, and half a stop on both
     * sides of gray, each up to the middle between it and the next. Hues are those of its chart, shades are ours.
     */
    public static final ColorZones EL_ZONE = new ColorZones(List.of(
            new Zone(Double.NEGATIVE_INFINITY, OPAQUE, "black"),
            new Zone(-6.5, 0xFF5B3F93, "-6"),
            new Zone(-5.5, 0xFFA384C0, "-5"),
            new Zone(-4.5, 0xFF14639B, "-4"),
            new Zone(-3.5, 0xFF45B0E6, "-3"),
            new Zone(-2.5, 0xFF137F3B, "-2"),
            new Zone(-1.5, 0xFF5DB04A, "-1"),
            new Zone(-0.75, 0xFF9BDC7E, "-1/2"),
            new Zone(-0.25, 0xFF8A8A8A, "18 % gray"),
            new Zone(0.25, 0xFFF5DC00, "+1/2"),
            new Zone(0.75, 0xFFFFF3A0, "+1"),
            new Zone(1.5, 0xFFE8691F, "+2"),
            new Zone(2.5, 0xFFF7AF55, "+3"),
            new Zone(3.5, 0xFFD81E26, "+4"),
            new Zone(4.5, 0xFFE58093, "+5"),
            new Zone(5.5, 0xFFF6D3DA, "+6"),
            new Zone(6.5, 0xFFFFFFFF, "white")));

    /**
     * For differences of two exposures instead of distances from gray: blue where it is darker, orange where it is
     * brighter, the stronger the more; white within a tenth of a stop. Blue and orange differ for any color vision.
     */
    public static final ColorZones DIFFERENCE = new ColorZones(List.of(
            zone(Double.NEGATIVE_INFINITY, "#08306b", ""),
            zone(-4, "#1554a0", ""),
            zone(-2, "#3f83c4", ""),
            zone(-1, "#78abd9", ""),
            zone(-0.5, "#adcdea", ""),
            zone(-0.25, "#d9e6f3", ""),
            zone(-0.1, "#ffffff", "equal"),
            zone(0.1, "#fde3cc", ""),
            zone(0.25, "#fbc48f", ""),
            zone(0.5, "#f59d4f", ""),
            zone(1, "#e0721b", ""),
            zone(2, "#b14d07", ""),
            zone(4, "#7a2f04", "")));

    /** Checks the order and keeps an unmodifiable copy. */
    public ColorZones {
        zones = List.copyOf(zones);
        if (zones.isEmpty() || zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException(zones.size() + " zones; there may be 1 to " + MOST_ZONES);
        }
        if (zones.get(0).from() != Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("the darkest zone must reach down to no light");
        }
        for (int i = 1; i < zones.size(); i++) {
            double limit = zones.get(i).from();
            if (!(limit > zones.get(i - 1).from()) || Double.isInfinite(limit)) {
                throw new IllegalArgumentException("limits must rise; " + limit + " follows "
                        + zones.get(i - 1).from());
            }
        }
    }

    /**
     * Zones from a text: colors from the darkest on, between each two the limit in stops: {@code blue -6 none 0.5 pink
     * 1.5 none 6 #FF0000}. A color is one of a few names, {@code none} for pixels left as they are, or six hexadecimal
     * digits after {@code #}.
     *
     * @throws IllegalArgumentException if it is no such text; the message says where
     */
    public static ColorZones parse(String text) {
        String[] words = text.strip().split("[\\s,]+");
        if (words.length % 2 == 0) {
            throw new IllegalArgumentException("a zone after the limit " + words[words.length - 1] + " is missing");
        }
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : limit(words[i - 1]);
            zones.add(zone(from, words[i].toLowerCase(Locale.ROOT), ""));
        }
        return new ColorZones(zones);
    }

    private static double limit(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " is no limit in stops", e);
        }
    }

    private static Zone zone(double from, String color, String meaning) {
        if (color.equals(NONE)) {
            return new Zone(from, NO_COLOR, meaning);
        }
        if (color.matches("#[0-9a-f]{6}")) {
            return new Zone(from, OPAQUE | Integer.parseInt(color.substring(1), 16), meaning);
        }
        Integer rgb = NAMED.get(color);
        if (rgb == null) {
            throw new IllegalArgumentException(color + " is no color; the colors are "
                    + String.join(", ", NAMED.keySet().stream().sorted().toList()) + ", none and #RRGGBB");
        }
        return new Zone(from, OPAQUE | rgb, meaning);
    }

    /** The range of a zone in words: {@code -2 to -1}. */
    private String range(int zone) {
        String from = plain(zones.get(zone).from());
        if (zones.size() == 1) {
            return "all";
        }
        if (zone == 0) {
            return "under " + plain(zones.get(1).from());
        }
        return zone == zones.size() - 1
                ? "over " + from
                : from + " to " + plain(zones.get(zone + 1).from());
    }

    /** What a legend says of a zone: its range and what it means. */
    public String label(int zone) {
        String meaning = zones.get(zone).meaning();
        return meaning.isEmpty() ? range(zone) : range(zone) + ": " + meaning;
    }

    private static String plain(double stops) {
        String sign = stops > 0 ? "+" : "";
        return sign + (stops == Math.rint(stops) ? String.valueOf((long) stops) : String.valueOf(stops));
    }

    private static List<Zone> stops() {
        // CIE L* rises from 8 to 97 in equal steps; the hue turns by 24 degrees each time, from violet over blue.
        int[] ladder = {
            0x00055D, 0x002247, 0x003049, 0x013E4E, 0x024C53, 0x035B53, 0x026B48, 0x1D7A19, 0x697F00, 0x9F8102,
            0xD17E29, 0xFA7959, 0xFF8B97, 0xFF9FC6, 0xFFB0F7, 0xE2D1FF, 0xE0E7FF, 0xF0F7FF
        };
        int limits = ladder.length - 1;
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i <= limits; i++) {
            zones.add(new Zone(i == 0 ? Double.NEGATIVE_INFINITY : i - (limits + 1) / 2, OPAQUE | ladder[i], ""));
        }
        return zones;
    }
}
