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

import java.util.List;

/**
 * All that stands before the pixels of a file.
 *
 * @param flags the version field's flags
 * @param parts the headers, one per part
 * @param end the byte after the headers, where the chunk offset tables begin
 */
public record FileHeaders(VersionFlags flags, List<Header> parts, long end) {
    /** Copies the list. */
    public FileHeaders {
        parts = List.copyOf(parts);
    }
}
