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

import io.airlift.compress.zstd.ZstdCompressor;

/**
 * The one door to the library that packs Zstandard frames (RFC 8878); {@link ZstdDecoder} unpacks them. For one thread
 * at a time.
 */
final class ZstdFrame {
    private final ZstdCompressor compressor = new ZstdCompressor();

    /**
     * Whether the library is there, a file of its own beside the plugin's, and this Java lets it work: it reaches
     * memory by ways that a Java may refuse.
     */
    static boolean isAvailable() {
        byte[] one = {42};
        byte[] found = new byte[1];
        try {
            ZstdFrame frame = new ZstdFrame();
            byte[] packed = new byte[frame.largest(one.length)];
            int length = frame.pack(one, one.length, packed);
            return new ZstdDecoder().decode(packed, 0, length, found, 0, found.length) == 1 && found[0] == one[0];
        } catch (LinkageError | CorruptChunkException e) {
            return false;
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
