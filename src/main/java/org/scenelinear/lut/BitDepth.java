/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.Arrays;
import java.util.Optional;

/** How the numbers of a node of a Common LUT Format file are written: as codes of integers, or as they are. */
enum BitDepth {
    INTEGER_8("8i", 255),
    INTEGER_10("10i", 1023),
    INTEGER_12("12i", 4095),
    INTEGER_16("16i", 65535),
    HALF("16f", 1),
    FLOAT("32f", 1);

    private final String text;
    private final double white;

    BitDepth(String text, double white) {
        this.text = text;
        this.white = white;
    }

    /** The depth of a name, if there is one. */
    static Optional<BitDepth> of(String text) {
        return Arrays.stream(values()).filter(depth -> depth.text.equals(text)).findFirst();
    }

    /** Its name in files. */
    String text() {
        return text;
    }

    /** The number that stands for 1. */
    double white() {
        return white;
    }
}
