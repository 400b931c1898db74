/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.macro;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A checked value for every parameter of an operation. Made by {@link Signature#parse} and {@link Signature#arguments}.
 */
public final class Arguments {
    private final Signature signature;
    private final Map<String, String> values;

    Arguments(Signature signature, Map<String, String> values) {
        this.signature = signature;
        this.values = values;
    }

    /** The canonical value of a key; empty if that is the default and none was given. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(signature.label() + " has no parameter " + key);
        }
        return value;
    }

    /** The value of a numeric key. */
    public float number(String key) {
        return Float.parseFloat(text(key));
    }

    /** The value of a whole-number key. */
    public int wholeNumber(String key) {
        return Integer.parseInt(text(key));
    }

    /** The values of a key that holds whole numbers; none if it is empty. */
    public int[] wholeNumbers(String key) {
        return wholeNumbersOf(text(key));
    }

    /** The whole numbers in a text, separated by blanks or commas. */
    static int[] wholeNumbersOf(String text) {
        return text.isBlank()
                ? new int[0]
                : Arrays.stream(text.strip().split("[\\s,]+"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
    }

    /** The values of a key that holds three numbers. */
    public double[] triple(String key) {
        return Arrays.stream(text(key).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The value of a key that names a file. */
    public Path path(String key) {
        return Path.of(text(key));
    }

    /** The same with another value for one key, which must be canonical. */
    public Arguments with(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(key, value);
        return new Arguments(signature, changed);
    }

    /** The options of the macro line: every key that has a value, in the order of the dialog. */
    public String options() {
        Map<String, String> given = new LinkedHashMap<>(values);
        given.values().removeIf(String::isEmpty);
        return MacroOptions.format(given);
    }

    /** The label and the options: the canonical text of a step. */
    public String line() {
        String options = options();
        return options.isEmpty() ? signature.label() : signature.label() + " " + options;
    }
}
