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

/** The one door to zlib streams: every codec that packs with deflate comes through here. One thread at a time. */
final class Zlib implements AutoCloseable {
    /** Levels up to this one are packed fast. */
    private static final int FAST_UP_TO = 4;

    private final Inflate inflate = new Inflate();
    private final int level;
    private Deflate deflate;

    /** A door that packs with a level: up to 4 fast, above smaller. */
    Zlib(int level) {
        this.level = level;
    }

    /**
     * Unpacks a stream that must hold exactly so many bytes.
     *
     * @param packed holds the stream
     * @param offset where it begins
     * @param packedLength its length
     * @param unpacked takes the bytes from index 0
     * @param unpackedLength how many there must be
     * @throws CorruptChunkException if it is no zlib stream, or holds fewer or more
     */
    void inflate(byte[] packed, int offset, int packedLength, byte[] unpacked, int unpackedLength)
            throws CorruptChunkException {
        int size = inflate.inflate(packed, offset, packedLength, unpacked, 0, unpackedLength);
        if (size != unpackedLength) {
            throw new CorruptChunkException(
                    "the packed data holds " + size + " bytes where " + unpackedLength + " are expected");
        }
    }

    /**
     * Packs bytes into a stream.
     *
     * @param raw holds the bytes from index 0
     * @param length how many
     * @param packed takes the stream
     * @param start where it begins
     * @param limit where it must end at the latest
     * @return its length, or {@link Codec#NOT_SMALLER} if it would reach beyond {@code limit}, or so near that packing
     *     gains nothing
     */
    int deflate(byte[] raw, int length, byte[] packed, int start, int limit) {
        if (deflate == null) {
            deflate = new Deflate(level > FAST_UP_TO);
        }
        return deflate.deflate(raw, length, packed, start, limit);
    }

    /** Lets go of the packer's tables. */
    @Override
    public void close() {
        deflate = null;
    }
}
