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

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SequentialInput;

/** Makes typed values of the bytes of attributes. */
final class AttributeParser {
    private static final Map<String, FixedType> FIXED_TYPES = fixedTypes();

    private AttributeParser() {}

    /** A type whose values all have the same length. */
    private record FixedType(int size, Function<ByteBuffer, AttributeValue> parse) {}

    /**
     * Parses a value.
     *
     * @param type the name of its type
     * @param bytes its bytes
     * @param input knows the place, for messages
     */
    static AttributeValue parse(String type, byte[] bytes, SequentialInput input) throws FileProblemException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        FixedType fixed = FIXED_TYPES.get(type);
        if (fixed != null) {
            requireSize(type, bytes, fixed.size(), input);
            return fixed.parse().apply(buffer);
        }
        try {
            return switch (type) {
                case "string" ->
                    text(bytes)
                            .<AttributeValue>map(AttributeValue.StringValue::new)
                            .orElseGet(() -> new AttributeValue.Opaque(type, bytes));
                case "stringvector" -> strings(type, buffer, input);
                case "floatvector" -> floatList(buffer, input);
                case "compression" -> compression(bytes, input);
                case "lineOrder" -> lineOrder(bytes, input);
                case "tiledesc" -> tiles(buffer, bytes, input);
                case "chlist" -> ChannelListParser.parse(buffer, input);
                case "preview" -> preview(buffer, input);
                case "envmap" -> named(type, bytes, EnvironmentMap::ofId);
                case "deepImageState" -> named(type, bytes, DeepImageState::ofId);
                default -> new AttributeValue.Opaque(type, bytes);
            };
        } catch (BufferUnderflowException e) {
            throw input.invalid("the value of type " + type + " ends too early, after " + bytes.length + " bytes");
        }
    }

    /** Text in UTF-8, or empty if the bytes are not that. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static void requireSize(String type, byte[] bytes, int size, SequentialInput input)
            throws FileProblemException {
        if (bytes.length != size) {
            throw input.invalid("a value of type " + type + " has " + size + " bytes, not " + bytes.length);
        }
    }

    private static AttributeValue named(
            String type, byte[] bytes, Function<Integer, ? extends Optional<? extends AttributeValue>> ofId) {
        Optional<? extends AttributeValue> known = bytes.length == 1 ? ofId.apply(bytes[0] & 0xFF) : Optional.empty();
        return known.isPresent() ? known.get() : new AttributeValue.Opaque(type, bytes);
    }

    private static AttributeValue compression(byte[] bytes, SequentialInput input) throws FileProblemException {
        requireSize("compression", bytes, 1, input);
        int id = bytes[0] & 0xFF;
        return Compression.ofId(id)
                .orElseThrow(() -> input.unsupported("the compression with number " + id + " is not known"));
    }

    private static AttributeValue lineOrder(byte[] bytes, SequentialInput input) throws FileProblemException {
        requireSize("lineOrder", bytes, 1, input);
        int id = bytes[0] & 0xFF;
        return LineOrder.ofId(id)
                .orElseThrow(() -> input.unsupported("the line order with number " + id + " is not known"));
    }

    private static AttributeValue tiles(ByteBuffer buffer, byte[] bytes, SequentialInput input)
            throws FileProblemException {
        requireSize("tiledesc", bytes, 9, input);
        int xSize = buffer.getInt();
        int ySize = buffer.getInt();
        int mode = buffer.get() & 0xFF;
        int levels = mode & 0xF;
        int rounding = mode >> 4;
        if (levels >= TileDescription.LevelMode.values().length) {
            throw input.unsupported("the level mode with number " + levels + " is not known");
        }
        if (rounding >= TileDescription.LevelRounding.values().length) {
            throw input.unsupported("the rounding mode with number " + rounding + " is not known");
        }
        return new TileDescription(
                xSize,
                ySize,
                TileDescription.LevelMode.values()[levels],
                TileDescription.LevelRounding.values()[rounding]);
    }

    private static AttributeValue strings(String type, ByteBuffer buffer, SequentialInput input)
            throws FileProblemException {
        List<String> strings = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int length = buffer.getInt();
            if (length < 0 || length > buffer.remaining()) {
                throw input.invalid(
                        "a text is said to have " + length + " bytes where " + buffer.remaining() + " are left");
            }
            byte[] bytes = new byte[length];
            buffer.get(bytes);
            Optional<String> string = text(bytes);
            if (string.isEmpty()) {
                return new AttributeValue.Opaque(type, buffer.array());
            }
            strings.add(string.get());
        }
        return new AttributeValue.StringList(strings);
    }

    private static AttributeValue floatList(ByteBuffer buffer, SequentialInput input) throws FileProblemException {
        if (buffer.remaining() % 4 != 0) {
            throw input.invalid(buffer.remaining() + " bytes are no whole number of floats");
        }
        return new AttributeValue.FloatList(floats(buffer, buffer.remaining() / 4));
    }

    private static AttributeValue preview(ByteBuffer buffer, SequentialInput input) throws FileProblemException {
        int width = buffer.getInt();
        int height = buffer.getInt();
        if (width < 0 || height < 0 || (long) width * height * 4 != buffer.remaining()) {
            throw input.invalid("a preview of " + width + " x " + height + " pixels does not have " + buffer.remaining()
                    + " bytes");
        }
        byte[] rgba = new byte[buffer.remaining()];
        buffer.get(rgba);
        return new Preview(width, height, rgba);
    }

    private static List<Float> floats(ByteBuffer buffer, int count) {
        List<Float> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(buffer.getFloat());
        }
        return values;
    }

    private static List<Double> doubles(ByteBuffer buffer, int count) {
        List<Double> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(buffer.getDouble());
        }
        return values;
    }

    private static Map<String, FixedType> fixedTypes() {
        Map<String, FixedType> types = new HashMap<>();
        types.put("int", new FixedType(4, b -> new Numbers.IntValue(b.getInt())));
        types.put("float", new FixedType(4, b -> new Numbers.FloatValue(b.getFloat())));
        types.put("double", new FixedType(8, b -> new Numbers.DoubleValue(b.getDouble())));
        types.put("rational", new FixedType(8, b -> new Numbers.Rational(b.getInt(), b.getInt())));
        types.put("timecode", new FixedType(8, b -> new TimeCode(b.getInt(), b.getInt())));
        types.put("v2i", new FixedType(8, b -> new Numbers.V2i(b.getInt(), b.getInt())));
        types.put("v2f", new FixedType(8, b -> new Numbers.V2f(b.getFloat(), b.getFloat())));
        types.put("v2d", new FixedType(16, b -> new Numbers.V2d(b.getDouble(), b.getDouble())));
        types.put("v3i", new FixedType(12, b -> new Numbers.V3i(b.getInt(), b.getInt(), b.getInt())));
        types.put("v3f", new FixedType(12, b -> new Numbers.V3f(b.getFloat(), b.getFloat(), b.getFloat())));
        types.put("v3d", new FixedType(24, b -> new Numbers.V3d(b.getDouble(), b.getDouble(), b.getDouble())));
        types.put("box2i", new FixedType(16, b -> new Box2i(b.getInt(), b.getInt(), b.getInt(), b.getInt())));
        types.put(
                "box2f",
                new FixedType(16, b -> new Numbers.Box2f(b.getFloat(), b.getFloat(), b.getFloat(), b.getFloat())));
        types.put(
                "chromaticities",
                new FixedType(
                        32,
                        b -> new ChromaticitiesValue(
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat(),
                                b.getFloat())));
        types.put(
                "keycode",
                new FixedType(
                        28,
                        b -> new KeyCode(
                                b.getInt(), b.getInt(), b.getInt(), b.getInt(), b.getInt(), b.getInt(), b.getInt())));
        types.put("m33f", new FixedType(36, b -> new Numbers.FloatMatrix(floats(b, 9))));
        types.put("m44f", new FixedType(64, b -> new Numbers.FloatMatrix(floats(b, 16))));
        types.put("m33d", new FixedType(72, b -> new Numbers.DoubleMatrix(doubles(b, 9))));
        types.put("m44d", new FixedType(128, b -> new Numbers.DoubleMatrix(doubles(b, 16))));
        return Map.copyOf(types);
    }
}
