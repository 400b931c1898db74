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

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.run.Run;

/** OpenEXR files as images, through the door. */
class ExrImagesTest {
    private static final Run RUN = Run.inThisThread();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none|Linear Rec.709 (sRGB)|assumed: no chromaticities",
                "ap0|ACES2065-1|chromaticities",
                "p3dci|Linear P3-DCI|chromaticities",
                "custom|Linear (0.61 0.35 0.29 0.59 0.16 0.07 0.3457 0.3585)|chromaticities of no named space",
                "aces-flag-only|ACES2065-1|acesImageContainerFlag",
                "aces-flag-wrong|ACES2065-1|acesImageContainerFlag, contradicted by the chromaticities",
                "interop-lin_ap1_scene|ACEScg|colorInteropID lin_ap1_scene",
                "interop-conflict|ACEScg|colorInteropID lin_ap1_scene, contradicted by the chromaticities",
                "interop-data||colorInteropID data",
                "interop-g22_rec709_scene|Gamma 2.2 Encoded Rec.709|colorInteropID g22_rec709_scene",
            })
    void theHeaderTellsTheColorSpaceAndTheEvidenceSaysHow(String file, String space, String evidence) throws Exception {
        ColorState color = open(file, OpenOptions.DEFAULT).color();
        assertEquals(Optional.ofNullable(space), color.space().map(ColorSpace::name));
        assertEquals(evidence, color.evidence());
    }

    @Test
    void anIdThatNobodyKnowsIsToldButMeansNothing() {
        ColorState color =
                new ColorEvidence(Optional.empty(), Optional.of("g19_rec709_scene"), false, false).conclude();
        assertEquals(Optional.empty(), color.space());
        assertEquals("colorInteropID g19_rec709_scene is not a known space", color.evidence());
    }

    @Test
    void aHalfDwaFileThatSaysNothingIsTakenForAces() throws Exception {
        FloatImage silent = open("none", OpenOptions.DEFAULT).withColor(ColorState.UNKNOWN);
        Path copy = folder.resolve("silent.exr");
        for (Compression compression : List.of(Compression.DWAA, Compression.DWAB)) {
            ImageFiles.save(silent, copy, new SaveOptions(compression, 45, SaveOptions.Pixels.HALF), RUN);
            ColorState color = ImageFiles.open(copy, OpenOptions.DEFAULT, RUN).color();
            assertEquals(Optional.of(ColorSpaces.ACES2065_1), color.space());
            assertEquals("assumed: half DWA without chromaticities", color.evidence());
        }
        for (Compression compression : List.of(Compression.DWAB, Compression.ZIP)) {
            boolean dwa = compression == Compression.DWAB;
            SaveOptions.Pixels pixels = dwa ? SaveOptions.Pixels.FLOAT : SaveOptions.Pixels.HALF;
            ImageFiles.save(silent, copy, new SaveOptions(compression, 45, pixels), RUN);
            ColorState color = ImageFiles.open(copy, OpenOptions.DEFAULT, RUN).color();
            assertEquals(Optional.of(ColorSpaces.LINEAR_REC709), color.space());
        }
    }

    @Test
    void primariesInOnePointMakeNoColorSpace() throws Exception {
        ColorState color = open("degenerate", OpenOptions.DEFAULT).color();
        assertTrue(color.space().isEmpty());
        assertTrue(color.evidence().startsWith("chromaticities that make no color space"), color.evidence());
    }

    @Test
    void channelsWithoutALayerComeFirstAndInTheOrderPeopleExpect() throws Exception {
        FloatImage image = open("layers", OpenOptions.DEFAULT);
        assertEquals(List.of("R", "G", "B", "A", "Z"), names(image));
        assertEquals(0.2587890625f, image.channel("R").orElseThrow().samples()[24 + 2]);
        assertEquals(5.199999809265137f, image.channel("Z").orElseThrow().samples()[24 + 2]);
        assertEquals(SampleType.FLOAT, image.channel("Z").orElseThrow().source());
        assertEquals(SampleType.HALF, image.channel("R").orElseThrow().source());
    }

    @Test
    void aNamedLayerIsOpenedUnderShortNames() throws Exception {
        FloatImage image = open("layers", OpenOptions.DEFAULT.withLayer("light.fill.soft"));
        assertEquals(List.of("R", "G", "B"), names(image));
        assertEquals(1.0390625f, image.channel("R").orElseThrow().samples()[24 + 2]);
        assertEquals("layers.exr light.fill.soft", image.name());
    }

    @Test
    void allChannelsKeepTheirFullNames() throws Exception {
        FloatImage image = open("layers", OpenOptions.EVERYTHING);
        assertEquals(18, image.channels().size());
        assertEquals(0.3974609375f, image.channel("specular.G").orElseThrow().samples()[24 + 2]);
    }

    @Test
    void aMissingLayerOrPartNamesTheOnesThatAreThere() {
        InvalidFileException layer =
                assertThrows(InvalidFileException.class, () -> open("layers", OpenOptions.DEFAULT.withLayer("shadow")));
        assertTrue(layer.getMessage().contains("no layer shadow"), layer.getMessage());
        assertTrue(layer.getMessage().contains("light.key"), layer.getMessage());
        InvalidFileException part =
                assertThrows(InvalidFileException.class, () -> open("layers", OpenOptions.DEFAULT.withPart(3)));
        assertTrue(part.getMessage().contains("no part 3"), part.getMessage());
    }

    @Test
    void theDisplayWindowCutsAndPads() throws Exception {
        FloatImage data = open("partial-zip", OpenOptions.DEFAULT);
        assertEquals(new Window(20, 15, 59, 44), data.dataWindow());
        FloatImage display = open("partial-zip", OpenOptions.DEFAULT.withDisplayWindow());
        assertEquals(new Window(0, 0, 39, 29), display.dataWindow());
        float[] from = data.channel("G").orElseThrow().samples();
        float[] to = display.channel("G").orElseThrow().samples();
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 40; x++) {
                float expected = x < 20 || y < 15 ? 0 : from[(y - 15) * 40 + x - 20];
                assertEquals(expected, to[y * 40 + x], "at " + x + ", " + y);
            }
        }
        assertEquals(1.076171875f, data.channel("R").orElseThrow().samples()[3 * 40 + 5]);
    }

    @Test
    void aDisplayWindowBesideThePixelsIsBlack() throws Exception {
        FloatImage display = open("disjoint-zip", OpenOptions.DEFAULT.withDisplayWindow());
        assertArrayEquals(new float[40 * 30], display.channel("R").orElseThrow().samples());
    }

    @Test
    void aMissingFileAndOneOfAnotherFormatAreToldApart() throws Exception {
        assertThrows(
                FileAccessException.class,
                () -> ImageFiles.open(folder.resolve("nothing.exr"), OpenOptions.DEFAULT, RUN));
        Path text = Files.writeString(folder.resolve("text.exr"), "no picture");
        assertThrows(UnsupportedFileException.class, () -> ImageFiles.open(text, OpenOptions.DEFAULT, RUN));
    }

    static List<ColorSpace> spaces() {
        return ColorSpaces.all();
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void everySpaceSurvivesSavingAndOpening(ColorSpace space) throws Exception {
        FloatImage image = open("ap0", OpenOptions.DEFAULT).withColor(ColorState.of(space, "test"));
        Path copy = folder.resolve("copy.exr");
        ImageFiles.save(image, copy, SaveOptions.DEFAULT, RUN);
        assertEquals(
                Optional.of(space),
                ImageFiles.open(copy, OpenOptions.DEFAULT, RUN).color().space());
    }

    @Test
    void windowsHistoryAndSamplesSurviveSavingAndOpening() throws Exception {
        FloatImage image = open("partial-zip", OpenOptions.DEFAULT);
        image = image.withRgb(image.rgb().orElseThrow(), image.color(), "Some Step... key=value");
        Path copy = folder.resolve("copy.exr");
        SaveOptions source = new SaveOptions(Compression.ZIPS, 45, SaveOptions.Pixels.SOURCE);
        ImageFiles.save(image, copy, source, RUN);
        FloatImage again = ImageFiles.open(copy, OpenOptions.DEFAULT, RUN);
        assertEquals(image.dataWindow(), again.dataWindow());
        assertEquals(image.displayWindow(), again.displayWindow());
        assertEquals(List.of("Some Step... key=value"), again.history());
        for (ImageChannel channel : image.channels()) {
            ImageChannel other = again.channel(channel.name()).orElseThrow();
            assertEquals(channel.source(), other.source());
            assertArrayEquals(channel.samples(), other.samples());
        }
    }

    private FloatImage open(String name, OpenOptions options) throws IOException, URISyntaxException {
        Path path = Path.of(getClass().getResource("/file/" + name + ".exr").toURI());
        return ImageFiles.open(path, options, RUN);
    }

    private static List<String> names(FloatImage image) {
        return image.channels().stream().map(ImageChannel::name).toList();
    }
}
