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
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** What files in TOML (toml.io, version 1.0) share: how they are read and written, places in them, paths they name. */
public final class TomlText {
    private TomlText() {}

    /**
     * Reads a text.
     *
     * @param name of the file, for messages
     * @param bytes the text in UTF-8, with or without a byte order mark
     * @throws InvalidFileException naming line and column, if it is no TOML
     */
    public static TomlTable parse(String name, byte[] bytes) throws InvalidFileException {
        TomlParseResult toml;
        try {
            toml = Toml.parse(text(name, bytes));
        } catch (StackOverflowError e) { // the parser calls itself for each bracket within another
            throw new InvalidFileException(name, "", "has too many brackets within each other");
        }
        if (toml.hasErrors()) {
            TomlParseError error = toml.errors().get(0);
            throw new InvalidFileException(name, place(error.position(), ""), error.getMessage());
        }
        return toml;
    }

    private static String text(String name, byte[] bytes) throws InvalidFileException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(name, "", "is not a text in UTF-8");
        }
    }

    /**
     * A place for messages.
     *
     * @param position may be null
     * @param field the name of what stands there; may be empty
     */
    public static String place(TomlPosition position, String field) {
        String at = position == null ? "" : "line " + position.line() + ", column " + position.column();
        return at.isEmpty() || field.isEmpty() ? at + field : at + ", " + field;
    }

    /**
     * A path that a file gives relative to its own folder.
     *
     * @param place where it stands
     * @throws InvalidFileException if it is no path
     */
    public static Path sibling(Path file, String path, String place) throws InvalidFileException {
        try {
            return file.toAbsolutePath().resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            throw new InvalidFileException(file.toString(), place, path + " is not a path");
        }
    }

    /** An absolute path as a file names it: relative to its own folder, with slashes, which every system reads. */
    public static String relative(Path path, Path file) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        boolean sameRoot = Objects.equals(folder.getRoot(), path.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }

    /** A text in quotation marks. */
    public static String quoted(String text) {
        return '"' + Toml.tomlEscape(text).toString() + '"';
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @throws IOException if it cannot be written; an older file is then as it was
     */
    public static void write(String text, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
