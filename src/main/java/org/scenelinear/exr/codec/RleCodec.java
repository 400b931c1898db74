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

/** RLE: the bytes split and differenced by {@link BytePredictor}, then {@link ByteRuns}. */
final class RleCodec implements Codec {
    private byte[] prepared = new byte[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int length = reserve(block);
        ByteRuns.decode(packed, packedLength, prepared, length);
        BytePredictor.restore(prepared, raw, length);
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int length = reserve(block);
        BytePredictor.prepare(raw, prepared, length);
        return ByteRuns.encode(prepared, length, packed, length - 1);
    }

    private int reserve(Block block) {
        int length = Math.toIntExact(block.rawSize());
        if (prepared.length < length) {
            prepared = new byte[length];
        }
        return length;
    }
}
