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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.io.FileProblemException;

/**
 * Parameters of developing that have a name and a file: the TOML presets of agx-photo 0.2.0. What a preset does not say
 * it takes from the one it extends, value by value; what none says is neutral. A value of 0 that stands in a preset
 * counts as said.
 *
 * <p>Values are found by their path in the file, such as {@code detail.sharpening.radius}. Immutable.
 *
 * @param metadata who made it; not inherited
 * @param own the values that this preset says itself, by path
 * @param inherited the values it has from the presets it extends, and theirs, by path
 */
public record Preset(Metadata metadata, Map<String, Object> own, Map<String, Object> inherited) {
    /**
     * What a preset says of itself.
     *
     * @param name of the preset, may be empty
     * @param version may be empty
     * @param author may be empty
     * @param parent the file of the preset it extends
     */
    public record Metadata(String name, String version, String author, Optional<Path> parent) {
        /** Says nothing. */
        public static final Metadata NONE = new Metadata("", "", "", Optional.empty());
    }

    /** A preset that changes nothing. */
    public static final Preset NEUTRAL = new Preset(Metadata.NONE, Map.of(), Map.of());

    /** Keeps unmodifiable copies of the maps. */
    public Preset {
        own = Collections.unmodifiableMap(new LinkedHashMap<>(own));
        inherited = Collections.unmodifiableMap(new LinkedHashMap<>(inherited));
    }

    /**
     * Reads a preset and all it extends.
     *
     * @param file in UTF-8; a byte order mark and the ends of lines of any system are fine
     * @throws FileProblemException if a file is missing, no TOML, holds something unknown or out of range, or extends
     *     itself; the message names file, line, column and field
     */
    public static Preset read(Path file) throws FileProblemException {
        return new PresetReader().read(file);
    }

    /**
     * Writes what the preset says itself, and which one it extends. Paths are written relative to the new file.
     *
     * @throws IOException if it cannot be written; an older file is then as it was
     */
    public void write(Path file) throws IOException {
        PresetWriter.write(this, file);
    }

    /**
     * Several presets in layers.
     *
     * @param layers what a later one says, itself or inherited, wins
     * @return says all of it itself
     */
    public static Preset layered(List<Preset> layers) {
        Map<String, Object> all = new LinkedHashMap<>();
        layers.forEach(layer -> all.putAll(layer.values()));
        return new Preset(Metadata.NONE, all, Map.of());
    }

    /**
     * The same with other values, which it says itself.
     *
     * @param changes by path; must be such as {@link PresetField} allows
     */
    public Preset with(Map<String, Object> changes) {
        Map<String, Object> all = new LinkedHashMap<>(own);
        all.putAll(changes);
        return new Preset(metadata, all, inherited);
    }

    /** The same with a value that nobody says, neither it nor what it extends. */
    public Preset without(String path) {
        Map<String, Object> kept = new LinkedHashMap<>(own);
        kept.remove(path);
        Map<String, Object> keptInherited = new LinkedHashMap<>(inherited);
        keptInherited.remove(path);
        return new Preset(metadata, kept, keptInherited);
    }

    /** All values that are said, by path. */
    public Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>(inherited);
        all.putAll(own);
        return all;
    }

    /** The number at a path; if it is not said, its default. */
    public double number(String path) {
        return (Double) value(path).orElseThrow();
    }

    /** The word at a path; if it is not said, its default. */
    public String word(String path) {
        return (String) value(path).orElseThrow();
    }

    /** The seed of the grain, if it is said. */
    public Optional<Long> seed() {
        return value("grain.seed").map(Long.class::cast);
    }

    /** The file of the look-up table, if one is said. */
    public Optional<Path> lut() {
        return value("lut.path").map(Path.class::cast);
    }

    /**
     * The points of a curve, x and y each from 0 to 1; if they are not said, two of a curve that changes nothing.
     *
     * @param curve {@code rgb}, {@code luma}, {@code red}, {@code green} or {@code blue}
     */
    @SuppressWarnings("unchecked") // the reader puts nothing else there
    public List<List<Double>> points(String curve) {
        return (List<List<Double>>) value("tone_curve." + curve + ".points").orElseThrow();
    }

    /** What stands at a path; if it is not said, its default; empty if there is none. */
    public Optional<Object> value(String path) {
        PresetField field = PresetField.all().get(path);
        if (field == null) {
            throw new IllegalArgumentException("no field " + path);
        }
        Object said = own.getOrDefault(path, inherited.get(path));
        return Optional.ofNullable(said).or(field::usual);
    }
}
