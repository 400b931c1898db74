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

/** No compression: chunks are stored raw, which the chunk machinery does by itself. */
final class NoneCodec implements Codec {
    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        throw new CorruptChunkException(
                packedLength + " bytes are stored for " + block.rawSize() + " bytes of uncompressed pixels");
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        return NOT_SMALLER;
    }
}
