/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.DeepImageState;
import org.scenelinear.exr.meta.EnvironmentMap;
import org.scenelinear.exr.meta.LineOrder;
import org.scenelinear.exr.meta.Numbers;
import org.scenelinear.exr.meta.NumericValue;
import org.scenelinear.exr.meta.Preview;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelRounding;
import org.scenelinear.exr.meta.TimeCode;

/** Attributes in the form of {@code expected.json}. */
final class AttributeJson {
    private AttributeJson() {}

    static JsonObject of(Attribute attribute) {
        JsonObject json = new JsonObject();
        json.addProperty("name", attribute.name());
        json.addProperty("type", attribute.value().typeName());
        json.addProperty("size", attribute.valueBytes().length);
        json.add("value", value(attribute));
        return json;
    }

    private static JsonElement value(Attribute attribute) {
        AttributeValue value = attribute.value();
        if (value instanceof Numbers.Rational rational) {
            return array(List.of(rational.numerator(), Integer.toUnsignedLong(rational.denominator())));
        } else if (value instanceof TimeCode code) {
            return array(List.of(Integer.toUnsignedLong(code.timeAndFlags()), Integer.toUnsignedLong(code.userData())));
        } else if (value instanceof NumericValue numeric) {
            JsonArray array = array(numeric.numbers());
            return array.size() == 1 ? array.get(0) : array;
        } else if (value instanceof AttributeValue.FloatList list) {
            return array(list.values());
        } else if (value instanceof AttributeValue.StringValue text) {
            return new JsonPrimitive(text.value());
        } else if (value instanceof AttributeValue.StringList list) {
            JsonArray array = new JsonArray();
            list.values().forEach(array::add);
            return array;
        } else if (value instanceof Compression compression) {
            return new JsonPrimitive(compression.label());
        } else if (value instanceof LineOrder order) {
            return new JsonPrimitive(order.label());
        } else if (value instanceof EnvironmentMap map) {
            return new JsonPrimitive(map.label());
        } else if (value instanceof DeepImageState state) {
            return new JsonPrimitive(state.label());
        } else if (value instanceof TileDescription tiles) {
            JsonObject json = new JsonObject();
            json.addProperty("x", tiles.xSize());
            json.addProperty("y", tiles.ySize());
            json.addProperty("mode", tiles.levels().label());
            json.addProperty("rounding", tiles.rounding() == LevelRounding.UP ? "up" : "down");
            return json;
        } else if (value instanceof Preview preview) {
            JsonObject json = new JsonObject();
            json.addProperty("width", preview.width());
            json.addProperty("height", preview.height());
            json.addProperty("rgbaCrc32", crc32(preview.rgba()));
            return json;
        }
        byte[] bytes = attribute.valueBytes();
        JsonObject json = new JsonObject();
        json.addProperty("hex", HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(64, bytes.length))));
        json.addProperty("crc32", crc32(bytes));
        return json;
    }

    private static JsonArray array(List<? extends Number> numbers) {
        JsonArray array = new JsonArray();
        for (Number number : numbers) {
            double value = number.doubleValue();
            if (Double.isFinite(value)) {
                array.add(number instanceof Float ? (Number) value : number);
            } else {
                array.add(Double.toString(value)); // as the collection writes them: NaN, Infinity, -Infinity
            }
        }
        return array;
    }

    private static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return String.format("%08x", crc.getValue());
    }
}
