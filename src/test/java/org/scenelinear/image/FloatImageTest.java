/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.LinearCurve;

class FloatImageTest {
    private static final Window DATA = new Window(-2, 5, 1, 6);
    private static final Window DISPLAY = Window.ofSize(10, 8);
    private static final ColorState STATE = ColorState.of(
            new ColorSpace(
                    "Some RGB",
                    List.of(),
                    Chromaticities.of(0.7, 0.3, 0.2, 0.7, 0.1, 0.1, 0.33, 0.33),
                    new LinearCurve(),
                    ColorSpace.Reference.SCENE),
            "a test");

    private final float[] r = new float[8];
    private final float[] g = new float[8];
    private final float[] b = new float[8];
    private final float[] z = new float[8];

    @Test
    void widthAndHeightAreThoseOfTheDataWindow() {
        FloatImage image = image("R", "G", "B");
        assertEquals(4, image.width());
        assertEquals(2, image.height());
    }

    @Test
    void planesAreSharedNotCopied() {
        FloatImage image = image("R", "G", "B");
        assertSame(r, image.channel("R").orElseThrow().samples());
        assertSame(g, image.rgb().orElseThrow()[1]);
        assertSame(b, image.withColor(STATE).withName("other").rgb().orElseThrow()[2]);
    }

    @Test
    void aPlaneOfAnotherSizeIsRefusedByName() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new FloatImage(
                        "x",
                        DATA,
                        DISPLAY,
                        1,
                        List.of(new ImageChannel("depth.Z", SampleType.FLOAT, new float[7])),
                        ColorState.UNKNOWN,
                        List.of()));
        assertTrue(refusal.getMessage().contains("depth.Z has 7 samples, the data window 8"), refusal.getMessage());
    }

    @Test
    void laterChangesOfTheListsDoNotReachTheImage() {
        List<ImageChannel> channels = new ArrayList<>(List.of(new ImageChannel("Y", SampleType.HALF, r)));
        List<String> history = new ArrayList<>(List.of("opened"));
        FloatImage image = new FloatImage("x", DATA, DISPLAY, 1, channels, ColorState.UNKNOWN, history);
        channels.clear();
        history.clear();
        assertEquals(1, image.channels().size());
        assertEquals(List.of("opened"), image.history());
    }

    @Test
    void rgbNeedsAllThreeChannelsOfNoLayer() {
        assertTrue(image("R", "G", "B").rgb().isPresent());
        assertEquals(Optional.empty(), image("R", "G").rgb());
        assertEquals(Optional.empty(), image("left.R", "left.G", "left.B").rgb());
        assertEquals(Optional.empty(), image("R", "G", "B").channel("A"));
    }

    @Test
    void newRgbPlanesTakeTheirPlacesAndTheOtherChannelsStay() {
        float[][] changed = {new float[8], new float[8], new float[8]};
        FloatImage before = image("B", "G", "R", "Z");
        FloatImage after = before.withRgb(changed, STATE, "Convert");
        assertEquals(
                List.of("B", "G", "R", "Z"),
                after.channels().stream().map(ImageChannel::name).toList());
        assertSame(changed[0], after.channel("R").orElseThrow().samples());
        assertSame(changed[1], after.channel("G").orElseThrow().samples());
        assertSame(changed[2], after.channel("B").orElseThrow().samples());
        assertSame(z, after.channel("Z").orElseThrow().samples());
        assertEquals(SampleType.HALF, after.channel("R").orElseThrow().source());
        assertEquals(List.of("opened", "Convert"), after.history());
        assertEquals(STATE, after.color());
        assertEquals(DATA, after.dataWindow());
        assertEquals(DISPLAY, after.displayWindow());
        assertEquals(List.of("opened"), before.history());
        assertSame(b, before.channel("B").orElseThrow().samples());
    }

    @Test
    void rgbPlanesThatDoNotFitAreRefused() {
        float[][] planes = {new float[8], new float[8], new float[8]};
        assertThrows(IllegalArgumentException.class, () -> image("Y").withRgb(planes, ColorState.UNKNOWN, "Convert"));
        FloatImage image = image("R", "G", "B");
        assertThrows(
                IllegalArgumentException.class,
                () -> image.withRgb(new float[][] {r, g}, ColorState.UNKNOWN, "Convert"));
        assertThrows(
                IllegalArgumentException.class,
                () -> image.withRgb(new float[][] {r, g, new float[9]}, ColorState.UNKNOWN, "Convert"));
    }

    @Test
    void aWindowHasInclusiveCorners() {
        assertEquals(1, new Window(3, 3, 3, 3).width());
        assertEquals(new Window(0, 0, 9, 7), DISPLAY);
        Window largest = Window.ofSize(Integer.MAX_VALUE, 1);
        assertEquals(Integer.MAX_VALUE, largest.width());
    }

    @Test
    void anEmptyOrUncountableWindowIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Window.ofSize(0, 5));
        assertThrows(IllegalArgumentException.class, () -> new Window(0, 5, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> new Window(Integer.MIN_VALUE, 0, Integer.MAX_VALUE, 0));
        assertThrows(IllegalArgumentException.class, () -> new Window(-1, 0, Integer.MAX_VALUE - 1, 0));
    }

    private FloatImage image(String... names) {
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : names) {
            float[] plane = switch (name.substring(name.length() - 1)) {
                case "R" -> r;
                case "G" -> g;
                case "B" -> b;
                default -> z;
            };
            channels.add(new ImageChannel(name, SampleType.HALF, plane));
        }
        return new FloatImage("x", DATA, DISPLAY, 1, channels, ColorState.UNKNOWN, List.of("opened"));
    }
}
