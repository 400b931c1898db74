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

/**
 * Which picture of a file to open.
 *
 * @param part number of an OpenEXR part, from 0
 * @param layer the channels whose names begin with {@code layer.}, renamed without it; empty for those that belong to
 *     no layer (or, where a file has none such, to its first layer); {@link #ALL_CHANNELS} for all under their full
 *     names
 * @param displayWindow true: the planes cover the display window, padded with 0 and cropped; false: they cover the data
 *     window, all pixels of the file and no others
 */
public record OpenOptions(int part, String layer, boolean displayWindow) {
    /** Stands for all channels of all layers. */
    public static final String ALL_CHANNELS = "*";

    /** The first part, the channels of no layer, the data window. */
    public static final OpenOptions DEFAULT = new OpenOptions(0, "", false);

    /** The first part with every channel. */
    public static final OpenOptions EVERYTHING = new OpenOptions(0, ALL_CHANNELS, false);
}
