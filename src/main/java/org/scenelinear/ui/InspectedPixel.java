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

import ij.ImagePlus;

/**
 * A pixel of an image.
 *
 * @param image any
 * @param slice from 1
 * @param time from 1
 * @param x column, from 0
 * @param y line, from 0
 */
public record InspectedPixel(ImagePlus image, int slice, int time, int x, int y) {
    /** A pixel of the slice and time in front. */
    static InspectedPixel inFront(ImagePlus image, int x, int y) {
        return new InspectedPixel(image, LiveView.slice(image), image.getT(), x, y);
    }

    /** The same place in the slice and time that is in front now. */
    InspectedPixel again() {
        return inFront(image, x, y);
    }
}
