/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.io.AtomicFile;
import org.tomlj.Toml;

/** Writes a preset as TOML, tables and keys in a fixed order. */
final class PresetWriter {
    private PresetWriter() {}

    static void write(Preset preset, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text(preset, file).getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    private static String text(Preset preset, Path file) {
        StringBuilder text = new StringBuilder();
        Preset.Metadata metadata = preset.metadata();
        if (!metadata.equals(Preset.Metadata.NONE)) {
            text.append("[metadata]\n");
            line(text, "name", metadata.name());
            line(text, "version", metadata.version());
            line(text, "author", metadata.author());
            line(
                    text,
                    "extends",
                    metadata.parent().map(path -> relative(path, file)).orElse(""));
        }
        String table = "";
        for (PresetField field : PresetField.all().values()) {
            Optional<Object> value = Optional.ofNullable(preset.own().get(field.path()));
            if (value.isPresent()) {
                if (!field.table().equals(table)) {
                    table = field.table();
                    text.append(text.isEmpty() ? "" : "\n")
                            .append('[')
                            .append(table)
                            .append("]\n");
                }
                text.append(field.key())
                        .append(" = ")
                        .append(text(value.get(), file))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(" = ").append(quoted(value)).append('\n');
        }
    }

    private static String text(Object value, Path file) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> text(item, file)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Path path) {
            return quoted(relative(path, file));
        }
        return value instanceof String word ? quoted(word) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return '"' + Toml.tomlEscape(text).toString() + '"';
    }

    /** With slashes, which every system reads. */
    private static String relative(Path path, Path file) {
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        boolean sameRoot = Objects.equals(folder.getRoot(), path.getRoot());
        return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
    }
}
