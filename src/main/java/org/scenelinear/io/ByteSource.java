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

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Bytes at known positions: a file on disk or an array with a name. Several threads may read at once.
 *
 * <p>A file is read in place, not mapped, so that it can be replaced or deleted while the source is open, on every
 * operating system.
 */
public abstract sealed class ByteSource implements Closeable {
    private static final int FIRST_BUFFER = 1 << 16;

    private final String name;

    private ByteSource(String name) {
        this.name = name;
    }

    /**
     * Opens a file.
     *
     * @param path the file
     * @throws FileAccessException if it does not exist, is a folder or cannot be read
     */
    public static ByteSource open(Path path) throws FileAccessException {
        if (Files.isDirectory(path)) {
            throw new FileAccessException(path.toString(), "", "is a folder, not a file");
        }
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new OfFile(path.toString(), channel, channel.size());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new FileAccessException(path.toString(), "", "does not exist", e);
        } catch (IOException e) {
            throw new FileAccessException(path.toString(), "", "cannot be opened: " + e, e);
        }
    }

    /**
     * Bytes in memory.
     *
     * @param name what error messages call them
     * @param bytes the bytes, not copied
     */
    public static ByteSource of(String name, byte[] bytes) {
        return new OfArray(name, bytes);
    }

    /**
     * All that a stream gives, kept in memory.
     *
     * @param name what error messages call it
     * @param stream read to its end, not closed
     * @throws FileAccessException if it cannot be read
     * @throws UnsupportedFileException if it gives more than the memory or an array holds
     */
    public static ByteSource of(String name, InputStream stream) throws FileProblemException {
        byte[] bytes = new byte[FIRST_BUFFER];
        int length = 0;
        try {
            for (int read; (read = stream.read(bytes, length, bytes.length - length)) >= 0; ) {
                length += read;
                if (length == bytes.length) {
                    // Twice as much, and both at once while it is copied.
                    SizeLimits.requireMemory(name, "", 3L * length);
                    bytes = Arrays.copyOf(bytes, SizeLimits.arraySize(name, "", 2L * length, 1));
                }
            }
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(name, "", "cannot be read: " + e, e);
        }
        return of(name, Arrays.copyOf(bytes, length));
    }

    /** The file's path or the array's name, for messages. */
    public String name() {
        return name;
    }

    /** How many bytes there are. */
    public abstract long size();

    /**
     * Copies bytes out.
     *
     * @param place what is being read, for the message if it fails
     * @param position of the first byte
     * @param target takes them
     * @param offset where in {@code target}
     * @param length how many
     * @throws InvalidFileException if the source ends before them
     * @throws FileAccessException if the operating system refuses
     */
    public final void read(String place, long position, byte[] target, int offset, int length)
            throws FileProblemException {
        if (position < 0 || length > size() - position) {
            throw new InvalidFileException(
                    name,
                    place,
                    "the file ends at byte " + size() + ", but " + length + " bytes are expected at byte " + position);
        }
        copy(place, position, target, offset, length);
    }

    abstract void copy(String place, long position, byte[] target, int offset, int length) throws FileProblemException;

    @Override
    public abstract void close();

    private static final class OfFile extends ByteSource {
        private final FileChannel channel;
        private final long size;

        OfFile(String name, FileChannel channel, long size) {
            super(name);
            this.channel = channel;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        void copy(String place, long position, byte[] target, int offset, int length) throws FileProblemException {
            ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
            try {
                while (buffer.hasRemaining()) {
                    int done = length - buffer.remaining();
                    if (channel.read(buffer, position + done) < 0) {
                        throw new FileAccessException(name(), place, "the file became shorter while it was read");
                    }
                }
            } catch (FileProblemException e) {
                throw e;
            } catch (IOException e) {
                throw new FileAccessException(name(), place, "cannot be read: " + e, e);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // Nothing was written through the channel, so nothing can be lost.
            }
        }
    }

    private static final class OfArray extends ByteSource {
        private final byte[] bytes;

        OfArray(String name, byte[] bytes) {
            super(name);
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        void copy(String place, long position, byte[] target, int offset, int length) {
            System.arraycopy(bytes, (int) position, target, offset, length);
        }

        @Override
        public void close() {
            // An array needs no closing.
        }
    }
}
