/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.TomlText;
import org.scenelinear.look.ChainedLook.Content;
import org.scenelinear.look.ChainedLook.Role;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.CdlTransform.Style;
import org.scenelinear.transform.ChannelValues;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * Reads a look chain.
 *
 * @param path where from
 */
record LookChainReader(Path path) {
    /** The gamut compression by its name among looks. */
    static final String GAMUT_COMPRESS = "Reference Gamut Compress";

    /** The key of the looks, a table for each. */
    static final String LOOK = "look";

    /** Far more than hundreds of looks take. */
    private static final int LARGEST_FILE = 1 << 18;

    private static final String OUTPUT = "output";
    private static final String FILE = "file";
    private static final String SPACE = "space";
    private static final String NONE = "none";
    private static final Set<String> COMMON = Set.of("name", "role", "on", "strength", "through");
    private static final Set<String> OF_LIBRARY = Set.of(LOOK, "direction");
    private static final Set<String> OF_FILE = Set.of(FILE, "correction", SPACE, "direction");
    private static final Set<String> OF_GRADE =
            Set.of("slope", "offset", "power", "saturation", "style", SPACE, "direction");

    LookChain read() throws FileProblemException {
        TomlTable toml = TomlText.parse(path.toString(), bytes());
        List<ChainedLook> looks = new ArrayList<>();
        Optional<LookChain.Output> output = Optional.empty();
        for (String key : toml.keySet()) {
            Object value = toml.get(List.of(key));
            String place = TomlText.place(toml.inputPositionOf(List.of(key)), key);
            if (key.equals(LOOK) && value instanceof TomlArray array) {
                for (int i = 0; i < array.size(); i++) {
                    if (!(array.get(i) instanceof TomlTable table)) {
                        throw new InvalidFileException(path.toString(), place, "must be tables: [[look]]");
                    }
                    looks.add(new Table(table, array.inputPositionOf(i), LOOK + " " + (i + 1)).look());
                }
            } else if (key.equals(OUTPUT) && value instanceof TomlTable table) {
                output = Optional.of(new Table(table, toml.inputPositionOf(List.of(key)), OUTPUT).output());
            } else if (key.equals(LOOK) || key.equals(OUTPUT)) {
                throw new InvalidFileException(
                        path.toString(), place, key.equals(LOOK) ? "must be tables: [[look]]" : "must be a table");
            } else {
                throw new InvalidFileException(path.toString(), place, "is unknown");
            }
        }
        try {
            return new LookChain(looks, output);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(path.toString(), "", e.getMessage());
        }
    }

    private byte[] bytes() throws FileProblemException {
        try {
            long size = Files.size(path);
            if (!Files.isRegularFile(path)) {
                throw new FileAccessException(path.toString(), "", "is not a file");
            }
            if (size > LARGEST_FILE) {
                throw new InvalidFileException(
                        path.toString(), "", "has " + size + " bytes, a look chain has at most " + LARGEST_FILE);
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new FileAccessException(path.toString(), "", "does not exist", e);
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(path.toString(), "", "cannot be read: " + e.getMessage(), e);
        }
    }

    /** One table of the file, and where it stands. */
    private final class Table {
        private final TomlTable table;
        private final TomlPosition position;
        private final String title;

        private Table(TomlTable table, TomlPosition position, String title) {
            this.table = table;
            this.position = position;
            this.title = title;
        }

        ChainedLook look() throws FileProblemException {
            List<Set<String>> kinds = List.of(OF_LIBRARY, OF_FILE, OF_GRADE);
            Set<String> kind = kinds.get(table.contains(LOOK) ? 0 : table.contains(FILE) ? 1 : 2);
            if (kind == OF_GRADE
                    && table.keySet().stream().noneMatch(Set.of("slope", "offset", "power", "saturation")::contains)) {
                throw refused("", "says nothing to do; give look, file, or slope, offset, power, saturation");
            }
            for (String key : new TreeSet<>(table.keySet())) {
                if (!COMMON.contains(key) && !kind.contains(key)) {
                    boolean elsewhere = kinds.stream().anyMatch(other -> other.contains(key));
                    throw refused(key, elsewhere ? "does not go with the other keys of this look" : "is unknown");
                }
            }
            boolean inverse = word("direction", List.of("forward", "inverse")).equals("inverse");
            Content content;
            String name;
            if (kind == OF_LIBRARY) {
                content = library(text(LOOK), inverse);
                name = content instanceof ChainedLook.OfLibrary look ? look.name() : GAMUT_COMPRESS;
            } else if (kind == OF_FILE) {
                Path file = TomlText.sibling(path, text(FILE), place(FILE));
                if (!Files.isRegularFile(file)) {
                    throw refused(FILE, file + " does not exist");
                }
                content = new ChainedLook.OfFile(file, text("correction"), space(""), inverse);
                name = String.valueOf(file.getFileName());
            } else {
                content = new ChainedLook.Grade(grade(inverse), space("ACEScct"));
                name = "Grade";
            }
            try {
                return new ChainedLook(
                        table.contains("name") ? text("name") : name,
                        role(kind == OF_GRADE ? Role.GRADE : Role.LOOK),
                        content,
                        isOn(),
                        number("strength"),
                        text("through"));
            } catch (IllegalArgumentException e) {
                throw refused("", e.getMessage());
            }
        }

        LookChain.Output output() throws FileProblemException {
            for (String key : table.keySet()) {
                if (!Set.of("display", "view", "id").contains(key)) {
                    throw refused(key, "is unknown");
                }
            }
            try {
                if (table.contains("id")) {
                    if (table.size() > 1) {
                        throw refused("id", "stands alone, without display and view");
                    }
                    return new LookChain.Output("", "", text("id"));
                }
                String display = OutputTransforms.displayName(text("display"))
                        .orElseThrow(() ->
                                refused("display", "must be one of " + String.join(", ", OutputTransforms.displays())));
                List<String> views = OutputTransforms.views(display);
                String view = table.contains("view")
                        ? OutputTransforms.viewName(display, text("view"))
                                .orElseThrow(() -> refused("view", "must be one of " + String.join(", ", views)))
                        : views.get(0);
                return new LookChain.Output(display, view, "");
            } catch (IllegalArgumentException e) {
                throw refused("", e.getMessage());
            }
        }

        private Content library(String name, boolean inverse) throws InvalidFileException {
            if (name.equalsIgnoreCase(GAMUT_COMPRESS)) {
                return new ChainedLook.GamutCompression(inverse);
            }
            return new ChainedLook.OfLibrary(
                    LookLibrary.nameOf(name)
                            .orElseThrow(() -> refused(
                                    LOOK,
                                    "must be " + GAMUT_COMPRESS + " or one of "
                                            + String.join(", ", LookLibrary.names()))),
                    inverse);
        }

        private CdlTransform grade(boolean inverse) throws InvalidFileException {
            boolean clamps = word("style", List.of("noclamp", "clamp")).equals("clamp");
            Style forward = clamps ? Style.FORWARD : Style.FORWARD_NO_CLAMP;
            Style backward = clamps ? Style.REVERSE : Style.REVERSE_NO_CLAMP;
            try {
                return new CdlTransform(
                        inverse ? backward : forward,
                        triple("slope", ChannelValues.ONE),
                        triple("offset", ChannelValues.ZERO),
                        triple("power", ChannelValues.ONE),
                        number("saturation"));
            } catch (IllegalArgumentException e) {
                throw refused("", e.getMessage());
            }
        }

        private Optional<ColorSpace> space(String usual) throws InvalidFileException {
            String name = table.contains(SPACE) ? text(SPACE) : usual;
            if (name.isEmpty() || name.equals(NONE)) {
                return Optional.empty();
            }
            return Optional.of(
                    ColorSpaces.byName(name).orElseThrow(() -> refused(SPACE, name + " is no color space known here")));
        }

        private Role role(Role usual) throws InvalidFileException {
            List<String> words = Arrays.stream(Role.values()).map(Role::label).toList();
            return table.contains("role") ? Role.values()[words.indexOf(word("role", words))] : usual;
        }

        private boolean isOn() throws InvalidFileException {
            Object value = table.contains("on") ? table.get("on") : Boolean.TRUE;
            if (value instanceof Boolean on) {
                return on;
            }
            throw refused("on", "must be true or false");
        }

        private String word(String key, List<String> words) throws InvalidFileException {
            String word = table.contains(key) ? text(key) : words.get(0);
            if (!words.contains(word)) {
                throw refused(key, "must be one of " + String.join(", ", words));
            }
            return word;
        }

        /** Empty if it is not there. */
        private String text(String key) throws InvalidFileException {
            Object value = table.contains(key) ? table.get(key) : "";
            if (value instanceof String text) {
                return text;
            }
            throw refused(key, "must be a text");
        }

        /** 1 if it is not there. */
        private double number(String key) throws InvalidFileException {
            return table.contains(key) ? number(key, table.get(key)) : 1;
        }

        private double number(String key, Object value) throws InvalidFileException {
            if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
                return number.doubleValue();
            }
            throw refused(key, "must be a number");
        }

        /** One number for all three, or three. */
        private ChannelValues triple(String key, ChannelValues usual) throws InvalidFileException {
            if (!table.contains(key)) {
                return usual;
            }
            if (!(table.get(key) instanceof TomlArray array)) {
                return ChannelValues.same(number(key));
            }
            if (array.size() != 3) {
                throw refused(key, "must be one number or three");
            }
            return new ChannelValues(number(key, array.get(0)), number(key, array.get(1)), number(key, array.get(2)));
        }

        private InvalidFileException refused(String key, String what) {
            return new InvalidFileException(path.toString(), place(key), what);
        }

        private String place(String key) {
            TomlPosition at = key.isEmpty() ? position : table.inputPositionOf(List.of(key));
            return TomlText.place(at, key.isEmpty() ? title : title + ", " + key);
        }
    }
}
