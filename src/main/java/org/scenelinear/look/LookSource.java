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

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.TransformChain;

/**
 * What is found under a name that stands for a look: a file of a look, one of the {@link LookLibrary}, or a
 * {@link LookChain} or ACES Metadata File with several looks and an output transform.
 *
 * @param name what people call it; never empty
 * @param look the transforms; those of a chain or metadata file lead from ACES2065-1 to ACES2065-1
 * @param output the output transform after them, if there is one
 * @param isPipeline whether it is a chain or a metadata file, which says itself what its looks expect
 * @param skipped looks and output transform of a metadata file that the pixels have gone through already, in words
 */
public record LookSource(
        String name, TransformChain look, Optional<OutputTransform> output, boolean isPipeline, List<String> skipped) {
    /** Keeps an unmodifiable copy of the list. */
    public LookSource {
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads it. Of a metadata file the input transform is left out: what follows begins with ACES2065-1.
     *
     * @param path a file, or the name of a look
     * @param options what the file leaves open
     * @throws IOException if there is no such thing, or a file is broken; the message names it
     */
    public static LookSource read(Path path, LutFiles.Options options) throws IOException {
        String fileName = String.valueOf(path.getFileName());
        if (fileName.toLowerCase(Locale.ROOT).endsWith(".amf")) {
            AmfPipelineTransform pipeline = AmfPipelineTransform.readFromAces(path);
            return new LookSource(fileName, pipeline.scene(), pipeline.output(), true, pipeline.skipped());
        }
        if (fileName.toLowerCase(Locale.ROOT).endsWith(LookChain.ENDING)) {
            LookChain chain = LookChain.read(path);
            return new LookSource(
                    fileName, chain.scene(), chain.output().map(LookChain.Output::transform), true, List.of());
        }
        LookFile file = LookLibrary.read(path, options);
        String name = file.name().isBlank() ? fileName : file.name();
        return new LookSource(name, file.chain(), Optional.empty(), false, List.of());
    }
}
