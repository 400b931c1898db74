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

/** How a picture of all directions is laid out, in the order of the codes in a file. */
public enum EnvironmentMap implements AttributeValue {
    /** Longitude to the right, latitude upwards. */
    LATLONG("latlong"),
    /** Six faces of a cube below each other. */
    CUBE("cube");

    private final String label;

    EnvironmentMap(String label) {
        this.label = label;
    }

    /** The name in the format's documents. */
    public String label() {
        return label;
    }

    /** The layout of a code, empty if the format assigns it to none. */
    public static Optional<EnvironmentMap> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    @Override
    public String typeName() {
        return "envmap";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeByte(ordinal());
    }
}
