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

import java.util.Optional;

/**
 * An attribute that has a meaning by its name.
 *
 * @param name the name in a header: {@code whiteLuminance}
 * @param typeName the name of its type in a header: {@code float}
 * @param type the class of its value
 * @param meaning what it says, in a few words, with the unit
 */
public record AttributeKey<T extends AttributeValue>(String name, String typeName, Class<T> type, String meaning) {
    /** The value in a header; empty if there is none, or one of another type. */
    public Optional<T> of(Header header) {
        return header.attribute(name).filter(this::fits).map(type::cast);
    }

    /** Whether a value is of this attribute's type. */
    public boolean fits(AttributeValue value) {
        return type.isInstance(value) && value.typeName().equals(typeName);
    }
}
