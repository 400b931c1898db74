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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.io.TomlText;

/** Writes a preset as TOML, tables and keys in a fixed order. */
final class PresetWriter {
    private PresetWriter() {}

    static void write(Preset preset, Path file) throws IOException {
        TomlText.write(text(preset, file), file);
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
                    metadata.parent().map(path -> TomlText.relative(path, file)).orElse(""));
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
            text.append(key).append(" = ").append(TomlText.quoted(value)).append('\n');
        }
    }

    private static String text(Object value, Path file) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> text(item, file)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Path path) {
            return TomlText.quoted(TomlText.relative(path, file));
        }
        return value instanceof String word ? TomlText.quoted(word) : String.valueOf(value);
    }
}
