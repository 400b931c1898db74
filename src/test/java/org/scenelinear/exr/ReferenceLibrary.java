/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * The reference library through its Python module, where that is installed; tests that need it are skipped elsewhere.
 */
final class ReferenceLibrary {
    private static final String PROGRAM = """
            import sys, zlib
            import OpenEXR
            for path in sys.stdin.read().split("\\n"):
                if path:
                    with OpenEXR.File(path, separate_channels=True) as f:
                        assert f.parts, "no part could be read in " + path
                        header = f.header()
                        assert header["owner"] == "the owner", header
                        for name in sorted(f.channels()):
                            print("%08x" % zlib.crc32(f.channels()[name].pixels.tobytes()))
            """;

    private ReferenceLibrary() {}

    /** The CRC-32 of every channel of files given one per line, channels sorted by name, one per line. */
    static String crc32(String files) throws Exception {
        Assumptions.assumeTrue(isInstalled(), "needs Python with the OpenEXR module");
        Process process = new ProcessBuilder("python3", "-c", PROGRAM)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write(files.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import OpenEXR; OpenEXR.File")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
