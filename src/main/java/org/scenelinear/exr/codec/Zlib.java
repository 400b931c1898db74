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

import java.util.zip.Deflater;

/**
 * The one door to zlib streams: every codec that packs with deflate comes through here. Unpacks with {@link Inflate},
 * packs with the JDK's {@link Deflater}, which holds native memory: one thread at a time, and close it.
 */
final class Zlib implements AutoCloseable {
    private final Inflate inflate = new Inflate();
    private final int level;
    private Deflater deflater;

    /** A door that packs with a level from 1, fast, to 9, small. */
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
     * @return its length, or {@link Codec#NOT_SMALLER} if it would reach beyond {@code limit}
     */
    int deflate(byte[] raw, int length, byte[] packed, int start, int limit) {
        if (deflater == null) {
            deflater = new Deflater(level);
        }
        deflater.reset();
        deflater.setInput(raw, 0, length);
        deflater.finish();
        int end = start;
        while (!deflater.finished()) {
            if (end == limit) {
                return Codec.NOT_SMALLER;
            }
            end += deflater.deflate(packed, end, limit - end);
        }
        return end - start;
    }

    @Override
    public void close() {
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
    }
}
