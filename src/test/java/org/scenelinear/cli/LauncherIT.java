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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a user calls it, from the jar and the libraries that the build has put into target/. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path LAUNCHER = Path.of("bin", "scenelinear").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Result(int exit, String out, String err) {}

    private Result launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        int exit = builder.start().waitFor();
        return new Result(
                exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void itRunsFromAnyFolderAndThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("again"), LAUNCHER);
        Path second = Files.createSymbolicLink(folder.resolve("scenelinear"), link.getFileName());
        Result result = launch(second, "list");
        Files.delete(second);
        Files.delete(link);
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("Convert Color Space..."), result.out());
    }

    @Test
    void itHandsOnTheExitCodeAndTheProblem() throws Exception {
        Result result = launch(LAUNCHER, "info", "no such file.exr");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("no such file.exr"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void whereNothingIsBuiltItSaysWhatToDo() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("clone/bin"));
        Path copy = Files.copy(LAUNCHER, bin.resolve("scenelinear"));
        Result result = launch(copy, "list");
        assertEquals(2, result.exit());
        assertTrue(result.err().contains("./mvnw package"), result.err());
    }
}
