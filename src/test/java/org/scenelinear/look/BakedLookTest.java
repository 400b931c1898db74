/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.look.BakedLook.Request;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.ExponentTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;

class BakedLookTest {
    private static final Run RUN = Run.inThisThread();
    private static final ColorTransform SRGB =
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();
    private static final ColorTransform COMPRESS = in(ColorSpaces.ACESCG, GamutCompress.REFERENCE);

    private static ColorTransform in(ColorSpace space, ColorTransform inner) {
        return TransformChain.of(
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, space, Adaptation.BRADFORD),
                inner,
                ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD));
    }

    private static ColorTransform look(String name) {
        return LookLibrary.find(name).orElseThrow().chain();
    }

    private static Request request(boolean rendered, int size, ColorTransform... exact) {
        return new Request("test", TransformChain.of(exact), rendered, size, Shaper.LOG);
    }

    /** What a written file makes of colors other than those the error was measured with. */
    private static TransformChain readBack(BakedLook baked, Path file) throws IOException {
        LutFiles.write(baked.file(), file);
        return LutFiles.read(file).chain();
    }

    private static float[][] otherColors() {
        float[][] all = ProbeColors.withinAcesCg(230_000);
        float[][] others = new float[3][30_000];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(all[c], 200_000, others[c], 0, 30_000);
        }
        return others;
    }

    /** The largest error of a scene relative to the color may be this much above the measured one of other colors. */
    private static final double OTHER_COLORS = 1.3;

    private static void assertWithin(BakedLook baked, ColorTransform exact, ColorTransform used) {
        float[][] colors = otherColors();
        float[][] expected = ProbeColors.through(exact, colors, RUN);
        float[][] actual = ProbeColors.through(used, colors, RUN);
        double largest = 0;
        double part = 0;
        for (int i = 0; i < colors[0].length; i++) {
            double most = 0.18 / 4096;
            double difference = 0;
            for (int c = 0; c < 3; c++) {
                difference = Math.max(difference, Math.abs(expected[c][i] - actual[c][i]));
                most = Math.max(most, Math.abs(expected[c][i]));
            }
            largest = Math.max(largest, difference);
            part = Math.max(part, difference / most);
        }
        BakingError error = baked.error();
        if (error.rendered()) {
            assertTrue(largest <= OTHER_COLORS * error.largest() + 1e-5, largest + " of " + error.text());
        } else {
            assertTrue(part <= OTHER_COLORS * error.largestPart() + 1e-5, part + " of " + error.text());
        }
    }

    @Test
    void analyticLooksAreCombinedAndNotSampled(@TempDir Path folder) throws IOException {
        ColorTransform exact = TransformChain.of(look("Bleach Bypass"), look("Theater Warm"), look("Home Cool"));
        BakedLook baked = BakedLook.clf(request(false, 33, exact), RUN);
        assertFalse(baked.sampled());
        assertTrue(baked.error().largestPart() < 2e-5, baked.error().text());
        TransformChain read = readBack(baked, folder.resolve("a.clf"));
        // five nodes of the first look, one and three of the others: matrices that meet are one
        assertEquals(7, read.transforms().size(), read.description());
        assertTrue(read.transforms().stream().noneMatch(t -> t instanceof Lut3D || t instanceof Lut1D));
        assertWithin(baked, exact, read);
    }

    @Test
    void aCurveWithoutANodeBecomesATableOverHalfs(@TempDir Path folder) throws IOException {
        CdlTransform grade = new CdlTransform(
                CdlTransform.Style.FORWARD_NO_CLAMP,
                new ChannelValues(1.2, 1, 0.9),
                ChannelValues.ZERO,
                ChannelValues.same(1.1),
                0.9);
        ColorTransform exact = in(
                ColorSpaces.byName("ARRI LogC3")
                        .orElse(ColorSpaces.byName("ACEScc").orElseThrow()),
                grade);
        BakedLook baked = BakedLook.clf(request(false, 33, exact), RUN);
        assertFalse(baked.sampled());
        assertTrue(baked.error().largestPart() < 1e-3, baked.error().text());
        assertWithin(baked, exact, readBack(baked, folder.resolve("a.clf")));
    }

    @Test
    void onlyWhatHasNoNodeIsSampled(@TempDir Path folder) throws IOException {
        ColorTransform exact = TransformChain.of(look("Print Film"), COMPRESS, look("Home Warm"));
        BakedLook baked = BakedLook.clf(request(false, 33, exact), RUN);
        assertTrue(baked.sampled());
        TransformChain read = readBack(baked, folder.resolve("a.clf"));
        assertEquals(
                1, read.transforms().stream().filter(Lut3D.class::isInstance).count(), read.description());
        assertTrue(read.transforms().size() > 8, read.description());
        assertWithin(baked, exact, read);
        assertTrue(baked.error().usualPart() < 0.02, baked.error().text());
    }

    /** The colors of wavelengths lie far outside of ACEScg; without the compression they differ by up to a third. */
    @Test
    void colorsOutsideOfAcesCgAreCompressedByABakedGamutCompression() {
        BakedLook baked = BakedLook.clf(request(false, 65, COMPRESS), RUN);
        float[][] colors = ProbeColors.spectral();
        float[][] expected = ProbeColors.through(COMPRESS, colors, RUN);
        float[][] actual = ProbeColors.through(baked.file().chain(), colors, RUN);
        double moved = 0;
        for (int i = 0; i < colors[0].length; i++) {
            double most = Math.max(expected[0][i], Math.max(expected[1][i], expected[2][i]));
            boolean covered = colors[0][i] < 180 && colors[1][i] < 180 && colors[2][i] < 180;
            for (int c = 0; c < 3 && covered; c++) {
                assertEquals(expected[c][i], actual[c][i], 0.03 * most, "color " + i + ", component " + c);
                moved = Math.max(moved, Math.abs(colors[c][i] - expected[c][i]) / most);
            }
        }
        assertTrue(moved > 0.1, "these colors are moved by " + moved);
    }

    @Test
    void aCompressionAndAPictureAreTwoTablesWithTheGradeBetween() {
        ColorTransform exact = TransformChain.of(COMPRESS, look("Print Film"), SRGB);
        BakedLook baked = BakedLook.clf(request(true, 33, exact), RUN);
        List<ColorTransform> nodes = baked.file().chain().transforms();
        assertEquals(2, nodes.stream().filter(Lut3D.class::isInstance).count());
        assertEquals(
                2, nodes.stream().filter(ExponentTransform.class::isInstance).count());
        assertTrue(nodes.get(nodes.size() - 1) instanceof Lut3D);
    }

    @Test
    void aPictureOfADisplayIsBakedWithItsLooks(@TempDir Path folder) throws IOException {
        ColorTransform exact = TransformChain.of(look("Bleach Bypass"), SRGB);
        BakedLook baked = BakedLook.clf(request(true, 33, exact), RUN);
        assertTrue(baked.error().usual() < 0.015, baked.error().text());
        assertWithin(baked, exact, readBack(baked, folder.resolve("a.clf")));
    }

    @Test
    void aCubeTakesAcesCctAndGivesIt(@TempDir Path folder) throws IOException {
        ColorTransform exact = look("Day for Dusk");
        BakedLook baked = BakedLook.cube(request(false, 33, exact), RUN);
        TransformChain read = readBack(baked, folder.resolve("a.cube"));
        assertWithin(baked, exact, in(ColorSpaces.ACESCCT, read));
        assertTrue(
                baked.file().name().contains("ACEScct to ACEScct"), baked.file().name());
        LookFile file = LutFiles.read(folder.resolve("a.cube"));
        assertEquals(baked.file().name(), file.descriptions().get(0));
        assertEquals("", file.name(), "OpenColorIO refuses a title in a file of two tables");
    }

    @Test
    void aCubeOfAPictureTakesAcesCctAndGivesCodes(@TempDir Path folder) throws IOException {
        BakedLook baked = BakedLook.cube(request(true, 33, SRGB), RUN);
        TransformChain read = readBack(baked, folder.resolve("a.cube"));
        ColorTransform used = TransformChain.of(
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD), read);
        assertWithin(baked, SRGB, used);
    }

    @Test
    void aLargerTableIsMoreExact() {
        double small = BakedLook.cube(request(false, 17, look("Bleach Bypass")), RUN)
                .error()
                .usualPart();
        double large = BakedLook.cube(request(false, 65, look("Bleach Bypass")), RUN)
                .error()
                .usualPart();
        assertTrue(large < small / 3, small + " and " + large);
    }

    /** Between the entries of a 3D LUT of a linear transform there is no error but that of floats. */
    @Test
    void theErrorOfWhatATableHoldsExactlyIsThatOfFloats() {
        ColorTransform gain = in(ColorSpaces.ACESCCT, new MatrixTransform(Matrix3.diagonal(0.9, 0.9, 0.9)));
        Request request = new Request("test", TransformChain.of(gain), false, 17, Shaper.ACESCCT);
        BakedLook baked = BakedLook.cube(request, RUN);
        assertTrue(baked.error().largestPart() < 1e-4, baked.error().text());
        assertFalse(baked.error().isVisible());
    }

    @Test
    void withoutAShaperWhatIsAboveOneIsCutAndTheErrorSaysSo() {
        Request request = new Request("test", TransformChain.of(look("Print Film")), false, 33, Shaper.NONE);
        BakedLook baked = BakedLook.cube(request, RUN);
        assertTrue(baked.error().isVisible(), baked.error().text());
        assertTrue(baked.error().largest() > 100, baked.error().text());
        assertTrue(
                baked.file().name().contains("ACES2065-1 from 0 to 1"),
                baked.file().name());
    }

    @Test
    void whatNoTableCanHoldIsRefusedWithTheColor() {
        CdlTransform wild = new CdlTransform(
                CdlTransform.Style.FORWARD_NO_CLAMP,
                ChannelValues.same(1e30),
                ChannelValues.ZERO,
                ChannelValues.same(2),
                1);
        String message = assertThrows(
                        IllegalArgumentException.class, () -> BakedLook.cube(request(false, 5, wild), RUN))
                .getMessage();
        assertTrue(message.startsWith("no table can hold it: the color "), message);
        assertTrue(List.of("Infinity", "NaN").stream().anyMatch(message::endsWith), message);
    }

    @Test
    void theFileTellsWhatItTakesAndGivesAndItsError() {
        LookFile file = BakedLook.clf(request(true, 17, SRGB), RUN).file();
        assertEquals("ACES2065-1", file.inputDescriptor());
        assertEquals("code values of a display", file.outputDescriptor());
        assertTrue(
                file.descriptions().get(1).contains("99 of 100 colors within"),
                file.descriptions().get(1));
    }
}
