/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.UnsupportedFileException;

/** TIFF files between this program and ImageJ, both ways. */
class TiffInImageJTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Y", "R G B", "R G B A", "R G B A Z u v w x y"})
    void imageJOpensWhatIsWrittenHereAs32BitWithNamesRangesAndProperties(String channels) throws IOException {
        String[] names = channels.split(" ");
        FloatImage image = SamplePictures.random(31, 13, 7, names);
        Path file = folder.resolve("ours.tif");
        TiffFiles.write(new TiffFile(image, Map.of("scenelinear.space", "ACEScg")), file);

        ImagePlus imp = IJ.openImage(file.toString());
        assertEquals(32, imp.getBitDepth());
        assertEquals(names.length, imp.getNChannels());
        assertEquals(names.length, imp.getStackSize());
        assertEquals("ACEScg", imp.getProp("scenelinear.space"));
        for (int c = 0; c < names.length; c++) {
            assertArrayEquals(
                    image.channels().get(c).samples(),
                    (float[]) imp.getStack().getPixels(c + 1),
                    "channel " + names[c]);
            if (names.length > 1) {
                assertEquals(names[c], imp.getStack().getSliceLabel(c + 1));
            }
            imp.setC(c + 1);
            assertEquals(0, imp.getDisplayRangeMin());
            assertEquals(1, imp.getDisplayRangeMax());
        }
        if (names.length > 1) {
            assertEquals(
                    names.length <= 7 ? CompositeImage.COMPOSITE : CompositeImage.GRAYSCALE,
                    ((CompositeImage) imp).getMode());
        }
    }

    @ParameterizedTest
    @CsvSource({"32, FLOAT", "16, SHORT", "8, BYTE"})
    void aStackOfThreeSlicesThatImageJSavedIsRedGreenAndBlue(int bits, SampleType type) throws IOException {
        ImageStack stack = new ImageStack(11, 6);
        for (int c = 0; c < 3; c++) {
            stack.addSlice(
                    null,
                    switch (bits) {
                        case 32 ->
                            SamplePictures.random(c, 11, 6, "Y")
                                    .channels()
                                    .get(0)
                                    .samples();
                        case 16 -> shorts(c);
                        default -> bytes(c);
                    });
        }
        Path file = folder.resolve("theirs.tif");
        assertTrue(new FileSaver(new ImagePlus("stack", stack)).saveAsTiffStack(file.toString()));
        FloatImage image = TiffFiles.read(file).image();
        float[][] rgb = image.rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            float[] stored =
                    (float[]) stack.getProcessor(c + 1).convertToFloat().getPixels();
            float fullScale = bits == 32 ? 1 : (1 << bits) - 1;
            for (int i = 0; i < stored.length; i++) {
                assertEquals(stored[i] / fullScale, rgb[c][i]);
            }
            assertEquals(type, image.channels().get(c).source());
        }
    }

    @Test
    void sliceLabelsAndPropertiesOfAnImageJCompositeAreKept() throws IOException {
        ImageStack stack = new ImageStack(4, 3);
        List<String> names = List.of("R", "G", "B", "depth.Z", "mask");
        FloatImage source = SamplePictures.random(9, 4, 3, names.toArray(String[]::new));
        source.channels().forEach(channel -> stack.addSlice(channel.name(), channel.samples()));
        ImagePlus imp = new ImagePlus("composite", stack);
        imp.setDimensions(5, 1, 1);
        imp.setProp("scenelinear.space", "Linear P3-D65");
        imp.setProp("scenelinear.evidence", "assigned by \u00e9va");
        Path file = folder.resolve("composite.tif");
        assertTrue(new FileSaver(new CompositeImage(imp, CompositeImage.COMPOSITE)).saveAsTiffStack(file.toString()));
        TiffFile back = TiffFiles.read(file);
        assertEquals("Linear P3-D65", back.properties().get("scenelinear.space"));
        assertEquals("assigned by \u00e9va", back.properties().get("scenelinear.evidence"));
        assertEquals(
                names, back.image().channels().stream().map(ImageChannel::name).toList());
        for (ImageChannel channel : source.channels()) {
            assertArrayEquals(
                    channel.samples(),
                    back.image().channel(channel.name()).orElseThrow().samples());
        }
    }

    @Test
    void aSingleFloatImageAndAnRgbImageOfImageJAreRead() throws IOException {
        float[] samples = SamplePictures.random(12, 5, 4, "Y").channels().get(0).samples();
        Path gray = folder.resolve("gray.tif");
        ImagePlus imp = new ImagePlus("gray", new FloatProcessor(5, 4, samples.clone()));
        new FileSaver(imp).saveAsTiff(gray.toString());
        assertArrayEquals(
                samples, TiffFiles.read(gray).image().channel("Y").orElseThrow().samples());

        Path color = folder.resolve("color.tif");
        ColorProcessor pixels = new ColorProcessor(2, 1, new int[] {0x336699, 0xFF00CC});
        new FileSaver(new ImagePlus("color", pixels)).saveAsTiff(color.toString());
        float[][] rgb = TiffFiles.read(color).image().rgb().orElseThrow();
        assertArrayEquals(new float[] {0.2f, 1}, rgb[0]);
        assertArrayEquals(new float[] {0.4f, 0}, rgb[1]);
        assertArrayEquals(new float[] {0.6f, 0.8f}, rgb[2]);
    }

    @Test
    void aStackOverTimeIsNotOnePicture() {
        ImageStack stack = new ImageStack(3, 3);
        for (int i = 0; i < 6; i++) {
            stack.addSlice(null, new float[9]);
        }
        ImagePlus imp = new ImagePlus("time", stack);
        imp.setDimensions(3, 1, 2);
        Path file = folder.resolve("time.tif");
        new FileSaver(imp).saveAsTiffStack(file.toString());
        UnsupportedFileException problem = assertThrows(UnsupportedFileException.class, () -> TiffFiles.read(file));
        assertTrue(problem.getMessage().contains("stack of 6 images"), problem.getMessage());
    }

    private static short[] shorts(int seed) {
        Random random = new Random(seed);
        short[] values = new short[66];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt();
        }
        return values;
    }

    private static byte[] bytes(int seed) {
        byte[] values = new byte[66];
        new Random(seed).nextBytes(values);
        return values;
    }
}
