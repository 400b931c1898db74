/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;

/** Which channel is which: the order of slices in ImageJ, and names for slices that came without usable labels. */
final class ChannelOrder {
    private static final List<String> COLOR_FIRST = List.of("R", "G", "B", "A");
    private static final Map<String, String> WORDS = Map.of("red", "R", "green", "G", "blue", "B", "alpha", "A");

    private ChannelOrder() {}

    /** The names of an image's channels: R, G, B, A first, then the others as they stand. */
    static List<String> forDisplay(FloatImage image) {
        List<String> all = image.channels().stream().map(ImageChannel::name).toList();
        List<String> ordered =
                new ArrayList<>(COLOR_FIRST.stream().filter(all::contains).toList());
        all.stream().filter(name -> !COLOR_FIRST.contains(name)).forEach(ordered::add);
        return ordered;
    }

    /**
     * Names for the channels with these labels. Labels that all differ are the names; if some are missing or only
     * count, as {@code c:1/3 - Red}, three channels are R, G, B, four are R, G, B, A, one is Y, others are numbered.
     */
    static List<String> names(List<String> labels) {
        List<String> names = labels.stream()
                .map(label -> WORDS.getOrDefault(label.toLowerCase(Locale.ROOT), label))
                .toList();
        boolean telling = names.stream().noneMatch(name -> name.isEmpty() || name.matches("[czt]:\\d+/\\d+.*"));
        if (telling && new HashSet<>(names).size() == names.size()) {
            return names;
        }
        return switch (labels.size()) {
            case 1 -> List.of("Y");
            case 3, 4 -> COLOR_FIRST.subList(0, labels.size());
            default -> numbered(labels.size());
        };
    }

    private static List<String> numbered(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("channel" + i);
        }
        return names;
    }
}
