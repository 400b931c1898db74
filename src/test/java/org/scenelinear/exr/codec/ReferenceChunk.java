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
import java.util.stream.Stream;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.PixelType;

/** Chunks that the reference library packed and unpacked; {@code PROVENANCE.md} beside them says how they were made. */
record ReferenceChunk(String name, Compression compression, Block block, byte[] raw, byte[] packed, byte[] decoded) {
    /** All chunks of a compression. */
    static Stream<ReferenceChunk> of(Compression compression) {
        return all().stream().filter(chunk -> chunk.compression == compression);
    }

    /** The chunk of a compression and a name. */
    static ReferenceChunk of(Compression compression, String name) {
        return of(compression)
                .filter(chunk -> chunk.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<ReferenceChunk> all() {
        try (InputStream in = ReferenceChunk.class.getResourceAsStream("/exr/chunks/chunks.bin")) {
            ByteBuffer buffer = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            List<ReferenceChunk> chunks = new ArrayList<>();
            for (int left = buffer.getInt(); left > 0; left--) {
                chunks.add(new ReferenceChunk(
                        text(buffer),
                        Compression.ofLabel(text(buffer)).orElseThrow(),
                        block(buffer),
                        bytes(buffer),
                        bytes(buffer),
                        bytes(buffer)));
            }
            return chunks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block block(ByteBuffer in) {
        List<Channel> channels = new ArrayList<>();
        for (int left = in.getShort(); left > 0; left--) {
            String name = text(in);
            PixelType type = PixelType.values()[in.get()];
            channels.add(new Channel(name, type, in.get() != 0, 1, 1));
        }
        int x = in.getInt();
        int y = in.getInt();
        int width = in.getInt();
        int height = in.getInt();
        List<Integer> deepSamples = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            deepSamples.add(in.getInt());
        }
        return new Block(channels, x, y, width, height, deepSamples);
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

    /** What a codec makes of the packed bytes. */
    byte[] decodedBy(Codec codec) throws CorruptChunkException {
        byte[] found = new byte[raw.length];
        codec.decode(block, packed, packed.length, found);
        return found;
    }

    @Override
    public String toString() {
        return compression.label() + " " + name;
    }
}
