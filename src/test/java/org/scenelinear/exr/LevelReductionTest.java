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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.run.Run;

class LevelReductionTest {
    private static Header header(int width, int height, LevelMode mode, LevelRounding rounding) {
        return Header.builder()
                .dataWindow(new Box2i(-3, 7, width - 4, height + 6))
                .channel(new Channel("Y", PixelType.FLOAT))
                .tiles(new TileDescription(16, 16, mode, rounding))
                .build();
    }

    private static Map<Level, Pixels> levels(Header header, Plane plane) {
        return LevelReduction.levels(header, Map.of("Y", plane), Run.inThisThread());
    }

    private static float[] values(Map<Level, Pixels> levels, int x, int y) {
        Plane plane = ((Pixels.Flat) levels.get(new Level(x, y))).planes().get("Y");
        return ((Plane.Floats) plane).values();
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelHasItsSizeAndTheMeanOfTheWhole(LevelRounding rounding) {
        for (LevelMode mode : new LevelMode[] {LevelMode.MIPMAP, LevelMode.RIPMAP}) {
            Header header = header(37, 22, mode, rounding);
            float[] full = new float[37 * 22];
            Random random = new Random(1);
            double mean = 0;
            for (int i = 0; i < full.length; i++) {
                full[i] = random.nextFloat() + i % 37;
                mean += full[i] / full.length;
            }
            Map<Level, Pixels> levels = levels(header, Plane.of(full));
            assertEquals(header.levels().size(), levels.size());
            for (Level level : header.levels()) {
                float[] values = values(levels, level.x(), level.y());
                Box2i window = header.window(level);
                assertEquals(window.width() * window.height(), values.length);
                double sum = 0;
                for (float value : values) {
                    sum += value;
                }
                assertEquals(mean, sum / values.length, 1e-4);
            }
            assertEquals(mean, levelOfOnePixel(header, levels), 1e-4);
        }
    }

    private static float levelOfOnePixel(Header header, Map<Level, Pixels> levels) {
        Level last = header.levels().get(levels.size() - 1);
        float[] values = values(levels, last.x(), last.y());
        assertEquals(1, values.length);
        return values[0];
    }

    @Test
    void pairsOfAnEvenSideAreAveraged() {
        Header header = header(4, 2, LevelMode.RIPMAP, LevelRounding.DOWN);
        Map<Level, Pixels> levels = levels(header, Plane.of(new float[] {1, 3, 10, 20, 5, 7, 30, 40}));
        assertArrayEquals(new float[] {2, 15, 6, 35}, values(levels, 1, 0));
        assertArrayEquals(new float[] {3, 5, 20, 30}, values(levels, 0, 1));
        assertArrayEquals(new float[] {4, 25}, values(levels, 1, 1));
    }

    @Test
    void theMiddleSampleOfAnOddSideCountsHalfOnEachSide() {
        Header header = header(3, 1, LevelMode.MIPMAP, LevelRounding.UP);
        assertArrayEquals(
                new float[] {(3 + 6 / 2f) / 1.5f, (6 / 2f + 12) / 1.5f},
                values(levels(header, Plane.of(new float[] {3, 6, 12})), 1, 1),
                1e-6f);
    }

    @Test
    void unsignedIntegersAreTakenNotAveraged() {
        Header header = header(9, 5, LevelMode.MIPMAP, LevelRounding.DOWN);
        int[] ids = new Random(2).ints(45, 1000, 1_000_000).toArray();
        Map<Level, Pixels> levels = levels(header, Plane.of(ids));
        int[] reduced = ((Plane.Ints)
                        ((Pixels.Flat) levels.get(new Level(1, 1))).planes().get("Y"))
                .bits();
        assertEquals(8, reduced.length);
        for (int id : reduced) {
            assertTrue(Arrays.stream(ids).anyMatch(other -> other == id));
        }
    }

    @Test
    void theBitsOfHalfsAreRefused() {
        Header header = header(4, 4, LevelMode.MIPMAP, LevelRounding.DOWN);
        assertThrows(IllegalArgumentException.class, () -> levels(header, Plane.of(new short[16])));
    }
}
