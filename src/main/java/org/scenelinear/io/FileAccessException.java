/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.io;

/** The operating system could not read or write the file. */
public final class FileAccessException extends FileProblemException {
    private static final long serialVersionUID = 1L;

    /**
     * A problem at a place.
     *
     * @param file the file's path or name
     * @param place where in the file; may be empty
     * @param what what is wrong, in words
     */
    public FileAccessException(String file, String place, String what) {
        this(file, place, what, null);
    }

    /**
     * A problem with the exception that showed it.
     *
     * @param file the file's path or name
     * @param place where in the file; may be empty
     * @param what what is wrong, in words
     * @param cause the exception that showed it; may be null
     */
    public FileAccessException(String file, String place, String what, Throwable cause) {
        super(file, place, what, cause);
    }
}
