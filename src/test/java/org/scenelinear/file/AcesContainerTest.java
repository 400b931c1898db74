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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.Fixtures;
import org.scenelinear.exr.meta.AttributeValue.FloatList;
import org.scenelinear.exr.meta.AttributeValue.StringList;
import org.scenelinear.exr.meta.AttributeValue.StringValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Finding;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PartType;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.exr.meta.StandardAttributes;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.exr.meta.VersionFlags;

class AcesContainerTest {
    private static final VersionFlags PLAIN = new VersionFlags(false, false, false, false);
    private static final ChromaticitiesValue AP0 =
            new ChromaticitiesValue(0.7347f, 0.2653f, 0, 1, 0.0001f, -0.077f, 0.32168f, 0.33767f);
    private static final ChromaticitiesValue REC709 =
            new ChromaticitiesValue(0.64f, 0.33f, 0.3f, 0.6f, 0.15f, 0.06f, 0.3127f, 0.329f);

    private static byte[] resource(String name) throws Exception {
        try (InputStream in = AcesContainerTest.class.getResourceAsStream("/file/aces-container/" + name)) {
            return in.readAllBytes();
        }
    }

    private static Header.Builder sound(String... channels) {
        Header.Builder builder = Header.builder().dataWindow(new Box2i(0, 0, 3, 2));
        for (String channel : channels) {
            builder.channel(new Channel(channel, PixelType.HALF));
        }
        return builder.set(StandardAttributes.CHROMATICITIES, AP0)
                .set(StandardAttributes.ACES_IMAGE_CONTAINER_FLAG, new Numbers.IntValue(1));
    }

    private static Header.Builder rgb() {
        return sound("R", "G", "B");
    }

    private static Set<String> rules(Header... parts) {
        return AcesContainer.check(PLAIN, List.of(parts)).stream()
                .map(finding -> finding.rule().substring("ACES container: ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Finding> check(ExrFile file) {
        return AcesContainer.check(file.flags(), file.headers());
    }

    @Test
    void containersThatOtherProgramsWroteAreSound() throws Exception {
        for (String name : List.of("rgba.exr", "stereo.exr")) {
            try (ExrFile file = ExrFile.open(name, resource(name))) {
                assertEquals(List.of(), check(file), name);
                assertTrue(AcesContainer.isClaimed(file.headers().get(0)));
            }
        }
        try (ExrFile file = ExrFile.open("sound.exr", Fixtures.bytes("color/aces-container.exr"))) {
            assertEquals(List.of(), check(file));
        }
    }

    /** What OpenImageIO refuses in its strict policy breaks a rule here too, and nothing else does. */
    @Test
    void headersAreJudgedAsByOpenImageIo() throws Exception {
        JsonArray answers = JsonParser.parseString(new String(resource("answers.json"), StandardCharsets.UTF_8))
                .getAsJsonArray();
        assertTrue(answers.size() > 80);
        for (JsonElement answer : answers) {
            Header header = header(answer.getAsJsonObject());
            assertEquals(
                    answer.getAsJsonObject().get("accepted").getAsBoolean(),
                    AcesContainer.check(PLAIN, List.of(header)).isEmpty(),
                    answer.toString());
        }
    }

    private static Header header(JsonObject answer) {
        PixelType pixels = answer.has("pixels")
                ? PixelType.valueOf(answer.get("pixels").getAsString().toUpperCase(Locale.ROOT))
                : PixelType.HALF;
        Header.Builder builder = sound();
        for (JsonElement channel : answer.getAsJsonArray("channels")) {
            builder.channel(new Channel(channel.getAsString(), pixels));
        }
        for (Map.Entry<String, JsonElement> entry : answer.asMap().entrySet()) {
            JsonElement value = entry.getValue();
            switch (entry.getKey()) {
                case "channels", "pixels", "accepted" -> {}
                case "compression" ->
                    builder.compression(Compression.ofLabel(value.getAsString()).orElseThrow());
                case "chromaticities" -> {
                    List<Float> v = new ArrayList<>();
                    value.getAsJsonArray().forEach(number -> v.add(number.getAsFloat()));
                    builder.set(
                            StandardAttributes.CHROMATICITIES,
                            new ChromaticitiesValue(
                                    v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7)));
                }
                case "acesImageContainerFlag" ->
                    builder.attribute(entry.getKey(), new Numbers.IntValue(value.getAsInt()));
                default -> builder.attribute(entry.getKey(), new StringValue(value.getAsString()));
            }
        }
        return builder.build();
    }

    @Test
    void wrongColorsAreNamed() throws Exception {
        try (ExrFile file = ExrFile.open("x.exr", Fixtures.bytes("color/aces-flag-only.exr"))) {
            Finding finding = check(file).get(0);
            assertEquals("ACES container: chromaticities", finding.rule());
            assertEquals("part 0, attribute \"chromaticities\"", finding.place());
            assertEquals("is missing; those of ACES2065-1 are required", finding.sentence());
        }
        try (ExrFile file = ExrFile.open("x.exr", Fixtures.bytes("color/aces-flag-wrong.exr"))) {
            assertEquals(1, check(file).size());
            assertEquals("ACES container: chromaticities", check(file).get(0).rule());
        }
        try (ExrFile file = ExrFile.open("x.exr", Fixtures.bytes("color/ap0.exr"))) {
            assertTrue(check(file).stream().anyMatch(f -> f.rule().equals("ACES container: flag")));
            assertFalse(AcesContainer.isClaimed(file.headers().get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiled, scan lines",
        "deep, scan lines",
        "multipart, one part",
        "yc, a sample at every pixel",
    })
    void otherKindsOfFilesAreNoContainers(String folder, String rule) throws Exception {
        String name = Fixtures.names()
                .filter(file -> file.startsWith(folder + "/"))
                .findFirst()
                .orElseThrow();
        try (ExrFile file = ExrFile.open(name, Fixtures.bytes(name))) {
            Set<String> rules = check(file).stream().map(Finding::rule).collect(Collectors.toSet());
            assertTrue(rules.contains("ACES container: " + rule), name + ": " + rules);
        }
    }

    @Test
    void eachRuleIsNamedByItself() {
        TileDescription tiles = new TileDescription(16, 16, LevelMode.ONE_LEVEL, LevelRounding.DOWN);
        assertEquals(Set.of(), rules(rgb().build()));
        assertEquals(Set.of(), rules(rgb().lineOrder(LineOrder.DECREASING_Y).build()));
        assertEquals(Set.of("one part"), rules(rgb().build(), rgb().build()));
        assertEquals(
                Set.of("scan lines"),
                rules(rgb().type(PartType.TILED).attribute("tiles", tiles).build()));
        assertEquals(
                Set.of("no compression"),
                rules(rgb().compression(Compression.PIZ).build()));
        assertEquals(
                Set.of("line order"), rules(rgb().lineOrder(LineOrder.RANDOM_Y).build()));
        assertEquals(
                Set.of("channels"),
                rules(rgb().channel(new Channel("Z", PixelType.HALF)).build()));
        assertEquals(
                Set.of("half floats"),
                rules(rgb().channel(new Channel("A", PixelType.FLOAT)).build()));
        assertEquals(
                Set.of("a sample at every pixel"),
                rules(rgb().channel(new Channel("A", PixelType.HALF, false, 2, 1))
                        .build()));
        assertEquals(
                Set.of("no perceptually linear channel"),
                rules(rgb().channel(new Channel("A", PixelType.HALF, true, 1, 1))
                        .build()));
        assertEquals(
                Set.of("flag"), rules(rgb().remove("acesImageContainerFlag").build()));
        assertEquals(
                Set.of("color space"),
                rules(rgb().set(StandardAttributes.COLOR_INTEROP_ID, new StringValue("lin_ap1_scene"))
                        .build()));
        assertEquals(
                Set.of("text is not empty"),
                rules(rgb().set(StandardAttributes.OWNER, new StringValue("")).build()));
        assertEquals(
                Set.of("size of the header"),
                rules(rgb().attribute("myOwn", new StringValue("x".repeat(1 << 20)))
                        .build()));
        Header.Builder stereo = sound("R", "G", "B", "left.R", "left.G", "left.B");
        assertEquals(Set.of(), rules(views(stereo, "right", "left")));
        assertEquals(Set.of("views"), rules(views(stereo, "left", "right")));
        assertEquals(
                "ACES container: one part",
                AcesContainer.check(new VersionFlags(false, false, false, true), List.of(rgb().build()))
                        .get(0)
                        .rule());
    }

    private static Header views(Header.Builder builder, String... views) {
        return builder.set(StandardAttributes.MULTI_VIEW, new StringList(List.of(views)))
                .build();
    }

    @Test
    void aPreparedHeaderBreaksNoRuleAndKeepsTheRest() {
        Header header = Header.builder()
                .dataWindow(new Box2i(-4, 2, 11, 20))
                .displayWindow(new Box2i(0, 0, 9, 9))
                .channel(new Channel("R", PixelType.FLOAT))
                .channel(new Channel("G", PixelType.HALF, true, 1, 1))
                .channel(new Channel("B", PixelType.UINT))
                .type(PartType.TILED)
                .attribute("tiles", new TileDescription(16, 16, LevelMode.MIPMAP, LevelRounding.UP))
                .attribute("type", new StringValue("tiledimage"))
                .attribute("name", new StringValue("beauty"))
                .attribute("chunkCount", new Numbers.IntValue(7))
                .lineOrder(LineOrder.RANDOM_Y)
                .compression(Compression.DWAB)
                .set(StandardAttributes.DWA_COMPRESSION_LEVEL, new Numbers.FloatValue(45))
                .set(StandardAttributes.COLOR_INTEROP_ID, new StringValue("lin_ap0_scene"))
                .set(StandardAttributes.OWNER, new StringValue("me"))
                .set(StandardAttributes.COMMENTS, new StringValue(""))
                .build();
        Header prepared = AcesContainer.prepare(header);
        assertEquals(List.of(), AcesContainer.check(PLAIN, List.of(prepared)));
        assertEquals(List.of(), ColorMetadata.check(List.of(prepared)));
        assertEquals(header.dataWindow(), prepared.dataWindow());
        assertEquals(header.displayWindow(), prepared.displayWindow());
        assertEquals("me", StandardAttributes.OWNER.of(prepared).orElseThrow().value());
        for (String gone : List.of("tiles", "type", "name", "chunkCount", "dwaCompressionLevel", "comments")) {
            assertTrue(prepared.attribute(gone).isEmpty(), gone);
        }
        assertEquals(prepared, AcesContainer.prepare(prepared));
    }

    @Test
    void chromaticitiesThatWereRoundedBecomeExact() {
        Header prepared = AcesContainer.prepare(rgb().remove("acesImageContainerFlag")
                .set(
                        StandardAttributes.CHROMATICITIES,
                        new ChromaticitiesValue(0.7347f, 0.2653f, 0, 1, 0.0001f, -0.077f, 0.3217f, 0.3377f))
                .build());
        assertEquals(AP0, StandardAttributes.CHROMATICITIES.of(prepared).orElseThrow());
        assertEquals(List.of(), AcesContainer.check(PLAIN, List.of(prepared)));
    }

    @Test
    void aStereoPictureIsToldItsViews() {
        Header prepared = AcesContainer.prepare(sound("R", "G", "B", "A", "left.R", "left.G", "left.B", "left.A")
                .build());
        assertEquals(
                List.of("right", "left"),
                StandardAttributes.MULTI_VIEW.of(prepared).orElseThrow().values());
        assertEquals(List.of(), AcesContainer.check(PLAIN, List.of(prepared)));
    }

    private static void refuses(String why, UnaryOperator<Header.Builder> change) {
        Header header = change.apply(rgb()).build();
        String message = assertThrows(IllegalArgumentException.class, () -> AcesContainer.prepare(header))
                .getMessage();
        assertTrue(message.startsWith("this cannot be an ACES container: ") && message.contains(why), message);
    }

    @Test
    void whatCannotBecomeAContainerIsRefused() {
        refuses(
                "not A, B, G, R, Z; save the others elsewhere",
                b -> b.channels(List.of(
                        new Channel("R", PixelType.HALF),
                        new Channel("G", PixelType.HALF),
                        new Channel("B", PixelType.HALF),
                        new Channel("A", PixelType.HALF),
                        new Channel("Z", PixelType.FLOAT))));
        refuses(
                "channel \"A\" has a sample only at every 4 x 1",
                b -> b.channel(new Channel("A", PixelType.HALF, false, 4, 1)));
        refuses("of other chromaticities; convert them first", b -> b.set(StandardAttributes.CHROMATICITIES, REC709));
        refuses(
                "not lin_ap1_scene; convert them first",
                b -> b.remove("chromaticities")
                        .set(StandardAttributes.COLOR_INTEROP_ID, new StringValue("lin_ap1_scene")));
        refuses("nothing says what they are", b -> b.remove("chromaticities").remove("acesImageContainerFlag"));
        refuses("deep pixels (deepscanline)", b -> b.type(PartType.DEEP_SCAN_LINE));
        refuses("attributes take", b -> b.attribute("myOwn", new FloatList(Collections.nCopies(1 << 18, 1f))));
    }
}
