/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.PixelType;

/**
 * One rule that tells which channels DWA packs in which way. Chunks of version 2 carry the rules they were written
 * with; older ones follow a fixed list. If several rules match a channel, the last one decides.
 *
 * <p>In a chunk, a rule is the suffix with a zero byte behind it, a byte with the color place plus one (upper four
 * bits), the scheme (two bits), an unused bit and the flag for case (lowest bit), and a byte with the sample type's
 * code. The list has its own length in bytes, these two included, in front of it (16 bits).
 *
 * <p>Source of the lists and the layout: OpenEXR 3.4, {@code internal_dwa_classifier.h}.
 *
 * @param suffix the channel's name behind its last dot
 * @param scheme how such a channel is packed
 * @param type the sample type the rule is for
 * @param colorPlace 0 for red, 1 for green, 2 for blue, -1 for a channel that is not part of a triple
 * @param ignoreCase whether the suffix matches in any case
 */
record DwaRule(String suffix, DwaScheme scheme, PixelType type, int colorPlace, boolean ignoreCase) {
    /** The rules OpenEXR writes. */
    static final List<DwaRule> CURRENT = current();

    /** The rules of chunks of version 0 and 1. */
    static final List<DwaRule> LEGACY = legacy();

    /** The longest suffix a reader of OpenEXR accepts. */
    private static final int LONGEST_SUFFIX = 128;

    private static final PixelType[] TYPES = PixelType.values();
    private static final DwaScheme[] SCHEMES = DwaScheme.values();

    boolean matches(Channel channel) {
        if (channel.type() != type) {
            return false;
        }
        String name = channel.suffix();
        return ignoreCase ? name.equalsIgnoreCase(suffix) : name.equals(suffix);
    }

    /** Appends this rule as it stands in a chunk. */
    void write(ByteArrayOutputStream out) {
        out.writeBytes(suffix.getBytes(StandardCharsets.UTF_8));
        out.write(0);
        out.write(colorPlace + 1 << 4 | scheme.ordinal() << 2 | (ignoreCase ? 1 : 0));
        out.write(type.ordinal());
    }

    /**
     * Reads the rules of a chunk of version 2.
     *
     * @param bytes the chunk
     * @param from where the first rule starts
     * @param to where the last one ends
     */
    static List<DwaRule> read(byte[] bytes, int from, int to) throws CorruptChunkException {
        List<DwaRule> rules = new ArrayList<>();
        int at = from;
        while (at < to) {
            int end = at;
            while (end < to && bytes[end] != 0) {
                end++;
            }
            if (end + 3 > to || end - at > LONGEST_SUFFIX) {
                throw new CorruptChunkException("a DWA channel rule is cut off or has an endless name");
            }
            int flags = bytes[end + 1] & 0xFF;
            int type = bytes[end + 2] & 0xFF;
            int scheme = flags >> 2 & 3;
            int colorPlace = (flags >> 4) - 1;
            if (scheme >= SCHEMES.length || colorPlace > 2 || type >= TYPES.length) {
                throw new CorruptChunkException("a DWA channel rule has an unknown scheme, color or sample type");
            }
            String suffix = new String(bytes, at, end - at, StandardCharsets.UTF_8);
            rules.add(new DwaRule(suffix, SCHEMES[scheme], TYPES[type], colorPlace, (flags & 1) != 0));
            at = end + 3;
        }
        return rules;
    }

    private static List<DwaRule> current() {
        List<DwaRule> rules = new ArrayList<>();
        addLossy(rules, 0, false, "R");
        addLossy(rules, 1, false, "G");
        addLossy(rules, 2, false, "B");
        addLossy(rules, -1, false, "Y", "BY", "RY");
        addAlpha(rules, false, "A");
        return List.copyOf(rules);
    }

    private static List<DwaRule> legacy() {
        List<DwaRule> rules = new ArrayList<>();
        addLossy(rules, 0, true, "r", "red");
        addLossy(rules, 1, true, "g", "grn", "green");
        addLossy(rules, 2, true, "b", "blu", "blue");
        addLossy(rules, -1, true, "y", "by", "ry");
        addAlpha(rules, true, "a");
        return List.copyOf(rules);
    }

    private static void addLossy(List<DwaRule> rules, int colorPlace, boolean ignoreCase, String... suffixes) {
        for (String suffix : suffixes) {
            rules.add(new DwaRule(suffix, DwaScheme.LOSSY, PixelType.HALF, colorPlace, ignoreCase));
            rules.add(new DwaRule(suffix, DwaScheme.LOSSY, PixelType.FLOAT, colorPlace, ignoreCase));
        }
    }

    private static void addAlpha(List<DwaRule> rules, boolean ignoreCase, String suffix) {
        for (PixelType type : PixelType.values()) {
            rules.add(new DwaRule(suffix, DwaScheme.RUN_LENGTH, type, -1, ignoreCase));
        }
    }
}
