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

    /** Why {@link #factory} is empty, in words. */
    public static final String NONE = "there is no codec for it yet";

    /**
     * What keeps a compression from being written here.
     *
     * @param compression any compression
     * @return empty if nothing does
     */
    public static Optional<String> whyNotPacked(Compression compression) {
        if (factory(compression, DEFAULT_DWA_LEVEL).isEmpty()) {
            return Optional.of(NONE);
        }
        return compression == Compression.ZSTD && !ZstdFrame.isAvailable()
                ? Optional.of("it needs the library aircompressor, which is not installed beside SceneLinear")
                : Optional.empty();
    }

    /**
     * What makes codecs for a compression, one for each worker. All unpack; whether they can pack says
     * {@link #whyNotPacked}.
     *
     * @param compression any compression
     * @param dwaLevel how much DWA may lose when it packs, at least 0; other compressions do not look at it
     * @return empty if there is no codec for this compression here, for the reason {@link #NONE}
     */
    public static Optional<Supplier<Codec>> factory(Compression compression, float dwaLevel) {
        return Optional.ofNullable(
                switch (compression) {
                    case NONE -> NoneCodec::new;
                    case RLE -> RleCodec::new;
                    case ZIPS, ZIP -> ZipCodec::new;
                    case PIZ -> PizCodec::new;
                    case PXR24 -> Pxr24Codec::new;
                    case B44 -> () -> new B44Codec(false);
                    case B44A -> () -> new B44Codec(true);
                    case DWAA, DWAB -> () -> new DwaCodec(dwaLevel);
                    case ZSTD -> ZstdCodec::new;
                    default -> null;
                });
    }
}
