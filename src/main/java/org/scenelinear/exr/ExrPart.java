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
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;

/**
 * A part to be written.
 *
 * @param header says what kind of part it is; its attributes are carried, in their order
 * @param levels the pixels of every one of {@link Header#levels()}
 */
public record ExrPart(Header header, Map<Level, Pixels> levels) {
    /** A part with one level of flat pixels. */
    public static ExrPart flat(Header header, Map<String, Plane> planes) {
        return new ExrPart(header, Map.of(Level.FULL, new Pixels.Flat(planes)));
    }

    /**
     * A part with one level of deep pixels.
     *
     * @param counts how many samples each pixel has
     * @param planes the samples of all pixels, one plane for each channel
     */
    public static ExrPart deep(Header header, int[] counts, Map<String, Plane> planes) {
        return new ExrPart(header, Map.of(Level.FULL, new Pixels.Deep(counts, planes)));
    }
}
