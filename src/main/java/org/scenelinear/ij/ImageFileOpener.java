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

import ij.ImagePlus;
import ij.io.FileInfo;
import java.io.IOException;
import java.nio.file.Path;
import org.scenelinear.file.ExrInfo;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.run.Run;

/** Opens an OpenEXR file as an {@code ImagePlus} that knows where it comes from. */
public final class ImageFileOpener {
    private ImageFileOpener() {}

    /**
     * Opens a file. Its header is the image's {@code Info}, which Image &gt; Show Info displays.
     *
     * @param path an OpenEXR file
     * @param options which of its pictures
     * @param run where the work is done
     * @return not yet shown
     * @throws IOException if the file cannot be read; the message names the file, the place and what is wrong
     */
    public static ImagePlus open(Path path, OpenOptions options, Run run) throws IOException {
        ImagePlus imp = ImagePlusConversion.toImagePlus(ImageFiles.open(path, options, run));
        imp.setProperty("Info", ExrInfo.text(path));
        imp.setFileInfo(origin(path, imp));
        return imp;
    }

    /** Where macros find the folder and name of the active image's file. */
    private static FileInfo origin(Path path, ImagePlus imp) {
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        FileInfo info = new FileInfo();
        info.directory = folder == null ? "" : folder + java.io.File.separator;
        info.fileName = String.valueOf(absolute.getFileName());
        info.fileFormat = FileInfo.UNKNOWN;
        info.fileType = FileInfo.GRAY32_FLOAT;
        info.width = imp.getWidth();
        info.height = imp.getHeight();
        // More than one, so that File > Revert, where ImageJ cannot open the file, leaves the image as it is instead of
        // taking the file's packed bytes for pixels.
        info.nImages = Math.max(2, imp.getStackSize());
        return info;
    }
}
