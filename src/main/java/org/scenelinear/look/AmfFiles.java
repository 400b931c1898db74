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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.FileAccessException;

/**
 * A metadata file and the files it refers to, ready to be written.
 *
 * @param amf refers to the files by their names
 * @param files what lies beside it, by name
 */
public record AmfFiles(Amf amf, Map<String, byte[]> files) {
    /** Keeps a copy of the map. */
    public AmfFiles {
        files = new LinkedHashMap<>(files);
    }

    /**
     * Writes the files and then the metadata file, each whole or not at all.
     *
     * @param target the metadata file; one that is there is replaced
     * @throws FileAccessException if a file of another content has the name of one of the others; nothing is written
     * @throws IOException if writing fails
     */
    public void write(Path target) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = target.resolveSibling(file.getKey());
            if (Files.exists(path) && !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                throw new FileAccessException(
                        path.toString(),
                        "",
                        "exists and has another content; move it, or give the metadata another name");
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ByteBuffer bytes = ByteBuffer.wrap(file.getValue());
            AtomicFile.write(target.resolveSibling(file.getKey()), channel -> {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            });
        }
        AmfWriter.write(amf, target);
    }
}
