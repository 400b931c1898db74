/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyAmfCommandTest {
    @Test
    void theMetadataFileBesideTheImageIsOffered(@TempDir Path folder) throws IOException {
        ImagePlus image = new ImagePlus("shot.exr", new FloatProcessor(1, 1));
        assertFalse(new ApplyAmfCommand().suggestions(image).containsKey("file"));
        FileInfo origin = new FileInfo();
        origin.directory = folder + "/";
        origin.fileName = "shot.exr";
        image.setFileInfo(origin);
        assertFalse(new ApplyAmfCommand().suggestions(image).containsKey("file"));
        Path metadata = Files.createFile(folder.resolve("shot.amf"));
        assertEquals(
                metadata.toString(), new ApplyAmfCommand().suggestions(image).get("file"));
    }
}
