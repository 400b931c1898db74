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

/** ZIPS and ZIP: the bytes split and differenced by {@link BytePredictor}, then one zlib stream. */
final class ZipCodec implements Codec {
    /** The level that OpenEXR writes with unless told otherwise. */
    static final int LEVEL = 4;

    private final Zlib zlib = new Zlib(LEVEL);
    private byte[] prepared = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        zlib.inflate(packed, 0, packedLength, prepared, length);
        BytePredictor.restore(prepared, raw, length);
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int length = reserve(block);
        BytePredictor.prepare(raw, prepared, length);
        return zlib.deflate(prepared, length, packed, 0, length - 1);
    }

    private int reserve(Block block) {
        int length = Math.toIntExact(block.rawSize());
        if (prepared.length < length) {
            prepared = new byte[length];
        }
        return length;
    }

    @Override
    public void close() {
        zlib.close();
    }
}
