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

import org.scenelinear.color.Chromaticities;
import org.scenelinear.exr.meta.ChromaticitiesValue;

/** Between the chromaticities of a header, in floats, and those of the room {@code color}. */
final class HeaderChromaticities {
    private HeaderChromaticities() {}

    static Chromaticities read(ChromaticitiesValue v) {
        return Chromaticities.of(
                v.redX(), v.redY(), v.greenX(), v.greenY(), v.blueX(), v.blueY(), v.whiteX(), v.whiteY());
    }

    static ChromaticitiesValue write(Chromaticities c) {
        return new ChromaticitiesValue(
                (float) c.red().x(),
                (float) c.red().y(),
                (float) c.green().x(),
                (float) c.green().y(),
                (float) c.blue().x(),
                (float) c.blue().y(),
                (float) c.white().x(),
                (float) c.white().y());
    }
}
