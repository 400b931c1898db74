/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.FalseColor;
import org.scenelinear.look.LookSource;
import org.scenelinear.look.LookSpace;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

class FrameRendererTest {
    private static final String DISPLAY = "sRGB - Display";
    private static final String VIEW = "ACES 2.0 - SDR 100 nits (Rec.709)";
    private static final int WIDTH = 61;
    private static final int HEIGHT = 37;

    private final FrameRenderer renderer = new FrameRenderer(ColorSpaces.ACESCG);

    @Test
    void pixelsAreThoseOfTheReferenceEvaluation() {
        float[][] rgb = randomPlanes(1);
        int[] argb = renderer.render(frame("RGB", rgb), state(0), 1, Run.inThisThread());
        UnaryOperator<double[]> reference =
                OutputTransforms.find(DISPLAY, VIEW).orElseThrow().reference();
        Matrix3 toAp0 = ColorSpaces.ACESCG
                .chromaticities()
                .matrixTo(ColorSpaces.ACES2065_1.chromaticities(), Adaptation.BRADFORD);
        for (int i = 0; i < argb.length; i++) {
            double[] code = reference.apply(toAp0.times(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]}));
            for (int c = 0; c < 3; c++) {
                int shown = argb[i] >> 16 - 8 * c & 0xFF;
                assertEquals(255 * Math.min(1, code[c]), shown, 0.6, "pixel " + i + " component " + c);
            }
        }
    }

    @Test
    void oneStopIsAFactorOfTwo() {
        float[][] rgb = randomPlanes(2);
        float[][] doubled = new float[3][WIDTH * HEIGHT];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < doubled[c].length; i++) {
                doubled[c][i] = 2 * rgb[c][i];
            }
        }
        assertArrayEquals(
                renderer.render(frame("RGB", doubled), state(0), 1, Run.inThisThread()),
                renderer.render(frame("RGB", rgb), state(1), 1, Run.inThisThread()));
    }

    @Test
    void theSourceIsOnlyRead() {
        float[][] rgb = randomPlanes(3);
        float[] before = rgb[0].clone();
        renderer.render(frame("RGB", rgb), state(-3), 1, Run.inThisThread());
        assertArrayEquals(before, rgb[0]);
    }

    @Test
    void aSingleChannelIsShownInGray() {
        int[] argb = renderer.render(frame("Y", randomPlanes(4)[0]), state(0), 1, Run.inThisThread());
        for (int pixel : argb) {
            int red = pixel >> 16 & 0xFF;
            assertEquals(red, pixel >> 8 & 0xFF, 1);
            assertEquals(red, pixel & 0xFF, 1);
        }
    }

    @Test
    void aCoarsePictureRepeatsPixelsOfTheWholeOne() {
        FloatImage frame = frame("RGB", randomPlanes(5));
        int[] whole = renderer.render(frame, state(0), 1, Run.inThisThread());
        int[] coarse = renderer.render(frame, state(0), 4, Run.inThisThread());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(whole[(y - y % 4) * WIDTH + x - x % 4], coarse[y * WIDTH + x], x + ", " + y);
            }
        }
    }

    @Test
    void theNumberOfWorkersChangesNoPixel() {
        FloatImage frame = frame("RGB", randomPlanes(6));
        Run many = Run.on(ForkJoinPool.commonPool(), 3, Progress.NONE, () -> false);
        assertArrayEquals(
                renderer.render(frame, state(0.5f), 1, Run.inThisThread()),
                renderer.render(frame, state(0.5f), 1, many));
    }

    @Test
    void brokenPixelsDoNotSpoilOthers() {
        float[][] rgb = randomPlanes(7);
        int[] sound = renderer.render(frame("RGB", rgb), state(0), 1, Run.inThisThread());
        rgb[0][100] = Float.NaN;
        rgb[1][200] = Float.POSITIVE_INFINITY;
        int[] broken = renderer.render(frame("RGB", rgb), state(0), 1, Run.inThisThread());
        for (int i = 0; i < sound.length; i++) {
            assertTrue(i == 100 || i == 200 || sound[i] == broken[i], "pixel " + i);
        }
    }

    @Test
    void looksAreAppliedBeforeTheView() throws IOException {
        float[][] rgb = randomPlanes(8);
        TransformChain look = LookSource.read(Path.of("Day for Night"), LutFiles.Options.DEFAULT)
                .look();
        float[][] looked = new float[3][rgb[0].length];
        TransformRunner.apply(
                LookSpace.within(ColorSpaces.ACESCG, look, Optional.of(ColorSpaces.ACES2065_1))
                        .compile(),
                rgb,
                looked,
                rgb[0].length,
                Run.inThisThread());
        int[] expected = renderer.render(frame("RGB", looked), state(0), 1, Run.inThisThread());
        ViewState through = state(0).withRendering(new Rendering(DISPLAY, VIEW, "Day for Night"));
        int[] shown = renderer.render(frame("RGB", rgb), through, 1, Run.inThisThread());
        for (int i = 0; i < shown.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                assertEquals(expected[i] >> shift & 0xFF, shown[i] >> shift & 0xFF, 1, "pixel " + i);
            }
        }
    }

    @Test
    void aChangedFileOfLooksIsReadAgainAndABrokenOneIsNamed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("looks.toml");
        Files.writeString(file, "[[look]]\nslope = 1\nspace = \"none\"\n");
        ViewState through = state(0).withRendering(new Rendering(DISPLAY, VIEW, file.toString()));
        FloatImage frame = frame("RGB", randomPlanes(9));
        assertArrayEquals(
                renderer.render(frame, state(0), 1, Run.inThisThread()),
                renderer.render(frame, through, 1, Run.inThisThread()));
        Files.writeString(file, "[[look]]\nslope = 2\nspace = \"none\"\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(5000));
        assertArrayEquals(
                renderer.render(frame, state(1), 1, Run.inThisThread()),
                renderer.render(frame, through, 1, Run.inThisThread()));
        Files.writeString(file, "[[look]]\nslop = 2\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(9000));
        UncheckedIOException e =
                assertThrows(UncheckedIOException.class, () -> renderer.render(frame, through, 1, Run.inThisThread()));
        assertTrue(e.getMessage().contains("looks.toml"), e.getMessage());
    }

    /** The same rendering, encoded for another display, is the same light, so it is the same on this screen. */
    @Test
    void anotherDisplayShowsItsLight() {
        FloatImage frame = frame("RGB", randomPlanes(10));
        ViewState television = state(0).withRendering(new Rendering("Rec.1886 Rec.709 - Display", VIEW, ""));
        assertArrayEquals(
                renderer.render(frame, state(0), 1, Run.inThisThread()),
                renderer.render(frame, television, 1, Run.inThisThread()));
    }

    @Test
    void falseColorIsThatOfTheLuminanceAfterTheExposure() {
        float[][] rgb = randomPlanes(11);
        Rendering zones = new Rendering(DISPLAY, VIEW, "", "stops");
        int[] shown = renderer.render(frame("RGB", rgb), state(1).withRendering(zones), 1, Run.inThisThread());
        Matrix3 toXyz = ColorSpaces.ACESCG.chromaticities().toXyz();
        FalseColor stops = FalseColor.preset("stops").orElseThrow();
        int[] expected = new int[1];
        int different = 0;
        for (int i = 0; i < shown.length; i++) {
            double light =
                    2 * (toXyz.get(1, 0) * rgb[0][i] + toXyz.get(1, 1) * rgb[1][i] + toXyz.get(1, 2) * rgb[2][i]);
            stops.paint(new float[] {(float) light}, 0, expected, 0, 1);
            different += expected[0] == shown[i] ? 0 : 1;
        }
        assertTrue(different <= 2, different + " pixels, where rounding may make one or two");
    }

    @Test
    void thePeakOfAnHdrViewIsWhite() {
        float[][] rgb = new float[3][WIDTH * HEIGHT];
        for (float[] plane : rgb) {
            Arrays.fill(plane, 1000);
        }
        Rendering hdr = new Rendering("Rec.2100-PQ - Display", "ACES 2.0 - HDR 1000 nits (P3 D65)", "");
        int[] shown = renderer.render(frame("RGB", rgb), state(0).withRendering(hdr), 1, Run.inThisThread());
        for (int shift = 0; shift <= 16; shift += 8) {
            assertEquals(255, shown[0] >> shift & 0xFF, 1);
        }
        assertTrue(hdr.note().contains("1000 cd/m"), hdr.note());
        assertEquals("", state(0).rendering().note());
    }

    private static ViewState state(float exposure) {
        return new ViewState(exposure, new Rendering(DISPLAY, VIEW, ""), 1, 1, 0);
    }

    /** Each component a value of its own, from 0.001 to 16. */
    private static float[][] randomPlanes(long seed) {
        Random random = new Random(seed);
        float[][] planes = new float[3][WIDTH * HEIGHT];
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (float) Math.pow(2, random.nextDouble() * 14 - 10);
            }
        }
        return planes;
    }

    private static FloatImage frame(String names, float[]... planes) {
        List<ImageChannel> channels = new ArrayList<>();
        for (int i = 0; i < planes.length; i++) {
            channels.add(new ImageChannel(names.substring(i, i + 1), SampleType.FLOAT, planes[i]));
        }
        Window window = Window.ofSize(WIDTH, HEIGHT);
        return new FloatImage("frame", window, window, 1, channels, ColorState.UNKNOWN, List.of());
    }
}
