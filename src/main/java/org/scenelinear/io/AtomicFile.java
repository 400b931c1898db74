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
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

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
     * Writes a file whole or not at all. If the destination is a symbolic link, the file it leads to is replaced. The
     * new file has the permissions any new file gets in that folder.
     *
     * @param destination the file to create or replace
     * @param content what fills it
     * @throws FileAccessException if the folder or an existing file cannot be written to, or writing fails
     * @throws FileProblemException what {@code content} throws of that family
     */
    public static void write(Path destination, Content content) throws IOException {
        try {
            replace(destination, content);
        } catch (AccessDeniedException e) {
            // Its own text names the file beside, which nobody knows of.
            throw new FileAccessException(destination.toString(), "", "its folder may not be written to", e);
        } catch (UncheckedIOException e) {
            throw refused(destination, e.getCause());
        } catch (IOException e) {
            throw refused(destination, e);
        }
    }

    private static void replace(Path destination, Content content) throws IOException {
        Path absolute = destination.toAbsolutePath();
        Path target = Files.exists(absolute) ? absolute.toRealPath() : absolute;
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new FileAccessException(destination.toString(), "", "is a folder, not a file to write");
        }
        if (!Files.isDirectory(folder)) {
            throw new FileAccessException(destination.toString(), "", "the folder " + folder + " does not exist");
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new FileAccessException(destination.toString(), "", "is write-protected");
        }
        // Not Files.createTempFile: that makes a file which only its owner may read.
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
            }
            move(temporary, target);
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

    private static FileProblemException refused(Path destination, IOException cause) {
        return cause instanceof FileProblemException problem
                ? problem
                : new FileAccessException(destination.toString(), "", "cannot be written: " + cause, cause);
    }
}
