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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.meta.AttributeKey;
import org.scenelinear.exr.meta.AttributeValue.StringValue;
import org.scenelinear.exr.meta.ChromaticitiesValue;
import org.scenelinear.exr.meta.Finding;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.StandardAttributes;

/**
 * What the attributes of an OpenEXR file say about its colors, held against each other. A file with findings can be
 * read; but programs may take its colors for different ones. The rules are those of OpenEXR 3.5's
 * {@code checkColorMetadata}, which follow the Color Interop Forum's "Identifying the Color Space of OpenEXR Files". A
 * header with neither {@code colorInteropID} nor {@code acesImageContainerFlag} breaks none.
 */
public final class ColorMetadata {
    /** The name that the Color Interop Forum gives to ACES2065-1. */
    static final String ACES2065_1_ID = "lin_ap0_scene";

    /** How far the x and y of chromaticities may lie from those that are meant. */
    private static final double TOLERANCE = 0.001;

    /** The names that stand for linear, scene-referred RGB, and what they mean. */
    private static final Map<String, Chromaticities> LINEAR_SPACES = Map.of(
            ACES2065_1_ID,
            ColorSpaces.ACES2065_1.chromaticities(),
            "lin_ap1_scene",
            ColorSpaces.ACESCG.chromaticities(),
            "lin_rec709_scene",
            ColorSpaces.LINEAR_REC709.chromaticities(),
            "lin_rec2020_scene",
            ColorSpaces.LINEAR_REC2020.chromaticities(),
            "lin_p3d65_scene",
            ColorSpaces.LINEAR_P3_D65.chromaticities(),
            // Adobe RGB (1998) Color Image Encoding, version 2005-05, section 4.2
            "lin_adobergb_scene",
            Chromaticities.of(0.64, 0.33, 0.21, 0.71, 0.15, 0.06, 0.3127, 0.3290));

    /** Attributes that mean nothing for data that is no color. */
    private static final List<AttributeKey<?>> COLOR_ONLY = List.of(
            StandardAttributes.CHROMATICITIES, StandardAttributes.WHITE_LUMINANCE, StandardAttributes.ADOPTED_NEUTRAL);

    private final Header header;
    private final int part;
    private final Optional<String> id;
    private final Optional<ChromaticitiesValue> chromaticities;
    private final List<Finding> findings = new ArrayList<>();

    private ColorMetadata(Header header, int part) {
        this.header = header;
        this.part = part;
        this.id = id(header);
        this.chromaticities = StandardAttributes.CHROMATICITIES.of(header);
    }

    /**
     * Goes through a file.
     *
     * @param parts the headers of its parts
     * @return what breaks a rule, part by part
     */
    public static List<Finding> check(List<Header> parts) {
        List<Finding> findings = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            ColorMetadata metadata = new ColorMetadata(parts.get(part), part);
            metadata.checkId(id(parts.get(0)));
            metadata.checkFlag();
            findings.addAll(metadata.findings);
        }
        return findings;
    }

    private static Optional<String> id(Header header) {
        return StandardAttributes.COLOR_INTEROP_ID.of(header).map(StringValue::value);
    }

    private void checkId(Optional<String> firstId) {
        if (id.isEmpty()) {
            return;
        }
        AttributeKey<?> key = StandardAttributes.COLOR_INTEROP_ID;
        if (id.get().isEmpty()) {
            add("colorInteropID is not empty", key, "is empty; leave it out where the color space is not known");
        } else if (id.get().equals("data")) {
            for (AttributeKey<?> color : COLOR_ONLY) {
                if (color.of(header).isPresent()) {
                    add(
                            "data has no " + color.name(),
                            color,
                            "colorInteropID says that the channels are data, no color");
                }
            }
        } else if (LINEAR_SPACES.containsKey(id.get()) && !chromaticitiesAgreeWith(LINEAR_SPACES.get(id.get()))) {
            add(
                    "chromaticities are those of colorInteropID",
                    StandardAttributes.CHROMATICITIES,
                    "these are not the chromaticities of " + id.get() + ", which colorInteropID names");
        }
        if (part > 0 && !id.get().equals("data") && !id.equals(firstId)) {
            add(
                    "colorInteropID is the same in all parts",
                    key,
                    "is \"" + id.get() + "\", but the first part has "
                            + firstId.map(first -> "\"" + first + "\"").orElse("none"));
        }
    }

    private void checkFlag() {
        AttributeKey<Numbers.IntValue> key = StandardAttributes.ACES_IMAGE_CONTAINER_FLAG;
        if (header.attribute(key.name()).isEmpty()) {
            return;
        }
        if (!key.of(header).equals(Optional.of(new Numbers.IntValue(1)))) {
            add("acesImageContainerFlag is 1", key, "is not the number 1 of type int, so it means nothing");
        }
        if (id.isPresent() && !id.get().equals(ACES2065_1_ID)) {
            add(
                    "an ACES container's colorInteropID is " + ACES2065_1_ID,
                    StandardAttributes.COLOR_INTEROP_ID,
                    "is \"" + id.get() + "\", but there is acesImageContainerFlag, which stands for " + ACES2065_1_ID);
        }
        if (chromaticities.isEmpty()) {
            add(
                    "an ACES container has chromaticities",
                    key,
                    "stands for chromaticities of ACES2065-1, but there are no chromaticities");
        } else if (!chromaticitiesAgreeWith(LINEAR_SPACES.get(ACES2065_1_ID))) {
            add(
                    "an ACES container's chromaticities are those of ACES2065-1",
                    StandardAttributes.CHROMATICITIES,
                    "these are not the chromaticities of ACES2065-1, for which acesImageContainerFlag stands");
        }
    }

    /** Whether there are no other chromaticities than those that are meant. */
    private boolean chromaticitiesAgreeWith(Chromaticities meant) {
        return chromaticities
                .map(found -> HeaderChromaticities.read(found).isCloseTo(meant, TOLERANCE))
                .orElse(true);
    }

    private void add(String rule, AttributeKey<?> key, String sentence) {
        findings.add(new Finding(rule, Finding.attribute(part, key.name()), sentence));
    }
}
