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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

class DeepFlatteningTest {
    private static final Channel R = new Channel("R", PixelType.HALF);
    private static final Channel A = new Channel("A", PixelType.HALF);
    private static final Channel Z = new Channel("Z", PixelType.FLOAT);
    private static final Channel BACK = new Channel("ZBack", PixelType.FLOAT);
    private static final Channel ID = new Channel("id", PixelType.UINT);

    private static Map<String, float[]> flatten(int[] counts, Map<String, float[]> samples) {
        List<Channel> channels = List.of(A, R, Z, BACK, ID).stream()
                .filter(channel -> samples.containsKey(channel.name()))
                .toList();
        return DeepFlattening.flatten(counts, channels, samples);
    }

    @Test
    void nearerSamplesLetThroughWhatTheirAlphaLeaves() {
        Map<String, float[]> flat = flatten(
                new int[] {2, 0, 1},
                Map.of(
                        "R", new float[] {0.8f, 0.3f, 2},
                        "A", new float[] {1, 0.25f, 0.5f},
                        "Z", new float[] {9, 4, 1},
                        "ZBack", new float[] {10, 12, 1},
                        "id", new float[] {5, 6, 7}));
        assertArrayEquals(new float[] {0.3f + 0.75f * 0.8f, 0, 2}, flat.get("R"), 1e-6f);
        assertArrayEquals(new float[] {1, 0, 0.5f}, flat.get("A"), 1e-6f);
        assertArrayEquals(new float[] {4, Float.POSITIVE_INFINITY, 1}, flat.get("Z"));
        assertArrayEquals(new float[] {12, Float.POSITIVE_INFINITY, 1}, flat.get("ZBack"));
        assertArrayEquals(new float[] {6, 0, 7}, flat.get("id"));
    }

    @Test
    void theOrderOfStorageDoesNotMatterWhereDepthsDiffer() {
        Map<String, float[]> there = flatten(
                new int[] {3},
                Map.of("R", new float[] {1, 2, 3}, "A", new float[] {0.5f, 0.25f, 0.75f}, "Z", new float[] {3, 1, 2}));
        Map<String, float[]> back = flatten(
                new int[] {3},
                Map.of("R", new float[] {3, 1, 2}, "A", new float[] {0.75f, 0.5f, 0.25f}, "Z", new float[] {2, 3, 1}));
        assertEquals(2 + 0.75f * (3 + 0.25f * 1), there.get("R")[0], 1e-6f);
        assertArrayEquals(there.get("R"), back.get("R"));
        assertArrayEquals(there.get("A"), back.get("A"));
    }

    @Test
    void withoutAlphaTheNearestSampleHidesTheOthers() {
        Map<String, float[]> flat = flatten(new int[] {2}, Map.of("R", new float[] {1, 2}, "Z", new float[] {5, 3}));
        assertArrayEquals(new float[] {2}, flat.get("R"));
    }

    @Test
    void depthAndAlphaAreThoseOfTheLayer() {
        Channel red = new Channel("fog.R", PixelType.HALF);
        Channel depth = new Channel("fog.Z", PixelType.FLOAT);
        List<Channel> all = List.of(A, Z, red, depth);
        assertEquals(List.of(red, depth), DeepFlattening.needed(List.of(red), all));
        Map<String, float[]> flat = DeepFlattening.flatten(
                new int[] {2}, List.of(red), Map.of("fog.R", new float[] {1, 2}, "fog.Z", new float[] {5, 3}));
        assertArrayEquals(new float[] {2}, flat.get("fog.R"));
    }
}
