/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.ij.ImageFileOpener;
import org.scenelinear.ij.ImageJRun;

/** ImageJ with the plugin in its menus and a frame in the live view, started from compiled classes without a jar. */
final class FirstWindow {
    private static final String MENUS = "plugins.config";

    private FirstWindow() {}

    /**
     * Starts ImageJ and opens a frame.
     *
     * @param file an OpenEXR file
     * @throws IOException if it cannot be read
     */
    static void open(Path file) throws IOException {
        System.setProperty("plugins.dir", pluginFolder().toString());
        ImageJ imageJ = new ImageJ();
        imageJ.exitWhenQuitting(true);
        ImagePlus image = ImageJRun.call(() -> false, run -> ImageFileOpener.open(file, OpenOptions.DEFAULT, run));
        image.show();
        IJ.run(image, "Live View", "");
    }

    /**
     * A folder for ImageJ to look for plugins. ImageJ reads menu entries only from jars with an underscore in their
     * name; this one holds nothing but the list of entries, the classes are found on the class path.
     */
    private static Path pluginFolder() throws IOException {
        Path folder = Files.createTempDirectory("scenelinear");
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Path jar = plugins.resolve("SceneLinear_.jar");
        try (InputStream menus = FirstWindow.class.getResourceAsStream("/" + MENUS);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file)) {
            if (menus == null) {
                throw new IOException("the list of menu entries is not on the class path: " + MENUS);
            }
            content.putNextEntry(new JarEntry(MENUS));
            menus.transferTo(content);
            content.closeEntry();
        }
        for (Path path : new Path[] {folder, plugins, jar}) {
            path.toFile().deleteOnExit(); // in the order of registration from the last, so the jar goes first
        }
        return folder;
    }
}
