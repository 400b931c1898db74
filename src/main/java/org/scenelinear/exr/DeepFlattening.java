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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * Makes one sample of the many of a deep pixel, as a viewer sees it: samples are put in the order of their depth Z, and
 * each shows as much as those before it let through (Hillman and others, "The Theory of OpenEXR Deep Samples", sections
 * "Flattening" and "Over"). Colors are premultiplied by alpha A. A sample with a ZBack counts as lying at its Z;
 * samples that reach into one another are not split.
 *
 * <ul>
 *   <li>A: 1 minus the product of what the samples let through;
 *   <li>Z: of the nearest sample; ZBack: of the farthest, the largest;
 *   <li>unsigned integers, which number objects: of the nearest sample;
 *   <li>others: the sum of the samples, each by what those before it let through. Without alpha nothing comes through.
 * </ul>
 *
 * <p>A pixel without samples is 0, its Z and ZBack infinite.
 */
public final class DeepFlattening {
    private static final String DEPTH = "Z";
    private static final String BACK = "ZBack";

    private DeepFlattening() {}

    /**
     * Flattens.
     *
     * @param counts how many samples each pixel has
     * @param channels the channels that are wanted; their layer, if they have one, is that of their Z, ZBack and A too
     * @param samples the samples of all pixels as floats: of the wanted channels and of those in {@link #needed}
     * @return one value for each pixel, by channel name
     */
    public static Map<String, float[]> flatten(int[] counts, List<Channel> channels, Map<String, float[]> samples) {
        Map<String, float[]> flat = new HashMap<>();
        for (Channel channel : channels) {
            flat.put(channel.name(), new float[counts.length]);
        }
        int start = 0;
        for (int pixel = 0; pixel < counts.length; pixel++) {
            for (Channel channel : channels) {
                float[] values = samples.get(channel.name());
                float[] depth = samples.get(beside(channel, DEPTH));
                float[] alpha = samples.get(beside(channel, "A"));
                flat.get(channel.name())[pixel] = flatten(channel, start, counts[pixel], values, depth, alpha);
            }
            start += counts[pixel];
        }
        return flat;
    }

    /** The channels that must be read to flatten some: themselves, and Z and A of their layers, as far as there. */
    public static List<Channel> needed(List<Channel> wanted, List<Channel> all) {
        List<Channel> needed = new ArrayList<>(wanted);
        for (Channel channel : wanted) {
            for (String name : List.of(beside(channel, DEPTH), beside(channel, "A"))) {
                Optional<Channel> found =
                        all.stream().filter(c -> c.name().equals(name)).findFirst();
                found.filter(c -> !needed.contains(c)).ifPresent(needed::add);
            }
        }
        return needed;
    }

    private static float flatten(Channel channel, int start, int count, float[] values, float[] depth, float[] alpha) {
        String name = channel.name().substring(channel.name().lastIndexOf('.') + 1);
        boolean distance = name.equals(DEPTH) || name.equals(BACK);
        if (count == 0) {
            return distance ? Float.POSITIVE_INFINITY : 0;
        }
        if (name.equals(BACK)) {
            float farthest = values[start];
            for (int i = 1; i < count; i++) {
                farthest = Math.max(farthest, values[start + i]);
            }
            return farthest;
        }
        int[] order = byDepth(start, count, depth);
        if (name.equals(DEPTH) || channel.type() == PixelType.UINT) {
            return values[order[0]];
        }
        double sum = 0;
        double through = 1;
        for (int index : order) {
            sum += through * values[index];
            through *= alpha == null ? 0 : 1 - alpha[index];
        }
        return (float) (name.equals("A") ? 1 - through : sum);
    }

    /** The samples of a pixel from near to far; equally far ones, and all without a depth, as they are stored. */
    private static int[] byDepth(int start, int count, float[] depth) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int place = i;
            while (depth != null && place > 0 && depth[start + i] < depth[order[place - 1]]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = start + i;
        }
        return order;
    }

    private static String beside(Channel channel, String name) {
        return channel.layer().isEmpty() ? name : channel.layer() + "." + name;
    }
}
