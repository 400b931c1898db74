/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.plugin.Duplicator;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageConverter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

class ImagePlusConversionTest {
    private static final Window DATA = new Window(-2, 3, 1, 5);
    private static final Window DISPLAY = new Window(0, 0, 9, 9);

    @Test
    void floatPlanesAreSharedBothWays() {
        FloatImage image = image(SampleType.HALF, "A", "B", "G", "R", "Z");
        ImagePlus imp = ImagePlusConversion.toImagePlus(image);
        FloatImage again = ImagePlusConversion.toFloatImage(imp, 1, 1);
        assertEquals(5, again.channels().size());
        for (ImageChannel channel : image.channels()) {
            assertSame(
                    channel.samples(),
                    again.channel(channel.name()).orElseThrow().samples(),
                    channel.name());
        }
    }

    @Test
    void aSingleChannelIsSharedTooAndKeepsItsName() {
        for (String name : List.of("Y", "Z", "depth.Z")) {
            FloatImage image = image(SampleType.FLOAT, name);
            FloatImage again = ImagePlusConversion.toFloatImage(ImagePlusConversion.toImagePlus(image), 1, 1);
            assertEquals(name, again.channels().get(0).name());
            assertSame(
                    image.channels().get(0).samples(), again.channels().get(0).samples());
        }
    }

    @Test
    void everythingButThePlanesReturnsFromTheProperties() {
        FloatImage image = image(SampleType.HALF, "R", "G", "B");
        FloatImage again = ImagePlusConversion.toFloatImage(ImagePlusConversion.toImagePlus(image), 1, 1);
        assertEquals(image, again);
    }

    @Test
    void whatTheImageKnowsSurvivesDuplicateAndSavingAsTiff(@TempDir Path folder) {
        FloatImage image = image(SampleType.HALF, "R", "G", "B", "A");
        ImagePlus duplicate = new Duplicator().run(ImagePlusConversion.toImagePlus(image));
        String path = folder.resolve("a.tif").toString();
        assertTrue(new FileSaver(duplicate).saveAsTiff(path));
        ImagePlus reopened = IJ.openImage(path);
        for (ImagePlus imp : List.of(duplicate, reopened)) {
            FloatImage again = ImagePlusConversion.toFloatImage(imp, 1, 1);
            assertEquals(image.color(), again.color());
            assertEquals(image.history(), again.history());
            assertEquals(DATA, again.dataWindow());
            assertEquals(DISPLAY, again.displayWindow());
            assertEquals(image.pixelAspectRatio(), again.pixelAspectRatio());
            for (ImageChannel channel : image.channels()) {
                ImageChannel same = again.channel(channel.name()).orElseThrow();
                assertEquals(SampleType.HALF, same.source());
                assertArrayEquals(channel.samples(), same.samples());
            }
        }
    }

    @Test
    void aSpaceNoStandardNamesIsKnownAgain() {
        ColorSpace space =
                ColorSpaces.byName("Linear (0.6 0.3 0.2 0.7 0.1 0.05 0.3 0.31)").orElseThrow();
        FloatImage image = image(SampleType.HALF, "R", "G", "B").withColor(ColorState.of(space, "test"));
        assertEquals(
                Optional.of(space),
                ImagePlusConversion.color(ImagePlusConversion.toImagePlus(image))
                        .space());
    }

    @Test
    void channelsStandInTheOrderRedGreenBlueAlphaThenTheOthers() {
        ImagePlus imp = ImagePlusConversion.toImagePlus(image(SampleType.FLOAT, "A", "B", "G", "N.X", "R", "Z"));
        List<String> labels = new ArrayList<>();
        for (int n = 1; n <= imp.getStackSize(); n++) {
            labels.add(imp.getStack().getSliceLabel(n));
        }
        assertEquals(List.of("R", "G", "B", "A", "N.X", "Z"), labels);
    }

    @Test
    void redGreenBlueAddUpAndOtherChannelsStayOutOfThePicture() {
        CompositeImage imp =
                (CompositeImage) ImagePlusConversion.toImagePlus(image(SampleType.FLOAT, "R", "G", "B", "A"));
        assertEquals(CompositeImage.COMPOSITE, imp.getMode());
        assertEquals("1110", activeChannels(imp, 4));
        assertEquals(4, imp.getNChannels());
        assertEquals(1, imp.getC());
    }

    @Test
    void moreThanEightChannelsOrNoColorAreShownOneAtATime() {
        String[] many = {"R", "G", "B", "A", "a.R", "a.G", "a.B", "Z", "N.X"};
        for (String[] names : new String[][] {many, {"N.X", "N.Y", "N.Z"}}) {
            ImagePlus imp = ImagePlusConversion.toImagePlus(image(SampleType.FLOAT, names));
            assertEquals(names.length, imp.getNChannels());
            assertEquals(CompositeImage.GRAYSCALE, ((CompositeImage) imp).getMode());
            for (String name : names) {
                assertTrue(ImagePlusConversion.toFloatImage(imp, 1, 1)
                        .channel(name)
                        .isPresent());
            }
        }
    }

    @Test
    void infinitiesAndNotANumberDoNotBlackenThePicture() {
        float[] red = {0.5f, Float.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY, 1, 0};
        FloatImage image = new FloatImage(
                "x",
                Window.ofSize(3, 2),
                Window.ofSize(3, 2),
                1,
                List.of(
                        new ImageChannel("R", SampleType.HALF, red),
                        new ImageChannel("G", SampleType.HALF, red.clone()),
                        new ImageChannel("B", SampleType.HALF, new float[6])),
                ColorState.UNKNOWN,
                List.of());
        ImagePlus imp = ImagePlusConversion.toImagePlus(image);
        for (int c = 3; c >= 1; c--) {
            imp.setC(c);
            assertEquals(0, imp.getDisplayRangeMin());
            assertEquals(1, imp.getDisplayRangeMax());
        }
        ColorProcessor shown = (ColorProcessor) imp.flatten().getProcessor();
        assertEquals(127, shown.get(0, 0) >> 16 & 0xff, 1);
        assertEquals(127, shown.get(0, 0) >> 8 & 0xff, 1);
        assertEquals(0, shown.get(0, 0) & 0xff);
        assertEquals(255, shown.get(1, 0) >> 16 & 0xff);
        assertEquals(255, shown.get(1, 1) >> 16 & 0xff);
    }

    @Test
    void aChannelOfDataIsShownFromItsLeastToItsLargestFiniteSample() {
        FloatImage depth = new FloatImage(
                "x",
                Window.ofSize(2, 2),
                Window.ofSize(2, 2),
                1,
                List.of(new ImageChannel(
                        "Z", SampleType.FLOAT, new float[] {Float.POSITIVE_INFINITY, 5, 900, Float.NaN})),
                ColorState.UNKNOWN,
                List.of());
        ImagePlus imp = ImagePlusConversion.toImagePlus(depth);
        assertEquals(5, imp.getDisplayRangeMin());
        assertEquals(900, imp.getDisplayRangeMax());
    }

    @Test
    void samplesOfEightBitsBecomeAnRgbImageWithRoundedCodes() {
        float[] ramp = {0, 0.5f / 255, 0.49f / 255, 1, 2, Float.NaN, -1, 127.5f / 255, 254.4f / 255, 0, 0, 0};
        FloatImage image = image(SampleType.BYTE, "R", "G", "B")
                .withRgb(new float[][] {ramp, ramp, ramp}, ColorState.of(ColorSpaces.SRGB, "test"), "step");
        ImagePlus imp = ImagePlusConversion.toImagePlus(image);
        assertEquals(24, imp.getBitDepth());
        int[] expected = {0, 1, 0, 255, 255, 0, 0, 128, 254, 0, 0, 0};
        int[] pixels = (int[]) imp.getProcessor().getPixels();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], pixels[i] >> 16 & 0xff, "pixel " + i);
            assertEquals(expected[i], pixels[i] & 0xff, "pixel " + i);
        }
        FloatImage again = ImagePlusConversion.toFloatImage(imp, 1, 1);
        assertEquals(ColorSpaces.SRGB, again.color().space().orElseThrow());
        assertEquals(SampleType.BYTE, again.channels().get(0).source());
        assertEquals(128 / 255f, again.rgb().orElseThrow()[0][7]);
    }

    @Test
    void samplesOfSixteenBitsBecomeASixteenBitComposite() {
        FloatImage image = image(SampleType.SHORT, "R", "G", "B");
        ImagePlus imp = ImagePlusConversion.toImagePlus(image);
        assertEquals(16, imp.getBitDepth());
        assertEquals(3, imp.getNChannels());
        assertEquals(65535, imp.getDisplayRangeMax());
        FloatImage again = ImagePlusConversion.toFloatImage(imp, 1, 1);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(image.rgb().orElseThrow()[c], again.rgb().orElseThrow()[c], 0.5f / 65535);
        }
    }

    @Test
    void aTagFromBeforeAConversionToAnotherBitDepthIsNotBelieved() {
        ImagePlus imp = ImagePlusConversion.toImagePlus(image(SampleType.HALF, "R", "G", "B"));
        new ImageConverter(imp).convertToRGB();
        assertNotNull(imp.getProp("scenelinear.space"), "ImageJ carries the tag along");
        ColorState color = ImagePlusConversion.color(imp);
        assertEquals(Optional.empty(), color.space());
        assertEquals("was ACEScg before its bit depth was changed", color.evidence());
    }

    @Test
    void aCroppedImageHasWindowsOfItsOwnSize() {
        ImagePlus imp = ImagePlusConversion.toImagePlus(image(SampleType.HALF, "R", "G", "B"));
        imp.setRoi(1, 1, 2, 2);
        FloatImage cropped = ImagePlusConversion.toFloatImage(imp.crop("stack"), 1, 1);
        assertEquals(Window.ofSize(2, 2), cropped.dataWindow());
        assertEquals(Window.ofSize(2, 2), cropped.displayWindow());
    }

    @Test
    void imagesFromElsewhereGetNamesByTheirNumberOfChannels() {
        assertEquals(List.of("Y"), names(new ImagePlus("x", new ByteProcessor(2, 2))));
        assertEquals(List.of("R", "G", "B"), names(new ImagePlus("x", new ColorProcessor(2, 2))));
        assertEquals(List.of("R", "G", "B"), names(composite("", "", "")));
        assertEquals(List.of("R", "G", "B"), names(composite("c:1/3 - a", "c:2/3 - b", "c:3/3 - c")));
        assertEquals(List.of("R", "G", "B"), names(composite("Red", "Green", "Blue")));
        assertEquals(List.of("R", "G", "B", "A"), names(composite("", "", "", "")));
        assertEquals(List.of("N.X", "N.Y", "N.Z"), names(composite("N.X", "N.Y", "N.Z")));
        assertEquals(List.of("channel1", "channel2"), names(composite("same", "same")));
    }

    @Test
    void slicesOfAPlainStackLabeledRedGreenBlueAreChannels() {
        ImagePlus imp = composite("R", "G", "B");
        imp.setDimensions(1, 3, 1);
        assertEquals(1, ImagePlusConversion.slices(imp));
        assertEquals(List.of("R", "G", "B"), names(imp));
    }

    @Test
    void severalImagesBecomeAHyperstackInTheirOrder() {
        List<FloatImage> images = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            images.add(image(SampleType.HALF, "R", "G", "B"));
        }
        ImagePlus imp = ImagePlusConversion.toImagePlus(images, 2);
        assertEquals(List.of(3, 2, 3), List.of(imp.getNChannels(), imp.getNSlices(), imp.getNFrames()));
        for (int i = 0; i < 6; i++) {
            FloatImage again = ImagePlusConversion.toFloatImage(imp, 1 + i % 2, 1 + i / 2);
            assertSame(images.get(i).rgb().orElseThrow()[1], again.rgb().orElseThrow()[1]);
        }
    }

    @Test
    void theTitleNamesTheNewColorSpaceOnce() {
        ImagePlus opened = ImagePlusConversion.toImagePlus(image(SampleType.HALF, "R", "G", "B"));
        assertEquals("frame.exr", opened.getTitle());
        FloatImage source = ImagePlusConversion.toFloatImage(opened, 1, 1);
        FloatImage result = source.withRgb(source.rgb().orElseThrow(), ColorState.of(ColorSpaces.SRGB, "test"), "step");
        ImagePlus shown = ImagePlusConversion.toImagePlus(result);
        shown.setTitle(ImagePlusConversion.resultTitle(result));
        assertEquals("frame.exr (sRGB)", shown.getTitle());
        assertEquals("frame.exr", ImagePlusConversion.toFloatImage(shown, 1, 1).name());
    }

    private static ColorState state() {
        return ColorState.of(ColorSpaces.ACESCG, "chromaticities");
    }

    /** Every sample of every channel is different, and none a whole number. */
    private static FloatImage image(SampleType source, String... names) {
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < names.length; c++) {
            float[] samples = new float[12];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (i + 0.5f) / 32 + c / 64f;
            }
            channels.add(new ImageChannel(names[c], source, samples));
        }
        return new FloatImage(
                "frame.exr", DATA, DISPLAY, 2.5f, channels, state(), List.of("first step", "second step"));
    }

    private static List<String> names(ImagePlus imp) {
        return ImagePlusConversion.toFloatImage(imp, 1, 1).channels().stream()
                .map(ImageChannel::name)
                .toList();
    }

    private static ImagePlus composite(String... labels) {
        ImageStack stack = new ImageStack(2, 2);
        for (String label : labels) {
            stack.addSlice(label, new float[4]);
        }
        ImagePlus imp = new ImagePlus("x", stack);
        imp.setDimensions(labels.length, 1, 1);
        return imp;
    }

    private static String activeChannels(CompositeImage imp, int count) {
        StringBuilder active = new StringBuilder();
        for (int c = 0; c < count; c++) {
            active.append(imp.getActiveChannels()[c] ? '1' : '0');
        }
        return active.toString();
    }
}
