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
import java.util.List;
import org.scenelinear.io.LittleEndianOutput;

/** Writes the headers of a file. */
public final class HeaderWriter {
    private static final int LONGEST_SHORT_NAME = 31;

    private HeaderWriter() {}

    /**
     * The bytes from the start of the file to the chunk offset tables.
     *
     * @param headers one for each part; attributes are written in their order. With several parts each must have the
     *     attributes that the format asks for then, name, type and chunkCount
     */
    public static byte[] bytes(List<Header> headers) {
        boolean multiPart = headers.size() > 1;
        LittleEndianOutput out = new LittleEndianOutput();
        out.writeInt(VersionFlags.MAGIC);
        out.writeInt(new VersionFlags(
                        !multiPart && headers.get(0).type() == PartType.TILED,
                        headers.stream().anyMatch(HeaderWriter::hasLongName),
                        headers.stream().anyMatch(header -> header.type().isDeep()),
                        multiPart)
                .field());
        for (Header header : headers) {
            for (Attribute attribute : header.attributes()) {
                byte[] value = attribute.valueBytes();
                out.writeTerminated(attribute.name());
                out.writeTerminated(attribute.value().typeName());
                out.writeInt(value.length);
                out.writeBytes(value);
            }
            out.writeByte(0);
        }
        if (multiPart) {
            out.writeByte(0);
        }
        return out.toByteArray();
    }

    private static boolean hasLongName(Header header) {
        return header.attributes().stream()
                        .anyMatch(a -> isLong(a.name()) || isLong(a.value().typeName()))
                || header.channels().stream().anyMatch(c -> isLong(c.name()));
    }

    private static boolean isLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST_SHORT_NAME;
    }
}
