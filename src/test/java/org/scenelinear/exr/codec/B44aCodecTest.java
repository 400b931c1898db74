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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** B44A is B44 with shorter flat blocks. */
class B44aCodecTest extends B44CodecTest {
    @Override
    protected Codec newCodec() {
        return new B44Codec(true);
    }

    @Test
    @Override
    void aFlatPictureShrinks() {
        try (Codec codec = newCodec()) {
            Block block = new Block(List.of(HALF), 0, 0, 64, 32);
            byte[] packed = new byte[(int) block.rawSize()];
            assertEquals(64 * 32 / 16 * B44Block.FLAT_BYTES, codec.encode(block, new byte[packed.length], packed));
        }
    }
}
