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

import java.util.Arrays;

/**
 * Reads little-endian values one after the other. Every length is checked against what the source still holds before
 * memory is taken for it.
 */
public final class SequentialInput {
    private static final int BUFFER_SIZE = 4096;

    private final ByteSource source;
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private long bufferStart;
    private int bufferLength;
    private long position;
    private String place = "";

    /**
     * Starts to read.
     *
     * @param source where from
     * @param position of the first byte
     */
    public SequentialInput(ByteSource source, long position) {
        this.source = source;
        this.position = position;
    }

    /** Says what is being read, for the messages of problems: {@code header, attribute "owner" at byte 57}. */
    public void setPlace(String place) {
        this.place = place;
    }

    /** Where the next byte comes from. */
    public long position() {
        return position;
    }

    /** How many bytes the source still holds. */
    public long remaining() {
        return source.size() - position;
    }

    /** A problem at the present place: the file is broken. */
    public InvalidFileException invalid(String what) {
        return new InvalidFileException(source.name(), place, what);
    }

    /** A problem at the present place: the file uses something that is not supported. */
    public UnsupportedFileException unsupported(String what) {
        return new UnsupportedFileException(source.name(), place, what);
    }

    /** The next byte, 0 to 255. */
    public int readByte() throws FileProblemException {
        if (position < bufferStart || position >= bufferStart + bufferLength) {
            require(1);
            bufferStart = position;
            bufferLength = (int) Math.min(BUFFER_SIZE, remaining());
            source.read(place, position, buffer, 0, bufferLength);
        }
        return buffer[(int) (position++ - bufferStart)] & 0xFF;
    }

    /** The next four bytes as a signed integer. */
    public int readInt() throws FileProblemException {
        require(4);
        return readByte() | readByte() << 8 | readByte() << 16 | readByte() << 24;
    }

    /** The next eight bytes as a signed integer. */
    public long readLong() throws FileProblemException {
        return readInt() & 0xFFFFFFFFL | (long) readInt() << 32;
    }

    /** The next bytes. */
    public byte[] readBytes(int length) throws FileProblemException {
        require(length);
        byte[] bytes = new byte[length];
        source.read(place, position, bytes, 0, length);
        position += length;
        return bytes;
    }

    /**
     * The bytes up to the next zero byte, which is skipped.
     *
     * @param longest how many there may be
     */
    public byte[] readTerminated(int longest) throws FileProblemException {
        byte[] bytes = new byte[longest];
        for (int length = 0; length <= longest; length++) {
            int next = readByte();
            if (next == 0) {
                return Arrays.copyOf(bytes, length);
            }
            if (length < longest) {
                bytes[length] = (byte) next;
            }
        }
        throw invalid("a name is longer than " + longest + " bytes");
    }

    private void require(int length) throws InvalidFileException {
        if (length > remaining()) {
            throw invalid("the file ends at byte " + source.size() + ", but " + length + " bytes are expected at byte "
                    + position);
        }
    }
}
