/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.CustomSpace;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;

/**
 * Files of color spaces that users define: UTF-8 text, one space a line as {@link CustomSpace} writes it; empty lines
 * and those that begin with {@code #} say nothing.
 */
public final class ColorSpaceFile {
    /** What names of such files end in. */
    public static final String SUFFIX = ".colorspaces";

    private static final long LARGEST = 1 << 20;

    private ColorSpaceFile() {}

    /**
     * The spaces of a file, in its order; one at least.
     *
     * @throws InvalidFileException if a line is no color space; the message names it
     * @throws FileAccessException if the file cannot be read
     */
    public static List<ColorSpace> read(Path path) throws FileProblemException {
        String file = path.toString();
        String text;
        try {
            if (Files.size(path) > LARGEST) {
                throw new InvalidFileException(file, "", "is too large for a list of color spaces");
            }
            text = Files.readString(path, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(file, "", "is no UTF-8 text", e);
        } catch (FileProblemException e) {
            throw e;
        } catch (IOException e) {
            throw new FileAccessException(file, "", "cannot be read: " + e, e);
        }
        List<ColorSpace> spaces = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String place = "line " + (i + 1);
                spaces.add(
                        ColorSpaces.byName(line)
                                .orElseThrow(
                                        () -> new InvalidFileException(
                                                file,
                                                place,
                                                "is no color space, written as NAME (rx ry gx gy bx by wx wy; CURVE; scene or display)")));
            }
        }
        if (spaces.isEmpty()) {
            throw new InvalidFileException(file, "", "holds no color space");
        }
        return spaces;
    }

    /**
     * Writes a space into a file, in the place of one with the same short name if there is one, else after the others.
     *
     * @param space the space to keep
     * @param path the file to create or extend
     * @throws FileProblemException if the file is there and no such file, or cannot be written
     */
    public static void keep(ColorSpace space, Path path) throws IOException {
        List<ColorSpace> spaces = new ArrayList<>(Files.exists(path) ? read(path) : List.of());
        spaces.removeIf(other -> CustomSpace.shortName(other).equals(CustomSpace.shortName(space)));
        spaces.add(space);
        StringBuilder text =
                new StringBuilder("# NAME (x and y of red, green, blue, white; curve; scene or display)\n");
        spaces.forEach(kept -> text.append(kept.name()).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(path, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }
}
