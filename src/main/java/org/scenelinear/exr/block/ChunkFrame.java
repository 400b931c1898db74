/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.block;

/**
 * What stands before the packed bytes of a chunk, checked against the header and the length of the file.
 *
 * @param chunk its number in the offset table
 * @param place the chunk in words, for messages
 * @param offset where it begins in the file
 * @param start where its packed bytes begin: of a deep chunk the table of sample counts, then the samples
 * @param tableLength packed bytes of the table of sample counts; 0 in a flat part
 * @param packedLength packed bytes of the samples
 * @param rawLength bytes of the samples when unpacked
 */
public record ChunkFrame(
        int chunk, String place, long offset, long start, int tableLength, int packedLength, long rawLength) {
    /** Where the packed bytes of the samples begin. */
    long samplesStart() {
        return start + tableLength;
    }

    /** All packed bytes. */
    public long length() {
        return (long) tableLength + packedLength;
    }
}
