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

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The one door to zlib streams: every codec that packs with deflate comes through here. One thread at a time. */
final class Zlib implements AutoCloseable {
    /** The level that OpenEXR writes with unless told otherwise. */
    static final int DEFAULT_LEVEL = 4;

    private final Inflater inflater = new Inflater();
    private final Deflater deflater;
    private final byte[] beyond = new byte[1];

    /** A door that packs with {@link #DEFAULT_LEVEL}. */
    Zlib() {
        this(DEFAULT_LEVEL);
    }

    /** A door that packs with a level from 1, fast, to 9, small. */
    Zlib(int level) {
        deflater = new Deflater(level);
    }

    /**
     * Unpacks a stream that must hold exactly so many bytes.
     *
     * @param packed holds the stream
     * @param offset where it begins
     * @param packedLength its length
     * @param unpacked takes the bytes
     * @param unpackedOffset where
     * @param unpackedLength how many there must be
     * @throws CorruptChunkException if it is no zlib stream, or holds fewer or more
     */
    void inflate(byte[] packed, int offset, int packedLength, byte[] unpacked, int unpackedOffset, int unpackedLength)
            throws CorruptChunkException {
        inflater.reset();
        inflater.setInput(packed, offset, packedLength);
        try {
            int done = 0;
            while (done < unpackedLength) {
                int count = inflater.inflate(unpacked, unpackedOffset + done, unpackedLength - done);
                if (count == 0) {
                    throw new CorruptChunkException("the deflated data ends after " + done + " bytes of pixels where "
                            + unpackedLength + " are expected");
                }
                done += count;
            }
            if (inflater.inflate(beyond) > 0) {
                throw new CorruptChunkException(
                        "the deflated data holds more than the expected " + unpackedLength + " bytes");
            }
            if (!inflater.finished()) {
                throw new CorruptChunkException("the deflated data has no end");
            }
        } catch (DataFormatException e) {
            throw new CorruptChunkException("the deflated data is broken: " + e.getMessage());
        }
    }

    /**
     * Packs bytes into a stream.
     *
     * @param raw the bytes
     * @param length how many
     * @param packed takes the stream from index 0
     * @param limit how long the stream may be
     * @return its length, or {@link Codec#NOT_SMALLER} if it would be longer than {@code limit}
     */
    int deflate(byte[] raw, int length, byte[] packed, int limit) {
        deflater.reset();
        deflater.setInput(raw, 0, length);
        deflater.finish();
        int done = 0;
        while (!deflater.finished()) {
            if (done == limit) {
                return Codec.NOT_SMALLER;
            }
            done += deflater.deflate(packed, done, limit - done);
        }
        return done;
    }

    @Override
    public void close() {
        inflater.end();
        deflater.end();
    }
}
