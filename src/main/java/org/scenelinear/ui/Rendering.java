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
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.inspect.FalseColor;

/**
 * How a linear image is made a picture.
 *
 * @param display full name of a display
 * @param view full name of one of its views
 * @param looks what stands before it: a file of a look, a look chain, an ACES Metadata File, or the name of a look that
 *     comes with SceneLinear; empty for none
 * @param falseColor instead of all that, zones of exposure: one of {@link FalseColor#presets}; empty for none
 */
public record Rendering(String display, String view, String looks, String falseColor) {
    /** Without false color. */
    public Rendering(String display, String view, String looks) {
        this(display, view, looks, "");
    }

    private static final double SDR_WHITE = 100;
    private static final String FALSE_COLOR = "false color, ";

    /**
     * The output transform.
     *
     * @throws IllegalArgumentException if the display has no such view
     */
    OutputTransform transform() {
        return OutputTransforms.find(display, view)
                .orElseThrow(() -> new IllegalArgumentException(display + " has no view " + view));
    }

    /** What this screen cannot show as it is; empty if nothing. */
    String note() {
        double peak = transform().rendering().peakLuminance();
        return peak > SDR_WHITE
                ? String.format(Locale.ROOT, "%.0f cd/m\u00b2 are shown as this screen's white", peak)
                : "";
    }

    /** Display, view and looks in a few words: {@code sRGB, SDR 100 nits, Bleach Bypass}. */
    String shortName() {
        if (!falseColor.isEmpty()) {
            return FALSE_COLOR + falseColor;
        }
        return displayName() + ", "
                + view.replaceFirst("^ACES 2\\.0 - ", "").replaceFirst(" \\([^)]*\\)$", "")
                + (looks.isEmpty() ? "" : ", " + looksName());
    }

    /** The same in full: {@code Bleach Bypass, ACES 2.0 - SDR 100 nits (Rec.709) on sRGB}. */
    String longName() {
        if (!falseColor.isEmpty()) {
            return FALSE_COLOR + falseColor + ": stops around middle gray, without looks and view";
        }
        String name = (looks.isEmpty() ? "" : looksName() + ", ") + view + " on " + displayName();
        return note().isEmpty() ? name : name + "; " + note();
    }

    private String displayName() {
        return shortDisplay(display);
    }

    /** A display's name without the word that all of them end in. */
    static String shortDisplay(String display) {
        return display.replaceFirst(" - Display$", "");
    }

    private String looksName() {
        return looks.substring(Math.max(looks.lastIndexOf('/'), looks.lastIndexOf('\\')) + 1);
    }
}
