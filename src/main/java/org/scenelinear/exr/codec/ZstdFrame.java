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

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdCompressor;
import io.airlift.compress.zstd.ZstdDecompressor;

/**
 * The one door to Zstandard frames (RFC 8878), and the one class that knows the library for them, aircompressor. It
 * packs about as level 3 of the reference implementation does; it offers no other.
 */
final class ZstdFrame {
    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final ZstdCompressor compressor = new ZstdCompressor();

    /**
     * Whether the library works in this Java, whose memory it reaches by {@code sun.misc.Unsafe}.
     *
     * @throws LinkageError if the library is not there at all
     */
    static boolean works() {
        // A frame of one raw block with one byte.
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x20, 1, 9, 0, 0, 42};
        byte[] one = new byte[1];
        try {
            return new ZstdDecompressor().decompress(frame, 0, frame.length, one, 0, 1) == 1 && one[0] == 42;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * Unpacks a frame that must hold exactly so many bytes.
     *
     * @param packed holds the frame
     * @param start where it begins
     * @param packedLength its length
     * @param unpacked takes the bytes from index 0
     * @param unpackedLength how many there must be
     * @throws CorruptChunkException if it is no such frame, or holds fewer or more
     */
    void decompress(byte[] packed, int start, int packedLength, byte[] unpacked, int unpackedLength)
            throws CorruptChunkException {
        int size;
        try {
            size = decompressor.decompress(packed, start, packedLength, unpacked, 0, unpackedLength);
        } catch (MalformedInputException | IndexOutOfBoundsException | IllegalStateException e) {
            // The library does not find all damage by asking: some makes it miss its tables or fail its assertions.
            throw new CorruptChunkException("the Zstandard frame is broken: " + e.getMessage());
        }
        if (size != unpackedLength) {
            throw new CorruptChunkException(
                    "the Zstandard frame holds " + size + " bytes where " + unpackedLength + " are expected");
        }
    }

    /** The most bytes a frame for so many can have. */
    int greatestLength(int length) {
        return compressor.maxCompressedLength(length);
    }

    /**
     * Packs bytes into a frame.
     *
     * @param raw holds the bytes from index 0
     * @param length how many
     * @param packed takes the frame from index 0; at least {@link #greatestLength} long
     * @return the frame's length
     */
    int compress(byte[] raw, int length, byte[] packed) {
        return compressor.compress(raw, 0, length, packed, 0, packed.length);
    }
}
