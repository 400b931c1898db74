/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import java.util.Locale;

/** How names are compared: without regard to case, blanks, dashes and underscores. */
final class SpaceNames {
    private SpaceNames() {}

    /** The form of a name in which two names for the same thing are equal. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '_')
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
