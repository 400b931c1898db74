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
import java.util.Optional;

/**
 * Colors for zones of exposure, in stops around middle gray: {@code stops = log2(Y / 0.18)}. What no zone colors is
 * shown gray. Two with the same zones are equal.
 *
 * <pre>{@code
 * FalseColor colors = FalseColor.preset("stops").orElseThrow();
 * colors.paint(luminance, 0, argb, 0, length);
 * }</pre>
 *
 * <p>A luminance of 0 or less lies in the lowest zone, infinity in the highest, a NaN is {@link #NOT_A_NUMBER}.
 */
public final class FalseColor {
    /** The color of a NaN, as opaque ARGB. */
    public static final int NOT_A_NUMBER = 0xFFFF00FF;

    private static final int OPAQUE = 0xFF000000;
    private static final double GRAY = 0.18;
    private static final int TABLE_BITS = 16;

    /** Gray is black at so many stops below middle gray, and white at so many above. */
    private static final double GRAY_STOPS = 8;

    /** How wide stripes are, in pixels. */
    private static final int STRIPE = 4;

    /** The steps of gray there are. */
    private static final int LEVELS = 256;

    private static final int MOST_ZONES = 64;

    /**
     * A zone, which ends where the next one begins.
     *
     * @param from its lower end in stops; minus infinity for the lowest
     * @param rgb its color, 0xRRGGBB; below 0 for none
     * @param label for people; may be empty
     */
    public record Zone(double from, int rgb, String label) {
        /** Whether it has a color of its own. */
        public boolean isColored() {
            return rgb >= 0;
        }
    }

    private final List<Zone> zones;
    private final float[] bounds;
    private final int[] colors;
    /** Of the upper half of a positive float's bits: where to begin looking. */
    private final short[] start = new short[1 << TABLE_BITS - 1];

    private FalseColor(List<Zone> zones) {
        this.zones = List.copyOf(zones);
        List<Float> edges = new ArrayList<>();
        List<Integer> painted = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            Zone zone = zones.get(i);
            double to = i + 1 < zones.size() ? zones.get(i + 1).from() : Double.POSITIVE_INFINITY;
            if (zone.isColored()) {
                edges.add(light(zone.from()));
                painted.add(OPAQUE | zone.rgb());
            } else {
                addGrays(zone.from(), to, edges, painted);
            }
        }
        bounds = new float[edges.size()];
        colors = new int[edges.size()];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = edges.get(i);
            colors[i] = painted.get(i);
        }
        for (int i = 0; i < start.length; i++) {
            start[i] = (short) indexOf(Float.intBitsToFloat(i << TABLE_BITS));
        }
    }

    private static float light(double stops) {
        return stops == Double.NEGATIVE_INFINITY ? Float.NEGATIVE_INFINITY : (float) (GRAY * Math.pow(2, stops));
    }

    private static void addGrays(double from, double to, List<Float> edges, List<Integer> painted) {
        for (int i = 0; i < LEVELS; i++) {
            double lower = i == 0 ? Double.NEGATIVE_INFINITY : grayEdge(i);
            double upper = i == LEVELS - 1 ? Double.POSITIVE_INFINITY : grayEdge(i + 1);
            if (upper > from && lower < to) {
                int level = (int) Math.round(255.0 * i / (LEVELS - 1));
                edges.add(light(Math.max(lower, from)));
                painted.add(OPAQUE | level << 16 | level << 8 | level);
            }
        }
    }

    private static double grayEdge(int level) {
        return GRAY_STOPS * (2.0 * level / LEVELS - 1);
    }

    private int indexOf(float light) {
        int index = 0;
        while (index + 1 < bounds.length && light >= bounds[index + 1]) {
            index++;
        }
        return index;
    }

    /**
     * Zones of one's own.
     *
     * @param zones from the lowest to the highest; where the first does not begin at minus infinity, what lies below is
     *     gray
     * @throws IllegalArgumentException if there is none, more than 64, or they are out of order
     */
    public static FalseColor of(List<Zone> zones) {
        if (zones.isEmpty() || zones.size() > MOST_ZONES) {
            throw new IllegalArgumentException("there are 1 to " + MOST_ZONES + " zones, not " + zones.size());
        }
        List<Zone> whole = new ArrayList<>();
        if (zones.get(0).from() != Double.NEGATIVE_INFINITY) {
            whole.add(new Zone(Double.NEGATIVE_INFINITY, -1, ""));
        }
        for (Zone zone : zones) {
            if (!whole.isEmpty() && !(zone.from() > whole.get(whole.size() - 1).from())) {
                throw new IllegalArgumentException("zones begin one above the other, " + zone.from() + " does not");
            }
            whole.add(zone);
        }
        return new FalseColor(whole);
    }

    /** The names of the presets. */
    public static List<String> presets() {
        return List.of("stops", "ARRI", "EL Zone");
    }

    /**
     * A preset.
     *
     * @param name one of {@link #presets}; case does not matter
     */
    public static Optional<FalseColor> preset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "stops" -> Optional.of(of(stops()));
            case "arri" -> Optional.of(of(arri()));
            case "el zone" -> Optional.of(of(elZone()));
            default -> Optional.empty();
        };
    }

    /** A zone for each stop: blue and darker below, gray at middle gray, yellow to red above. */
    private static List<Zone> stops() {
        int[] colors = {
            0x000000, 0x1A0A3C, 0x2D1160, 0x3B1F8C, 0x3A3FB0, 0x2E63C4, 0x2F8AC8, 0x5FB4CF, 0x808080, 0xE9E29C,
            0xF2CF63, 0xF5B041, 0xEE8A2C, 0xE0602A, 0xC8342E, 0x9E1533, 0xFFFFFF
        };
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < colors.length; i++) {
            int stop = i - colors.length / 2;
            double from = i == 0 ? Double.NEGATIVE_INFINITY : stop - 0.5;
            zones.add(new Zone(from, colors[i], signed(stop)));
        }
        return zones;
    }

    /** In the style of ARRI's cameras: what is worth knowing has a color, the rest is gray. */
    private static List<Zone> arri() {
        return List.of(
                new Zone(Double.NEGATIVE_INFINITY, 0x7A2A9E, "black"),
                new Zone(-7, 0x2B4FD0, "near black"),
                new Zone(-6, -1, ""),
                new Zone(-0.2, 0x2FA84F, "18 %"),
                new Zone(0.2, -1, ""),
                new Zone(0.8, 0xF59AC0, "+1, skin"),
                new Zone(1.2, -1, ""),
                new Zone(6.5, 0xF2E04A, "near white"),
                new Zone(7.5, 0xD7261E, "white"));
    }

    /** The zones of the EL Zone System of E. Lachman: whole stops, and half ones next to middle gray. */
    private static List<Zone> elZone() {
        double[] middles = {-6, -5, -4, -3, -2, -1, -0.5, 0, 0.5, 1, 2, 3, 4, 5, 6};
        int[] colors = {
            0x000000, 0x3A1458, 0x5B2A8C, 0x2F3FA8, 0x2F74C8, 0x58B0DC, 0x9AD6D8, 0x808080, 0xB8D98A, 0xE8E06A,
            0xF2C14E, 0xEE8F3A, 0xD9562F, 0xE79AC0, 0xFFFFFF
        };
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < middles.length; i++) {
            double from = i == 0 ? Double.NEGATIVE_INFINITY : (middles[i - 1] + middles[i]) / 2;
            zones.add(new Zone(from, colors[i], signed(middles[i])));
        }
        return zones;
    }

    private static String signed(double stops) {
        String number = stops == Math.rint(stops) ? String.valueOf((int) stops) : String.valueOf(stops);
        return stops > 0 ? "+" + number : number;
    }

    /** The zones, from the lowest to the highest; the lowest begins at minus infinity. */
    public List<Zone> zones() {
        return zones;
    }

    /**
     * Colors a span.
     *
     * @param luminance linear, 0.18 is middle gray
     * @param first where in it to begin
     * @param argb receives opaque colors
     * @param offset where in it to begin
     * @param length how many
     */
    public void paint(float[] luminance, int first, int[] argb, int offset, int length) {
        for (int i = 0; i < length; i++) {
            float light = luminance[first + i];
            if (light > 0) {
                int index = start[Float.floatToRawIntBits(light) >>> TABLE_BITS];
                while (index + 1 < bounds.length && light >= bounds[index + 1]) {
                    index++;
                }
                argb[offset + i] = colors[index];
            } else {
                argb[offset + i] = Float.isNaN(light) ? NOT_A_NUMBER : colors[0];
            }
        }
    }

    /**
     * Draws stripes over pixels from some exposure on.
     *
     * @param luminance linear, line by line
     * @param argb changed where it is at least as bright
     * @param width columns
     * @param stops above middle gray
     */
    public static void zebra(float[] luminance, int[] argb, int width, double stops) {
        float level = light(stops);
        for (int i = 0; i < luminance.length; i++) {
            if (luminance[i] >= level) {
                int diagonal = i % width + i / width;
                argb[i] = OPAQUE | (diagonal / STRIPE % 2 == 0 ? 0 : 0xFFFFFF);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FalseColor colored && colored.zones.equals(zones);
    }

    @Override
    public int hashCode() {
        return zones.hashCode();
    }
}
