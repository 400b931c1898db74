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

import org.scenelinear.io.LittleEndianOutput;

/**
 * A named value in the header of a part.
 *
 * @param name such as {@code owner}
 * @param value its value
 */
public record Attribute(String name, AttributeValue value) {
    /** The bytes of the value, as a file holds them. */
    public byte[] valueBytes() {
        LittleEndianOutput out = new LittleEndianOutput();
        value.writeTo(out);
        return out.toByteArray();
    }
}
