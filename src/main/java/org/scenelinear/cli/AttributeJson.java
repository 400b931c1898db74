/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChannelList;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.DeepImageState;
import org.scenelinear.exr.meta.EnvironmentMap;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.NumericValue;
import org.scenelinear.exr.meta.Preview;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TimeCode;

/** Attributes of an OpenEXR header as JSON. JSON has no NaN and infinities: they become strings. */
final class AttributeJson {
    private static final int HEX_BYTES = 64;

    private AttributeJson() {}

    /** Name, type, size in bytes and value. */
    static JsonObject of(Attribute attribute) {
        byte[] bytes = attribute.valueBytes();
        JsonObject json = new JsonObject();
        json.addProperty("name", attribute.name());
        json.addProperty("type", attribute.value().typeName());
        json.addProperty("size", bytes.length);
        json.add("value", value(attribute.value()));
        return json;
    }

    /** A value: a number, a text, a list, or an object with names; what has no known form as hex and checksum. */
    static JsonElement value(AttributeValue value) {
        if (value instanceof Numbers.Rational rational) {
            return array(List.of(rational.numerator(), Integer.toUnsignedLong(rational.denominator())));
        } else if (value instanceof TimeCode code) {
            return array(List.of(Integer.toUnsignedLong(code.timeAndFlags()), Integer.toUnsignedLong(code.userData())));
        } else if (value instanceof NumericValue numeric) {
            JsonArray numbers = array(numeric.numbers());
            return numbers.size() == 1 ? numbers.get(0) : numbers;
        } else if (value instanceof AttributeValue.FloatList list) {
            return array(list.values());
        } else if (value instanceof AttributeValue.StringValue text) {
            return new JsonPrimitive(text.value());
        } else if (value instanceof AttributeValue.StringList list) {
            JsonArray texts = new JsonArray();
            list.values().forEach(texts::add);
            return texts;
        } else if (value instanceof Compression compression) {
            return new JsonPrimitive(compression.label());
        } else if (value instanceof LineOrder order) {
            return new JsonPrimitive(order.label());
        } else if (value instanceof EnvironmentMap map) {
            return new JsonPrimitive(map.label());
        } else if (value instanceof DeepImageState state) {
            return new JsonPrimitive(state.label());
        } else if (value instanceof ChannelList list) {
            JsonArray channels = new JsonArray();
            list.channels().forEach(channel -> channels.add(channel(channel)));
            return channels;
        } else if (value instanceof TileDescription tiles) {
            return tiles(tiles);
        } else if (value instanceof Preview preview) {
            JsonObject json = new JsonObject();
            json.addProperty("width", preview.width());
            json.addProperty("height", preview.height());
            json.addProperty("rgbaCrc32", crc32(preview.rgba()));
            return json;
        } else if (value instanceof AttributeValue.Opaque opaque) {
            byte[] bytes = opaque.bytes();
            JsonObject json = new JsonObject();
            json.addProperty("hex", HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(HEX_BYTES, bytes.length))));
            json.addProperty("crc32", crc32(bytes));
            return json;
        }
        throw new IllegalArgumentException("an attribute of type " + value.typeName() + " has no form in JSON");
    }

    private static JsonObject channel(Channel channel) {
        JsonObject json = new JsonObject();
        json.addProperty("name", channel.name());
        json.addProperty("type", channel.type().name().toLowerCase(Locale.ROOT));
        json.addProperty("pLinear", channel.perceptuallyLinear() ? 1 : 0);
        json.addProperty("xSampling", channel.xSampling());
        json.addProperty("ySampling", channel.ySampling());
        return json;
    }

    private static JsonObject tiles(TileDescription tiles) {
        JsonObject json = new JsonObject();
        json.addProperty("x", tiles.xSize());
        json.addProperty("y", tiles.ySize());
        json.addProperty("mode", tiles.levels().label());
        json.addProperty("rounding", tiles.rounding().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static JsonArray array(List<? extends Number> numbers) {
        JsonArray array = new JsonArray();
        for (Number number : numbers) {
            array.add(number(number));
        }
        return array;
    }

    /** A number as JSON; a float as the double of the same value, so that no reader of JSON rounds it otherwise. */
    static JsonPrimitive number(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return new JsonPrimitive(Double.toString(number.doubleValue()));
        }
        return new JsonPrimitive(number instanceof Float ? (Number) number.doubleValue() : number);
    }

    private static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return text(crc);
    }

    /** Eight hexadecimal digits. */
    static String text(CRC32 crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
