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

/**
 * Something that is not as a rule wants it, in a file that can be read all the same.
 *
 * @param rule the rule in a few words, always the same for the same rule
 * @param place where in the file, in the words of error messages: {@code part 0, attribute "chromaticities"}
 * @param sentence what is wrong there
 */
public record Finding(String rule, String place, String sentence) {
    /** The place of an attribute. */
    public static String attribute(int part, String name) {
        return "part " + part + ", attribute \"" + name + "\"";
    }

    @Override
    public String toString() {
        return place + ": " + sentence;
    }
}
