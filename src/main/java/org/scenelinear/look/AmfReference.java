/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.Objects;

/**
 * What a step of a pipeline points to: exactly one of an ACES transform id, a file, or the UUID of a transform.
 *
 * @param kind which of the three
 * @param value the id, the file's URI as written, or the UUID
 */
public record AmfReference(Kind kind, String value) {
    /** The three ways to name a transform. */
    public enum Kind {
        /** An ACES transform id (Academy S-2014-002). */
        TRANSFORM_ID("transformId"),
        /** A file, relative to the AMF file unless its path is absolute. */
        FILE("file"),
        /** The {@code id} of a transform, wherever it lies. */
        UUID("uuid");

        private final String element;

        Kind(String element) {
            this.element = element;
        }

        /** The name of its element. */
        String element() {
            return element;
        }
    }

    /** Refuses nothing but null. */
    public AmfReference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(value);
    }

    /** A reference by ACES transform id. */
    public static AmfReference id(String id) {
        return new AmfReference(Kind.TRANSFORM_ID, id);
    }

    /** A reference to a file. */
    public static AmfReference file(String uri) {
        return new AmfReference(Kind.FILE, uri);
    }

    @Override
    public String toString() {
        return kind.element + " " + value;
    }
}
