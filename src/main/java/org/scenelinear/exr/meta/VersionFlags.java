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

/**
 * The flags in the version field of a file.
 *
 * @param tiled a single flat tiled part
 * @param longNames names may have up to 255 bytes instead of 31
 * @param nonImage at least one part is deep
 * @param multiPart more than one part is possible
 */
public record VersionFlags(boolean tiled, boolean longNames, boolean nonImage, boolean multiPart) {
    /** The first four bytes of every file, as an integer. */
    static final int MAGIC = 20000630;
    /** The version of the format that these flags belong to. */
    static final int VERSION = 2;

    private static final int TILED = 0x200;
    private static final int LONG_NAMES = 0x400;
    private static final int NON_IMAGE = 0x800;
    private static final int MULTI_PART = 0x1000;
    /** All bits of the version field that mean something. */
    static final int KNOWN_BITS = 0xFF | TILED | LONG_NAMES | NON_IMAGE | MULTI_PART;

    static VersionFlags ofField(int field) {
        return new VersionFlags(
                (field & TILED) != 0, (field & LONG_NAMES) != 0, (field & NON_IMAGE) != 0, (field & MULTI_PART) != 0);
    }

    /** The version field with these flags. */
    int field() {
        return VERSION
                | (tiled ? TILED : 0)
                | (longNames ? LONG_NAMES : 0)
                | (nonImage ? NON_IMAGE : 0)
                | (multiPart ? MULTI_PART : 0);
    }
}
