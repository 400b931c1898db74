/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.transform.ColorTransform;

/** What a picture is rendered for: by an ACES 2 output transform or by a view from a file. */
public sealed interface PictureTarget permits DisplayTarget, FileView {
    /** The words that name it in a macro line. */
    Map<String, String> options();

    /** What people call it. */
    String name();

    /** What renders ACES2065-1 for it. */
    ColorTransform transform();

    /** The space of the catalog that the code values are in; empty if it has none with their primaries and curve. */
    Optional<ColorSpace> codes();

    /** The linear value from which on all is rendered the same, or nearly so. */
    double highestInput();
}
