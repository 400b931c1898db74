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

import org.scenelinear.run.Run;

/**
 * The content light levels of a sequence: CTA-861.3, which defines MaxCLL and MaxFALL. The light of a pixel is that of
 * its largest component; MaxCLL is the largest of all pixels, MaxFALL the largest of the frames' means.
 */
public final class LightLevel {
    private double maxCll;
    private double maxFall;

    /**
     * The levels of one frame.
     *
     * @param brightest the largest component of any pixel
     * @param average the mean over pixels of their largest components
     */
    public record Frame(double brightest, double average) {}

    /**
     * Takes a frame into account.
     *
     * @param rgb the display's light, finite, in any unit of luminance; planes of the whole image
     * @param width columns of the image
     * @param area the active picture, without black bars
     * @param run who can cancel
     * @return its own levels
     */
    public Frame add(float[][] rgb, int width, Area area, Run run) {
        run.checkCanceled();
        float[] r = area.samples(rgb[0], width);
        float[] g = area.samples(rgb[1], width);
        float[] b = area.samples(rgb[2], width);
        double brightest = 0;
        double sum = 0;
        for (int i = 0; i < r.length; i++) {
            float light = Math.max(r[i], Math.max(g[i], b[i]));
            brightest = Math.max(brightest, light);
            sum += light;
        }
        Frame frame = new Frame(brightest, r.length == 0 ? 0 : sum / r.length);
        maxCll = Math.max(maxCll, frame.brightest());
        maxFall = Math.max(maxFall, frame.average());
        return frame;
    }

    /** The maximum content light level so far, in the unit of what was added. */
    public double maxCll() {
        return maxCll;
    }

    /** The maximum frame-average light level so far, in the unit of what was added. */
    public double maxFall() {
        return maxFall;
    }
}
