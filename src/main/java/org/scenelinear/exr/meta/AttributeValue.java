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
import java.util.Arrays;
import java.util.List;
import org.scenelinear.io.LittleEndianOutput;

/** The value of an attribute: one class per type of the format, and {@link Opaque} for all other types. */
public sealed interface AttributeValue
        permits NumericValue,
                ChannelList,
                Compression,
                DeepImageState,
                EnvironmentMap,
                LineOrder,
                Preview,
                TileDescription,
                AttributeValue.StringValue,
                AttributeValue.StringList,
                AttributeValue.FloatList,
                AttributeValue.Opaque {
    /** The name of the type in a file: {@code box2i}. */
    String typeName();

    /** Adds the bytes of the value, as a file holds them. */
    void writeTo(LittleEndianOutput out);

    /** A {@code string}, in UTF-8. */
    record StringValue(String value) implements AttributeValue {
        @Override
        public String typeName() {
            return "string";
        }

        @Override
        public void writeTo(LittleEndianOutput out) {
            out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A {@code stringvector}, each in UTF-8. */
    record StringList(List<String> values) implements AttributeValue {
        /** Copies the list. */
        public StringList {
            values = List.copyOf(values);
        }

        @Override
        public String typeName() {
            return "stringvector";
        }

        @Override
        public void writeTo(LittleEndianOutput out) {
            for (String value : values) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.writeBytes(bytes);
            }
        }
    }

    /** A {@code floatvector}. */
    record FloatList(List<Float> values) implements AttributeValue {
        /** Copies the list. */
        public FloatList {
            values = List.copyOf(values);
        }

        @Override
        public String typeName() {
            return "floatvector";
        }

        @Override
        public void writeTo(LittleEndianOutput out) {
            values.forEach(out::writeFloat);
        }
    }

    /**
     * A value that is carried byte for byte: of a type that is not known here ({@code bytes} and {@code idmanifest}
     * included), or of a known one in a form that is not (text that is not UTF-8).
     *
     * @param typeName the name of the type in the file
     * @param bytes the bytes in the file, not copied
     */
    record Opaque(String typeName, byte[] bytes) implements AttributeValue {
        @Override
        public void writeTo(LittleEndianOutput out) {
            out.writeBytes(bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque opaque
                    && typeName.equals(opaque.typeName)
                    && Arrays.equals(bytes, opaque.bytes);
        }

        @Override
        public int hashCode() {
            return typeName.hashCode() * 31 + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "Opaque[" + typeName + ", " + bytes.length + " bytes]";
        }
    }
}
