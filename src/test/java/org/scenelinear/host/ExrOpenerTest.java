/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.macro.Interpreter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.io.IOPlugin;
import org.scijava.io.IOService;
import org.scijava.io.location.LocationService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

class ExrOpenerTest {
    private Context context;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        context = new Context(IOService.class, PluginService.class, LocationService.class);
        Interpreter.batchMode = true;
    }

    @AfterEach
    void stop() {
        for (int id : Interpreter.getBatchModeImageIDs()) {
            Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
        }
        Interpreter.batchMode = false;
        context.close();
    }

    @Test
    void fijiFindsItAsAnEagerReader() {
        PluginInfo<?> info = context.service(PluginService.class).getPlugin(ExrOpener.class);
        assertEquals(IOPlugin.class, info.getPluginType());
        assertTrue(info.is("eager"));
    }

    @Test
    void anExrFileIsOpenedAndShownWithItsHeaderAsInfo() throws Exception {
        Path file = copyOfFrame("frame.exr");
        IOPlugin<?> opener = context.service(IOService.class).getOpener(file.toString());
        assertTrue(opener instanceof ExrOpener);
        ImagePlus image = (ImagePlus) opener.open(file.toString());
        assertSame(image, Interpreter.getLastBatchModeImage());
        assertEquals("frame.exr", image.getTitle());
        assertEquals("ACES2065-1", image.getProp("scenelinear.space"));
        assertTrue(image.getInfoProperty().contains("dwab"), image.getInfoProperty());
        assertEquals(folder + java.io.File.separator, image.getOriginalFileInfo().directory);
    }

    @Test
    void aFileIsKnownByItsSuffixOrItsFirstBytes() throws Exception {
        ExrOpener opener = new ExrOpener();
        opener.setContext(context);
        Path text = Files.writeString(folder.resolve("notes.txt"), "v/1 is not enough");
        assertTrue(opener.supportsOpen(copyOfFrame("frame.data").toString()));
        assertTrue(opener.supportsOpen(folder.resolve("missing.EXR").toString()));
        assertFalse(opener.supportsOpen(text.toString()));
        assertFalse(opener.supportsOpen(folder.toString()));
        assertFalse(opener.supportsOpen(folder.resolve("missing.tif").toString()));
    }

    @Test
    void aBrokenFileGivesOneLineAndNoStackTrace() throws Exception {
        Path file = folder.resolve("broken.exr");
        Files.write(file, new byte[] {0x76, 0x2f, 0x31, 0x01, 2, 0, 0});
        ExrOpener opener = new ExrOpener();
        opener.setContext(context);
        IOException problem = assertThrows(IOException.class, () -> opener.open(file.toString()));
        assertTrue(problem.getMessage().startsWith(file.toString()), problem.getMessage());
        assertEquals(1, problem.getMessage().lines().count());
        assertEquals(0, problem.getStackTrace().length);
        assertEquals(0, Interpreter.getBatchModeImageCount());
    }

    private Path copyOfFrame(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.copy(ExrOpenerTest.class.getResourceAsStream("/exr/frame/luma-like.exr"), file);
        return file;
    }
}
