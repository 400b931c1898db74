/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

class AcesOutputTransformTest {
    private static final String LABEL = "ACES Output Transform...";

    @TempDir
    Path folder;

    private static FloatImage gray(float value, int width) {
        float[] plane = new float[width];
        Arrays.fill(plane, value);
        Window window = Window.ofSize(width, 1);
        return new FloatImage(
                "gray",
                window,
                window,
                1,
                List.of(
                        new ImageChannel("R", SampleType.HALF, plane),
                        new ImageChannel("G", SampleType.HALF, plane.clone()),
                        new ImageChannel("B", SampleType.HALF, plane.clone())),
                ColorState.of(ColorSpaces.ACESCG, "test"),
                List.of());
    }

    private static FloatImage render(String options, FloatImage source) throws StepException {
        return Recipes.parse(LABEL, options).apply(source, Run.inThisThread());
    }

    @ParameterizedTest
    @CsvSource({
        "display=sRGB, sRGB",
        "display=[Display P3], Display P3",
        "display=[Rec.2100-PQ], Rec.2100-PQ - Display",
        "display=[DCDM XYZ], DCDM D65 - Display",
        "id=urn:ampas:aces:transformId:v2.0:Output.Academy.P3-D65_1000nit_in_Rec2100-D65_HLG.a2.v1, Rec.2100-HLG - Display",
        "view=Custom peak=300 encoding=PQ display=[Display P3], ST2084-P3-D65 - Display",
    })
    void thePictureSaysWhichDisplaysCodesItHolds(String options, String space) throws StepException {
        assertEquals(
                Optional.of(space),
                render(options, gray(0.18f, 2)).color().space().map(ColorSpace::name));
    }

    @Test
    void noiseHidesStepsAndKeepsTheMean() throws StepException {
        FloatImage source = gray(0.18f, 100_000);
        float exact = render("result=32-bit", source).rgb().orElseThrow()[1][0];
        FloatImage plain = render("result=rgb", source);
        FloatImage noisy = render("result=rgb dither=noise", source);
        assertEquals(exact, plain.rgb().orElseThrow()[1][7]);
        double sum = 0;
        for (float code : noisy.rgb().orElseThrow()[1]) {
            sum += code;
        }
        assertEquals(exact, sum / 100_000, 0.01 / 255);
        assertTrue(
                noisy.history().get(0).endsWith(" result=rgb dither=noise"),
                noisy.history().get(0));
    }

    @Test
    void aViewFromAFileTakesTheSpaceItWasMadeFor() throws IOException, StepException {
        Path file = folder.resolve("half view.clf");
        Files.writeString(file, """
                <?xml version="1.0" encoding="UTF-8"?>
                <ProcessList id="half" compCLFversion="3" xmlns="urn:AMPAS:CLF:v3.0">
                  <Matrix inBitDepth="32f" outBitDepth="32f">
                    <Array dim="3 3">0.5 0 0 0 0.5 0 0 0 0.25</Array>
                  </Matrix>
                </ProcessList>
                """);
        String options = "view=File file=[" + file + "] input=ACEScg result=32-bit";
        FloatImage picture = render(options, gray(0.5f, 3));
        assertEquals(0.25f, picture.rgb().orElseThrow()[0][1], 1e-6f);
        assertEquals(0.125f, picture.rgb().orElseThrow()[2][1], 1e-6f);
        assertEquals(Optional.of(ColorSpaces.SRGB), picture.color().space());
        assertEquals(
                "rendered: half view.clf on sRGB - Display", picture.color().evidence());
        String line = picture.history().get(0);
        assertEquals(line, Recipes.parse(LABEL, line.substring(LABEL.length())).text());
    }

    @ParameterizedTest
    @CsvSource({
        "view=File, view=File needs file",
        "view=File file=/nowhere/x.cube, /nowhere/x.cube",
        "file=/nowhere/x.cube, file=/nowhere/x.cube is for view=File only",
    })
    void whatIsWrongWithAFileIsSaid(String options, String words) {
        StepException refusal = assertThrows(StepException.class, () -> Recipes.parse(LABEL, options));
        assertTrue(refusal.getMessage().startsWith(LABEL + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }
}
