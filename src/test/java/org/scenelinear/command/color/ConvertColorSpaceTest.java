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

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

class ConvertColorSpaceTest {
    private static final int SIZE = 90;

    @Test
    void compressingLeavesNoNegativeComponentInColorsOfTheSourcesGamut() throws StepException {
        FloatImage source = colors(0);
        FloatImage kept = convert(source, "to=[linear rec709]");
        FloatImage compressed = convert(source, "to=[linear rec709] gamut=compress");
        assertTrue(loss(kept).left() > 1000, "the test needs colors outside Rec.709");
        assertEquals(loss(kept).outside(), loss(compressed).outside());
        assertEquals(0, loss(compressed).left());
        assertEquals(0, loss(compressed).clipped());
        float[][] before = kept.rgb().orElseThrow();
        float[][] after = compressed.rgb().orElseThrow();
        for (int i = 0; i < before[0].length; i++) {
            float largest = Math.max(before[0][i], Math.max(before[1][i], before[2][i]));
            for (int c = 0; c < 3; c++) {
                assertTrue(after[c][i] >= 0);
                if (before[c][i] >= 0.2f * largest) {
                    assertEquals(before[c][i], after[c][i], "within the threshold nothing changes");
                }
            }
        }
        assertTrue(loss(compressed).roundTrip() < 2e-3, compressed.losses().toString());
    }

    @Test
    void compressingIntoALargerGamutChangesNothing() throws StepException {
        FloatImage source = colors(0).withColor(ColorState.of(ColorSpaces.LINEAR_REC709, "test"));
        assertArrayEquals(
                convert(source, "to=ap0").rgb().orElseThrow(),
                convert(source, "to=ap0 gamut=compress").rgb().orElseThrow());
    }

    @Test
    void theLedgerCountsWhatTheConversionMetAndSaysWhereItLed() throws StepException {
        FloatImage source = colors(-0.1f);
        source.rgb().orElseThrow()[1][7] = Float.NaN;
        source.rgb().orElseThrow()[2][8] = Float.NEGATIVE_INFINITY;
        FloatImage kept = convert(source, "to=[linear rec709]");
        int outside = 0;
        float largest = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            boolean finite = true;
            boolean below = false;
            for (float[] plane : kept.rgb().orElseThrow()) {
                finite &= Float.isFinite(plane[i]);
                below |= plane[i] < 0;
                largest = Float.isFinite(plane[i]) ? Math.max(largest, plane[i]) : largest;
            }
            outside += finite && below ? 1 : 0;
        }
        Loss loss = loss(kept);
        assertEquals("ACES2065-1 to Linear Rec.709 (sRGB), a smaller gamut, gamut=keep", loss.operation());
        assertEquals(SIZE * SIZE, loss.pixels());
        assertEquals(outside, loss.outside());
        assertEquals(outside, loss.left());
        assertEquals(2, loss.invalid());
        assertEquals(largest, loss.largestAfter());
        assertTrue(loss.roundTrip() < 1e-5, kept.losses().toString());
        Loss clipped = loss(convert(source, "to=[linear rec709] gamut=clip"));
        assertEquals(outside, clipped.clipped());
        assertEquals(0, clipped.left());
        assertTrue(clipped.roundTrip() > 0.01);
        FloatImage back = convert(kept, "to=ap0");
        assertEquals(2, back.losses().size());
        assertTrue(
                back.losses().get(1).contains(", a larger gamut, "),
                back.losses().get(1));
    }

    @Test
    void theLedgerIsTheSameOnAnyNumberOfWorkers() throws StepException {
        FloatImage source = colors(-0.1f);
        List<String> expected = convert(source, "to=acescct gamut=compress").losses();
        Run four = Run.on(task -> new Thread(task).start(), 4, Progress.NONE, () -> false);
        assertEquals(
                expected,
                Recipes.parse("Convert Color Space...", "to=acescct gamut=compress")
                        .apply(source, four)
                        .losses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to=acescct",
                "to=srgb gamut=clip",
                "to=[Rec.2100-PQ - Display]",
                "to=[arri logc4] gamut=compress"
            })
    void premultipliedColorIsConvertedAsTheColorItIs(String options) throws StepException {
        FloatImage straight = colors(0);
        float[] alpha = new float[SIZE * SIZE];
        Random random = new Random(5);
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (1 + random.nextInt(8)) / 8f; // so that a multiplied color divides to what it was
        }
        alpha[1] = 0;
        alpha[2] = Float.NaN;
        FloatImage premultiplied = withAlpha(straight, alpha, true);
        FloatImage expected = convert(straight, options);
        FloatImage result = convert(premultiplied, options);
        FloatImage asItIs = convert(withAlpha(straight, alpha, false), options + " alpha=straight");
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < alpha.length; i++) {
                float color = expected.rgb().orElseThrow()[c][i];
                assertEquals(color, asItIs.rgb().orElseThrow()[c][i]);
                if (i == 1 || i == 2) {
                    assertEquals(
                            premultiplied.rgb().orElseThrow()[c][i],
                            result.rgb().orElseThrow()[c][i],
                            "without alpha the color stays");
                } else {
                    assertEquals(color * alpha[i], result.rgb().orElseThrow()[c][i], 4e-6f * Math.abs(color) + 1e-6f);
                }
            }
        }
        assertArrayEquals(alpha, result.channel("A").orElseThrow().samples());
        assertArrayEquals(alpha, asItIs.channel("A").orElseThrow().samples());
    }

    @Test
    void betweenLinearSpacesAlphaMakesNoDifference() throws StepException {
        float[] alpha = new float[SIZE * SIZE];
        FloatImage source = withAlpha(colors(0), alpha, false); // alpha 0 everywhere
        assertArrayEquals(
                convert(source, "to=acescg").rgb().orElseThrow(),
                convert(source, "to=acescg alpha=straight").rgb().orElseThrow());
        assertArrayEquals(
                convert(colors(0), "to=acescg").rgb().orElseThrow(),
                convert(source, "to=acescg").rgb().orElseThrow());
    }

    @Test
    void anRgbImageBecomesFloatsOfItsCodesWithFullScaleAsOne() throws StepException {
        ImagePlus rgb = new ImagePlus("rgb", new ColorProcessor(2, 1, new int[] {0xff0080ff, 0xff000000}));
        FloatImage source = ImagePlusConversion.toFloatImage(rgb, 1, 1);
        FloatImage result = convert(source, "from=[srgb - texture] to=[linear rec709]");
        double half = Math.pow((128 / 255.0 + 0.055) / 1.055, 2.4);
        assertEquals(half, result.rgb().orElseThrow()[1][0], 1e-6);
        assertEquals(1, result.rgb().orElseThrow()[2][0], 1e-6);
        ImagePlus shown = ImagePlusConversion.toImagePlus(result);
        assertEquals(32, shown.getBitDepth());
        assertEquals(half, ((float[]) shown.getStack().getPixels(2))[0], 1e-6);
    }

    @Test
    void anImageOfFewerBitsWithoutATagIsRefusedWithWhatToDo() {
        ImagePlus rgb = new ImagePlus("rgb", new ColorProcessor(1, 1, new int[1]));
        ImageStack bytes = new ImageStack(1, 1);
        for (String name : List.of("R", "G", "B")) {
            bytes.addSlice(name, new ByteProcessor(1, 1));
        }
        for (ImagePlus image : List.of(rgb, new ImagePlus("bytes", bytes), new ImagePlus("shorts", shorts()))) {
            FloatImage source = ImagePlusConversion.toFloatImage(image, 1, 1);
            StepException refusal = assertThrows(StepException.class, () -> convert(source, "to=acescg"));
            assertTrue(
                    refusal.getMessage().startsWith("the color space of " + image.getTitle() + " is not known")
                            && refusal.getMessage().contains("give from= one of "),
                    refusal.getMessage());
        }
    }

    private static ImageStack shorts() {
        ImageStack stack = new ImageStack(1, 1);
        for (String name : List.of("R", "G", "B")) {
            stack.addSlice(name, new short[1]);
        }
        return stack;
    }

    @Test
    void theLedgerSurvivesDuplicateExrAndTiff(@TempDir Path folder) throws StepException, IOException {
        FloatImage result = convert(convert(colors(0), "to=acescg gamut=clip"), "to=acescct");
        assertEquals(2, result.losses().size());
        ImagePlus shown = ImagePlusConversion.toImagePlus(result);
        assertEquals(result.losses().get(1), shown.getProp("scenelinear.loss.2"));
        assertEquals(
                result.losses(),
                ImagePlusConversion.toFloatImage(shown.duplicate(), 1, 1).losses());
        for (String name : List.of("a.exr", "a.tif")) {
            Path file = folder.resolve(name);
            ImageFiles.save(result, file, SaveOptions.DEFAULT, Run.inThisThread());
            FloatImage again = ImageFiles.open(file, OpenOptions.EVERYTHING, Run.inThisThread());
            assertEquals(result.losses(), again.losses(), name);
            assertEquals(result.history(), again.history(), name);
            assertTrue(
                    again.attributes().stream().noneMatch(a -> a.name().startsWith("scenelinear")),
                    "told once, not carried too");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rec.2100-PQ - Display", "ARRI LogC4", "ACEScct", "sRGB - Texture"})
    void codeValuesInAnExrFileSaySo(String space, @TempDir Path folder) throws StepException, IOException {
        ColorSpace to = ColorSpaces.byName(space).orElseThrow();
        FloatImage result = convert(colors(0), "to=[" + space + "]");
        Path file = folder.resolve("code.exr");
        ImageFiles.save(result, file, SaveOptions.DEFAULT, Run.inThisThread());
        FloatImage again = ImageFiles.open(file, OpenOptions.EVERYTHING, Run.inThisThread());
        assertEquals(Optional.of(to), again.color().space());
    }

    private static FloatImage convert(FloatImage source, String options) throws StepException {
        return Recipes.parse("Convert Color Space...", options).apply(source, Run.inThisThread());
    }

    private static Loss loss(FloatImage image) {
        List<String> losses = image.losses();
        return Loss.parse(losses.get(losses.size() - 1)).orElseThrow();
    }

    private static FloatImage withAlpha(FloatImage image, float[] alpha, boolean multiply) {
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : image.channels()) {
            float[] samples = channel.samples().clone();
            for (int i = 0; multiply && i < samples.length; i++) {
                samples[i] *= i == 2 ? 0.5f : alpha[i];
            }
            channels.add(new ImageChannel(channel.name(), channel.source(), samples));
        }
        channels.add(new ImageChannel("A", SampleType.FLOAT, alpha));
        return image.withChannels(channels);
    }

    /** Colors of AP0 from its surface inwards, or beyond it. */
    private static FloatImage colors(float least) {
        Random random = new Random(11);
        float[][] planes = new float[3][SIZE * SIZE];
        for (int i = 0; i < SIZE * SIZE; i++) {
            float brightness = (float) Math.exp(random.nextGaussian());
            for (float[] plane : planes) {
                plane[i] = brightness * (least + random.nextFloat());
            }
        }
        Window window = Window.ofSize(SIZE, SIZE);
        return new FloatImage(
                "colors",
                window,
                window,
                1,
                List.of(
                        new ImageChannel("R", SampleType.FLOAT, planes[0]),
                        new ImageChannel("G", SampleType.FLOAT, planes[1]),
                        new ImageChannel("B", SampleType.FLOAT, planes[2])),
                ColorState.of(ColorSpaces.ACES2065_1, "test"),
                List.of());
    }
}
