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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file beside its destination and renames it when it is complete, so that nobody ever sees half a file and a
 * failed or canceled save leaves an older file of that name as it was.
 *
 * <pre>{@code
 * AtomicFile.write(path, channel -> channel.write(bytes));
 * }</pre>
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What fills the file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the whole content.
         *
         * @param channel an empty file, open for reading and writing, at position 0
         * @throws IOException if writing fails; the file is then discarded
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param destination the file to create or replace
     * @param content what fills it
     * @throws FileAccessException if the folder cannot be written to
     * @throws IOException what {@code content} throws
     */
    public static void write(Path destination, Content content) throws IOException {
        Path absolute = destination.toAbsolutePath();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || Files.isDirectory(absolute)) {
            throw new FileAccessException(destination.toString(), "", "is a folder, not a file to write");
        }
        Path temporary;
        try {
            temporary = Files.createTempFile(folder, "." + name + ".", ".part");
        } catch (IOException e) {
            throw refused(destination, e);
        }
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
            }
            move(temporary, absolute);
        } catch (FileSystemException e) {
            throw refused(destination, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAccessException refused(Path destination, IOException e) {
        return new FileAccessException(destination.toString(), "", "cannot be written: " + e, e);
    }
}
