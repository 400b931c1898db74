/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.Map;
import java.util.Optional;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.TileDescription;

/**
 * How to write an OpenEXR file; other formats have no choices.
 *
 * @param compression of the pixels
 * @param dwaLevel the level of DWAA and DWAB, 0 or more; 45 is OpenEXR's default, larger loses more
 * @param pixels the samples to write
 * @param types other samples for single channels, by their names
 * @param tiles the tiles and levels to cut the picture into; empty for scan lines
 * @param container the rules to keep
 */
public record SaveOptions(
        Compression compression,
        float dwaLevel,
        Pixels pixels,
        Map<String, PixelType> types,
        Optional<TileDescription> tiles,
        Container container) {
    /** OpenEXR's own default level of DWAA and DWAB. */
    public static final float DEFAULT_DWA_LEVEL = 45f;

    /** ZIP with 16-bit half samples. */
    public static final SaveOptions DEFAULT = new SaveOptions(Compression.ZIP, DEFAULT_DWA_LEVEL, Pixels.HALF);

    /** Scan lines in any OpenEXR file. */
    public SaveOptions(Compression compression, float dwaLevel, Pixels pixels) {
        this(compression, dwaLevel, pixels, Map.of(), Optional.empty(), Container.OPENEXR);
    }

    /** The same with other samples for single channels. */
    public SaveOptions withTypes(Map<String, PixelType> others) {
        return new SaveOptions(compression, dwaLevel, pixels, others, tiles, container);
    }

    /** The same cut into tiles. */
    public SaveOptions withTiles(TileDescription others) {
        return new SaveOptions(compression, dwaLevel, pixels, types, Optional.of(others), container);
    }

    /** What samples an OpenEXR file gets. */
    public enum Pixels {
        /** 16-bit floating point; what exceeds 65504 becomes infinity. */
        HALF,
        /** 32-bit floating point: exactly the samples in memory. */
        FLOAT,
        /** Each channel as in the file it came from. */
        SOURCE
    }

    /** Which rules an OpenEXR file keeps beside those of the format. */
    public enum Container {
        /** None. */
        OPENEXR,
        /** Those of SMPTE ST 2065-4, the ACES image container: half, uncompressed scan lines, ACES2065-1. */
        ACES
    }
}
