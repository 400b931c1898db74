/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {9, 8, 7, 6};

    @TempDir
    Path folder;

    @Test
    void aMissingFolderIsNamedAndNotTheFileBesideTheDestination() {
        Path missing = folder.resolve("missing");
        FileAccessException problem = assertThrows(
                FileAccessException.class, () -> AtomicFile.write(missing.resolve("new.bin"), channel -> {}));
        assertEquals("the folder " + missing.toAbsolutePath() + " does not exist", problem.what());
    }

    @Test
    void aNewFileHasTheContentAndNothingElseIsInTheFolder() throws IOException {
        Path file = folder.resolve("new.bin");
        AtomicFile.write(file, channel -> put(channel, NEW));
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of(file), filesIn(folder));
    }

    @Test
    void anOldFileIsReplacedOnlyWhenTheNewOneIsComplete() throws IOException {
        Path file = oldFile();
        AtomicFile.write(file, channel -> {
            put(channel, NEW);
            assertArrayEquals(OLD, Files.readAllBytes(file));
        });
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of(file), filesIn(folder));
    }

    @Test
    void aFailedWriteLeavesTheOldFileAndNoLeftovers() throws IOException {
        for (Throwable failure : List.of(
                new IOException("disk full"),
                new UncheckedIOException(new IOException("disk full")),
                new CancellationException("canceled"),
                new OutOfMemoryError("too much"))) {
            Path file = oldFile();
            assertThrows(
                    Throwable.class,
                    () -> AtomicFile.write(file, channel -> {
                        put(channel, NEW);
                        fail(failure);
                    }));
            assertArrayEquals(OLD, Files.readAllBytes(file), failure.toString());
            assertEquals(List.of(file), filesIn(folder), failure.toString());
        }
    }

    @Test
    void aFailureOfTheSystemNamesTheFileAndAProblemOfTheContentStaysWhatItIs() {
        Path file = folder.resolve("new.bin");
        for (Exception failure :
                List.of(new IOException("disk full"), new UncheckedIOException(new IOException("disk full")))) {
            FileAccessException problem =
                    assertThrows(FileAccessException.class, () -> AtomicFile.write(file, channel -> fail(failure)));
            assertEquals(file.toString(), problem.file());
            assertTrue(problem.getMessage().contains("disk full"), problem.getMessage());
        }
        UnsupportedFileException unsupported = new UnsupportedFileException("source.exr", "header", "is strange");
        assertSame(
                unsupported,
                assertThrows(IOException.class, () -> AtomicFile.write(file, channel -> fail(unsupported))));
    }

    @Test
    void aFolderOrAPlaceThatDoesNotExistIsRefusedByName() {
        for (Path wrong : List.of(folder, folder.resolve(Path.of("missing", "file.bin")), Path.of(""))) {
            FileAccessException problem = assertThrows(
                    FileAccessException.class, () -> AtomicFile.write(wrong, channel -> put(channel, NEW)));
            assertEquals(wrong.toString(), problem.file());
        }
    }

    @Test
    void aWriteProtectedFileStays() throws IOException {
        Path file = oldFile();
        assumeTrue(file.toFile().setWritable(false));
        assumeFalse(Files.isWritable(file), "this user may write to everything");
        assertThrows(FileAccessException.class, () -> AtomicFile.write(file, channel -> put(channel, NEW)));
        assertArrayEquals(OLD, Files.readAllBytes(file));
    }

    @Test
    void aSymbolicLinkStaysALinkAndItsFileIsReplaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.write(elsewhere.resolve("file.bin"), OLD);
        Path link = folder.resolve("link.bin");
        try {
            Files.createSymbolicLink(link, file);
        } catch (IOException | UnsupportedOperationException e) {
            assumeTrue(false, "no symbolic links here: " + e);
        }
        AtomicFile.write(link, channel -> put(channel, NEW));
        assertTrue(Files.isSymbolicLink(link));
        assertArrayEquals(NEW, Files.readAllBytes(file));
        assertEquals(List.of(file), filesIn(elsewhere));
    }

    @Test
    void theFileHasThePermissionsOfAnyNewFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path file = folder.resolve("new.bin");
        AtomicFile.write(file, channel -> put(channel, NEW));
        Path plain = Files.write(folder.resolve("plain.bin"), NEW);
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(file));
    }

    @Test
    void theContentCanReadBackAndOverwriteWhatItWrote() throws IOException {
        Path file = folder.resolve("new.bin");
        AtomicFile.write(file, channel -> {
            put(channel, NEW);
            ByteBuffer first = ByteBuffer.allocate(1);
            assertEquals(1, channel.read(first, 0));
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (first.get(0) + 1)}), 0);
        });
        assertArrayEquals(new byte[] {10, 8, 7, 6}, Files.readAllBytes(file));
        assertFalse(Files.isSymbolicLink(file));
    }

    private Path oldFile() throws IOException {
        return Files.write(folder.resolve("old.bin"), OLD);
    }

    private static void put(FileChannel channel, byte[] bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes));
    }

    private static void fail(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) failure;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
