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
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the ACES Metadata File that belongs to a picture, in the folder of the picture. */
public final class AmfSearch {
    /** So many metadata files of a folder are read; a folder with more is no folder of a shot. */
    private static final int MOST_READ = 64;

    private AmfSearch() {}

    /**
     * The metadata file of a picture: the one of the same name but for the ending, otherwise the first, by name, that
     * says it was written for this file or a sequence that this file is a frame of.
     *
     * @param picture the picture's file
     * @return empty if there is none; files that cannot be read belong to nothing
     */
    public static Optional<Path> find(Path picture) {
        String name = String.valueOf(picture.getFileName());
        int dot = name.lastIndexOf('.');
        Path sameName = picture.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".amf");
        if (Files.isRegularFile(sameName)) {
            return Optional.of(sameName);
        }
        Path folder = sameName.getParent() == null ? Path.of("") : sameName.getParent();
        List<Path> others;
        try (Stream<Path> files = Files.list(folder)) {
            others = files.filter(file -> file.toString().endsWith(".amf"))
                    .sorted()
                    .limit(MOST_READ)
                    .toList();
        } catch (IOException e) {
            return Optional.empty();
        }
        return others.stream().filter(file -> isFor(file, name)).findFirst();
    }

    private static boolean isFor(Path metadata, String name) {
        try {
            return AmfReader.read(metadata)
                    .clip()
                    .filter(clip -> holds(clip.location(), name))
                    .isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holds(AmfClip.Location location, String name) {
        if (location instanceof AmfClip.Sequence sequence) {
            return sequence.numberOf(name).isPresent();
        }
        if (!(location instanceof AmfClip.File file)) {
            return false;
        }
        String last = file.uri().substring(file.uri().lastIndexOf('/') + 1);
        return last.equals(name) || unescaped(last).equals(name);
    }

    private static String unescaped(String uri) {
        try {
            return String.valueOf(new URI(uri).getPath());
        } catch (URISyntaxException e) {
            return uri;
        }
    }
}
