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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

class PreviewPictureTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @Test
    void aPixelOfAReducedPreviewIsTheSameAsThatOfTheWholeResult() {
        FloatImage whole = ramp(ColorState.of(ColorSpaces.ACESCG, "test"));
        FloatImage few = PreviewPicture.everyNth(whole, 3);
        assertEquals(13, few.width());
        assertEquals(8, few.height());
        BufferedImage large = new PreviewPicture().of(whole, Run.inThisThread()).picture();
        BufferedImage small = new PreviewPicture().of(few, Run.inThisThread()).picture();
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 13; x++) {
                assertEquals(large.getRGB(3 * x, 3 * y), small.getRGB(x, y), x + "," + y);
            }
        }
    }

    @Test
    void smallImagesAreNotReducedAndLargeOnesToWhatIsQuick() {
        assertEquals(1, PreviewPicture.reduction(640, 480));
        FloatImage image = ramp(ColorState.UNKNOWN);
        assertSame(image, PreviewPicture.everyNth(image, 1));
        for (int[] size : new int[][] {{4096, 2160}, {1, 1 << 24}, {46340, 46340}, {1024, 513}}) {
            int step = PreviewPicture.reduction(size[0], size[1]);
            long pixels = (size[0] / step) * (long) (size[1] / step);
            assertTrue(step > 1 && pixels <= PreviewPicture.QUICK_PIXELS, size[0] + "x" + size[1] + " by " + step);
        }
    }

    @Test
    void lightInASceneLooksTheSameInEverySpaceThatHoldsIt() {
        // Middle gray: 0.18 in linear light, 0.4135884 in ACEScct (Academy specification S-2016-001).
        int linear = gray(0.18f, Optional.of(ColorSpaces.ACESCG));
        int logarithmic = gray(0.4135884f, Optional.of(ColorSpaces.ACESCCT));
        assertEquals(linear, logarithmic);
        assertTrue((linear & 0xFF) > 64 && (linear & 0xFF) < 128, Integer.toHexString(linear));
    }

    @Test
    void whatIsMeantForADisplayIsShownByItsCodeValues() {
        assertEquals(0xFF808080, gray(128 / 255f, Optional.of(ColorSpaces.SRGB)));
        assertEquals(0xFF808080, gray(128 / 255f, Optional.empty()));
        assertEquals(0xFFFFFFFF, gray(Float.POSITIVE_INFINITY, Optional.of(ColorSpaces.SRGB)));
        assertEquals(0xFF000000, gray(Float.NaN, Optional.of(ColorSpaces.SRGB)));
        assertEquals(0xFF000000, gray(-2, Optional.of(ColorSpaces.SRGB)));
    }

    private static int gray(float value, Optional<ColorSpace> space) {
        float[] plane = new float[WIDTH * HEIGHT];
        Arrays.fill(plane, value);
        FloatImage image = image(plane, plane, plane, new ColorState(space, "test"));
        return new PreviewPicture().of(image, Run.inThisThread()).picture().getRGB(WIDTH - 1, HEIGHT - 1);
    }

    private static FloatImage ramp(ColorState color) {
        float[][] planes = new float[3][WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            planes[0][i] = i / 300f;
            planes[1][i] = 0.4f;
            planes[2][i] = 2 - i / 500f;
        }
        return image(planes[0], planes[1], planes[2], color);
    }

    private static FloatImage image(float[] r, float[] g, float[] b, ColorState color) {
        return new FloatImage(
                "test",
                Window.ofSize(WIDTH, HEIGHT),
                Window.ofSize(WIDTH, HEIGHT),
                1,
                List.of(
                        new ImageChannel("R", SampleType.FLOAT, r),
                        new ImageChannel("G", SampleType.FLOAT, g),
                        new ImageChannel("B", SampleType.FLOAT, b)),
                color,
                List.of());
    }
}
