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

import java.util.Map;
import org.scenelinear.image.FloatImage;

/**
 * What a TIFF file holds.
 *
 * @param image the planes; what it means for color is unknown
 * @param properties texts by key that ImageJ keeps with an image and saves in its TIFF files; often empty
 */
record TiffFile(FloatImage image, Map<String, String> properties) {
    /** Keeps an unmodifiable copy of the properties. */
    TiffFile {
        properties = Map.copyOf(properties);
    }
}
