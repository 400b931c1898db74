/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.List;
import java.util.Optional;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/**
 * What a file of a look holds: the transforms and what the file says of them.
 *
 * @param chain the transforms, first to last, as the file has them
 * @param id what names it for other files; empty if the format has none
 * @param name what names it for people; may be empty
 * @param inverseOf the id of the file that this one undoes; may be empty
 * @param descriptions free text, one entry for each paragraph
 * @param inputDescriptor what values are expected; may be empty
 * @param outputDescriptor what values result; may be empty
 * @param info what else the file says of itself, in its order
 */
public record LookFile(
        TransformChain chain,
        String id,
        String name,
        String inverseOf,
        List<String> descriptions,
        String inputDescriptor,
        String outputDescriptor,
        List<Info> info) {
    /** The element of an ACES transform identifier. */
    private static final String TRANSFORM_ID = "ACEStransformID";

    /**
     * An element of the block {@code Info} of a Common LUT Format file.
     *
     * @param path its name; within other elements their names before it, divided by slashes
     * @param text its text
     */
    public record Info(String path, String text) {}

    /** Keeps unmodifiable copies of the lists. */
    public LookFile {
        descriptions = List.copyOf(descriptions);
        info = List.copyOf(info);
    }

    /** Transforms of which nothing else is known. */
    public static LookFile of(TransformChain chain) {
        return named(chain, "", List.of());
    }

    /** Transforms with a name and descriptions. */
    static LookFile named(TransformChain chain, String name, List<String> descriptions) {
        return new LookFile(chain, "", name, "", descriptions, "", "", List.of());
    }

    /** The ACES transform identifier, if the file has one. */
    public Optional<String> transformId() {
        return info.stream()
                .filter(entry -> entry.path.equals(TRANSFORM_ID))
                .map(Info::text)
                .findFirst();
    }

    /**
     * The transforms that undo those of the file.
     *
     * @throws IllegalArgumentException naming those that have no inverse
     */
    public TransformChain inverse() {
        List<String> without = chain.transforms().stream()
                .filter(transform -> transform.inverse().isEmpty())
                .map(ColorTransform::description)
                .toList();
        if (!without.isEmpty()) {
            throw new IllegalArgumentException("cannot be undone: " + String.join(", ", without));
        }
        return (TransformChain) chain.inverse().orElseThrow();
    }
}
