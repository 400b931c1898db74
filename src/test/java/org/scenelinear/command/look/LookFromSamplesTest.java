/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;

class LookFromSamplesTest {
    private static final Run RUN = Run.inThisThread();

    private static FloatImage apply(String label, String options, FloatImage source) throws StepException {
        return Recipes.parse(label, options).apply(source, RUN);
    }

    private static FloatImage scene() {
        float[][] rgb = new float[3][66];
        for (int i = 0; i < 66; i++) {
            float gray = (float) (0.18 * Math.pow(2, -8 + i * 0.25));
            rgb[0][i] = gray * (0.5f + 0.5f * (i % 5) / 4);
            rgb[1][i] = gray * (0.5f + 0.5f * (i % 3) / 2);
            rgb[2][i] = gray * (0.5f + 0.5f * (i % 7) / 6);
        }
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, rgb[c]));
        }
        Window window = new Window(0, 0, 65, 0);
        ColorState color = ColorState.of(ColorSpaces.ACES2065_1, "test");
        return new FloatImage("test", window, window, 1, channels, color, List.of());
    }

    private static void assertClose(FloatImage expected, FloatImage actual, double part, double absolute) {
        float[][] a = expected.rgb().orElseThrow();
        float[][] b = actual.rgb().orElseThrow();
        for (int i = 0; i < a[0].length; i++) {
            double largest = Math.max(a[0][i], Math.max(a[1][i], a[2][i]));
            for (int c = 0; c < 3; c++) {
                assertEquals(a[c][i], b[c][i], part * largest + absolute, "pixel " + i + ", component " + c);
            }
        }
    }

    /** The process is one of our looks; it may work in any space the image is converted to. */
    @ParameterizedTest
    @CsvSource({"clf, ACES2065-1, 0.01", "cube, ACEScct, 0.02"})
    void theLookOfSamplesIsTheProcess(String ending, String space, double part, @TempDir Path folder)
            throws StepException {
        Path file = folder.resolve("a." + ending);
        FloatImage processed = apply("Apply Look...", "file=[Print Film]", LookSamplesCommand.image(65, RUN));
        FloatImage inAcesCg = apply("Convert Color Space...", "to=ACEScg", processed);
        apply("Look from Samples...", "target=[" + file + "]", inAcesCg);
        assertClose(
                apply("Apply Look...", "file=[Print Film]", scene()),
                apply("Apply Look...", "file=[" + file + "] space=" + space, scene()),
                part,
                0);
    }

    @Test
    void aProcessThatGivesPicturesBecomesCodeValues(@TempDir Path folder) throws IOException, StepException {
        Path file = folder.resolve("a.clf");
        FloatImage picture = apply("ACES Output Transform...", "result=32-bit", LookSamplesCommand.image(65, RUN));
        apply("Look from Samples...", "from=sRGB target=[" + file + "]", picture);
        assertEquals("code values of a display", LutFiles.read(file).outputDescriptor());
        assertClose(
                apply("ACES Output Transform...", "result=32-bit", scene()),
                apply("Apply Look...", "file=[" + file + "]", scene()),
                0,
                0.03);
    }

    @Test
    void anImageThatIsNoLatticeIsRefusedAndOneWithNanToo(@TempDir Path folder) throws StepException {
        Path file = folder.resolve("a.clf");
        String message = assertThrows(
                        StepException.class, () -> apply("Look from Samples...", "target=[" + file + "]", scene()))
                .getMessage();
        assertTrue(message.startsWith("test is 66 x 1 pixels; an image of samples is"), message);
        FloatImage broken = LookSamplesCommand.image(17, RUN);
        broken.rgb().orElseThrow()[1][18] = Float.NaN;
        String why = assertThrows(
                        StepException.class, () -> apply("Look from Samples...", "target=[" + file + "]", broken))
                .getMessage();
        assertTrue(why.contains("the color 0 1 1 of 0 to 16 becomes NaN"), why);
        assertFalse(Files.exists(file));
        assertThrows(StepException.class, () -> Recipes.parse("Look from Samples...", "target=a.3dl"));
    }

    /** In the picture blue changes with each column, green with each square, red with each line. */
    @Test
    void theSamplesRiseInEqualStepsOfALogarithm() throws StepException {
        FloatImage samples = apply("Convert Color Space...", "to=ACEScg", LookSamplesCommand.image(33, RUN));
        assertEquals(33 * 33, samples.width());
        assertEquals(33, samples.height());
        float[][] rgb = samples.rgb().orElseThrow();
        int last = 33 * 33 * 33 - 1;
        double brightest = 0.18 * Math.pow(2, 10.27);
        for (int c = 0; c < 3; c++) {
            assertEquals(0, rgb[c][0], 1e-4);
            assertEquals(brightest, rgb[c][last], 0.01 * brightest);
        }
        double step = rgb[2][32] / rgb[2][31];
        assertEquals(step, rgb[2][20] / rgb[2][19], 0.001 * step);
        assertEquals(step, rgb[1][32 * 33] / rgb[1][31 * 33], 0.001 * step);
        assertEquals(step, rgb[0][32 * 33 * 33] / rgb[0][31 * 33 * 33], 0.001 * step);
    }
}
