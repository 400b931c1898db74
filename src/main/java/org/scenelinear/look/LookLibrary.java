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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;

/**
 * The looks that come with SceneLinear. They are its own, made of matrices and powers alone, take ACES2065-1 to
 * ACES2065-1, cut nothing and can all be undone. Each is a Common LUT Format file among the resources.
 *
 * <pre>{@code
 * LookFile look = LookLibrary.find("Bleach Bypass").orElseThrow();
 * }</pre>
 */
public final class LookLibrary {
    private static final String ID_BEGIN = "urn:ampas:aces:transformId:v2.0:Look.SceneLinear.";
    private static final String ID_END = ".a2.v1";

    private static final List<String> NAMES = List.of(
            "Bleach Bypass",
            "Day for Night",
            "Day for Dusk",
            "Two-Strip Dye",
            "Three-Strip Dye",
            "Print Film",
            "Theater Warm",
            "Theater Cool",
            "Home Warm",
            "Home Cool",
            "Mobile Warm",
            "Mobile Cool");

    private LookLibrary() {}

    /** What the looks are called. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The ACES transform identifier of a look (form: Academy S-2014-002).
     *
     * @param name one of {@link #names}
     */
    public static String id(String name) {
        return ID_BEGIN + name.replaceAll("[ -]", "") + ID_END;
    }

    /**
     * A look by its name or its ACES transform identifier.
     *
     * @param name case, blanks, dashes and underscores do not matter
     * @return empty if there is none of that name
     */
    public static Optional<LookFile> find(String name) {
        return nameOf(name).map(LookLibrary::load);
    }

    /**
     * What a look is called.
     *
     * @param name as {@link #find}
     * @return one of {@link #names}; empty if there is none of that name
     */
    public static Optional<String> nameOf(String name) {
        return NAMES.stream()
                .filter(known -> plain(known).equals(plain(name)) || id(known).equals(name))
                .findFirst();
    }

    /**
     * The look that a path means: that of the file, or, where there is no such file, the one of this library whose name
     * the path ends in.
     *
     * @param path a file, or the name of a look
     * @param options what the file leaves open
     * @throws FileProblemException if there is neither, or {@link LutFiles#read(Path, LutFiles.Options)} refuses it
     */
    public static LookFile read(Path path, LutFiles.Options options) throws FileProblemException {
        Optional<LookFile> own = Files.exists(path) ? Optional.empty() : find(String.valueOf(path.getFileName()));
        return own.isPresent() ? own.get() : LutFiles.read(path, options);
    }

    private static LookFile load(String name) {
        String resource = name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".clf";
        try (InputStream in = LookLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the look " + resource + " is not in the jar");
            }
            return LutFiles.read(resource, in.readAllBytes(), LutFiles.Options.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }
}
