/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import java.nio.file.Path;
import java.util.Locale;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.StepException;

/** The end of a file's name, which says its format. */
final class FileSuffix {
    private FileSuffix() {}

    /**
     * The path with the suffix, which is added if the name has none.
     *
     * @param path a file
     * @param suffix in lower case, with the dot
     * @param signature of the operation, for the message
     * @throws StepException if it has another
     */
    static Path ensure(Path path, String suffix, Signature signature) throws StepException {
        String name = String.valueOf(path.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(suffix)) {
            return path;
        }
        if (name.indexOf('.') >= 0) {
            throw new StepException(
                    signature.label() + ": file=" + path + " is not allowed; give a name ending in " + suffix);
        }
        return path.resolveSibling(name + suffix);
    }
}
