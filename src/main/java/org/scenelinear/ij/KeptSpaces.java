/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import ij.IJ;
import ij.Prefs;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.CustomSpace;

/** The color spaces that the user has defined, kept in ImageJ's preferences. */
public final class KeptSpaces {
    private static final String KEY = "scenelinear.spaces";
    private static final String SEPARATOR = " | ";

    private KeptSpaces() {}

    /** The spaces, in the order they were defined. */
    public static List<ColorSpace> all() {
        List<ColorSpace> spaces = new ArrayList<>();
        for (String text : Prefs.get(KEY, "").split("\\s*\\|\\s*")) {
            ColorSpaces.byName(text).ifPresent(spaces::add);
        }
        return spaces;
    }

    /** Keeps a space, in the place of one that the user calls the same. */
    public static void keep(ColorSpace space) {
        List<ColorSpace> spaces = new ArrayList<>(all());
        spaces.removeIf(other -> CustomSpace.shortName(other).equals(CustomSpace.shortName(space)));
        spaces.add(space);
        Prefs.set(
                KEY,
                String.join(SEPARATOR, spaces.stream().map(ColorSpace::name).toList()));
        if (IJ.getInstance() != null) { // else nobody works here who would look for it tomorrow
            Prefs.savePreferences();
        }
    }
}
