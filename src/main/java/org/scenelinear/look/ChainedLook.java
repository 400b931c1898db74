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

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.BlendTransform;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * One link of a {@link LookChain}: from ACES2065-1 to ACES2065-1.
 *
 * @param name what people call it; not empty
 * @param role what it is there for
 * @param content what it does
 * @param on whether it is applied
 * @param strength how much of it, from 0 to 1: the mean of the light before and after, so weighted
 * @param through the name of the look that a grade was judged through; empty if none is said
 */
public record ChainedLook(String name, Role role, Content content, boolean on, double strength, String through) {
    /** What a link is there for, in the order in which they stand (ACES: pre-grade, grade, look modification). */
    public enum Role {
        /** Brings shots of one scene together, before they are graded. */
        PRE_GRADE,
        /** The grade of the shot. */
        GRADE,
        /** Systematic, for the whole frame, from a library. */
        LOOK;

        /** The word for it in files. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a link does. */
    public sealed interface Content {}

    /**
     * A look that comes with SceneLinear.
     *
     * @param name one of {@link LookLibrary#names}
     * @param inverse whether it is undone
     */
    public record OfLibrary(String name, boolean inverse) implements Content {}

    /**
     * A file of a look.
     *
     * @param file an absolute path
     * @param correction which of several color corrections; empty for the first
     * @param space what the file expects; empty for ACES2065-1
     * @param inverse whether it is undone
     */
    public record OfFile(Path file, String correction, Optional<ColorSpace> space, boolean inverse)
            implements Content {}

    /**
     * Slope, offset, power and saturation.
     *
     * @param cdl the numbers
     * @param space where they apply; empty for ACES2065-1
     */
    public record Grade(CdlTransform cdl, Optional<ColorSpace> space) implements Content {}

    /**
     * The Reference Gamut Compress of ACES 1.3.
     *
     * @param inverse whether it is undone
     */
    public record GamutCompression(boolean inverse) implements Content {}

    /** Refuses a link without a name, and a strength out of its range. */
    public ChainedLook {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a name is missing");
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength is from 0 to 1, not " + strength);
        }
    }

    /** A link that is on, in full. */
    public static ChainedLook of(String name, Role role, Content content) {
        return new ChainedLook(name, role, content, true, 1, "");
    }

    /** The same with another content under another name. */
    public ChainedLook with(String otherName, Content other) {
        return new ChainedLook(otherName, role, other, on, strength, through);
    }

    /** The same, on or off. */
    public ChainedLook switched(boolean isOn) {
        return new ChainedLook(name, role, content, isOn, strength, through);
    }

    /** The same, in another strength. */
    public ChainedLook withStrength(double other) {
        return new ChainedLook(name, role, content, on, other, through);
    }

    /**
     * What it does to ACES2065-1; nothing if it is off.
     *
     * @throws FileProblemException if its file cannot be read, is broken or cannot be undone
     */
    public TransformChain transform() throws FileProblemException {
        if (!on || strength == 0) {
            return TransformChain.of();
        }
        TransformChain whole = whole();
        return strength == 1 ? whole : TransformChain.of(new BlendTransform(whole, strength));
    }

    private TransformChain whole() throws FileProblemException {
        if (content instanceof OfLibrary look) {
            LookFile file = LookLibrary.find(look.name()).orElseThrow();
            return look.inverse() ? file.inverse() : file.chain();
        }
        if (content instanceof OfFile look) {
            return LookSpace.onAces(read(look), look.space());
        }
        if (content instanceof Grade grade) {
            return LookSpace.onAces(grade.cdl(), grade.space());
        }
        ColorTransform compress = GamutCompress.REFERENCE;
        return LookSpace.onAces(
                ((GamutCompression) content).inverse() ? compress.inverse().orElseThrow() : compress,
                Optional.of(ColorSpaces.ACESCG));
    }

    private static TransformChain read(OfFile look) throws FileProblemException {
        LookFile file =
                LutFiles.read(look.file(), new LutFiles.Options(look.correction(), Lut3D.Interpolation.TETRAHEDRAL));
        if (!look.inverse()) {
            return file.chain();
        }
        try {
            return file.inverse();
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(look.file().toString(), "", e.getMessage());
        }
    }
}
