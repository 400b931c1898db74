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

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Asks the reference library, through Python, what is in files. Tests that do are left out where it is missing. */
final class ReferenceLibrary {
    private static final String PROGRAM = """
            import json, sys
            import exr_probe
            for path in sys.stdin.read().split("\\n"):
                if path:
                    print(json.dumps(exr_probe.probe(path)))
            """;

    private ReferenceLibrary() {}

    /**
     * Describes files in the form of {@code exr/expected.json}.
     *
     * @param folder takes the programs
     * @param files any number
     * @return one description for each
     */
    static List<JsonObject> describe(Path folder, List<Path> files) throws Exception {
        Assumptions.assumeTrue(isInstalled(), "needs Python with the OpenEXR module 3.5");
        for (String program : List.of("exr_probe.py", "exrcore.py")) {
            try (InputStream in = ReferenceLibrary.class.getResourceAsStream("/exr/reference/" + program)) {
                Files.write(folder.resolve(program), in.readAllBytes());
            }
        }
        Path answers = folder.resolve("answers.txt");
        Path complaints = folder.resolve("complaints.txt");
        ProcessBuilder builder = new ProcessBuilder("python3", "-c", PROGRAM)
                .directory(folder.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(complaints.toFile());
        Process process = builder.start();
        String names = String.join("\n", files.stream().map(Path::toString).toList());
        process.getOutputStream().write(names.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException(Files.readString(complaints));
        }
        List<JsonObject> found = new ArrayList<>();
        for (String line : Files.readAllLines(answers)) {
            found.add(JsonParser.parseString(line).getAsJsonObject());
        }
        return found;
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            String probe = "import OpenEXR, numpy; assert OpenEXR.__version__.startswith('3.5')";
            Process process = new ProcessBuilder("python3", "-c", probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
