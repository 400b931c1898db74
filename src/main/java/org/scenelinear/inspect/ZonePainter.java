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

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;

/**
 * Paints pixels in the colors of their light's zones, and stripes (a zebra) over those as bright as a level. Works on
 * spans of a line, so that what shows only some of an image can paint only that. Immutable; for any thread.
 *
 * <p>The light of a pixel is its luminance, CIE Y, reckoned in double. No light and less is in the darkest zone,
 * +infinity in the brightest. NaN has a color of its own.
 */
public final class ZonePainter {
    /** The color of pixels that are not a number: magenta, which no prepared zone has. */
    public static final int NAN_COLOR = 0xFFFF00FF;

    /** Width of a stripe of the zebra and of the gap beside it, in pixels. */
    private static final int STRIPE = 4;

    private static final int BLACK = 0xFF000000;
    private static final int HALVES_OF_BITS = 16;

    /** What pixels get whose zone has no color. */
    public enum Background {
        /** The gray of their light, Y / (Y + 0.18): 18 % gray is in the middle, and no light is beyond white. */
        GRAY,
        /** Nothing: they are transparent. */
        TRANSPARENT
    }

    private final double[] weights;
    /** The least light of each zone and, at the end, more than any. */
    private final double[] least;

    private final int[] colors;
    /** The zone of the least float with these upper 16 bits. */
    private final byte[] zoneOfUpperBits;

    private final double zebra;
    private final Background background;

    /**
     * A painter.
     *
     * @param zones at most 100
     * @param space the linear space of the planes, which gives the luminance
     * @param zebra the luminance from which on pixels are striped; empty for no stripes
     * @param background what pixels get whose zone has no color
     */
    public ZonePainter(ColorZones zones, ColorSpace space, OptionalDouble zebra, Background background) {
        weights = Arrays.copyOfRange(space.chromaticities().toXyz().toArray(), 3, 6);
        List<ColorZones.Zone> list = zones.zones();
        least = new double[list.size() + 1];
        colors = new int[list.size()];
        for (int i = 0; i < list.size(); i++) {
            least[i] = LightStatistics.GRAY * Math.pow(2, list.get(i).from());
            colors[i] = list.get(i).argb();
        }
        least[list.size()] = Double.POSITIVE_INFINITY;
        zoneOfUpperBits = zonesOfUpperBits();
        this.zebra = zebra.orElse(Double.NaN); // no light is as bright as that, not even an infinite one
        this.background = background;
    }

    private byte[] zonesOfUpperBits() {
        byte[] table = new byte[(Float.floatToRawIntBits(Float.POSITIVE_INFINITY) >>> HALVES_OF_BITS) + 1];
        int zone = 0;
        for (int bits = 0; bits < table.length; bits++) {
            double lowest = Float.intBitsToFloat(bits << HALVES_OF_BITS);
            while (zone < colors.length - 1 && lowest >= least[zone + 1]) {
                zone++;
            }
            table[bits] = (byte) zone;
        }
        return table;
    }

    /**
     * Paints a whole image.
     *
     * @param rgb planes of linear red, green and blue; not changed
     * @param width columns of the planes
     * @param run how to work
     * @return ARGB pixels, line by line
     */
    public int[] paint(float[][] rgb, int width, Run run) {
        int[] argb = new int[rgb[0].length];
        run.forEach("painting zones", argb.length / width, () -> argb, (pixels, line) -> {
            paint(rgb, line * width, width, line, pixels, line * width);
        });
        return argb;
    }

    /**
     * Paints a span of a line, from the line's first column on.
     *
     * @param rgb planes of linear red, green and blue; not changed
     * @param offset of the span's first sample in the planes
     * @param length its pixels
     * @param line its number, for the zebra, whose stripes are slanted
     * @param argb takes the pixels
     * @param target where the first of them goes
     */
    public void paint(float[][] rgb, int offset, int length, int line, int[] argb, int target) {
        float[] r = rgb[0];
        float[] g = rgb[1];
        float[] b = rgb[2];
        double wr = weights[0];
        double wg = weights[1];
        double wb = weights[2];
        for (int i = 0; i < length; i++) {
            double light = wr * r[offset + i] + wg * g[offset + i] + wb * b[offset + i];
            if (Double.isNaN(light)) {
                light = (double) r[offset + i]
                        + g[offset + i]
                        + b[offset + i]; // infinities times weights of both signs
            }
            boolean striped = light >= zebra && (i + line) % (2 * STRIPE) < STRIPE;
            argb[target + i] = striped ? BLACK : color(light);
        }
    }

    private int color(double light) {
        if (Double.isNaN(light)) {
            return NAN_COLOR;
        }
        int color = colors[zone(light)];
        return color == ColorZones.NO_COLOR && background == Background.GRAY ? gray(light) : color;
    }

    private int zone(double light) {
        if (!(light > 0)) {
            return 0;
        }
        int zone = zoneOfUpperBits[Float.floatToRawIntBits((float) light) >>> HALVES_OF_BITS];
        while (zone > 0 && light < least[zone]) { // rounding to float may have led into the next zone
            zone--;
        }
        while (zone < colors.length - 1 && light >= least[zone + 1]) { // zones may begin among floats of the same bits
            zone++;
        }
        return zone;
    }

    private static int gray(double light) {
        if (!(light > 0)) {
            return BLACK;
        }
        double part = light == Double.POSITIVE_INFINITY ? 1 : light / (light + LightStatistics.GRAY);
        int code = (int) (part * 255 + 0.5);
        return BLACK | code << 16 | code << 8 | code;
    }
}
