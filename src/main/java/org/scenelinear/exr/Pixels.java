/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.Map;
import org.scenelinear.exr.block.Plane;

/** The samples of one level of a part, to be written. */
public sealed interface Pixels {
    /** The samples, one plane for each channel. */
    Map<String, Plane> planes();

    /**
     * One sample for each pixel.
     *
     * @param planes one for each channel
     */
    record Flat(Map<String, Plane> planes) implements Pixels {}

    /**
     * Any number of samples for each pixel.
     *
     * @param counts how many each pixel has, line by line from the top
     * @param planes one for each channel: the samples of a pixel follow one another, pixel by pixel
     */
    record Deep(int[] counts, Map<String, Plane> planes) implements Pixels {}
}
