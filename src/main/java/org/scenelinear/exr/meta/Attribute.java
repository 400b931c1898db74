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

import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.LittleEndianOutput;
import org.scenelinear.io.SequentialInput;

/**
 * A named value in the header of a part.
 *
 * @param name such as {@code owner}
 * @param value its value
 */
public record Attribute(String name, AttributeValue value) {
    /**
     * An attribute of the bytes of its value.
     *
     * @param name its name
     * @param type the format's name of its type; any other is carried byte for byte
     * @param bytes the value as a file holds it
     * @throws FileProblemException if a value of this type cannot be such bytes
     */
    public static Attribute parse(String name, String type, byte[] bytes) throws FileProblemException {
        ByteSource source = ByteSource.of("attribute \"" + name + "\"", bytes);
        return new Attribute(name, AttributeParser.parse(type, bytes, new SequentialInput(source, 0)));
    }

    /** The bytes of the value, as a file holds them. */
    public byte[] valueBytes() {
        LittleEndianOutput out = new LittleEndianOutput();
        value.writeTo(out);
        return out.toByteArray();
    }
}
