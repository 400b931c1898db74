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
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.run.Run;

/**
 * Makes the smaller pictures of a mipmap or ripmap. A sample is the mean of the area it stands for in the next larger
 * picture, so that the mean of the whole stays the same; where an odd side is halved, samples count by the part of them
 * that lies in the area. What unsigned integers number, such as objects, has no mean: there the sample in the middle of
 * the area is taken.
 */
public final class LevelReduction {
    private LevelReduction() {}

    /**
     * The pixels of all levels of a part.
     *
     * @param header of a tiled part
     * @param planes its full-size picture, of floats or unsigned integers
     * @param run how to work
     * @return one entry for each of {@link Header#levels()}; that of the full size holds {@code planes} themselves
     * @throws IllegalArgumentException if a plane holds the bits of halfs
     */
    public static Map<Level, Pixels> levels(Header header, Map<String, Plane> planes, Run run) {
        List<Level> wanted = header.levels();
        List<String> names = List.copyOf(planes.keySet());
        List<Map<Level, Plane>> found = names.stream()
                .map(name -> (Map<Level, Plane>) new HashMap<>(Map.of(Level.FULL, planes.get(name))))
                .toList();
        run.forEach("reducing", names.size(), () -> 0, (nothing, index) -> {
            for (Level level : wanted) {
                if (!level.equals(Level.FULL)) {
                    found.get(index).put(level, reduced(header, level, found.get(index)));
                }
            }
        });
        Map<Level, Pixels> levels = new HashMap<>();
        for (Level level : wanted) {
            Map<String, Plane> ofLevel = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                ofLevel.put(names.get(i), found.get(i).get(level));
            }
            levels.put(level, new Pixels.Flat(ofLevel));
        }
        return levels;
    }

    /** One level of one channel, out of a larger one that was made before it. */
    private static Plane reduced(Header header, Level level, Map<Level, Plane> before) {
        Plane half = before.get(new Level(Math.max(0, level.x() - 1), level.y()));
        if (level.x() > 0 && half != null) {
            return across(half, header.window(new Level(level.x() - 1, level.y())), header.window(level));
        }
        if (level.x() == 0) {
            return down(
                    before.get(new Level(0, level.y() - 1)),
                    header.window(new Level(0, level.y() - 1)),
                    header.window(level));
        }
        // A mipmap: first the width, then the height.
        Level larger = new Level(level.x() - 1, level.y() - 1);
        Box2i narrow = header.window(new Level(level.x(), level.y() - 1));
        return down(across(before.get(larger), header.window(larger), narrow), narrow, header.window(level));
    }

    private static Plane across(Plane plane, Box2i from, Box2i to) {
        return reduce(plane, from.height(), from.width(), 1, to.width());
    }

    private static Plane down(Plane plane, Box2i from, Box2i to) {
        return reduce(plane, 1, from.height(), from.width(), to.height());
    }

    /**
     * Reduces one side of a plane.
     *
     * @param outer how many groups of rows there are, each reduced alone
     * @param count rows in a group
     * @param length samples in a row; a sample is combined with those at its place in other rows
     * @param newCount rows that are left of a group
     */
    private static Plane reduce(Plane plane, int outer, int count, int length, int newCount) {
        if (plane instanceof Plane.Floats floats) {
            float[] target = new float[outer * newCount * length];
            for (int group = 0; group < outer; group++) {
                for (int row = 0; row < newCount; row++) {
                    average(floats.values(), group * count, count, length, target, group * newCount, row, newCount);
                }
            }
            return Plane.of(target);
        }
        if (plane instanceof Plane.Ints ints) {
            int[] target = new int[outer * newCount * length];
            for (int group = 0; group < outer; group++) {
                for (int row = 0; row < newCount; row++) {
                    int middle = (int) ((2L * row + 1) * count / (2L * newCount));
                    System.arraycopy(
                            ints.bits(),
                            (group * count + middle) * length,
                            target,
                            (group * newCount + row) * length,
                            length);
                }
            }
            return Plane.of(target);
        }
        throw new IllegalArgumentException("levels are made of floats or unsigned integers, not of the bits of halfs");
    }

    private static void average(
            float[] source, int first, int count, int length, float[] target, int newFirst, int row, int newCount) {
        double start = (double) row * count / newCount;
        double end = (row + 1.0) * count / newCount;
        int to = (newFirst + row) * length;
        for (int from = (int) start; from < end; from++) {
            double weight = (Math.min(end, from + 1.0) - Math.max(start, from)) / (end - start);
            if (weight < 1e-9) {
                continue; // nothing but a rounding error
            }
            int offset = (first + from) * length;
            for (int i = 0; i < length; i++) {
                target[to + i] += (float) (weight * source[offset + i]);
            }
        }
    }
}
