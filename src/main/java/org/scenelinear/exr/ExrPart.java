/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * A part to be written.
 *
 * @param header says what kind of part it is; its attributes are carried, in their order
 * @param levels the pixels of every one of {@link Header#levels()}
 */
public record ExrPart(Header header, Map<Level, Pixels> levels) {
    /**
     * A part as it is in a file, all its levels, with the stored bits of every sample.
     *
     * @param file an open file
     * @param part which of its parts
     * @param run how to work
     * @throws FileProblemException if the pixels are broken, do not fit the memory, or cannot be read
     */
    public static ExrPart of(ExrFile file, int part, Run run) throws FileProblemException {
        Header header = file.headers().get(part);
        Map<Level, Pixels> levels = new HashMap<>();
        for (Level level : header.levels()) {
            levels.put(level, pixels(file, Selection.part(part).level(level), run));
        }
        return new ExrPart(header, levels);
    }

    /**
     * Pixels as they are in a file, with the stored bits of every sample.
     *
     * @param file an open file
     * @param selection which pixels
     * @param run how to work
     * @throws FileProblemException as {@link #of}
     */
    public static Pixels pixels(ExrFile file, Selection selection, Run run) throws FileProblemException {
        boolean deep = file.headers().get(selection.part()).type().isDeep();
        return deep ? deep(file, selection, run) : new Pixels.Flat(flat(file, selection, run));
    }

    private static Map<String, Plane> flat(ExrFile file, Selection selection, Run run) throws FileProblemException {
        Map<String, Plane> planes = new LinkedHashMap<>();
        for (Channel channel : file.headers().get(selection.part()).channels()) {
            planes.put(channel.name(), Plane.of(channel.type(), file.planeLength(selection, channel)));
        }
        file.read(selection, planes, Damage.REFUSE, run);
        return planes;
    }

    private static Pixels deep(ExrFile file, Selection selection, Run run) throws FileProblemException {
        int[] counts = file.readSampleCounts(selection, Damage.REFUSE, run);
        Map<String, Plane> planes = new LinkedHashMap<>();
        for (Channel channel : file.headers().get(selection.part()).channels()) {
            planes.put(channel.name(), Plane.of(channel.type(), file.deepPlaneLength(counts, channel)));
        }
        file.readDeep(selection, counts, planes, Damage.REFUSE, run);
        return new Pixels.Deep(counts, planes);
    }

    /** A part with one level of flat pixels. */
    public static ExrPart flat(Header header, Map<String, Plane> planes) {
        return new ExrPart(header, Map.of(Level.FULL, new Pixels.Flat(planes)));
    }

    /**
     * A part with one level of deep pixels.
     *
     * @param counts how many samples each pixel has
     * @param planes the samples of all pixels, one plane for each channel
     */
    public static ExrPart deep(Header header, int[] counts, Map<String, Plane> planes) {
        return new ExrPart(header, Map.of(Level.FULL, new Pixels.Deep(counts, planes)));
    }
}
