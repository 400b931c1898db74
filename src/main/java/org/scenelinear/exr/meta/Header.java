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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says about one part: its attributes, in the order of the file. Immutable, and it keeps the rules of the
 * format: required attributes are there, windows and sampling are sound.
 *
 * <pre>{@code
 * Header header = Header.builder()
 *         .dataWindow(new Box2i(0, 0, 1919, 1079))
 *         .channel(new Channel("R", PixelType.HALF))
 *         .compression(Compression.ZIP)
 *         .attribute("owner", new AttributeValue.StringValue("me"))
 *         .build();
 * }</pre>
 */
public final class Header {
    private final Map<String, AttributeValue> attributes;
    private final PartType type;

    /** Makes a header of attributes that {@link HeaderChecks} has passed. */
    Header(Map<String, AttributeValue> attributes, PartType type) {
        this.attributes = new LinkedHashMap<>(attributes);
        this.type = type;
    }

    /**
     * Starts a scan-line part: uncompressed, lines downwards, square pixels; a data window and channels are missing.
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts a header like this one. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.attributes.clear();
        builder.attributes.putAll(attributes);
        builder.type = type;
        return builder;
    }

    /** All attributes, the required ones included, in the order of the file. */
    public List<Attribute> attributes() {
        List<Attribute> list = new ArrayList<>();
        attributes.forEach((name, value) -> list.add(new Attribute(name, value)));
        return list;
    }

    /** The value of an attribute, empty if there is none of that name. */
    public Optional<AttributeValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** The value of an attribute, empty if there is none of that name and type. */
    public <T extends AttributeValue> Optional<T> attribute(String name, Class<T> valueType) {
        return attribute(name).filter(valueType::isInstance).map(valueType::cast);
    }

    /** The kind of the part. */
    public PartType type() {
        return type;
    }

    /** The part's name; a single part need not have one. */
    public Optional<String> name() {
        return attribute("name", AttributeValue.StringValue.class).map(AttributeValue.StringValue::value);
    }

    /** The channels, in the order of their samples in a chunk. */
    public List<Channel> channels() {
        return ((ChannelList) attributes.get("channels")).channels();
    }

    /** The channel of a name, empty if there is none. */
    public Optional<Channel> channel(String name) {
        return channels().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The compression of the pixels. */
    public Compression compression() {
        return (Compression) attributes.get("compression");
    }

    /** The rectangle that has pixels. */
    public Box2i dataWindow() {
        return (Box2i) attributes.get("dataWindow");
    }

    /** The rectangle to be shown: the frame. */
    public Box2i displayWindow() {
        return (Box2i) attributes.get("displayWindow");
    }

    /** The order of the chunks in the file. */
    public LineOrder lineOrder() {
        return (LineOrder) attributes.get("lineOrder");
    }

    /** Width of a pixel divided by its height. */
    public float pixelAspectRatio() {
        return ((Numbers.FloatValue) attributes.get("pixelAspectRatio")).value();
    }

    /** How a tiled part is cut; empty for scan lines. */
    public Optional<TileDescription> tiles() {
        return type.isTiled() ? attribute("tiles", TileDescription.class) : Optional.empty();
    }

    /** The pictures of the part, in the order of their chunks: the full-size one first, often the only one. */
    public List<Level> levels() {
        return tiles().map(t -> t.levels(dataWindow())).orElseGet(() -> List.of(Level.FULL));
    }

    /** The rectangle that one of the {@link #levels} covers: it begins where the data window does. */
    public Box2i window(Level level) {
        return tiles().map(t -> t.window(dataWindow(), level)).orElseGet(this::dataWindow);
    }

    /** How many samples a channel has in one of its lines: the width of its plane. */
    public int planeWidth(Channel channel) {
        return dataWindow().width() / channel.xSampling();
    }

    /** In how many lines a channel has samples: the height of its plane. */
    public int planeHeight(Channel channel) {
        return dataWindow().height() / channel.ySampling();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Header header
                && type == header.type
                && attributes().equals(header.attributes());
    }

    @Override
    public int hashCode() {
        return attributes().hashCode();
    }

    @Override
    public String toString() {
        return "Header" + attributes;
    }

    /** Collects the attributes of a header. */
    public static final class Builder {
        private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        private PartType type = PartType.SCAN_LINE;

        private Builder() {
            attributes.put("channels", new ChannelList(List.of()));
            attributes.put("compression", Compression.NONE);
            attributes.put("lineOrder", LineOrder.INCREASING_Y);
            attributes.put("pixelAspectRatio", new Numbers.FloatValue(1));
            attributes.put("screenWindowCenter", new Numbers.V2f(0, 0));
            attributes.put("screenWindowWidth", new Numbers.FloatValue(1));
        }

        /** Sets the rectangle that has pixels, and the display window to the same if it was not set yet. */
        public Builder dataWindow(Box2i window) {
            attributes.putIfAbsent("displayWindow", window);
            return attribute("dataWindow", window);
        }

        /** Sets the rectangle to be shown. */
        public Builder displayWindow(Box2i window) {
            return attribute("displayWindow", window);
        }

        /** Sets the compression. */
        public Builder compression(Compression compression) {
            return attribute("compression", compression);
        }

        /** Sets the order of the chunks. */
        public Builder lineOrder(LineOrder order) {
            return attribute("lineOrder", order);
        }

        /** Sets width of a pixel divided by its height. */
        public Builder pixelAspectRatio(float ratio) {
            return attribute("pixelAspectRatio", new Numbers.FloatValue(ratio));
        }

        /** Replaces all channels. They are sorted by the bytes of their names, as the format asks. */
        public Builder channels(List<Channel> channels) {
            List<Channel> sorted = new ArrayList<>(channels);
            sorted.sort((a, b) -> Arrays.compareUnsigned(
                    a.name().getBytes(StandardCharsets.UTF_8), b.name().getBytes(StandardCharsets.UTF_8)));
            return attribute("channels", new ChannelList(sorted));
        }

        /** Adds a channel. */
        public Builder channel(Channel channel) {
            List<Channel> channels = new ArrayList<>(((ChannelList) attributes.get("channels")).channels());
            channels.add(channel);
            return channels(channels);
        }

        /** Sets the kind of the part. */
        public Builder type(PartType partType) {
            this.type = partType;
            return this;
        }

        /** Cuts the part into scan lines, whatever it was; it has one level then. */
        public Builder scanLines() {
            type = type.isDeep() ? PartType.DEEP_SCAN_LINE : PartType.SCAN_LINE;
            return remove("tiles").remove("chunkCount");
        }

        /** Cuts the part into tiles, whatever it was. */
        public Builder tiles(TileDescription tiles) {
            type = type.isDeep() ? PartType.DEEP_TILED : PartType.TILED;
            return attribute("tiles", tiles).remove("chunkCount");
        }

        /** Sets an attribute; one of that name is replaced where it stands. */
        public Builder attribute(String name, AttributeValue value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * Sets an attribute that has a meaning by its name.
         *
         * @throws IllegalArgumentException if the value is not of its type, as a 3x3 matrix where 4x4 is wanted
         */
        public <T extends AttributeValue> Builder set(AttributeKey<T> key, T value) {
            if (!key.fits(value)) {
                throw new IllegalArgumentException(
                        "attribute \"" + key.name() + "\" is of type " + key.typeName() + ", not " + value.typeName());
            }
            return attribute(key.name(), value);
        }

        /** Takes an attribute away. */
        public Builder remove(String name) {
            attributes.remove(name);
            return this;
        }

        /**
         * The header.
         *
         * @throws IllegalArgumentException if it breaks a rule of the format; the message says which
         */
        public Header build() {
            HeaderChecks.firstProblem(attributes, type).ifPresent(problem -> {
                throw new IllegalArgumentException("attribute \"" + problem.attribute() + "\": " + problem.what());
            });
            return new Header(attributes, type);
        }
    }
}
