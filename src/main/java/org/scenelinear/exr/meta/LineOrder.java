/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.Optional;
import org.scenelinear.io.LittleEndianOutput;

/** The order in which a part's chunks lie in the file, in the order of the codes in a file. */
public enum LineOrder implements AttributeValue {
    INCREASING_Y("increasingY"),
    DECREASING_Y("decreasingY"),
    /** Any order: tiled parts only. */
    RANDOM_Y("randomY");

    private final String label;

    LineOrder(String label) {
        this.label = label;
    }

    /** The name in the format's documents: {@code increasingY}. */
    public String label() {
        return label;
    }

    /** The line order of a code, empty if the format assigns it to none. */
    public static Optional<LineOrder> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    @Override
    public String typeName() {
        return "lineOrder";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeByte(ordinal());
    }
}
