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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.Fixtures;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FileAttribute;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/** What can be chosen when OpenEXR files are opened and saved, through the door. */
class ExrOptionsTest {
    private static final Run RUN = Run.inThisThread();

    @TempDir
    Path folder;

    private final List<String> warnings = new ArrayList<>();

    private final Run listening = Run.on(
            Runnable::run,
            1,
            new Progress() {
                @Override
                public void update(String what, double fraction) {
                    assertTrue(fraction >= 0 && fraction <= 1);
                }

                @Override
                public void warn(String sentence) {
                    warnings.add(sentence);
                }
            },
            () -> false);

    private Path fixture(String name) throws IOException {
        Path path = folder.resolve(name.replace('/', '_'));
        return Files.write(path, Fixtures.bytes(name));
    }

    private FloatImage open(String name, OpenOptions options) throws IOException {
        return ImageFiles.open(fixture(name), options, listening);
    }

    private static FloatImage gradient(int width, int height) {
        Window window = new Window(-2, 3, width - 3, height + 2);
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : List.of("R", "G", "B", "Z", "id")) {
            float[] samples = new float[width * height];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = name.equals("id") ? i % 7 : channels.size() + i * 0.001f;
            }
            channels.add(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        return new FloatImage("gradient", window, window, 1, channels, ColorState.UNKNOWN, List.of());
    }

    @Test
    void aLevelIsAPictureOfItsOwnSize() throws Exception {
        try (ExrFile file = ExrFile.open("mip", Fixtures.bytes("tiled/mip-zip.exr"))) {
            for (Level level : file.headers().get(0).levels()) {
                FloatImage image = open("tiled/mip-zip.exr", OpenOptions.DEFAULT.withLevel(level.x(), level.y()));
                assertEquals(
                        file.headers().get(0).window(level).numbers(),
                        List.of(
                                image.dataWindow().xMin(),
                                image.dataWindow().yMin(),
                                image.dataWindow().xMax(),
                                image.dataWindow().yMax()));
            }
        }
        Exception e = assertThrows(
                InvalidFileException.class, () -> open("tiled/mip-zip.exr", OpenOptions.DEFAULT.withLevel(9, 9)));
        assertTrue(e.getMessage().contains("part 0 has no level 9, 9; the smallest is level 4, 4"), e.getMessage());
    }

    @Test
    void aRegionIsCutToThePixelsThereAre() throws Exception {
        FloatImage whole = open("window/negative-zip.exr", OpenOptions.DEFAULT);
        Window window = whole.dataWindow();
        Window wanted = new Window(window.xMin() - 5, window.yMin() + 2, window.xMin() + 3, window.yMin() + 4);
        FloatImage part = open("window/negative-zip.exr", OpenOptions.DEFAULT.withRegion(wanted));
        assertEquals(
                new Window(window.xMin(), window.yMin() + 2, window.xMin() + 3, window.yMin() + 4), part.dataWindow());
        assertEquals(whole.displayWindow(), part.displayWindow());
        for (ImageChannel channel : part.channels()) {
            float[] all = whole.channel(channel.name()).orElseThrow().samples();
            for (int i = 0; i < 12; i++) {
                assertEquals(all[(i / 4 + 2) * whole.width() + i % 4], channel.samples()[i]);
            }
        }
        Window beside = new Window(window.xMax() + 1, 0, window.xMax() + 9, 9);
        OpenOptions nothing = OpenOptions.DEFAULT.withRegion(beside);
        Exception e = assertThrows(InvalidFileException.class, () -> open("window/negative-zip.exr", nothing));
        assertTrue(e.getMessage().contains("is not within the data window"), e.getMessage());
    }

    @Test
    void ofADamagedFileWhatIsThereIsOpenedOnlyWhenAskedFor() throws Exception {
        assertThrows(FileProblemException.class, () -> open("bad/truncated-half.exr", OpenOptions.DEFAULT));
        assertEquals(List.of(), warnings);
        FloatImage image = open("bad/truncated-half.exr", OpenOptions.DEFAULT.withPartial());
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).startsWith("2 chunks are missing or broken"), warnings.get(0));
        float[] samples = image.channels().get(0).samples();
        int half = 16 * image.width(); // one chunk of ZIP is there
        assertTrue(Arrays.equals(
                samples, half, samples.length, new float[samples.length - half], 0, samples.length - half));
        assertTrue(!Arrays.equals(samples, 0, half, new float[half], 0, half));
    }

    @Test
    void luminanceAndChromaAreOpenedAsColorsInRegionsAsInTheWhole() throws Exception {
        FloatImage whole = open("yc/zip-offset.exr", OpenOptions.DEFAULT);
        assertEquals(
                List.of("R", "G", "B", "A"),
                whole.channels().stream().map(ImageChannel::name).toList());
        Window window = whole.dataWindow();
        Window odd = new Window(window.xMin() + 3, window.yMin() + 1, window.xMax() - 2, window.yMax() - 1);
        FloatImage region = open("yc/zip-offset.exr", OpenOptions.DEFAULT.withRegion(odd));
        assertEquals(odd, region.dataWindow());
        for (ImageChannel channel : region.channels()) {
            float[] all = whole.channel(channel.name()).orElseThrow().samples();
            for (int y = 0; y < region.height(); y++) {
                for (int x = 0; x < region.width(); x++) {
                    assertEquals(
                            all[(y + 1) * whole.width() + x + 3],
                            channel.samples()[y * region.width() + x],
                            channel.name());
                }
            }
        }
    }

    @Test
    void aSubsampledChannelIsFilledUp() throws Exception {
        FloatImage image = open("yc/sampling-4x1.exr", OpenOptions.EVERYTHING);
        for (ImageChannel channel : image.channels()) {
            assertEquals(image.width() * image.height(), channel.samples().length, channel.name());
        }
    }

    @Test
    void deepPixelsAreOpenedAsAViewerSeesThem() throws Exception {
        FloatImage image = open("deep/scan-zips-one.exr", OpenOptions.DEFAULT);
        assertEquals(23, image.width());
        try (ExrFile file = ExrFile.open("one", Fixtures.bytes("deep/scan-zips-one.exr"))) {
            Map<String, Plane> samples = Fixtures.readRaw(file, 0);
            float[] one = image.channel("ZBack").orElseThrow().samples(); // each pixel has just one sample
            assertArrayEquals(((Plane.Floats) samples.get("ZBack")).values(), one);
        }
    }

    @Test
    void tilesAndLevelsAreWrittenAndReadBack() throws Exception {
        FloatImage image = gradient(70, 41);
        for (LevelMode mode : LevelMode.values()) {
            Path path = folder.resolve(mode + ".exr");
            TileDescription tiles = new TileDescription(32, 16, mode, LevelRounding.DOWN);
            SaveOptions options = new SaveOptions(Compression.ZIP, 45, SaveOptions.Pixels.FLOAT).withTiles(tiles);
            ImageFiles.save(image, path, options, RUN);
            try (ExrFile file = ExrFile.open(path)) {
                assertEquals(PartType.TILED, file.headers().get(0).type());
                assertEquals(tiles, file.headers().get(0).tiles().orElseThrow());
            }
            FloatImage again = ImageFiles.open(path, OpenOptions.DEFAULT, RUN);
            for (ImageChannel channel : image.channels()) {
                assertArrayEquals(
                        channel.samples(),
                        again.channel(channel.name()).orElseThrow().samples());
            }
        }
        FloatImage small = ImageFiles.open(folder.resolve("MIPMAP.exr"), OpenOptions.DEFAULT.withLevel(1, 1), RUN);
        assertEquals(35, small.width());
        assertEquals(20, small.height());
    }

    @Test
    void singleChannelsGetTypesOfTheirOwn() throws Exception {
        Path path = folder.resolve("types.exr");
        SaveOptions options = SaveOptions.DEFAULT.withTypes(Map.of("Z", PixelType.FLOAT, "id", PixelType.UINT));
        ImageFiles.save(gradient(9, 5), path, options, RUN);
        FloatImage again = ImageFiles.open(path, OpenOptions.DEFAULT, RUN);
        assertEquals(SampleType.HALF, again.channel("R").orElseThrow().source());
        assertEquals(SampleType.FLOAT, again.channel("Z").orElseThrow().source());
        assertEquals(SampleType.UINT, again.channel("id").orElseThrow().source());
    }

    @Test
    void samplesThatBecomeInfiniteAreCounted() throws Exception {
        FloatImage image = gradient(9, 5);
        float[] red = image.channel("R").orElseThrow().samples();
        red[3] = 65519; // rounds to 65504
        red[4] = 65520;
        red[5] = -1e30f;
        red[6] = Float.POSITIVE_INFINITY;
        red[7] = Float.NaN;
        Path path = folder.resolve("large.exr");
        ImageFiles.save(image, path, SaveOptions.DEFAULT, listening);
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains("channel \"R\": 2 samples exceed 65504"), warnings.get(0));
        float[] saved = ImageFiles.open(path, OpenOptions.DEFAULT, RUN)
                .channel("R")
                .orElseThrow()
                .samples();
        assertEquals(65504, saved[3]);
        assertEquals(Float.POSITIVE_INFINITY, saved[4]);
        assertEquals(Float.NEGATIVE_INFINITY, saved[5]);
        warnings.clear();
        ImageFiles.save(image, path, new SaveOptions(Compression.ZIP, 45, SaveOptions.Pixels.FLOAT), listening);
        assertEquals(List.of(), warnings);
    }

    @Test
    void theOtherAttributesOfAFileAreSavedAgain() throws Exception {
        Path copy = folder.resolve("copy.exr");
        for (String name : List.of("attr/standard.exr", "attr/types.exr", "attr/many.exr", "attr/timecode.exr")) {
            ImageFiles.save(open(name, OpenOptions.EVERYTHING), copy, SaveOptions.DEFAULT, RUN);
            try (ExrFile original = ExrFile.open(name, Fixtures.bytes(name));
                    ExrFile saved = ExrFile.open(copy)) {
                Header found = saved.headers().get(0);
                int carried = 0;
                for (Attribute attribute : original.headers().get(0).attributes()) {
                    boolean own = List.of(
                                    "channels",
                                    "compression",
                                    "type",
                                    "preview",
                                    "tiles",
                                    "chunkCount",
                                    "name",
                                    "multiView",
                                    "colorInteropID",
                                    "chromaticities",
                                    "acesImageContainerFlag",
                                    "maxSamplesPerPixel",
                                    "deepImageState",
                                    "lineOrder",
                                    "version")
                            .contains(attribute.name());
                    if (!own) {
                        assertArrayEquals(
                                attribute.valueBytes(),
                                new Attribute(
                                                attribute.name(),
                                                found.attribute(attribute.name())
                                                        .orElseThrow(() -> new AssertionError(attribute.name())))
                                        .valueBytes(),
                                attribute.name());
                        carried++;
                    }
                }
                assertTrue(carried > 5, name);
            }
        }
    }

    @Test
    void whatSomebodyMadeOfAnAttributeIsLeftOutWhereItCannotBeOne() throws Exception {
        FloatImage image = gradient(4, 4);
        List<FileAttribute> attributes = List.of(
                new FileAttribute("owner", "string", "bWU="),
                new FileAttribute("notBase64", "string", "%%%"),
                new FileAttribute("tooShort", "box2i", "AAAA"),
                new FileAttribute("compression", "compression", "AA=="));
        FloatImage noted = new FloatImage(
                image.name(),
                image.dataWindow(),
                image.displayWindow(),
                1,
                image.channels(),
                image.color(),
                List.of(),
                attributes);
        Path path = folder.resolve("noted.exr");
        ImageFiles.save(noted, path, SaveOptions.DEFAULT, RUN);
        try (ExrFile file = ExrFile.open(path)) {
            Header header = file.headers().get(0);
            assertTrue(header.attribute("owner").isPresent());
            assertTrue(header.attribute("notBase64").isEmpty());
            assertTrue(header.attribute("tooShort").isEmpty());
            assertEquals(Compression.ZIP, header.compression());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Compression.class,
            names = {"NONE", "ZIP", "DWAB"})
    void theSizesOfChannelsAddUpToThoseOfThePart(Compression compression) throws Exception {
        Path path = folder.resolve("sizes.exr");
        ImageFiles.save(gradient(200, 300), path, new SaveOptions(compression, 45, SaveOptions.Pixels.FLOAT), RUN);
        String text = ExrInfo.textWithSizes(path, RUN);
        List<String> lines = text.lines().toList();
        long packed = first(lines, "Pixels: ");
        long sum = 0;
        for (String channel : List.of("R", "G", "B", "Z", "id")) {
            sum += first(lines, "Channel " + channel + ": about ");
        }
        assertEquals(packed, sum, 5, text);
        if (compression == Compression.NONE) {
            assertEquals(5 * 4 * 200 * 300, packed);
            assertEquals(4 * 200 * 300, first(lines, "Channel Z: about "));
        }
    }

    /** The number after a text at the start of a line. */
    private static long first(List<String> lines, String start) {
        String line =
                lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
        return Long.parseLong(line.substring(start.length()).split(" ")[0]);
    }

    @Test
    void anAcesContainerKeepsTheRulesAndTakesNoOtherColors() throws Exception {
        FloatImage image = gradient(40, 30);
        List<ImageChannel> colors = image.channels().subList(0, 3);
        FloatImage aces = image.withChannels(colors).withColor(ColorState.of(ColorSpaces.ACES2065_1, "test"));
        SaveOptions options = new SaveOptions(
                Compression.DWAB, 45, SaveOptions.Pixels.FLOAT, Map.of(), Optional.empty(), SaveOptions.Container.ACES);
        Path path = folder.resolve("aces.exr");
        ImageFiles.save(aces, path, options, RUN);
        try (ExrFile file = ExrFile.open(path)) {
            assertEquals(List.of(), AcesContainer.check(file.flags(), file.headers()));
            assertEquals(Compression.NONE, file.headers().get(0).compression());
        }
        assertEquals(List.of(), ExrCheck.of(path, RUN).notes());
        FloatImage again = ImageFiles.open(path, OpenOptions.DEFAULT, RUN);
        assertEquals(ColorSpaces.ACES2065_1, again.color().space().orElseThrow());
        for (ImageChannel channel : aces.channels()) {
            float[] found = again.channel(channel.name()).orElseThrow().samples();
            for (int i = 0; i < found.length; i++) {
                assertEquals(HalfFloat.toFloat(HalfFloat.fromFloat(channel.samples()[i])), found[i]);
            }
        }
        FloatImage other = aces.withColor(ColorState.of(ColorSpaces.ACESCG, "test"));
        Path refused = folder.resolve("refused.exr");
        assertThrows(UnsupportedFileException.class, () -> ImageFiles.save(other, refused, options, RUN));
        assertThrows(UnsupportedFileException.class, () -> ImageFiles.save(image, refused, options, RUN));
        assertTrue(Files.notExists(refused));
    }

    @Test
    void aFileThatOnlyClaimsToBeAnAcesContainerIsNoted() throws Exception {
        List<String> notes =
                ExrCheck.of(fixture("color/aces-flag-wrong.exr"), RUN).notes();
        assertTrue(notes.stream().anyMatch(note -> note.contains("chromaticities")), notes.toString());
        assertTrue(ExrInfo.text(fixture("color/aces-flag-wrong.exr")).contains("Note: "));
    }

    @Test
    void aCheckNamesEveryBrokenChunk() throws Exception {
        assertTrue(ExrCheck.of(fixture("multipart/two-scan.exr"), RUN).isSound());
        ExrCheck check = ExrCheck.of(fixture("bad/truncated-half.exr"), RUN);
        assertEquals(List.of("part 0: 1 of 3 chunks are sound"), check.parts());
        assertEquals(2, check.problems().size());
        assertTrue(check.problems().get(0).startsWith("part 0, chunk 1 (line 16): "), check.text());
        assertEquals(
                1, ExrCheck.of(fixture("bad/magic-wrong.exr"), RUN).problems().size());
    }
}
