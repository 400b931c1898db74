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

import java.util.Optional;

/**
 * The picture or sequence that a file was written for.
 *
 * @param name of the clip
 * @param location where it lies; exactly one of the three
 */
public record AmfClip(String name, Location location) {
    /** Where a clip lies. */
    public sealed interface Location {}

    /**
     * One file.
     *
     * @param uri as written
     */
    public record File(String uri) implements Location {}

    /**
     * Numbered files.
     *
     * @param pattern the name with the marks in place of the number
     * @param mark the character that stands for one digit
     * @param first the first number
     * @param last the last number
     */
    public record Sequence(String pattern, String mark, int first, int last) implements Location {
        /**
         * The number in a file's name.
         *
         * @param fileName without folders
         * @return empty if it is not a file of this sequence
         */
        public Optional<Integer> numberOf(String fileName) {
            int begin = pattern.indexOf(mark);
            int end = pattern.lastIndexOf(mark) + mark.length();
            if (mark.isEmpty() || begin < 0) {
                return Optional.empty();
            }
            String before = pattern.substring(0, begin);
            String after = pattern.substring(end);
            if (!fileName.startsWith(before)
                    || !fileName.endsWith(after)
                    || fileName.length() < before.length() + (end - begin) + after.length()) {
                return Optional.empty();
            }
            String digits = fileName.substring(before.length(), fileName.length() - after.length());
            if (digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.empty();
            }
            int number = Integer.parseInt(digits);
            return number >= first && number <= last ? Optional.of(number) : Optional.empty();
        }
    }

    /**
     * A clip by its UUID.
     *
     * @param uuid as written
     */
    public record ByUuid(String uuid) implements Location {}
}
