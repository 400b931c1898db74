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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.look.ChainedLook.Role;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Looks one after another: pre-grades, grades, looks, in this order, and the output transform they are made for.
 *
 * <pre>{@code
 * LookChain night = LookChain.read(Path.of("shot.looks.toml"));
 * LookChain dusk = night.swapped("Day for Night", "Day for Dusk", Path.of(""));
 * dusk.write(Path.of("dusk.looks.toml"));
 * }</pre>
 *
 * @param looks first to last
 * @param output what follows; empty for none
 */
public record LookChain(List<ChainedLook> looks, Optional<Output> output) {
    /** What the name of a file of one ends in. */
    public static final String ENDING = ".toml";

    /**
     * The output transform after the looks: a display with a view, or an ACES transform id.
     *
     * @param display its full name; empty with an id
     * @param view its full name; empty with an id
     * @param id an ACES transform id; empty with display and view
     */
    public record Output(String display, String view, String id) {
        /** Refuses what is not known here. */
        public Output {
            if (find(display, view, id).isEmpty()) {
                throw new IllegalArgumentException(
                        id.isEmpty() ? "no view " + view + " of a display " + display : "no output transform " + id);
            }
        }

        /** What renders ACES2065-1 for a display with a view, or by an id if that is not empty; empty if unknown. */
        public static Optional<OutputTransform> find(String display, String view, String id) {
            return id.isEmpty() ? OutputTransforms.find(display, view) : OutputTransforms.findById(id);
        }

        /** What renders ACES2065-1. */
        public OutputTransform transform() {
            return find(display, view, id).orElseThrow();
        }

        /** For people. */
        public String name() {
            return id.isEmpty() ? view + " on " + display : id;
        }
    }

    /** Refuses looks out of their order, and two of one name. */
    public LookChain {
        looks = List.copyOf(looks);
        for (int i = 1; i < looks.size(); i++) {
            ChainedLook before = looks.get(i - 1);
            ChainedLook look = looks.get(i);
            if (look.role().compareTo(before.role()) < 0) {
                throw new IllegalArgumentException(
                        look.name() + ": a " + look.role().label() + " cannot follow the "
                                + before.role().label() + " " + before.name()
                                + "; the order is pre-grade, grade, look");
            }
        }
        if (looks.stream().map(ChainedLook::name).distinct().count() < looks.size()) {
            throw new IllegalArgumentException("two looks have the same name");
        }
    }

    /**
     * Reads a chain; {@code docs/commands/look-chain.md} describes the format.
     *
     * @throws FileProblemException naming file, line and field, if it cannot be read or says what is not known here
     */
    public static LookChain read(Path file) throws FileProblemException {
        return new LookChainReader(file).read();
    }

    /**
     * Writes a chain. Paths of looks are written relative to the new file.
     *
     * @throws IOException if it cannot be written; an older file is then as it was
     */
    public void write(Path file) throws IOException {
        LookChainWriter.write(this, file);
    }

    /**
     * The chain with another look in the place of one; it stays on or off, and as strong.
     *
     * @param name the one to take out
     * @param other a look of {@link LookLibrary}, by name or ACES transform id, or a file of a look that expects
     *     ACES2065-1
     * @param folder where a relative path begins
     * @throws IllegalArgumentException if there is none of the name
     * @throws FileProblemException if the other one cannot be read
     */
    public LookChain swapped(String name, String other, Path folder) throws FileProblemException {
        Optional<String> own = LookLibrary.nameOf(other);
        if (own.isPresent()) {
            return changed(name, look -> look.with(own.get(), new ChainedLook.OfLibrary(own.get(), false)));
        }
        Path file = folder.resolve(other).toAbsolutePath().normalize();
        LutFiles.read(file);
        return changed(
                name,
                look -> look.with(
                        String.valueOf(file.getFileName()), new ChainedLook.OfFile(file, "", Optional.empty(), false)));
    }

    /**
     * The chain with one look changed.
     *
     * @param name which; case does not matter
     * @param change makes the other one
     * @throws IllegalArgumentException if there is none of the name
     */
    public LookChain changed(String name, UnaryOperator<ChainedLook> change) {
        List<ChainedLook> changed = new ArrayList<>(looks);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).name().equalsIgnoreCase(name.strip())) {
                changed.set(i, change.apply(changed.get(i)));
                return new LookChain(changed, output);
            }
        }
        throw new IllegalArgumentException("no look " + name.strip() + "; there are "
                + String.join(", ", looks.stream().map(ChainedLook::name).toList()));
    }

    /** The chain with another output transform, or none. */
    public LookChain withOutput(Optional<Output> other) {
        return new LookChain(looks, other);
    }

    /**
     * What the looks do to ACES2065-1, without the output transform.
     *
     * @throws FileProblemException if a file of them cannot be read, is broken or cannot be undone
     */
    public TransformChain scene() throws FileProblemException {
        List<ColorTransform> transforms = new ArrayList<>();
        for (ChainedLook look : looks) {
            transforms.addAll(look.transform().transforms());
        }
        return new TransformChain(transforms);
    }

    /**
     * What people should know of the chain as it is: grades whose look is not the one they were judged through (an ASC
     * CDL means something only together with what follows it), powers that distort, ACEScc, which cuts colors.
     *
     * @return sentences without a period, one for each
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<ChainedLook> on = looks.stream().filter(ChainedLook::on).toList();
        for (int i = 0; i < on.size(); i++) {
            ChainedLook look = on.get(i);
            if (!look.through().isEmpty()) {
                List<String> after = on.subList(i + 1, on.size()).stream()
                        .filter(next -> next.role() == Role.LOOK)
                        .map(ChainedLook::name)
                        .toList();
                if (after.stream().noneMatch(look.through()::equalsIgnoreCase)) {
                    warnings.add("the " + look.role().label() + " " + look.name() + " was judged through "
                            + look.through() + ", but is followed by "
                            + (after.isEmpty() ? "no look" : String.join(", ", after)));
                }
            }
            if (look.content() instanceof ChainedLook.Grade grade) {
                for (String warning : LookReport.gradeWarnings(grade.cdl())) {
                    warnings.add(look.name() + ": " + warning);
                }
                if (grade.space()
                        .filter(space -> LookSpace.cutsNegative(ColorSpaces.ACES2065_1, space))
                        .isPresent()) {
                    warnings.add(look.name() + ": ACEScc makes negative components of ACES2065-1 0, so the color volume"
                            + " shrinks; ACEScct keeps them");
                }
            }
        }
        return warnings;
    }
}
