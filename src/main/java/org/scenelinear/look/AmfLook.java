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

import java.util.List;
import java.util.Optional;

/**
 * One look of a pipeline: from ACES2065-1 to ACES2065-1.
 *
 * @param description for people; may be empty
 * @param applied whether the pixels of the clip have gone through it already
 * @param hash of the file it refers to
 * @param content what it does
 */
public record AmfLook(String description, boolean applied, Optional<AmfHash> hash, Content content) {
    /** What a look does. */
    public sealed interface Content {}

    /**
     * A transform kept elsewhere.
     *
     * @param reference what it is
     */
    public record Referenced(AmfReference reference) implements Content {}

    /**
     * Slope, offset, power and saturation (ASC Color Decision List), written in the file itself.
     *
     * @param space where they are applied
     * @param slope of red, green, blue
     * @param offset of red, green, blue
     * @param power of red, green, blue
     * @param saturation one number for all
     */
    public record Grade(
            WorkingSpace space, List<Double> slope, List<Double> offset, List<Double> power, double saturation)
            implements Content {
        /** Keeps unmodifiable copies of the lists. */
        public Grade {
            slope = List.copyOf(slope);
            offset = List.copyOf(offset);
            power = List.copyOf(power);
        }
    }

    /**
     * One correction of a collection of Color Decision Lists.
     *
     * @param space where it is applied
     * @param id which one of the collection
     * @param file the collection
     */
    public record GradeInFile(WorkingSpace space, String id, String file) implements Content {}

    /**
     * The space that a grade works in.
     *
     * @param to from ACES2065-1 to the space; empty if it is the inverse of the way back
     * @param from from the space to ACES2065-1
     */
    public record WorkingSpace(Optional<AmfReference> to, AmfReference from) {}
}
