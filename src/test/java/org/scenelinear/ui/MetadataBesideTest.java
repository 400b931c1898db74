/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.process.FloatProcessor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetadataBesideTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream console;

    @TempDir
    private Path folder;

    /** Without a screen ImageJ's log is the console. */
    @BeforeEach
    void listen() {
        console = System.out;
        System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(console);
    }

    @Test
    void aFileBesideTheImageIsOfferedWithTheLineThatAppliesIt() throws IOException {
        ImagePlus image = image("shot.exr");
        MetadataBeside.offer(image);
        assertEquals("", log.toString(StandardCharsets.UTF_8));
        Path file = Files.createFile(folder.resolve("shot.amf"));
        MetadataBeside.offer(image);
        String said = log.toString(StandardCharsets.UTF_8);
        String path = file.toString().replace('\\', '/');
        assertTrue(said.contains("run(\"Apply AMF...\", \"file=[" + path + "]\");"), said);
    }

    @Test
    void anImageOfNoFileHasNone() {
        assertEquals(Optional.empty(), MetadataBeside.find(new ImagePlus("made", new FloatProcessor(1, 1))));
    }

    private ImagePlus image(String name) {
        ImagePlus image = new ImagePlus(name, new FloatProcessor(1, 1));
        FileInfo origin = new FileInfo();
        origin.directory = folder + "/";
        origin.fileName = name;
        image.setFileInfo(origin);
        return image;
    }
}
