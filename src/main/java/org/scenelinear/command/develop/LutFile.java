/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.PixelStage;
import org.scenelinear.agx.PresetLut;
import org.scenelinear.agx.WorkingSpace;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.ColorTransform;

/**
 * The stage of a look-up table that is read when it is needed, so that a macro can be checked before its files are
 * there.
 *
 * @param path of a {@code .cube} file
 */
record LutFile(Path path) implements PixelStage {
    /** As a table: never. */
    @Override
    public boolean isNeutral() {
        return false;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    /**
     * Reads the table.
     *
     * @throws UncheckedIOException if it cannot be; the cause says why
     */
    @Override
    public ColorTransform transform(Mode mode) {
        try {
            return PresetLut.read(path).transform(mode);
        } catch (FileProblemException e) {
            throw new UncheckedIOException(e);
        }
    }
}
