/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scenelinear.math.Matrix3;

class RenderingCacheTest {
    private static final RenderingParameters A = new RenderingParameters(100, Primaries.REC709);
    private static final RenderingParameters B = new RenderingParameters(200, Primaries.REC709);
    private static final RenderingParameters C = new RenderingParameters(100, Primaries.P3_D65);

    @Test
    void equalParametersAreBuiltOnceWhoeverAsks() {
        RenderingCache cache = new RenderingCache(2);
        List<Rendering> all = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> cache.get(new RenderingParameters(100, Primaries.REC709)))
                .distinct()
                .toList();
        assertEquals(1, all.size());
        assertEquals(A, all.get(0).parameters());
    }

    @Test
    void theOneNotUsedForLongestGoesFirst() {
        RenderingCache cache = new RenderingCache(2);
        Rendering first = cache.get(A);
        Rendering second = cache.get(B);
        assertSame(first, cache.get(A));
        cache.get(C);
        assertSame(first, cache.get(A));
        assertNotSame(second, cache.get(B));
    }

    @Test
    void encodingsOfOneRenderingAreTheSameLight() {
        RenderingParameters rendering = new RenderingParameters(1000, Primaries.P3_D65);
        List<OutputTransform> transforms = OutputTransforms.ids().stream()
                .map(id -> OutputTransforms.findById(id).orElseThrow())
                .filter(transform -> transform.rendering().equals(rendering))
                .toList();
        assertEquals(4, transforms.size());
        for (double[] color : new double[][] {{0.18, 0.2, 0.15}, {3, 2, 4}, {0.01, 0.012, 0.011}}) {
            double[] expected = xyz(transforms.get(0), color);
            for (OutputTransform transform : transforms) {
                assertArrayEquals(expected, xyz(transform, color), 1e-9);
            }
        }
    }

    private static double[] xyz(OutputTransform transform, double[] color) {
        DisplayEncoding encoding = transform.encoding();
        Matrix3 toXyz = encoding.chromaticities().toXyz();
        return toXyz.times(encoding.decode(transform.reference().apply(color)));
    }
}
