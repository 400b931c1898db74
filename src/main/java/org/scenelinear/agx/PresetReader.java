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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.TomlText;
import org.tomlj.TomlTable;

/** Reads a preset and, one after the other, those it extends. Each file is checked by itself. */
final class PresetReader {
    /** Far more than every value with a comment of its own takes. */
    private static final int LARGEST_FILE = 1 << 18;

    private static final String METADATA = "metadata";
    private static final List<String> METADATA_KEYS = List.of("name", "version", "author", "extends");

    private final Set<Path> visited = new LinkedHashSet<>();

    /** What one file says. */
    private record Content(Preset.Metadata metadata, Map<String, Object> values, String extendsPlace) {}

    Preset read(Path file) throws FileProblemException {
        Content first = readOne(file, file.toString(), "");
        Map<String, Object> inherited = new LinkedHashMap<>();
        Content child = first;
        Path childFile = file;
        while (child.metadata().parent().isPresent()) {
            Path parent = child.metadata().parent().get();
            child = readOne(parent, childFile.toString(), child.extendsPlace());
            childFile = parent;
            child.values().forEach(inherited::putIfAbsent);
        }
        return new Preset(first.metadata(), first.values(), inherited);
    }

    /** Reads a file that another one, or the user, asks for at a place. */
    private Content readOne(Path file, String askedBy, String place) throws FileProblemException {
        String name = file.toString();
        try {
            if (!visited.add(file.toRealPath())) {
                throw new InvalidFileException(askedBy, place, "extends " + file + ", which extends this file");
            }
            long size = Files.size(file);
            if (!Files.isRegularFile(file)) {
                throw new FileAccessException(
                        askedBy, place, place.isEmpty() ? "is not a file" : file + " is not a file");
            }
            if (size > LARGEST_FILE) {
                throw new InvalidFileException(
                        name, "", "has " + size + " bytes, a preset has at most " + LARGEST_FILE);
            }
            return content(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new FileAccessException(
                    askedBy, place, place.isEmpty() ? "does not exist" : file + " does not exist", e);
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(name, "", "cannot be read: " + e.getMessage(), e);
        }
    }

    private static Content content(Path file, byte[] text) throws FileProblemException {
        TomlTable toml = TomlText.parse(file.toString(), text);
        Map<String, Object> values = new LinkedHashMap<>();
        walk(file, toml, "", values);
        return metadata(file, toml, values);
    }

    /** Goes through a table and those within it. */
    private static void walk(Path file, TomlTable table, String tablePath, Map<String, Object> values)
            throws FileProblemException {
        for (String key : table.keySet()) {
            String path = tablePath.isEmpty() ? key : tablePath + "." + key;
            Object value = table.get(List.of(key));
            String place = TomlText.place(table.inputPositionOf(List.of(key)), path);
            PresetField field = PresetField.all().get(path);
            boolean dotted = key.contains(".");
            if (tablePath.equals(METADATA) && METADATA_KEYS.contains(key)) {
                if (!(value instanceof String)) {
                    throw new InvalidFileException(file.toString(), place, "must be a text");
                }
            } else if (field != null && !dotted) {
                values.put(path, new PresetValue(file, field, place).read(value));
            } else if (!dotted && (path.equals(METADATA) || PresetField.isTable(path))) {
                if (!(value instanceof TomlTable inner)) {
                    throw new InvalidFileException(file.toString(), place, "must be a table");
                }
                walk(file, inner, path, values);
            } else {
                throw new InvalidFileException(file.toString(), place, "is unknown");
            }
        }
    }

    private static Content metadata(Path file, TomlTable toml, Map<String, Object> values) throws InvalidFileException {
        List<String> parentPath = List.of(METADATA, "extends");
        String parent = toml.getString(parentPath);
        String place = parent == null ? "" : TomlText.place(toml.inputPositionOf(parentPath), METADATA + ".extends");
        Preset.Metadata metadata = new Preset.Metadata(
                metadata(toml, "name"),
                metadata(toml, "version"),
                metadata(toml, "author"),
                parent == null ? Optional.empty() : Optional.of(TomlText.sibling(file, parent, place)));
        return new Content(metadata, values, place);
    }

    private static String metadata(TomlTable toml, String key) {
        return toml.getString(List.of(METADATA, key), () -> "");
    }
}
