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

/** The one door to the library that knows Zstandard frames (RFC 8878). For one thread at a time. */
final class ZstdFrame {
    private final ZstdDecompressor decompressor = new ZstdDecompressor();
    private final ZstdCompressor compressor = new ZstdCompressor();

    /** Whether the library works here: it reaches memory by ways that a Java may refuse. */
    static boolean works() {
        // A frame of one raw block with one byte.
        byte[] frame = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0x20, 1, 9, 0, 0, 42};
        byte[] one = new byte[1];
        try {
            new ZstdFrame().unpack(frame, 0, frame.length, one, 1);
            return one[0] == 42;
        } catch (CorruptChunkException e) {
            return false;
        }
    }

    /**
     * Unpacks a frame that must hold exactly so many bytes.
     *
     * @param packed holds the frame
     * @param from where it begins
     * @param packedLength its length
     * @param unpacked takes the bytes from index 0
     * @param length how many there must be
     * @throws CorruptChunkException if it is no such frame
     */
    void unpack(byte[] packed, int from, int packedLength, byte[] unpacked, int length) throws CorruptChunkException {
        int found;
        try {
            found = decompressor.decompress(packed, from, packedLength, unpacked, 0, length);
        } catch (MalformedInputException | IndexOutOfBoundsException | IllegalStateException e) {
            // The library does not find all damage by asking: some makes it miss its tables or fail its assertions.
            throw new CorruptChunkException("the Zstandard frame is broken: " + e.getMessage());
        }
        if (found != length) {
            throw new CorruptChunkException(
                    "the Zstandard frame holds " + found + " bytes where " + length + " are expected");
        }
    }

    /** The most bytes a frame of so many can have. */
    int largest(int length) {
        return compressor.maxCompressedLength(length);
    }

    /**
     * Packs bytes into a frame.
     *
     * @param unpacked holds them from index 0
     * @param length how many
     * @param packed takes the frame from index 0; at least {@link #largest} long
     * @return the length of the frame
     */
    int pack(byte[] unpacked, int length, byte[] packed) {
        return compressor.compress(unpacked, 0, length, packed, 0, packed.length);
    }
}
