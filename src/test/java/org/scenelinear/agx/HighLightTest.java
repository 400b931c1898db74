/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.run.Tile;

/** What becomes of light outside 0 to 1 in the stages that look at each pixel by itself. */
class HighLightTest {
    private static final ToneCurve S_CURVE = new ToneCurve(List.of(
            new ToneCurve.Point(0, 0),
            new ToneCurve.Point(0.25, 0.15),
            new ToneCurve.Point(0.75, 0.85),
            new ToneCurve.Point(1, 1)));
    private static final ToneCurve NONE = ToneCurve.IDENTITY;
    private static final HslBand N = HslBand.NEUTRAL;
    private static final HslBand STRONG = new HslBand(40, 60, -30);
    private static final GradingWheel WARM = new GradingWheel(40, 30, 5);

    static List<PixelStage> stages() throws Exception {
        return List.of(
                new ToneCurves(S_CURVE, NONE, NONE, NONE, NONE),
                new ToneCurves(NONE, S_CURVE, NONE, NONE, NONE),
                new ToneCurves(NONE, NONE, S_CURVE, S_CURVE, S_CURVE),
                new HslBands(STRONG, N, STRONG, N, N, STRONG, N, STRONG),
                new ColorGrading(20, GradingWheel.NEUTRAL, WARM, WARM, GradingWheel.NEUTRAL),
                PresetLut.read(Path.of("src/test/resources/agx/luts/smooth17.cube")));
    }

    /** Tables join their entries in different ways in the two modes. */
    static List<PixelStage> stagesWithoutTables() throws Exception {
        return stages().stream().filter(stage -> !(stage instanceof PresetLut)).toList();
    }

    @ParameterizedTest
    @MethodSource("stages")
    void aRampOfGraysKeepsRisingFarAboveOne(PixelStage stage) {
        Tile tile = new Tile();
        tile.length = 1201;
        for (int i = 0; i < tile.length; i++) {
            float value = 0.02f * i;
            tile.r[i] = value;
            tile.g[i] = value;
            tile.b[i] = value;
        }
        stage.transform(Mode.HDR).compile().apply(tile);
        for (int i = 1; i < tile.length; i++) {
            assertTrue(tile.g[i] > tile.g[i - 1], stage + " does not rise at " + 0.02f * i);
        }
    }

    @Test
    void curvesGoOnAsSteepAsTheyEnd() {
        Tile tile = pixel(3, -1, 0.5f);
        new ToneCurves(
                        new ToneCurve(List.of(new ToneCurve.Point(0, 0.1), new ToneCurve.Point(1, 0.9))),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .transform(Mode.HDR)
                .compile()
                .apply(tile);
        assertEquals(0.1 + 0.8 * 3, tile.r[0], 1e-4, "samples are floats");
        assertEquals(0.1 - 0.8, tile.g[0], 1e-4);
        assertEquals(0.5, tile.b[0], 1e-6);
    }

    @Test
    void aCurveThatEndsLevelGoesOnAsSteepAsItIsOnTheWhole() {
        ToneCurve level = new ToneCurve(List.of(
                new ToneCurve.Point(0, 0.1),
                new ToneCurve.Point(0.2, 0.1),
                new ToneCurve.Point(0.8, 0.7),
                new ToneCurve.Point(1, 0.7)));
        Tile tile = pixel(3, -1, Float.POSITIVE_INFINITY);
        new ToneCurves(level, NONE, NONE, NONE, NONE)
                .transform(Mode.HDR)
                .compile()
                .apply(tile);
        assertEquals(0.7 + 0.6 * 2, tile.r[0], 1e-4);
        assertEquals(0.1 - 0.6, tile.g[0], 1e-4);
        assertEquals(Float.POSITIVE_INFINITY, tile.b[0]);
        Tile limited = pixel(3, -1, 0.5f);
        new ToneCurves(level, NONE, NONE, NONE, NONE)
                .transform(Mode.COMPATIBLE)
                .compile()
                .apply(limited);
        assertEquals(0.7, limited.r[0], 1e-6);
        assertEquals(0.1, limited.g[0], 1e-6);
    }

    @Test
    void aCurveOfLumaLeavesAPixelWithAnInfiniteComponentAsItIs() {
        Tile tile = pixel(0.25f, Float.POSITIVE_INFINITY, -0.5f);
        new ToneCurves(NONE, S_CURVE, NONE, NONE, NONE)
                .transform(Mode.HDR)
                .compile()
                .apply(tile);
        assertEquals(0.25f, tile.r[0]);
        assertEquals(Float.POSITIVE_INFINITY, tile.g[0]);
        assertEquals(-0.5f, tile.b[0]);
    }

    @Test
    void aColorAboveOneTurnsAsTheSameColorBelow() {
        HslBands bands = new HslBands(STRONG, N, N, N, N, N, N, N);
        Tile bright = pixel(8, 2, 1.6f);
        Tile dim = pixel(1, 0.25f, 0.2f);
        bands.transform(Mode.HDR).compile().apply(bright);
        bands.transform(Mode.HDR).compile().apply(dim);
        assertEquals(8 * dim.r[0], bright.r[0], 1e-5);
        assertEquals(8 * dim.g[0], bright.g[0], 1e-5);
        assertEquals(8 * dim.b[0], bright.b[0], 1e-5);
    }

    @Test
    void whatIsNegativeIsKeptBesideATurnedHue() {
        HslBands bands = new HslBands(STRONG, N, N, N, N, N, N, N);
        Tile wide = pixel(0.9f, -0.2f, 0.1f);
        Tile limited = pixel(0.9f, 0, 0.1f);
        bands.transform(Mode.HDR).compile().apply(wide);
        bands.transform(Mode.HDR).compile().apply(limited);
        assertEquals(limited.g[0] - 0.2f, wide.g[0], 1e-6);
    }

    @Test
    void anIdentityTableLeavesWideAndBrightColorsAlone() throws Exception {
        PixelStage table = PresetLut.read(Path.of("src/test/resources/agx/luts/identity17.cube"));
        Tile tile = pixel(2.5f, 0.05f, -0.1f);
        table.transform(Mode.HDR).compile().apply(tile);
        assertEquals(2.5, tile.r[0], 2e-5);
        assertEquals(0.05, tile.g[0], 2e-5);
        assertEquals(-0.1, tile.b[0], 2e-5);
    }

    @ParameterizedTest
    @MethodSource("stagesWithoutTables")
    void bothModesDoTheSameWithinZeroToOne(PixelStage stage) {
        Tile hdr = colors();
        Tile compatible = colors();
        stage.transform(Mode.HDR).compile().apply(hdr);
        stage.transform(Mode.COMPATIBLE).compile().apply(compatible);
        for (int i = 0; i < hdr.length; i++) {
            assertEquals(compatible.r[i], hdr.r[i], 1e-6, stage + " at " + i);
            assertEquals(compatible.g[i], hdr.g[i], 1e-6, stage + " at " + i);
            assertEquals(compatible.b[i], hdr.b[i], 1e-6, stage + " at " + i);
        }
    }

    private static Tile colors() {
        Tile tile = new Tile();
        tile.length = 1000;
        for (int i = 0; i < tile.length; i++) {
            tile.r[i] = i % 10 / 9f;
            tile.g[i] = i / 10 % 10 / 9f;
            tile.b[i] = i / 100 / 9f;
        }
        return tile;
    }

    private static Tile pixel(float r, float g, float b) {
        Tile tile = new Tile();
        tile.length = 1;
        tile.r[0] = r;
        tile.g[0] = g;
        tile.b[0] = b;
        return tile;
    }
}
