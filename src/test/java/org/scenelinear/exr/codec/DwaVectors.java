/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/** The reference chunks of the DWA tests; {@code PROVENANCE.md} beside them says how they were made. */
final class DwaVectors {
    /** A packed chunk and the CRC-32 of what the reference decodes. */
    record Decoded(String name, Block block, byte[] packed, int rawSize, long rawCrc) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Pixels and the chunk the reference makes of them. */
    record Encoded(String name, float level, Block block, byte[] packed, byte[] raw) {
        @Override
        public String toString() {
            return name;
        }
    }

    private DwaVectors() {}

    static List<Decoded> decoded() {
        ByteBuffer in = open("chunks.bin");
        List<Decoded> vectors = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String name = text(in);
            in.getFloat();
            Block block = block(in);
            byte[] packed = bytes(in);
            vectors.add(new Decoded(name, block, packed, in.getInt(), in.getInt() & 0xFFFFFFFFL));
        }
        return vectors;
    }

    static List<Encoded> encoded() {
        ByteBuffer in = open("encode.bin");
        List<Encoded> vectors = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            String name = text(in);
            float level = in.getFloat();
            vectors.add(new Encoded(name, level, block(in), bytes(in), bytes(in)));
        }
        return vectors;
    }

    /** The vector of a name. */
    static Encoded encoded(String name) {
        return encoded().stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    private static Block block(ByteBuffer in) {
        List<Channel> channels = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            String name = text(in);
            PixelType type = PixelType.values()[in.get()];
            boolean perceptuallyLinear = in.get() != 0;
            channels.add(new Channel(name, type, perceptuallyLinear, in.getInt(), in.getInt()));
        }
        return new Block(channels, in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[in.getShort()];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    private static ByteBuffer open(String file) {
        try (InputStream in = DwaVectors.class.getResourceAsStream("/exr/dwa/" + file)) {
            return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
