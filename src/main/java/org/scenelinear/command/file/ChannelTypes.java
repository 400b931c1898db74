/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.exr.meta.PixelType;

/** Sample types of single channels in one text: {@code Z=float id=uint}. */
final class ChannelTypes {
    private ChannelTypes() {}

    /** The types of a canonical text, by the channels' names. */
    static Map<String, PixelType> of(String text) {
        return parse(text).orElseThrow();
    }

    /** The canonical form of a text; empty if it is none. */
    static Optional<String> canonical(String text) {
        return parse(text).map(ChannelTypes::text);
    }

    /** The canonical text of types. */
    static String text(Map<String, PixelType> types) {
        return types.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static Optional<Map<String, PixelType>> parse(String text) {
        Map<String, PixelType> types = new LinkedHashMap<>();
        for (String word : text.strip().split("[\\s,]+")) {
            int equals = word.lastIndexOf('=');
            if (word.isEmpty()) {
                continue;
            }
            if (equals < 1) {
                return Optional.empty();
            }
            try {
                types.put(
                        word.substring(0, equals),
                        PixelType.valueOf(word.substring(equals + 1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(types);
    }
}
