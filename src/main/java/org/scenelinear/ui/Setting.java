/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of a {@link SettingsDialog}.
 *
 * @param key of its value
 * @param label what it is called, the unit or range included
 * @param help what it does
 * @param kind what shows it
 * @param least the smallest number
 * @param most the largest number
 * @param words the choices
 * @param neutral the value that changes nothing
 * @param reader the canonical form of a value, empty if it is not allowed
 * @param allowed what is, in words
 * @param curve of {@link Kind#CURVE}; otherwise empty
 */
public record Setting(
        String key,
        String label,
        String help,
        Kind kind,
        double least,
        double most,
        List<String> words,
        String neutral,
        Function<String, Optional<String>> reader,
        String allowed,
        Optional<Curve> curve) {
    /**
     * What a curve is drawn with.
     *
     * @param shape values of the curve of a text, from x = 0 to 1
     * @param histogram shares of the image's pixels by value, from 0 to 1; may be empty
     */
    public record Curve(Function<String, float[]> shape, float[] histogram) {}

    /** What shows a value. */
    public enum Kind {
        /** A slider and a field. */
        NUMBER,
        /** A list. */
        CHOICE,
        /** A field. */
        TEXT,
        /** A field and a button that looks for a file. */
        FILE,
        /** A field and a curve to draw. */
        CURVE
    }

    /** Keeps an unmodifiable copy of the list. */
    public Setting {
        words = List.copyOf(words);
    }

    /** A setting without a curve. */
    public Setting(
            String key,
            String label,
            String help,
            Kind kind,
            double least,
            double most,
            List<String> words,
            String neutral,
            Function<String, Optional<String>> reader,
            String allowed) {
        this(key, label, help, kind, least, most, words, neutral, reader, allowed, Optional.empty());
    }

    /** The same as a curve to draw. */
    public Setting drawn(Curve style) {
        return new Setting(
                key, label, help, Kind.CURVE, least, most, words, neutral, reader, allowed, Optional.of(style));
    }

    /** The same with another value that changes nothing. */
    public Setting withNeutral(String other) {
        return new Setting(key, label, help, kind, least, most, words, other, reader, allowed, curve);
    }

    /**
     * Settings that belong together.
     *
     * @param title what they are called
     * @param settings from top to bottom
     */
    public record Group(String title, List<Setting> settings) {
        /** Keeps an unmodifiable copy of the list. */
        public Group {
            settings = List.copyOf(settings);
        }
    }

    /**
     * Groups that are seen together.
     *
     * @param title on the tab
     * @param groups from left to right, then down
     */
    public record Page(String title, List<Group> groups) {
        /** Keeps an unmodifiable copy of the list. */
        public Page {
            groups = List.copyOf(groups);
        }

        boolean has(String key) {
            return groups.stream()
                    .flatMap(group -> group.settings().stream())
                    .anyMatch(setting -> setting.key().equals(key));
        }
    }
}
