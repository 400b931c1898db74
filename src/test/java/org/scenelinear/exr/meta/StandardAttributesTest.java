/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.Fixtures;

class StandardAttributesTest {
    private static Header.Builder sound() {
        return Header.builder().dataWindow(new Box2i(0, 0, 9, 9)).channel(new Channel("Y", PixelType.HALF));
    }

    @Test
    void allConstantsAreListedOnce() throws Exception {
        Set<Object> constants = new HashSet<>();
        for (Field field : StandardAttributes.class.getFields()) {
            constants.add(field.get(null));
        }
        assertEquals(constants, new HashSet<>(StandardAttributes.all()));
        assertEquals(constants.size(), StandardAttributes.all().size());
    }

    @Test
    void everyMeaningIsOneLine() {
        for (AttributeKey<?> key : StandardAttributes.all()) {
            assertFalse(key.meaning().isBlank(), key.name());
            assertTrue(key.meaning().length() < 120, key.name());
            assertFalse(key.meaning().endsWith("."), key.name());
            assertEquals(key, StandardAttributes.byName(key.name()).orElseThrow());
        }
        assertTrue(StandardAttributes.byName("myOwn").isEmpty());
    }

    /** The types are those in the files that the reference library wrote. */
    @Test
    void typesAreThoseOfTheReferenceLibrary() {
        Set<String> seen = new HashSet<>();
        for (JsonElement file : Fixtures.expected().asMap().values()) {
            for (JsonElement part : file.getAsJsonObject().getAsJsonArray("parts")) {
                JsonElement attributes = part.getAsJsonObject().get("attributes");
                for (JsonElement element : attributes == null ? List.<JsonElement>of() : attributes.getAsJsonArray()) {
                    JsonObject attribute = element.getAsJsonObject();
                    String name = attribute.get("name").getAsString();
                    StandardAttributes.byName(name).ifPresent(key -> {
                        assertEquals(attribute.get("type").getAsString(), key.typeName(), name);
                        seen.add(name);
                    });
                }
            }
        }
        Set<String> notInFixtures = new HashSet<>();
        StandardAttributes.all().forEach(key -> notInFixtures.add(key.name()));
        notInFixtures.removeAll(seen);
        assertEquals(Set.of("software", "dwaCompressionLevel", "deepImageState", "idManifest"), notInFixtures);
    }

    @Test
    void theStandardAttributesOfAFileAreReadByTheirKeys() throws Exception {
        try (ExrFile file = ExrFile.open("standard.exr", Fixtures.bytes("attr/standard.exr"))) {
            Header header = file.headers().get(0);
            int found = 0;
            for (Attribute attribute : header.attributes()) {
                Optional<AttributeKey<?>> key = StandardAttributes.byName(attribute.name());
                if (key.isPresent()) {
                    assertEquals(attribute.value(), key.get().of(header).orElseThrow());
                    found++;
                }
            }
            assertTrue(found > 40, found + " found");
            assertTrue(StandardAttributes.check(file.headers()).isEmpty());
        }
    }

    @Test
    void aValueIsSetAndFoundByItsKey() {
        Header header = sound().set(StandardAttributes.WHITE_LUMINANCE, new Numbers.FloatValue(100))
                .build();
        assertEquals(
                100, StandardAttributes.WHITE_LUMINANCE.of(header).orElseThrow().value());
        assertTrue(StandardAttributes.OWNER.of(header).isEmpty());
    }

    @Test
    void aValueOfAnotherTypeIsNotFoundAndNamed() {
        Header header = sound().attribute("whiteLuminance", new AttributeValue.StringValue("100"))
                .attribute("myOwn", new AttributeValue.StringValue("anything"))
                .build();
        assertTrue(StandardAttributes.WHITE_LUMINANCE.of(header).isEmpty());
        List<Finding> findings = StandardAttributes.check(List.of(sound().build(), header));
        assertEquals(1, findings.size());
        assertEquals(
                "standard attributes have the type of the standard",
                findings.get(0).rule());
        assertEquals("part 1, attribute \"whiteLuminance\"", findings.get(0).place());
        assertTrue(
                findings.get(0).sentence().contains("float, not string"),
                findings.get(0).toString());
    }

    @Test
    void textThatIsNotUtf8IsNamed() {
        Header header = sound().attribute("owner", new AttributeValue.Opaque("string", new byte[] {(byte) 0xFC}))
                .build();
        List<String> places = new ArrayList<>();
        StandardAttributes.check(List.of(header)).forEach(finding -> places.add(finding.toString()));
        assertEquals(
                List.of("part 0, attribute \"owner\": the value is not a sound one of type string, so it is not used"),
                places);
    }

    @Test
    void aMatrixOfTheWrongSizeIsRefusedAndNotFound() {
        Numbers.FloatMatrix small = new Numbers.FloatMatrix(List.of(1f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 1f));
        Header.Builder builder = sound();
        String message = assertThrows(
                        IllegalArgumentException.class, () -> builder.set(StandardAttributes.WORLD_TO_CAMERA, small))
                .getMessage();
        assertEquals("attribute \"worldToCamera\" is of type m44f, not m33f", message);
        Header header = builder.attribute("worldToCamera", small).build();
        assertTrue(StandardAttributes.WORLD_TO_CAMERA.of(header).isEmpty());
    }
}
