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

/** The four kinds of parts. */
public enum PartType {
    SCAN_LINE("scanlineimage", false, false),
    TILED("tiledimage", true, false),
    DEEP_SCAN_LINE("deepscanline", false, true),
    DEEP_TILED("deeptile", true, true);

    private final String label;
    private final boolean tiled;
    private final boolean deep;

    PartType(String label, boolean tiled, boolean deep) {
        this.label = label;
        this.tiled = tiled;
        this.deep = deep;
    }

    /** The value of the {@code type} attribute: {@code scanlineimage}. */
    public String label() {
        return label;
    }

    /** Whether chunks are tiles rather than groups of lines. */
    public boolean isTiled() {
        return tiled;
    }

    /** Whether a pixel has any number of samples. */
    public boolean isDeep() {
        return deep;
    }

    /** The kind that a {@code type} attribute names, empty if there is none of that name. */
    public static Optional<PartType> ofLabel(String label) {
        for (PartType type : values()) {
            if (type.label.equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
