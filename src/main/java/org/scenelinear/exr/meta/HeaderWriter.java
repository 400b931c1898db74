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
import org.scenelinear.io.LittleEndianOutput;

/** Writes the header of a file with one flat part. */
public final class HeaderWriter {
    private static final int LONGEST_SHORT_NAME = 31;

    private HeaderWriter() {}

    /**
     * The bytes from the start of the file to the chunk offset table.
     *
     * @param header a flat part; its attributes are written in their order
     */
    public static byte[] bytes(Header header) {
        LittleEndianOutput out = new LittleEndianOutput();
        out.writeInt(VersionFlags.MAGIC);
        out.writeInt(new VersionFlags(
                        header.type() == PartType.TILED,
                        hasLongName(header),
                        header.type().isDeep(),
                        false)
                .field());
        for (Attribute attribute : header.attributes()) {
            byte[] value = attribute.valueBytes();
            out.writeTerminated(attribute.name());
            out.writeTerminated(attribute.value().typeName());
            out.writeInt(value.length);
            out.writeBytes(value);
        }
        out.writeByte(0);
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
