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
import java.util.stream.Collectors;

/**
 * What ImageJ says of a stack in the ImageDescription of its TIFF files: lines {@code key=value} after a first one with
 * its version.
 *
 * @param isImageJ whether ImageJ, or somebody in its way, wrote the file
 * @param images planes that follow one another, at least 1
 * @param channels how many of them are channels; 1 if it does not say
 * @param frames how many points in time there are; 1 if it does not say
 */
record ImageJDescription(boolean isImageJ, int images, int channels, int frames) {
    private static final int MOST_PLAIN_SLICES = 4;

    static ImageJDescription parse(String text) {
        if (!text.startsWith("ImageJ=")) {
            return new ImageJDescription(false, 1, 1, 1);
        }
        Map<String, String> values = text.lines()
                .map(line -> line.split("=", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (first, second) -> first));
        return new ImageJDescription(true, count(values, "images"), count(values, "channels"), count(values, "frames"));
    }

    /** Whether the planes are channels of one picture: named so, or a stack of few slices. */
    boolean isOnePicture() {
        return channels == images || channels == 1 && frames == 1 && images <= MOST_PLAIN_SLICES;
    }

    private static int count(Map<String, String> values, String key) {
        try {
            return Math.max(1, Integer.parseInt(values.getOrDefault(key, "1").strip()));
        } catch (NumberFormatException e) {
            return 1;
        }
    }
}
