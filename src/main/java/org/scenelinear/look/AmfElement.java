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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.io.InvalidFileException;

/**
 * An element of an AMF file. Who reads it takes its children by name; what nobody took is an error, so that nothing of
 * a file is passed over in silence.
 */
final class AmfElement {
    private final String file;
    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<AmfElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    /**
     * An element without content yet.
     *
     * @param file for messages
     * @param name without the namespace
     * @param line where it begins, from 1
     * @param attributes values by name without the namespace
     */
    AmfElement(String file, String name, int line, Map<String, String> attributes) {
        this.file = file;
        this.name = name;
        this.line = line;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    void add(AmfElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    String name() {
        return name;
    }

    /** The text without blanks around it. */
    String text() {
        return text.toString().strip();
    }

    /** The value of an attribute that must be there. */
    String attribute(String key) throws InvalidFileException {
        String value = attributes.get(key);
        if (value == null) {
            throw problem("the attribute " + key + " is missing");
        }
        return value;
    }

    /** Takes all children of the given names, in their order. */
    List<AmfElement> takeAll(String... names) {
        List<String> wanted = List.of(names);
        List<AmfElement> taken =
                children.stream().filter(child -> wanted.contains(child.name)).toList();
        children.removeAll(taken);
        return taken;
    }

    /** Takes the one child of any of the given names, if there is one. */
    Optional<AmfElement> take(String... names) throws InvalidFileException {
        List<AmfElement> taken = takeAll(names);
        if (taken.size() > 1) {
            throw taken.get(1).problem("stands twice in " + name);
        }
        return taken.stream().findFirst();
    }

    /** Takes the one child of any of the given names. */
    AmfElement need(String... names) throws InvalidFileException {
        Optional<AmfElement> taken = take(names);
        if (taken.isEmpty()) {
            throw problem("has no " + String.join(" or ", names));
        }
        return taken.get();
    }

    /** Takes the text of a child; empty if there is none. */
    String takeText(String child) throws InvalidFileException {
        Optional<AmfElement> taken = take(child);
        return taken.isEmpty() ? "" : taken.get().text();
    }

    /** Fails if a child was not taken. */
    void requireAllTaken() throws InvalidFileException {
        if (!children.isEmpty()) {
            throw children.get(0).problem("is not known in " + name);
        }
    }

    /** A problem of this element. */
    InvalidFileException problem(String what) {
        return new InvalidFileException(file, "line " + line + ", " + name, what);
    }
}
