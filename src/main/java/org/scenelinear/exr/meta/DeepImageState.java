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

/** How tidy the samples of a deep part are, in the order of the codes in a file. */
public enum DeepImageState implements AttributeValue {
    /** Samples in any order, volumes may overlap. */
    MESSY("messy"),
    /** Sorted by depth, volumes may overlap. */
    SORTED("sorted"),
    /** No volume overlaps another, but they are in any order. */
    NON_OVERLAPPING("nonOverlapping"),
    /** Sorted and without overlap. */
    TIDY("tidy");

    private final String label;

    DeepImageState(String label) {
        this.label = label;
    }

    /** The name in the format's documents. */
    public String label() {
        return label;
    }

    /** The state of a code, empty if the format assigns it to none. */
    public static Optional<DeepImageState> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    @Override
    public String typeName() {
        return "deepImageState";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeByte(ordinal());
    }
}
