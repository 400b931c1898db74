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

import java.util.Locale;
import java.util.Set;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;

/** The text for the pixel under the mouse: the linear values of the source, and how many stops from middle gray. */
public final class PixelReadout {
    /** Scene-linear middle gray, the reflectance of an 18 % gray card. */
    private static final float MIDDLE_GRAY = 0.18f;

    private static final Set<String> LIGHT = Set.of("R", "G", "B", "Y");

    private PixelReadout() {}

    /**
     * The text of a pixel, short enough for the status bar: coordinates, all channels, and for those that are light the
     * stops from middle gray.
     *
     * @param frame the source
     * @param x column of the image, from 0
     * @param y line of the image, from 0
     * @return empty outside the image
     */
    static String text(FloatImage frame, int x, int y) {
        if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height()) {
            return "";
        }
        StringBuilder text = new StringBuilder("x=" + x + ",y=" + y);
        StringBuilder stops = new StringBuilder();
        for (ImageChannel channel : frame.channels()) {
            float value = channel.samples()[y * frame.width() + x];
            text.append(' ').append(channel.name()).append('=').append(number(value));
            if (LIGHT.contains(channel.name())) {
                stops.append(' ').append(stops(value));
            }
        }
        return stops.isEmpty() ? text.toString() : text + ";" + stops + " stops";
    }

    /** Four significant digits. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int before = (int) Math.floor(Math.log10(size)) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 4 - before) + "f", value);
    }

    private static String stops(float value) {
        if (!(value > 0) || Float.isInfinite(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, "%+.1f", Math.log(value / MIDDLE_GRAY) / Math.log(2));
    }
}
