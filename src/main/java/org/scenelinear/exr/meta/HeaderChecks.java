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

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The rules that the attributes of one part must keep. Stricter than the reference library on purpose: what it replaces
 * by a default or reads as something else is refused here, because the picture might be wrong.
 */
final class HeaderChecks {
    /** The greatest coordinate of a window, positive or negative: 2^30 - 1. */
    static final int GREATEST_COORDINATE = (1 << 30) - 1;
    /** The longest name of an attribute, type or channel, in bytes. */
    static final int LONGEST_NAME = 255;

    private static final int GREATEST_TILE = (1 << 29) - 1;

    private static final Map<String, Class<? extends AttributeValue>> REQUIRED = new TreeMap<>(Map.of(
            "channels", ChannelList.class,
            "compression", Compression.class,
            "dataWindow", Box2i.class,
            "displayWindow", Box2i.class,
            "lineOrder", LineOrder.class,
            "pixelAspectRatio", Numbers.FloatValue.class,
            "screenWindowCenter", Numbers.V2f.class,
            "screenWindowWidth", Numbers.FloatValue.class));

    /** Attributes that need not be there, but mean nothing in another type. */
    private static final Map<String, Class<? extends AttributeValue>> TYPED =
            Map.of("tiles", TileDescription.class, "type", AttributeValue.StringValue.class);

    private final Map<String, AttributeValue> attributes;

    private HeaderChecks(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    /**
     * What is wrong.
     *
     * @param attribute the attribute that breaks a rule
     * @param what in which way
     */
    record Problem(String attribute, String what) {}

    /** The first broken rule, empty if all are kept. */
    static Optional<Problem> firstProblem(Map<String, AttributeValue> attributes, PartType type) {
        HeaderChecks checks = new HeaderChecks(attributes);
        return checks.types()
                .or(() -> checks.window("dataWindow"))
                .or(() -> checks.window("displayWindow"))
                .or(checks::pixelAspectRatio)
                .or(() -> checks.tiles(type))
                .or(checks::names)
                .or(() -> checks.channels(type));
    }

    private Optional<Problem> types() {
        for (Map.Entry<String, Class<? extends AttributeValue>> rule : REQUIRED.entrySet()) {
            if (!attributes.containsKey(rule.getKey())) {
                return problem(rule.getKey(), "this required attribute is missing");
            }
        }
        for (Map<String, Class<? extends AttributeValue>> rules : List.of(REQUIRED, TYPED)) {
            for (Map.Entry<String, Class<? extends AttributeValue>> rule : rules.entrySet()) {
                AttributeValue value = attributes.get(rule.getKey());
                if (value != null && !rule.getValue().isInstance(value)) {
                    return problem(rule.getKey(), "has the wrong type, " + value.typeName());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> window(String name) {
        Box2i window = (Box2i) attributes.get(name);
        String text = "the window (" + window.xMin() + ", " + window.yMin() + ") to (" + window.xMax() + ", "
                + window.yMax() + ")";
        if (window.xMin() > window.xMax() || window.yMin() > window.yMax()) {
            return problem(name, text + " ends before it begins");
        }
        if (Math.min(window.xMin(), window.yMin()) < -GREATEST_COORDINATE
                || Math.max(window.xMax(), window.yMax()) > GREATEST_COORDINATE) {
            return problem(name, text + " has coordinates beyond " + GREATEST_COORDINATE);
        }
        return Optional.empty();
    }

    private Optional<Problem> pixelAspectRatio() {
        float ratio = ((Numbers.FloatValue) attributes.get("pixelAspectRatio")).value();
        return Float.isFinite(ratio) && ratio > 0
                ? Optional.empty()
                : problem("pixelAspectRatio", ratio + " is not a finite number above 0");
    }

    private Optional<Problem> tiles(PartType type) {
        TileDescription tiles = (TileDescription) attributes.get("tiles");
        if (tiles == null) {
            return type.isTiled() ? problem("tiles", "a tiled part needs this attribute") : Optional.empty();
        }
        if (Math.min(tiles.xSize(), tiles.ySize()) < 1 || Math.max(tiles.xSize(), tiles.ySize()) > GREATEST_TILE) {
            return problem(
                    "tiles",
                    "tiles of " + Integer.toUnsignedString(tiles.xSize()) + " x "
                            + Integer.toUnsignedString(tiles.ySize()) + " pixels are impossible");
        }
        return Optional.empty();
    }

    private Optional<Problem> names() {
        for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
            if (isBadName(attribute.getKey())) {
                return problem(attribute.getKey(), "its name must have 1 to " + LONGEST_NAME + " bytes, none zero");
            }
        }
        return Optional.empty();
    }

    private Optional<Problem> channels(PartType type) {
        ChannelList list = (ChannelList) attributes.get("channels");
        Box2i window = (Box2i) attributes.get("dataWindow");
        if (list.channels().isEmpty()) {
            return problem("channels", "there is no channel");
        }
        Set<String> names = new HashSet<>();
        for (Channel channel : list.channels()) {
            if (!names.add(channel.name())) {
                return problem("channels", "channel \"" + channel.name() + "\" is there twice");
            }
            if (isBadName(channel.name())) {
                return problem("channels", "a name must have 1 to " + LONGEST_NAME + " bytes, none zero");
            }
            Optional<String> wrong = sampling(channel, window, type);
            if (wrong.isPresent()) {
                return problem("channels", "channel \"" + channel.name() + "\": " + wrong.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sampling(Channel channel, Box2i window, PartType type) {
        int x = channel.xSampling();
        int y = channel.ySampling();
        if (x < 1 || y < 1) {
            return Optional.of("sampling " + x + " x " + y + " is less than 1");
        }
        if ((x > 1 || y > 1) && type != PartType.SCAN_LINE) {
            return Optional.of("sampling " + x + " x " + y + " is only possible in scan-line parts");
        }
        if (window.xMin() % x != 0 || window.width() % x != 0 || window.yMin() % y != 0 || window.height() % y != 0) {
            return Optional.of("sampling " + x + " x " + y + " does not divide the data window's corner and size");
        }
        return Optional.empty();
    }

    private static boolean isBadName(String name) {
        return name.isEmpty() || name.indexOf('\0') >= 0 || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
    }

    private static Optional<Problem> problem(String attribute, String what) {
        return Optional.of(new Problem(attribute, what));
    }
}
