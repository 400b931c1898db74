/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.List;
import java.util.Optional;

/**
 * The content of an ACES Metadata File (SMPTE ST 2065-7, version 2.0 of the schema): how the author of a clip saw it.
 *
 * <pre>{@code
 * Amf amf = AmfReader.read(path);
 * for (AmfLook look : amf.pipeline().looks()) { ... }
 * }</pre>
 *
 * @param info who wrote the file, and when
 * @param clip what it was written for
 * @param pipeline what is to be applied now
 * @param archived earlier pipelines of the same clip, which are not to be applied
 */
public record Amf(AmfInfo info, Optional<AmfClip> clip, AmfPipeline pipeline, List<AmfPipeline> archived) {
    /** Keeps an unmodifiable copy of the list. */
    public Amf {
        archived = List.copyOf(archived);
    }
}
