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

import java.io.IOException;

/**
 * What can go wrong with a file. The message always reads {@code file: place: what is wrong}. Three kinds, told apart
 * because a caller acts on them differently: {@link InvalidFileException} (the file is broken),
 * {@link UnsupportedFileException} (the file may be fine, this program cannot read it), {@link FileAccessException}
 * (the operating system refused).
 */
public abstract sealed class FileProblemException extends IOException
        permits InvalidFileException, UnsupportedFileException, FileAccessException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final String place;
    private final String what;

    FileProblemException(String file, String place, String what, Throwable cause) {
        super(file + ": " + (place.isEmpty() ? "" : place + ": ") + what, cause);
        this.file = file;
        this.place = place;
        this.what = what;
    }

    /** The file's path or name. */
    public String file() {
        return file;
    }

    /** Where in the file, such as {@code part 0, chunk 3 at byte 1234}; empty if it concerns the whole file. */
    public String place() {
        return place;
    }

    /** What is wrong, without the file and the place. */
    public String what() {
        return what;
    }
}
