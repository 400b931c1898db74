/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.Locale;
import java.util.Optional;

/** The compressions of OpenEXR 3.5 in the order of their codes in a file, with the scan lines one chunk holds. */
public enum Compression {
    NONE(1),
    RLE(1),
    ZIPS(1),
    ZIP(16),
    PIZ(32),
    PXR24(16),
    B44(32),
    B44A(32),
    DWAA(32),
    DWAB(256),
    HTJ2K256(256),
    HTJ2K32(32),
    LJ2K(256),
    ZSTD(1);

    private final int linesPerChunk;

    Compression(int linesPerChunk) {
        this.linesPerChunk = linesPerChunk;
    }

    /** Scan lines in a chunk of a scan-line part. */
    public int linesPerChunk() {
        return linesPerChunk;
    }

    /** The code in a file's {@code compression} attribute. */
    public int id() {
        return ordinal();
    }

    /** The name as users write it: {@code dwab}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The compression of a code, empty if OpenEXR 3.5 assigns it to none. */
    public static Optional<Compression> ofId(int id) {
        return id >= 0 && id < values().length ? Optional.of(values()[id]) : Optional.empty();
    }

    /** The compression of a name, whatever its case; empty if there is none. */
    public static Optional<Compression> ofLabel(String label) {
        for (Compression compression : values()) {
            if (compression.label().equalsIgnoreCase(label.strip())) {
                return Optional.of(compression);
            }
        }
        return Optional.empty();
    }
}
