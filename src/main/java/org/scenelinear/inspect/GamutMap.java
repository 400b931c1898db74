/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.run.Run;

/**
 * How far each pixel's color lies outside a gamut. The distance is that of the ACES gamut compression less 1: how far
 * the lowest component in the gamut's primaries is below 0, relative to the largest. 0 is inside or on the border; of a
 * color without any positive component it is infinite.
 *
 * @param distances line by line; NaN for a pixel with a NaN or an infinity
 * @param components which component is the lowest, 0 red to 2 blue; of use where the distance is above 0
 */
public record GamutMap(float[] distances, byte[] components) {
    /** A pixel outside. */
    public record Outlier(int index, float distance, int component) {}

    /**
     * Measures.
     *
     * @param rgb linear
     * @param space their primaries and white
     * @param gamut what to be inside of; its white is adapted by Bradford's transform
     * @param width columns
     * @param run on how many threads
     */
    public static GamutMap of(float[][] rgb, ColorSpace space, ColorSpace gamut, int width, Run run) {
        double[] m = space.matrixTo(gamut, Adaptation.BRADFORD).toArray();
        GamutMap map = new GamutMap(new float[rgb[0].length], new byte[rgb[0].length]);
        run.forEach("looking for colors out of gamut", rgb[0].length / width, () -> m, (matrix, line) -> {
            for (int i = line * width; i < (line + 1) * width; i++) {
                map.measure(i, rgb[0][i], rgb[1][i], rgb[2][i], matrix);
            }
        });
        return map;
    }

    private void measure(int i, double r, double g, double b, double[] m) {
        double size = Math.abs(r) + Math.abs(g) + Math.abs(b);
        if (!(size < Double.POSITIVE_INFINITY)) {
            distances[i] = Float.NaN;
            return;
        }
        double x = m[0] * r + m[1] * g + m[2] * b;
        double y = m[3] * r + m[4] * g + m[5] * b;
        double z = m[6] * r + m[7] * g + m[8] * b;
        double least = Math.min(x, Math.min(y, z));
        components[i] = (byte) (x <= least ? 0 : y <= least ? 1 : 2);
        if (!GamutBorder.isInside(x, y, z)) {
            double most = Math.max(x, Math.max(y, z));
            distances[i] = most > 0 ? (float) (-least / most) : Float.POSITIVE_INFINITY;
        }
    }

    /** How many pixels of an area lie outside by a component, 0 red to 2 blue. */
    public long outside(int component, int width, Area area) {
        long count = 0;
        for (int i = 0; i < distances.length; i++) {
            if (distances[i] > 0 && components[i] == component && area.contains(i % width, i / width)) {
                count++;
            }
        }
        return count;
    }

    /** How many pixels of an area have a distance. */
    public long valid(int width, Area area) {
        long count = 0;
        for (int i = 0; i < distances.length; i++) {
            if (!Float.isNaN(distances[i]) && area.contains(i % width, i / width)) {
                count++;
            }
        }
        return count;
    }

    /**
     * The pixels of an area that lie farthest outside.
     *
     * @param most how many
     * @return the farthest first; of equal ones the first in the image
     */
    public List<Outlier> worst(int most, int width, Area area) {
        Comparator<Outlier> nearestFirst = Comparator.comparingDouble(Outlier::distance)
                .thenComparing(Comparator.comparingInt(Outlier::index).reversed());
        PriorityQueue<Outlier> kept = new PriorityQueue<>(nearestFirst);
        for (int i = 0; i < distances.length; i++) {
            boolean far = distances[i] > 0
                    && (kept.size() < most
                            || !kept.isEmpty() && distances[i] > kept.peek().distance());
            if (far && area.contains(i % width, i / width)) {
                kept.add(new Outlier(i, distances[i], components[i]));
                if (kept.size() > most) {
                    kept.remove();
                }
            }
        }
        List<Outlier> worst = new ArrayList<>(kept);
        worst.sort(nearestFirst.reversed());
        return worst;
    }
}
