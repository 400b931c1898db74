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

import java.util.Arrays;
import org.scenelinear.io.LittleEndianOutput;

/**
 * A small picture for browsers.
 *
 * @param width columns
 * @param height lines
 * @param rgba four bytes (red, green, blue, alpha) per pixel, line by line from the top; not copied
 */
public record Preview(int width, int height, byte[] rgba) implements AttributeValue {
    @Override
    public String typeName() {
        return "preview";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        out.writeInt(width);
        out.writeInt(height);
        out.writeBytes(rgba);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Preview preview
                && width == preview.width
                && height == preview.height
                && Arrays.equals(rgba, preview.rgba);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rgba) * 31 + width;
    }

    @Override
    public String toString() {
        return "Preview[" + width + " x " + height + "]";
    }
}
