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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.TransformRunner;

class GamutMapTest {
    private static final ColorSpace GAMUT = ColorSpaces.LINEAR_REC709;

    private static GamutMap map(ColorSpace space, int width, float[]... rgb) {
        return GamutMap.of(rgb, space, GAMUT, width, Run.inThisThread());
    }

    @Test
    void theDistanceIsHowFarTheLowestComponentIsBelowZero() {
        GamutMap map = map(
                GAMUT, 3, new float[] {1, -0.5f, 0.5f, 0, 1, -1}, new float[] {0.5f, 2, 1, 0, -0.1f, -2}, new float[] {
                    0.2f, 1, -0.25f, 0, -0.3f, -1
                });
        float[] distances = {0, 0.25f, 0.25f, 0, 0.3f, Float.POSITIVE_INFINITY};
        int[] components = {2, 0, 2, 0, 2, 1};
        for (int i = 0; i < distances.length; i++) {
            assertEquals(distances[i], map.distances()[i], 1e-6f, "pixel " + i);
            if (distances[i] > 0) {
                assertEquals(components[i], map.components()[i], "pixel " + i);
            }
        }
    }

    @Test
    void colorsInsideAreInsideInWhateverPrimariesTheyCome() {
        Random random = new Random(5);
        float[][] inside = new float[3][900];
        for (float[] plane : inside) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = i % 7 == 0 ? 0 : (float) Math.exp(random.nextGaussian() * 3);
            }
        }
        float[][] aces = new float[3][900];
        TransformRunner.apply(
                ColorSpaceConversion.between(GAMUT, ColorSpaces.ACES2065_1, Adaptation.BRADFORD)
                        .compile(),
                inside,
                aces,
                900,
                Run.inThisThread());
        GamutMap map = map(ColorSpaces.ACES2065_1, 30, aces);
        for (float distance : map.distances()) {
            assertEquals(0, distance);
        }
    }

    @Test
    void whatIsNoNumberHasNoDistance() {
        GamutMap map =
                map(GAMUT, 3, new float[] {Float.NaN, 1, 1}, new float[] {1, Float.POSITIVE_INFINITY, 1}, new float[] {
                    1, 1, -1
                });
        assertTrue(Float.isNaN(map.distances()[0]));
        assertTrue(Float.isNaN(map.distances()[1]));
        assertEquals(1, map.valid(3, Area.whole(3, 1)));
    }

    @Test
    void theWorstAreTheFarthestWithinTheArea() {
        Random random = new Random(9);
        float[][] rgb = new float[3][400];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = random.nextFloat() - 0.2f;
            }
        }
        GamutMap map = map(GAMUT, 20, rgb);
        Area area = new Area(3, 4, 11, 9, null);
        List<Integer> expected = IntStream.range(0, 400)
                .filter(i -> map.distances()[i] > 0 && area.contains(i % 20, i / 20))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -map.distances()[i]))
                .limit(7)
                .toList();
        assertEquals(
                expected,
                map.worst(7, 20, area).stream().map(GamutMap.Outlier::index).toList());
        assertEquals(0, map.worst(0, 20, area).size());
        long outside = map.outside(0, 20, area) + map.outside(1, 20, area) + map.outside(2, 20, area);
        assertEquals(map.worst(400, 20, area).size(), outside);
    }

    /** What the compression of ACES 1.3 brings in is seen here too. */
    @Test
    void compressedColorsAreNoFartherOutsideThanBefore() {
        Random random = new Random(2);
        float[][] rgb = new float[3][1000];
        for (float[] plane : rgb) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = random.nextFloat() - 0.15f;
            }
        }
        float[][] compressed = new float[3][1000];
        TransformRunner.apply(GamutCompress.REFERENCE.compile(), rgb, compressed, 1000, Run.inThisThread());
        ColorSpace aces = ColorSpaces.ACESCG;
        GamutMap before = GamutMap.of(rgb, aces, aces, 50, Run.inThisThread());
        GamutMap after = GamutMap.of(compressed, aces, aces, 50, Run.inThisThread());
        int better = 0;
        for (int i = 0; i < 1000; i++) {
            assertTrue(!(after.distances()[i] > before.distances()[i] + 1e-6), "pixel " + i);
            better += after.distances()[i] < before.distances()[i] ? 1 : 0;
        }
        assertTrue(better > 200, better + " pixels");
    }
}
