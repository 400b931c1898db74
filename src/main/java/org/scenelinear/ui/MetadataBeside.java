/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import java.nio.file.Path;
import java.util.Optional;
import org.scenelinear.look.AmfSearch;

/** The ACES Metadata File that lies beside the file an image came from. It is offered, never applied unasked. */
public final class MetadataBeside {
    private MetadataBeside() {}

    /**
     * Looks for it.
     *
     * @return empty if there is none, or the image came from no file
     */
    public static Optional<Path> find(ImagePlus image) {
        FileInfo origin = image.getOriginalFileInfo();
        return origin == null || origin.directory == null || origin.fileName == null
                ? Optional.empty()
                : AmfSearch.find(Path.of(origin.directory, origin.fileName));
    }

    /** Writes to the log that there is one, and how to apply it. */
    public static void offer(ImagePlus image) {
        find(image)
                .ifPresent(file -> IJ.log(image.getTitle() + ": " + file.getFileName()
                        + " beside it says how it is meant to be seen. Apply it with\n  run(\"Apply AMF...\", \"file=["
                        + file.toString().replace('\\', '/') + "]\");\nor choose it under Looks in the Live View."));
    }
}
