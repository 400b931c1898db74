/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.Locale;

/** What becomes of light that the original pipeline has no room for. */
public enum Mode {
    /** Values above 1 and below 0 are kept; inside 0 to 1 the same as the original wherever it loses nothing. */
    HDR,
    /** Exactly what agx-photo 0.2.0 does, its clamps included. */
    COMPATIBLE;

    /** The word in macros and dialogs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
