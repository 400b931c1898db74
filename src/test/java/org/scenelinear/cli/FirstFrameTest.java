/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

class FirstFrameTest {
    @TempDir
    private Path folder;

    @Test
    void theFileThatIsReadIsNotReplacedByTheConvertedOne() throws IOException {
        Path in = folder.resolve("shot_ACEScg.exr");
        try (InputStream sample = FirstFrame.class.getResourceAsStream("/org/scenelinear/sample/sample.exr")) {
            Files.copy(sample, in);
        }
        byte[] before = Files.readAllBytes(in);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThrows(StepException.class, () -> FirstFrame.convert(in, folder.resolve("shot.png"), nowhere));
        assertArrayEquals(before, Files.readAllBytes(in));
        assertFalse(Files.exists(folder.resolve("shot.png")));
    }

    @Test
    void theSampleIsRenderedConvertedAndReported() throws IOException, StepException {
        Path in = folder.resolve("in.exr");
        try (InputStream sample = FirstFrame.class.getResourceAsStream("/org/scenelinear/sample/sample.exr")) {
            Files.copy(sample, in);
        }
        byte[] before = Files.readAllBytes(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FirstFrame.convert(in, folder.resolve("shot_sRGB.png"), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertArrayEquals(before, Files.readAllBytes(in));

        BufferedImage picture = ImageIO.read(folder.resolve("shot_sRGB.png").toFile());
        assertEquals(960, picture.getWidth());
        // Grays one stop apart along the bottom; 0.18 is the eighth, and the lamp is white.
        int middleGray = picture.getRGB(7 * 64 + 32, 520) & 0xFF;
        assertTrue(middleGray > 80 && middleGray < 140, "middle gray became " + middleGray);
        assertTrue((picture.getRGB(658, 128) & 0xFF) > 240, "the lamp is white");

        FloatImage converted =
                ImageFiles.open(folder.resolve("shot_ACEScg.exr"), OpenOptions.DEFAULT, Run.inThisThread());
        assertEquals(ColorSpaces.ACESCG, converted.color().space().orElseThrow());
        FloatImage source = ImageFiles.open(in, OpenOptions.DEFAULT, Run.inThisThread());
        Matrix3 matrix = ColorSpaces.ACES2065_1
                .chromaticities()
                .matrixTo(ColorSpaces.ACESCG.chromaticities(), Adaptation.BRADFORD);
        int gray = 520 * 960 + 7 * 64 + 32;
        float[][] rgb = source.rgb().orElseThrow();
        double[] expected = matrix.times(new double[] {rgb[0][gray], rgb[1][gray], rgb[2][gray]});
        for (int c = 0; c < 3; c++) {
            assertEquals(expected[c], converted.rgb().orElseThrow()[c][gray], 0.01 * expected[c]);
        }

        String report = out.toString(StandardCharsets.UTF_8);
        assertTrue(report.contains("Space:     ACES2065-1, from chromaticities"), report);
        assertTrue(report.contains("+8.8 stops"), report);
        assertTrue(report.contains("shot_ACEScg.exr"), report);
    }

    @Test
    void aPictureUnderAnotherNameThanPngIsRefusedBeforeAnythingIsWritten() {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Path wrong = folder.resolve("out.jpg");
        assertThrows(StepException.class, () -> FirstFrame.convert(folder.resolve("in.exr"), wrong, out));
        assertFalse(Files.exists(wrong));
    }
}
