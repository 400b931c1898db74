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

import java.util.Optional;
import java.util.function.Supplier;
import org.scenelinear.exr.meta.Compression;

/** Which class does which compression: the one place that knows. */
public final class Codecs {
    /** The level that DWA is written with unless told otherwise. */
    public static final float DEFAULT_DWA_LEVEL = 45;

    private Codecs() {}

    /**
     * What makes codecs for a compression, one for each worker.
     *
     * @param compression any compression
     * @param dwaLevel how much DWA may lose when it packs, at least 0; other compressions do not look at it
     * @return empty if there is no codec for this compression, or the library that it needs is not there
     */
    public static Optional<Supplier<Codec>> factory(Compression compression, float dwaLevel) {
        return Optional.ofNullable(
                switch (compression) {
                    case NONE -> NoneCodec::new;
                    case RLE -> RleCodec::new;
                    case ZIPS, ZIP -> ZipCodec::new;
                    case PXR24 -> Pxr24Codec::new;
                    case B44 -> () -> new B44Codec(false);
                    case B44A -> () -> new B44Codec(true);
                    case DWAA, DWAB -> () -> new DwaCodec(dwaLevel);
                    case ZSTD -> ZstdCodec.isAvailable() ? ZstdCodec::new : null;
                    default -> null;
                });
    }
}
