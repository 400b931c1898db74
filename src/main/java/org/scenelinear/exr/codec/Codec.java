/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/**
 * One compression of OpenEXR: packed bytes to raw bytes and back, for the pixels of one chunk. The raw layout is that
 * of {@link Block}.
 *
 * <p>What is common to all stands around it, in the chunk machinery: chunks stored raw because packing did not shrink
 * them, size checks, and naming the file and chunk in an error. A codec sees only chunks that are really packed.
 *
 * <p>An instance keeps scratch memory and may hold native memory: use it in one thread at a time and close it.
 */
public interface Codec extends AutoCloseable {
    /** What {@link #encode} answers if packing would not shrink the chunk. */
    int NOT_SMALLER = -1;

    /**
     * Unpacks a chunk.
     *
     * @param block the chunk's pixels
     * @param packed holds the packed bytes from index 0; may be longer
     * @param packedLength how many there are, at least 1
     * @param raw takes exactly {@link Block#rawSize()} bytes from index 0; may be longer
     * @throws CorruptChunkException if the packed bytes cannot be such a chunk; {@code raw} is then undefined
     */
    void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException;

    /**
     * Packs a chunk. Equal input gives equal bytes, whatever was packed before.
     *
     * @param block the chunk's pixels
     * @param raw holds {@link Block#rawSize()} bytes from index 0; may be longer; left as it is
     * @param packed takes the result from index 0; at least {@link Block#rawSize()} long
     * @return how many bytes were written, or {@link #NOT_SMALLER}, when the chunk is to be stored raw
     */
    int encode(Block block, byte[] raw, byte[] packed);

    @Override
    default void close() {}
}
