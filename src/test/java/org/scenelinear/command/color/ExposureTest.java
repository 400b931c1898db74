/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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

class ExposureTest {
    private static final float[] LIGHT = {0.18f, -0.5f, 65504, Float.NaN, Float.POSITIVE_INFINITY, 1e-7f};

    @Test
    void aStopIsAFactorOfTwoAndNothingIsClipped() throws StepException {
        FloatImage brighter = apply(image(ColorSpaces.ACESCG), "stops=1");
        assertArrayEquals(
                new float[] {0.36f, -1, 131008, Float.NaN, Float.POSITIVE_INFINITY, 2e-7f}, plane(brighter, "R"));
        FloatImage darker = apply(image(ColorSpaces.ACESCG), "stops=-0.5");
        assertEquals(0.18 / Math.sqrt(2), plane(darker, "G")[0], 1e-8);
    }

    @Test
    void wholeStopsThereAndBackGiveTheSameBits() throws StepException {
        FloatImage there = apply(image(ColorSpaces.ACESCG), "stops=7");
        assertArrayEquals(LIGHT, plane(apply(there, "stops=-7"), "B"));
    }

    @Test
    void alphaDepthAndLayersStayAndLayersFollowWhenAskedFor() throws StepException {
        FloatImage source = image(ColorSpaces.ACESCG);
        FloatImage picture = apply(source, "stops=1");
        FloatImage all = apply(source, "stops=1 channels=all");
        for (String name : List.of("A", "Z", "normal.X", "diffuse.A")) {
            assertArrayEquals(LIGHT, plane(picture, name), name);
            assertArrayEquals(LIGHT, plane(all, name), name);
        }
        assertArrayEquals(LIGHT, plane(picture, "diffuse.R"));
        assertEquals(0.36f, plane(all, "diffuse.R")[0]);
        assertEquals(0.36f, plane(all, "R")[0]);
    }

    @Test
    void theSourceStaysAndTheResultSaysWhatWasDone() throws StepException {
        FloatImage source = image(ColorSpaces.ACESCG);
        FloatImage result = apply(source, "stops=0.50");
        assertArrayEquals(LIGHT, plane(source, "R"));
        assertEquals(source.color(), result.color());
        assertEquals(List.of("Exposure... from=ACEScg stops=0.5 channels=rgb"), result.history());
        assertEquals(SampleType.HALF, result.channel("R").orElseThrow().source());
        assertEquals(
                SampleType.FLOAT,
                result.channel("G").orElseThrow().source(),
                "a byte holds no light above its full scale");
    }

    @Test
    void luminanceIsLightToo() throws StepException {
        FloatImage gray =
                image(ColorSpaces.ACESCG).withChannels(List.of(new ImageChannel("Y", SampleType.FLOAT, LIGHT.clone())));
        assertEquals(0.09f, plane(apply(gray, "stops=-1"), "Y")[0]);
    }

    @Test
    void whatIsNoLinearLightOfASceneIsRefused() {
        assertRefusal(
                "test is in ARRI LogC4, whose values are not linear light in a scene;"
                        + " convert it first with Convert Color Space... to=ACEScg",
                image(space("ARRI LogC4")),
                "stops=1");
        assertRefusal(
                "test is in sRGB, whose values are not linear light in a scene;"
                        + " convert it first with Convert Color Space... to=ACEScg",
                image(space("sRGB")),
                "stops=1");
        assertRefusal(
                "test is in ACEScct, whose values are not linear light in a scene;"
                        + " convert it first with Convert Color Space... to=ACEScg",
                image(ColorSpaces.ACESCG),
                "stops=1 from=ACEScct");
        FloatImage depth =
                image(ColorSpaces.ACESCG).withChannels(List.of(new ImageChannel("Z", SampleType.FLOAT, LIGHT.clone())));
        assertRefusal("needs channels of light, R, G, B or Y; test has Z", depth, "stops=1");
        assertRefusal("needs channels of light, R, G, B or Y; test has Z", depth, "stops=1 channels=all");
    }

    @Test
    void anImageOfUnknownSpaceIsRefusedUnlessFromIsGiven() throws StepException {
        FloatImage unknown = image(ColorSpaces.ACESCG).withColor(ColorState.UNKNOWN);
        assertRefusal(
                "the color space of test is not known (no information); say it with Convert Color Space...,"
                        + " from= and to= the same linear space",
                unknown,
                "stops=1");
        FloatImage result = apply(unknown, "stops=1 from=ACEScg");
        assertEquals(Optional.of(ColorSpaces.ACESCG), result.color().space());
        assertEquals(0.36f, plane(result, "R")[0]);
    }

    private static ColorSpace space(String name) {
        return ColorSpaces.byName(name).orElseThrow();
    }

    private static FloatImage apply(FloatImage source, String options) throws StepException {
        return Recipes.parse("Exposure...", options).apply(source, Run.inThisThread());
    }

    private static float[] plane(FloatImage image, String channel) {
        return image.channel(channel).orElseThrow().samples();
    }

    private static void assertRefusal(String message, FloatImage source, String options) {
        assertEquals(
                message,
                assertThrows(StepException.class, () -> apply(source, options)).getMessage());
    }

    private static FloatImage image(ColorSpace space) {
        List<ImageChannel> channels = List.of("R", "G", "B", "A", "Z", "diffuse.R", "diffuse.A", "normal.X").stream()
                .map(name ->
                        new ImageChannel(name, name.equals("G") ? SampleType.BYTE : SampleType.HALF, LIGHT.clone()))
                .toList();
        return new FloatImage(
                "test", Window.ofSize(3, 2), Window.ofSize(3, 2), 1, channels, ColorState.of(space, "test"), List.of());
    }
}
