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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.command.menu.TwoImageStep;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

/** What two images must have in common, and what becomes of windows, alpha and other channels. */
class LightPairTest {
    private static final Window FRAME = Window.ofSize(4, 1);
    private static final Window LEFT = new Window(0, 0, 1, 0);
    private static final Window MIDDLE = new Window(1, 0, 2, 0);

    @Test
    void eachImageLiesWhereItsDataWindowSays() throws StepException {
        FloatImage left = image("left", LEFT, "RGB", 3);
        FloatImage middle = image("middle", MIDDLE, "RGB", 5);
        FloatImage sum = apply("Add Light...", left, middle);
        assertEquals(new Window(0, 0, 2, 0), sum.dataWindow());
        assertEquals(FRAME, sum.displayWindow());
        assertArrayEquals(new float[] {3, 8, 5}, plane(sum, "R"));
        FloatImage product = apply("Multiply Light...", left, middle);
        assertEquals(LEFT, product.dataWindow());
        assertArrayEquals(new float[] {3, 15}, plane(product, "R"));
        FloatImage over = apply("Composite Over...", left, middle);
        assertEquals(new Window(0, 0, 2, 0), over.dataWindow());
        assertArrayEquals(new float[] {3, 3, 5}, plane(over, "R"));
    }

    @Test
    void anImageWithoutAlphaIsOpaqueWhereItHasPixels() throws StepException {
        FloatImage glass = image("glass", FRAME, "RGBA", 0.25f);
        FloatImage wall = image("wall", LEFT, "RGB", 8);
        FloatImage before = apply("Composite Over...", wall, glass);
        assertArrayEquals(new float[] {8, 8, 0.25f, 0.25f}, plane(before, "R"));
        assertArrayEquals(new float[] {1, 1, 0.25f, 0.25f}, plane(before, "A"), "alpha of the second image comes in");
        FloatImage behind = apply("Composite Over...", glass, wall);
        assertArrayEquals(new float[] {6.25f, 6.25f, 0.25f, 0.25f}, plane(behind, "R"));
        assertArrayEquals(new float[] {1, 1, 0.25f, 0.25f}, plane(behind, "A"));
        FloatImage opaque = apply("Composite Over...", wall, wall);
        assertTrue(opaque.channel("A").isEmpty());
    }

    @Test
    void straightColorIsWeightedWithWhatIsSeenOfIt() throws StepException {
        FloatImage half = image("half", FRAME, "RGBA", 0.5f);
        FloatImage quarter = image("quarter", FRAME, "RGBA", 0.25f);
        FloatImage over = apply("Composite Over...", half, quarter, "alpha=straight");
        assertEquals(0.625f, plane(over, "A")[0]);
        assertEquals((0.5f * 0.5f + 0.25f * 0.25f * 0.5f) / 0.625f, plane(over, "R")[0], 1e-7f);
    }

    @Test
    void alphaAndOtherChannelsOfASumAreThoseOfTheFirstImage() throws StepException {
        FloatImage first = image("first", LEFT, "RGBAZ", 0.5f);
        FloatImage sum = apply("Add Light...", first, image("second", MIDDLE, "RGBA", 0.25f), "stops=1");
        assertArrayEquals(new float[] {0.5f, 1, 0.5f}, plane(sum, "G"));
        assertArrayEquals(new float[] {0.5f, 0.5f, 0}, plane(sum, "A"));
        assertArrayEquals(new float[] {0.5f, 0.5f, 0}, plane(sum, "Z"));
        assertArrayEquals(new float[] {0.5f, 0.5f}, plane(first, "G"), "the source keeps its samples");
        FloatImage product = apply("Multiply Light...", first, image("second", MIDDLE, "RGBA", 0.25f));
        assertArrayEquals(new float[] {0.5f, 0.5f}, plane(product, "A"));
    }

    @Test
    void theResultIsNamedAfterTheFirstImageAndSaysWhatWasDone() throws StepException {
        FloatImage sum = apply("Add Light...", image("first", FRAME, "RGB", 1), image("second", FRAME, "RGB", 1));
        assertEquals("first", sum.name());
        assertEquals(ColorSpaces.ACESCG, sum.color().space().orElseThrow());
        assertEquals(List.of("Add Light... with=[the second] stops=0"), sum.history());
    }

    @Test
    void imagesInDifferentSpacesAreRefusedWithBothNames() {
        FloatImage other = image("second", FRAME, "RGB", 1)
                .withColor(ColorState.of(
                        ColorSpaces.byName("Linear Rec.709 (sRGB)").orElseThrow(), "test"));
        assertRefusal(
                "first is in ACEScg, second in Linear Rec.709 (sRGB); convert one of them with Convert Color Space...,"
                        + " such as the second to=ACEScg",
                image("first", FRAME, "RGB", 1),
                other);
    }

    @Test
    void anEncodedSecondImageIsRefused() {
        ColorSpace encoded = ColorSpaces.byName("ACEScct").orElseThrow();
        assertRefusal(
                "second is in ACEScct, whose values are not linear light in a scene;"
                        + " convert it first with Convert Color Space... to=ACEScg",
                image("first", FRAME, "RGB", 1),
                image("second", FRAME, "RGB", 1).withColor(ColorState.of(encoded, "test")));
    }

    @Test
    void imagesWithOtherChannelsOfLightAreRefusedWithBothLists() {
        assertRefusal(
                "needs two images with the same channels of R, G, B, Y; first has R, G, B, A, second has Y",
                image("first", FRAME, "RGBA", 1),
                image("second", FRAME, "Y", 1));
    }

    @Test
    void imagesOfDifferentFramesAreRefusedWithBothWindows() {
        FloatImage larger = new FloatImage(
                "second",
                FRAME,
                Window.ofSize(9, 9),
                1,
                image("second", FRAME, "RGB", 1).channels(),
                ColorState.of(ColorSpaces.ACESCG, "test"),
                List.of());
        assertRefusal(
                "needs two images of the same frame; the display window of first is 0 0 to 3 0, that of second is"
                        + " 0 0 to 8 8",
                image("first", FRAME, "RGB", 1),
                larger);
    }

    @Test
    void imagesWithPixelsOfDifferentShapesAreRefusedWithBothRatios() {
        FloatImage wide = new FloatImage(
                "second",
                FRAME,
                FRAME,
                2,
                image("second", FRAME, "RGB", 1).channels(),
                ColorState.of(ColorSpaces.ACESCG, "test"),
                List.of());
        assertRefusal(
                "needs two images with pixels of the same shape; the pixel aspect ratio of first is 1.0, that of second"
                        + " is 2.0",
                image("first", FRAME, "RGB", 1),
                wide);
    }

    @Test
    void windowsWhoseUnionNoArrayHoldsAreRefused() {
        Window far = new Window(1_000_000_000, 1_000_000_000, 1_000_000_001, 1_000_000_000);
        assertRefusal(
                "the data windows 0 0 to 3 0 of first and 1000000000 1000000000 to 1000000001 1000000000 of second"
                        + " lie too far apart for one image: 1000000003000000002 values in one piece are more than a"
                        + " Java array can hold",
                image("first", FRAME, "RGB", 1),
                image("second", far, "RGB", 1));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        StepException refusal = assertThrows(
                StepException.class,
                () -> Recipes.parse("Add Light...", "with=[no such.exr]")
                        .apply(image("first", FRAME, "RGB", 1), Run.inThisThread()));
        assertEquals("no such.exr: there is no such file", refusal.getMessage());
    }

    private static FloatImage apply(String label, FloatImage first, FloatImage second, String... options)
            throws StepException {
        String line = "with=[the second] " + String.join(" ", options);
        return ((TwoImageStep) Recipes.parse(label, line)).apply(first, second, Run.inThisThread());
    }

    private static void assertRefusal(String message, FloatImage first, FloatImage second) {
        for (String label : List.of("Add Light...", "Composite Over...")) {
            assertEquals(
                    message,
                    assertThrows(StepException.class, () -> apply(label, first, second))
                            .getMessage());
        }
    }

    private static float[] plane(FloatImage image, String channel) {
        return image.channel(channel).orElseThrow().samples();
    }

    /** Every sample has the same value. */
    private static FloatImage image(String name, Window window, String names, float value) {
        List<ImageChannel> channels = new ArrayList<>();
        for (String channel : names.split("")) {
            float[] samples = new float[window.width() * window.height()];
            Arrays.fill(samples, value);
            channels.add(new ImageChannel(channel, SampleType.FLOAT, samples));
        }
        return new FloatImage(name, window, FRAME, 1, channels, ColorState.of(ColorSpaces.ACESCG, "test"), List.of());
    }
}
