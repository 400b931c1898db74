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

    /** Bytes left for everything else. */
    private static final long RESERVE = 16L << 20;

    private SizeLimits() {}

    /**
     * Refuses a claimed size that cannot be true.
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
     * The length of an array of floats that can be made here.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param length how many floats
     * @return {@code length}
     * @throws UnsupportedFileException if it is more than an array or this program's memory holds
     */
    public static int arraySize(String file, String place, long length) throws UnsupportedFileException {
        return arraySize(file, place, length, Float.BYTES);
    }

    /**
     * The length of an array that can be made here.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param length how many values
     * @param bytesPerValue bytes of each
     * @return {@code length}
     * @throws UnsupportedFileException if it is more than an array or this program's memory holds
     */
    public static int arraySize(String file, String place, long length, int bytesPerValue)
            throws UnsupportedFileException {
        if (length > LARGEST_ARRAY) {
            throw new UnsupportedFileException(
                    file, place, length + " values in one piece are more than a Java array can hold");
        }
        requireMemory(file, place, length * bytesPerValue);
        return (int) length;
    }

    /**
     * Refuses what does not fit the memory that is left, so that people read a sentence and not of an
     * {@link OutOfMemoryError}.
     *
     * @param file the file's name, for the message
     * @param place where the size was claimed, for the message
     * @param bytes all that will be taken
     * @throws UnsupportedFileException if there is not so much
     */
    public static void requireMemory(String file, String place, long bytes) throws UnsupportedFileException {
        if (bytes > freeMemory() - RESERVE) {
            System.gc(); // what is free cannot be told from what is garbage until it has been collected
        }
        long free = freeMemory();
        if (bytes > free - RESERVE) {
            throw new UnsupportedFileException(
                    file,
                    place,
                    (bytes >> 20) + " MB of memory are needed, and of the "
                            + (Runtime.getRuntime().maxMemory() >> 20) + " MB that this program may use, "
                            + (free >> 20) + " MB are left");
        }
    }

    private static long freeMemory() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
