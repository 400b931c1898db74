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

/**
 * The one gate between a size that a file claims and memory that is taken for it. What a file cannot hold, even packed
 * as tightly as its compression can, is refused before a byte is allocated.
 */
public final class SizeLimits {
    /** The largest array that every Java virtual machine can make. */
    public static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private SizeLimits() {}

    /**
     * Passes a claimed size on, if it can be true.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param claimed how many bytes there are said to be when unpacked
     * @param stored how many packed bytes the file holds for them
     * @param greatestRatio how many bytes one packed byte can become at most
     * @return {@code claimed}, which fits an array
     * @throws InvalidFileException if so few packed bytes cannot become so many
     * @throws UnsupportedFileException if it would be too large for an array
     */
    public static int unpackedSize(String file, String place, long claimed, long stored, int greatestRatio)
            throws FileProblemException {
        requirePossible(file, place, claimed, stored, greatestRatio);
        return arraySize(file, place, claimed);
    }

    /**
     * Refuses a claimed size that cannot be true; for a sum that is never allocated in one piece.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param claimed how many bytes there are said to be when unpacked
     * @param stored how many packed bytes the file holds for them
     * @param greatestRatio how many bytes one packed byte can become at most
     * @throws InvalidFileException if so few packed bytes cannot become so many
     */
    public static void requirePossible(String file, String place, long claimed, long stored, int greatestRatio)
            throws InvalidFileException {
        if (claimed < 0 || stored < 0 || claimed / greatestRatio > stored) {
            throw new InvalidFileException(
                    file,
                    place,
                    claimed + " bytes of pixels are claimed, which the " + stored
                            + " packed bytes in the file cannot hold");
        }
    }

    /**
     * A size that fits an array.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param size any size
     * @throws UnsupportedFileException if it would be too large for an array
     */
    public static int arraySize(String file, String place, long size) throws UnsupportedFileException {
        if (size > LARGEST_ARRAY) {
            throw new UnsupportedFileException(
                    file, place, size + " values in one piece are more than a Java array can hold");
        }
        return (int) size;
    }
}
