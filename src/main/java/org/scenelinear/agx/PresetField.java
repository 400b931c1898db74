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

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value that a preset can hold: where it stands in the file and what it may be. Tables, keys, ranges and defaults:
 * agx-photo 0.2.0.
 *
 * @param path the tables and the key, with dots: {@code detail.sharpening.radius}
 * @param kind what it is
 * @param least the smallest number allowed
 * @param most the largest number allowed
 * @param words the words allowed
 * @param usual what it is if no preset says it: a {@link Double}, a word, a list of points; empty if then there is none
 */
public record PresetField(
        String path, Kind kind, double least, double most, List<String> words, Optional<Object> usual) {
    /** Keeps an unmodifiable copy of the list. */
    public PresetField {
        words = List.copyOf(words);
    }

    /** What a value is, and the Java type that holds it. */
    public enum Kind {
        /** A finite number, a {@link Double}. */
        NUMBER,
        /** One of a few words, a {@link String}. */
        WORD,
        /** A whole number from 0, a {@link Long}. */
        WHOLE_NUMBER,
        /** Points of a curve, a list of lists of two {@link Double}s. */
        POINTS,
        /** A path, a {@link java.nio.file.Path}; in the file relative to its folder. */
        FILE
    }

    /** A curve that changes nothing. */
    static final List<List<Double>> IDENTITY = List.of(List.of(0.0, 0.0), List.of(1.0, 1.0));

    static final List<String> BANDS = List.of("red", "orange", "yellow", "green", "aqua", "blue", "purple", "magenta");
    static final List<String> WHEELS = List.of("shadows", "midtones", "highlights", "global");
    static final List<String> CURVES = List.of("rgb", "luma", "red", "green", "blue");

    private static final Map<String, PresetField> ALL = byPath();

    /** All fields by path, in the order in which they are saved. */
    public static Map<String, PresetField> all() {
        return ALL;
    }

    /** Whether fields stand in a table, or in tables within it. */
    static boolean isTable(String path) {
        return ALL.keySet().stream().anyMatch(field -> field.startsWith(path + "."));
    }

    /** The table that the field stands in, with those around it and dots. */
    public String table() {
        return path.substring(0, path.lastIndexOf('.'));
    }

    /** The key within the table. */
    public String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What it may be, in words. */
    public String allowed() {
        return switch (kind) {
            case NUMBER -> "a number from " + plain(least) + " to " + plain(most);
            case WORD -> "one of " + String.join(", ", words);
            case WHOLE_NUMBER -> "a whole number from 0";
            case POINTS -> "a list of points [x, y]";
            case FILE -> "the path of a .cube file";
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Map<String, PresetField> byPath() {
        List<PresetField> fields = new ArrayList<>();
        fields.add(number("tone.exposure", -5, 5, 0));
        for (String key : List.of("contrast", "highlights", "shadows", "whites", "blacks")) {
            fields.add(number("tone." + key, -100, 100, 0));
        }
        fields.add(number("white_balance.temperature", -100, 100, 0));
        fields.add(number("white_balance.tint", -100, 100, 0));
        fields.add(new PresetField("lut.path", Kind.FILE, 0, 0, List.of(), Optional.empty()));
        for (String band : BANDS) {
            fields.add(number("hsl." + band + ".hue", -180, 180, 0));
            fields.add(number("hsl." + band + ".saturation", -100, 100, 0));
            fields.add(number("hsl." + band + ".luminance", -100, 100, 0));
        }
        fields.add(number("vignette.amount", -100, 100, 0));
        fields.add(word("vignette.shape", List.of("elliptical", "circular")));
        fields.add(number("color_grading.balance", -100, 100, 0));
        for (String wheel : WHEELS) {
            fields.add(number("color_grading." + wheel + ".hue", 0, 360, 0));
            fields.add(number("color_grading." + wheel + ".saturation", 0, 100, 0));
            fields.add(number("color_grading." + wheel + ".luminance", -100, 100, 0));
        }
        for (String curve : CURVES) {
            String path = "tone_curve." + curve + ".points";
            fields.add(new PresetField(path, Kind.POINTS, 0, 1, List.of(), Optional.of(IDENTITY)));
        }
        fields.add(number("detail.clarity", -100, 100, 0));
        fields.add(number("detail.texture", -100, 100, 0));
        fields.add(number("detail.sharpening.amount", 0, 100, 0));
        fields.add(number("detail.sharpening.radius", 0.5, 3, 1));
        fields.add(number("detail.sharpening.threshold", 0, 100, 25));
        fields.add(number("detail.sharpening.masking", 0, 100, 0));
        fields.add(number("dehaze.amount", -100, 100, 0));
        for (String key : List.of("luminance", "color", "detail")) {
            fields.add(number("noise_reduction." + key, 0, 100, 0));
        }
        fields.add(word("grain.type", List.of("silver", "fine", "harsh")));
        fields.add(number("grain.amount", 0, 100, 0));
        fields.add(number("grain.size", 0, 100, 50));
        fields.add(new PresetField("grain.seed", Kind.WHOLE_NUMBER, 0, 0, List.of(), Optional.empty()));
        Map<String, PresetField> all = new LinkedHashMap<>();
        fields.forEach(field -> all.put(field.path(), field));
        return Collections.unmodifiableMap(all);
    }

    private static PresetField number(String path, double least, double most, double usual) {
        return new PresetField(path, Kind.NUMBER, least, most, List.of(), Optional.of(usual));
    }

    /** The first word is the usual one. */
    private static PresetField word(String path, List<String> words) {
        return new PresetField(path, Kind.WORD, 0, 0, words, Optional.of(words.get(0)));
    }
}
