/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.inspect.ColorZones;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.run.Run;

class FalseColorTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 4;

    /** Gray that doubles from column to column, a quarter of a stop above -8 at the left. */
    private static FloatImage ramp(ColorSpace space, double gain) {
        float[] light = new float[WIDTH * HEIGHT];
        for (int i = 0; i < light.length; i++) {
            double linear = gain * 0.18 * Math.pow(2, i % WIDTH - 7.75);
            light[i] = (float) space.encode(new double[] {linear, linear, linear})[0];
        }
        Window window = Window.ofSize(WIDTH, HEIGHT);
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : List.of("R", "G", "B", "A")) {
            channels.add(new ImageChannel(name, SampleType.HALF, light.clone()));
        }
        return new FloatImage("ramp", window, window, 1, channels, ColorState.of(space, "made"), List.of());
    }

    private static FalseColor step(String options) throws StepException {
        return FalseColor.of(FalseColor.SIGNATURE.parse(options));
    }

    private static int pixel(FloatImage image, int x, int y) {
        int argb = 0xFF;
        for (float[] plane : image.rgb().orElseThrow()) {
            argb = argb << 8 | Math.round(plane[y * image.width() + x] * 255);
        }
        return argb;
    }

    @Test
    void aRampOfStopsShowsEachColorOnceWhateverItsSpace() throws Exception {
        for (ColorSpace space : List.of(ColorSpaces.ACESCG, ColorSpaces.ACESCCT, ColorSpaces.LINEAR_REC709)) {
            FloatImage source = ramp(space, 1);
            float[] before = source.channels().get(0).samples().clone();
            FloatImage result = step("legend=none").apply(source, Run.inThisThread());
            assertEquals(WIDTH, result.width());
            for (int x = 0; x < WIDTH; x++) {
                assertEquals(ColorZones.STOPS.zones().get(x + 1).argb(), pixel(result, x, 2), space.name() + " " + x);
            }
            assertArrayEquals(before, source.channels().get(0).samples());
            assertEquals(ColorSpaces.SRGB, result.color().space().orElseThrow());
            assertEquals(3, result.channels().size());
        }
    }

    @Test
    void theResultIsAnRgbImageWithTheLegendBesideThePicture() throws Exception {
        FloatImage bare = step("zones=ARRI-style legend=none").apply(ramp(ColorSpaces.ACESCG, 1), Run.inThisThread());
        FloatImage result =
                step("zones=ARRI-style zebra=[5 stops]").apply(ramp(ColorSpaces.ACESCG, 1), Run.inThisThread());
        ImagePlus image = ImagePlusConversion.toImagePlus(result);
        assertEquals(24, image.getBitDepth());
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < 12; x++) { // from 5 stops on there are stripes
                assertEquals(pixel(bare, x, y), pixel(result, x, y));
            }
        }
        List<Integer> beside = new ArrayList<>();
        for (int y = 0; y < result.height(); y++) {
            for (int x = WIDTH; x < result.width(); x++) {
                beside.add(pixel(result, x, y));
            }
        }
        for (ColorZones.Zone zone : ColorZones.ARRI_STYLE.zones()) {
            assertTrue(zone.argb() == ColorZones.NO_COLOR || beside.contains(zone.argb()), zone.toString());
        }
    }

    @Test
    void theZebraFollowsTheCalibrationOfTheImage() throws Exception {
        FloatImage source = new LightCalibration(1000).applyTo(ramp(ColorSpaces.ACESCG, 1));
        FloatImage striped = step("zones=none zebra=[203 nits] legend=none").apply(source, Run.inThisThread());
        for (int x = 0; x < WIDTH; x++) {
            boolean bright = 1000 * 0.18 * Math.pow(2, x - 7.75) >= 203;
            boolean black = false;
            for (int y = 0; y < HEIGHT; y++) {
                black |= pixel(striped, x, y) == 0xFF000000 && x > 2; // the darkest gray is black too
            }
            assertTrue(bright || !black, "column " + x);
        }
        int stripes = 0;
        for (int x = 9; x < WIDTH; x++) {
            stripes += pixel(striped, x, 0) == 0xFF000000 ? 1 : 0;
        }
        assertEquals(3, stripes); // of the columns 9 to 15 stripes cover 9, 10 and 11
    }

    @Test
    void anOverlayHasALayerForEachFrameAndReplacesTheOneBefore() throws Exception {
        ImagePlus image =
                ImagePlusConversion.toImagePlus(List.of(ramp(ColorSpaces.ACESCG, 1), ramp(ColorSpaces.ACESCG, 2)), 1);
        Overlay kept = new Overlay(new Roi(0, 0, 2, 2));
        image.setOverlay(kept);
        for (int round = 0; round < 2; round++) {
            FalseColorCommand.lay(
                    FalseColorCommand.layers(image, step("zones=ARRI-style legend=none"), Run.inThisThread()), image);
        }
        assertEquals(3, image.getOverlay().size());
        for (int time = 1; time <= 2; time++) {
            ImageRoi layer = (ImageRoi) image.getOverlay().get(time);
            assertEquals(time, layer.getTPosition());
            ColorProcessor picture = (ColorProcessor) layer.getProcessor();
            assertEquals(WIDTH, picture.getWidth());
        }
        FloatImage first = ImagePlusConversion.toFloatImage(image, 1, 1);
        assertArrayEquals(
                ramp(ColorSpaces.ACESCG, 1).channels().get(0).samples(),
                first.channels().get(0).samples());
    }

    @Test
    void theTextOfTheStepIsReadBack() throws Exception {
        for (String options : List.of(
                "", "zones=[EL Zone] legend=none", "zones=custom custom=[blue -6 none 6 #FF0000] zebra=[100 nits]")) {
            FalseColor step = step(options);
            String label = FalseColor.SIGNATURE.label();
            assertEquals(step, Recipes.parse(label, step.text().substring(label.length() + 1)));
        }
    }

    @Test
    void mistakesAreToldWithWhatIsAllowed() {
        assertProblem("zones=custom", "custom=");
        assertProblem("custom=[blue -6 red]", "zones=custom");
        assertProblem("zones=custom custom=[blue 2 green 1 red]", "limits must rise");
        assertProblem("zebra=bright", "such as 5 stops");
        assertProblem("zones=red", "EL Zone");
    }

    private static void assertProblem(String options, String named) {
        String message = assertThrows(StepException.class, () -> step(options)).getMessage();
        assertTrue(message.contains(named), message);
    }

    @Test
    void anImageOfNoKnownSpaceIsRefusedUnlessItIsGiven() throws Exception {
        FloatImage unknown = ramp(ColorSpaces.ACESCG, 1).withColor(ColorState.UNKNOWN);
        assertThrows(StepException.class, () -> step("").apply(unknown, Run.inThisThread()));
        FloatImage given = step("from=ACEScg legend=none").apply(unknown, Run.inThisThread());
        FloatImage known = step("legend=none").apply(ramp(ColorSpaces.ACESCG, 1), Run.inThisThread());
        assertEquals(pixel(known, 5, 1), pixel(given, 5, 1));
        assertTrue(given.history().get(0).contains("from=ACEScg"));
    }
}
