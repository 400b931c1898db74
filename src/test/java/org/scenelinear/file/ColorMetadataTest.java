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
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.Fixtures;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Finding;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.PixelType;

class ColorMetadataTest {
    /** The library's warnings, and the rules that stand for them here. */
    private static final Map<String, String> RULES = Map.of(
            "EMPTY_INTEROP_ID", "colorInteropID is not empty",
            "CHROMATICITIES_DIFFER", "chromaticities are those of colorInteropID",
            "DATA_HAS_CHROMATICITIES", "data has no chromaticities",
            "DATA_HAS_WHITE_LUMINANCE", "data has no whiteLuminance",
            "DATA_HAS_ADOPTED_NEUTRAL", "data has no adoptedNeutral",
            "INTEROP_ID_NOT_SHARED", "colorInteropID is the same in all parts",
            "ACES_FLAG_NOT_ONE", "acesImageContainerFlag is 1",
            "ACES_FLAG_INTEROP_ID_NOT_AP0", "an ACES container's colorInteropID is lin_ap0_scene",
            "ACES_FLAG_NO_CHROMATICITIES", "an ACES container has chromaticities",
            "ACES_FLAG_CHROMATICITIES_NOT_AP0", "an ACES container's chromaticities are those of ACES2065-1");

    private static JsonObject answers() throws Exception {
        try (InputStream in = ColorMetadataTest.class.getResourceAsStream("/file/color-metadata/answers.json")) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
        }
    }

    /** The library's answer for each part, in our words. */
    private static List<Set<String>> expected(JsonElement warnings) {
        List<Set<String>> expected = new ArrayList<>();
        for (JsonElement part : warnings.getAsJsonArray()) {
            Set<String> rules = new TreeSet<>();
            part.getAsJsonArray().forEach(warning -> rules.add(RULES.get(warning.getAsString())));
            expected.add(rules);
        }
        return expected;
    }

    private static List<Set<String>> found(List<Header> parts) {
        List<Finding> findings = ColorMetadata.check(parts);
        List<Set<String>> found = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            String place = "part " + part + ",";
            found.add(findings.stream()
                    .filter(finding -> finding.place().startsWith(place))
                    .map(Finding::rule)
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(
                findings.size(),
                found.stream().mapToInt(Set::size).sum(),
                "one finding per rule and part: " + findings);
        return found;
    }

    @Test
    void filesAreJudgedAsByTheReferenceLibrary() throws Exception {
        for (Map.Entry<String, JsonElement> entry :
                answers().getAsJsonObject("files").entrySet()) {
            try (ExrFile file = ExrFile.open(entry.getKey(), Fixtures.bytes(entry.getKey()))) {
                assertEquals(expected(entry.getValue()), found(file.headers()), entry.getKey());
            }
        }
    }

    @Test
    void headersAreJudgedAsByTheReferenceLibrary() throws Exception {
        Set<String> seen = new TreeSet<>();
        JsonArray cases = answers().getAsJsonArray("headers");
        for (JsonElement element : cases) {
            List<Header> parts = new ArrayList<>();
            for (JsonElement part : element.getAsJsonObject().getAsJsonArray("parts")) {
                parts.add(header(part.getAsJsonObject()));
            }
            List<Set<String>> expected = expected(element.getAsJsonObject().get("warnings"));
            assertEquals(expected, found(parts), element.toString());
            expected.forEach(seen::addAll);
        }
        assertTrue(cases.size() > 500);
        assertEquals(new TreeSet<>(RULES.values()), seen);
    }

    @Test
    void aFindingSaysWhereAndWhat() throws Exception {
        try (ExrFile file = ExrFile.open("x.exr", Fixtures.bytes("color/interop-conflict.exr"))) {
            Finding finding = ColorMetadata.check(file.headers()).get(0);
            assertEquals("part 0, attribute \"chromaticities\"", finding.place());
            assertTrue(finding.sentence().contains("which colorInteropID names"), finding.sentence());
            assertFalse(finding.sentence().endsWith("."), finding.sentence());
        }
    }

    private static Header header(JsonObject attributes) {
        Header.Builder builder =
                Header.builder().dataWindow(new Box2i(0, 0, 3, 3)).channel(new Channel("R", PixelType.HALF));
        attributes.asMap().forEach((name, value) -> builder.attribute(name, value(name, value)));
        return builder.build();
    }

    private static AttributeValue value(String name, JsonElement value) {
        if (value.isJsonArray()) {
            List<Float> v = new ArrayList<>();
            value.getAsJsonArray().forEach(number -> v.add(number.getAsFloat()));
            return v.size() == 2
                    ? new Numbers.V2f(v.get(0), v.get(1))
                    : new ChromaticitiesValue(
                            v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.get(7));
        }
        if (value.getAsJsonPrimitive().isString()) {
            return new AttributeValue.StringValue(value.getAsString());
        }
        boolean whole = !value.getAsString().contains(".");
        return whole && !name.equals("whiteLuminance")
                ? new Numbers.IntValue(value.getAsInt())
                : new Numbers.FloatValue(value.getAsFloat());
    }
}
