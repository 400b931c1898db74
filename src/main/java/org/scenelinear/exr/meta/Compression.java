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
import org.scenelinear.io.LittleEndianOutput;

/** The compressions of OpenEXR 3.5 in the order of their codes in a file, with the scan lines one chunk holds. */
public enum Compression implements AttributeValue {
    NONE(1, 1),
    RLE(1, 64),
    ZIPS(1, 1032),
    ZIP(16, 1032),
    PIZ(32, Ratio.NO_BOUND),
    PXR24(16, 1376),
    B44(32, 11),
    B44A(32, 11),
    DWAA(32, 132096),
    DWAB(256, 132096),
    HTJ2K256(256, Ratio.NO_BOUND),
    HTJ2K32(32, Ratio.NO_BOUND),
    LJ2K(256, Ratio.NO_BOUND),
    ZSTD(1, 1 << 15);

    private final int linesPerChunk;
    private final int greatestRatio;

    Compression(int linesPerChunk, int greatestRatio) {
        this.linesPerChunk = linesPerChunk;
        this.greatestRatio = greatestRatio;
    }

    /** Scan lines in a chunk of a scan-line part. */
    public int linesPerChunk() {
        return linesPerChunk;
    }

    /** Whether deep parts may use it. */
    public boolean canBeDeep() {
        return this == NONE || this == RLE || this == ZIPS || this == ZSTD;
    }

    /** Whether it is DWAA or DWAB, which have a level. */
    public boolean isDwa() {
        return this == DWAA || this == DWAB;
    }

    /**
     * How many bytes of pixels one byte of a chunk can become at most. Deflate: 258 bytes by two codes of one bit, with
     * its overhead 1032. RLE: 128 bytes by two. PXR24: deflate after 4 bytes became 3. B44A: 32 bytes by three. DWA: a
     * block of 64 floats by one half that is then deflated. ZSTD: 128 KiB by a block of 4 bytes.
     */
    public int greatestRatio() {
        return greatestRatio;
    }

    @Override
    public String typeName() {
        return "compression";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeByte(id());
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

    private static final class Ratio {
        /** For codecs whose ratio the format does not bound: a million is more than real pictures reach. */
        static final int NO_BOUND = 1 << 20;
    }
}
