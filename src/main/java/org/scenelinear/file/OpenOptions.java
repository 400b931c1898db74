/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.Optional;
import org.scenelinear.image.Window;

/**
 * Which picture of a file to open: {@code OpenOptions.DEFAULT.withPart(1).withLayer("diffuse")}.
 *
 * @param part number of an OpenEXR part, from 0
 * @param layer the channels whose names begin with {@code layer.}, renamed without it; empty for those that belong to
 *     no layer (or, where a file has none such, to its first layer); {@link #ALL_CHANNELS} for all under their full
 *     names
 * @param xLevel how often the width of a mipmap's or ripmap's picture was halved, 0 for the full width
 * @param yLevel likewise for the height
 * @param region only the pixels in this rectangle, in the coordinates of the data window; empty for all
 * @param displayWindow true: the planes cover the display window, padded with 0 and cropped; false: they cover the data
 *     window, all pixels of the file and no others
 * @param partial true: of a damaged file the pixels that can be read, the others 0, with a warning; false: an error
 */
public record OpenOptions(
        int part,
        String layer,
        int xLevel,
        int yLevel,
        Optional<Window> region,
        boolean displayWindow,
        boolean partial) {
    /** Stands for all channels of all layers. */
    public static final String ALL_CHANNELS = "*";

    /** The first part, the channels of no layer, full size, the data window. */
    public static final OpenOptions DEFAULT = new OpenOptions(0, "", 0, 0, Optional.empty(), false, false);

    /** The first part with every channel. */
    public static final OpenOptions EVERYTHING = DEFAULT.withLayer(ALL_CHANNELS);

    /** The same with another part. */
    public OpenOptions withPart(int other) {
        return new OpenOptions(other, layer, xLevel, yLevel, region, displayWindow, partial);
    }

    /** The same with another layer. */
    public OpenOptions withLayer(String other) {
        return new OpenOptions(part, other, xLevel, yLevel, region, displayWindow, partial);
    }

    /** The same with another level. */
    public OpenOptions withLevel(int x, int y) {
        return new OpenOptions(part, layer, x, y, region, displayWindow, partial);
    }

    /** The same with only the pixels in a rectangle. */
    public OpenOptions withRegion(Window rectangle) {
        return new OpenOptions(part, layer, xLevel, yLevel, Optional.of(rectangle), displayWindow, partial);
    }

    /** The same with planes that cover the display window. */
    public OpenOptions withDisplayWindow() {
        return new OpenOptions(part, layer, xLevel, yLevel, region, true, partial);
    }

    /** The same with what is there of a damaged file. */
    public OpenOptions withPartial() {
        return new OpenOptions(part, layer, xLevel, yLevel, region, displayWindow, true);
    }
}
