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

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.image.ColorState;

/**
 * The color space in a PNG file: the chunk {@code cICP} (Portable Network Graphics, third edition, section 11.3.2.6),
 * four bytes for primaries, curve, matrix (0, as PNG holds RGB) and range (1, full).
 */
final class PngColor {
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final String CHUNK = "cICP";
    private static final int CICP = 0x63494350;
    private static final int IDAT = 0x49444154;
    private static final int FIRST_CHUNK = 8;
    /** Length, type and check sum. */
    private static final int FRAME = 12;

    private PngColor() {}

    /**
     * What a writer is to say of a picture's color.
     *
     * @param writer the JDK's own
     * @param type of the picture
     * @param space what its code values mean
     * @return null, which means the writer's own, if the space has no code points
     */
    static IIOMetadata metadata(ImageWriter writer, ImageTypeSpecifier type, Optional<ColorSpace> space) {
        Optional<CodePoints> points = space.flatMap(CodePoints::of);
        if (points.isEmpty()) {
            return null;
        }
        IIOMetadataNode chunk = new IIOMetadataNode("UnknownChunk");
        chunk.setAttribute("type", CHUNK);
        chunk.setUserObject(
                new byte[] {(byte) points.get().primaries(), (byte) points.get().transfer(), 0, 1});
        IIOMetadataNode chunks = new IIOMetadataNode("UnknownChunks");
        chunks.appendChild(chunk);
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(chunks);
        IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
        try {
            metadata.mergeTree(FORMAT, root);
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException("the JDK's format of PNG metadata has unknown chunks", e);
        }
        return metadata;
    }

    /**
     * What a file says of its color.
     *
     * @param file a PNG file, at any position
     * @return unknown if the chunk is missing or names no space of the catalog
     * @throws IOException if it cannot be read
     */
    static ColorState read(SeekableByteChannel file) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(FRAME);
        long position = FIRST_CHUNK;
        while (position + FRAME <= file.size()) {
            chunk.clear();
            file.position(position);
            while (chunk.hasRemaining() && file.read(chunk) >= 0) {}
            chunk.flip();
            if (chunk.remaining() < FRAME || chunk.getInt(4) == IDAT) {
                break;
            }
            if (chunk.getInt(4) == CICP && chunk.getInt(0) == 4) {
                return state(chunk.get(8), chunk.get(9), chunk.get(10), chunk.get(11));
            }
            position += FRAME + Integer.toUnsignedLong(chunk.getInt(0));
        }
        return ColorState.UNKNOWN;
    }

    private static ColorState state(int primaries, int transfer, int matrix, int range) {
        String evidence = "cICP chunk " + (primaries & 0xFF) + "/" + (transfer & 0xFF) + "/" + (matrix & 0xFF) + "/"
                + (range & 0xFF);
        Optional<ColorSpace> space = matrix == 0 && range == 1
                ? new CodePoints(primaries & 0xFF, transfer & 0xFF).space()
                : Optional.empty();
        return new ColorState(space, evidence);
    }
}
