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

import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.math.ExactSum;
import org.scenelinear.math.HalfFloat;

/**
 * Figures of a channel's samples: {@code count}, {@code nan}, {@code inf}, {@code min}, {@code max} and {@code sum} of
 * the finite ones (left out if there is none; the sum exactly rounded), and {@code crc32} of the stored values as
 * little-endian bytes.
 */
final class ChannelStatistics {
    private static final int BUFFER_BYTES = 1 << 16;

    private ChannelStatistics() {}

    /** The figures of a plane. */
    static JsonObject of(Plane plane) {
        JsonObject json = new JsonObject();
        json.addProperty("count", plane.length());
        if (plane instanceof Plane.Halfs halfs) {
            json.addProperty("crc32", crc32(plane.length(), 2, (buffer, i) -> buffer.putShort(halfs.bits()[i])));
            addFloats(json, plane.length(), i -> HalfFloat.toFloat(halfs.bits()[i]));
        } else if (plane instanceof Plane.Floats floats) {
            json.addProperty(
                    "crc32",
                    crc32(
                            plane.length(),
                            4,
                            (buffer, i) -> buffer.putInt(Float.floatToRawIntBits(floats.values()[i]))));
            addFloats(json, plane.length(), i -> floats.values()[i]);
        } else if (plane instanceof Plane.Ints ints) {
            json.addProperty("crc32", crc32(plane.length(), 4, (buffer, i) -> buffer.putInt(ints.bits()[i])));
            addIntegers(json, ints.bits());
        }
        return json;
    }

    private interface Sample {
        float at(int index);
    }

    private static void addFloats(JsonObject json, int length, Sample sample) {
        int nan = 0;
        int infinite = 0;
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        ExactSum sum = new ExactSum();
        for (int i = 0; i < length; i++) {
            float value = sample.at(i);
            if (Float.isNaN(value)) {
                nan++;
            } else if (Float.isInfinite(value)) {
                infinite++;
            } else {
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum.add(value);
            }
        }
        json.addProperty("nan", nan);
        json.addProperty("inf", infinite);
        if (nan + infinite < length) {
            json.add("min", AttributeJson.number(least));
            json.add("max", AttributeJson.number(most));
            json.add("sum", AttributeJson.number(sum.value()));
        }
    }

    private static void addIntegers(JsonObject json, int[] bits) {
        json.addProperty("nan", 0);
        json.addProperty("inf", 0);
        long least = Long.MAX_VALUE;
        long most = 0;
        long sum = 0;
        for (int value : bits) {
            long unsigned = Integer.toUnsignedLong(value);
            least = Math.min(least, unsigned);
            most = Math.max(most, unsigned);
            sum += unsigned;
        }
        if (bits.length > 0) {
            json.addProperty("min", least);
            json.addProperty("max", most);
            json.addProperty("sum", sum);
        }
    }

    private interface Writer {
        void put(ByteBuffer buffer, int index);
    }

    private static String crc32(int length, int bytes, Writer writer) {
        CRC32 crc = new CRC32();
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < length; i++) {
            if (buffer.remaining() < bytes) {
                crc.update(buffer.flip());
                buffer.clear();
            }
            writer.put(buffer, i);
        }
        crc.update(buffer.flip());
        return AttributeJson.text(crc);
    }
}
