/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.scenelinear.exr.block.ChunkLayout;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.AttributeValue;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Numbers;

/**
 * What the headers of a file must say of one another and of the pixels written with them (OpenEXR, "Technical
 * Introduction", multi-part and deep files).
 */
final class PartHeaders {
    /** Attributes that describe the file as a whole and so are the same in all parts that have them. */
    private static final List<String> SHARED =
            List.of("displayWindow", "pixelAspectRatio", "timeCode", "chromaticities");

    private PartHeaders() {}

    /**
     * The headers as they are written: with the attributes that such a file needs, and without those that would be
     * wrong in it.
     *
     * @throws IllegalArgumentException if the parts do not go together; the message says which and why
     */
    static List<Header> forFile(List<Header> headers) {
        if (headers.isEmpty()) {
            throw new IllegalArgumentException("a file needs a part");
        }
        boolean several = headers.size() > 1;
        boolean anyDeep = headers.stream().anyMatch(header -> header.type().isDeep());
        Set<String> names = new HashSet<>();
        List<Header> written = new ArrayList<>();
        for (int part = 0; part < headers.size(); part++) {
            Header header = headers.get(part);
            if (several) {
                requireName(part, header, names);
                requireShared(part, header, headers.get(0));
            }
            if (header.type().isDeep() && !header.compression().canBeDeep()) {
                throw new IllegalArgumentException("part " + part + ": deep pixels cannot be compressed with "
                        + header.compression().label());
            }
            written.add(forFile(header, several, anyDeep));
        }
        return written;
    }

    private static Header forFile(Header header, boolean several, boolean anyDeep) {
        Header.Builder builder = header.toBuilder();
        if (several || header.type().isDeep() || header.attribute("type").isPresent()) {
            builder.attribute(
                    "type", new AttributeValue.StringValue(header.type().label()));
        }
        if (several || header.type().isDeep() || header.attribute("chunkCount").isPresent()) {
            int chunks = Math.toIntExact(ChunkLayout.of(header).chunks());
            builder.attribute("chunkCount", new Numbers.IntValue(chunks));
        }
        if (anyDeep) {
            builder.attribute(
                    "version", new Numbers.IntValue(1)); // of the layout of deep chunks: the only one there is
        }
        if (!header.type().isDeep()) {
            builder.remove("maxSamplesPerPixel").remove("deepImageState");
            if (!anyDeep) {
                builder.remove("version");
            }
        }
        if (!header.type().isTiled()) {
            builder.remove("tiles");
        }
        if (header.compression().isDwa()
                && header.attribute(ExrWriter.DWA_LEVEL, Numbers.FloatValue.class)
                        .isEmpty()) {
            builder.attribute(ExrWriter.DWA_LEVEL, new Numbers.FloatValue(Codecs.DEFAULT_DWA_LEVEL));
        }
        return builder.build();
    }

    /** Adds what is only known with the pixels: the most samples that a deep pixel has. */
    static Header withPixels(Header header, ExrPart part) {
        int most = part.levels().values().stream()
                .filter(Pixels.Deep.class::isInstance)
                .mapToInt(pixels ->
                        Arrays.stream(((Pixels.Deep) pixels).counts()).max().orElse(0))
                .max()
                .orElse(0);
        return header.type().isDeep()
                ? header.toBuilder()
                        .attribute("maxSamplesPerPixel", new Numbers.IntValue(most))
                        .build()
                : header;
    }

    private static void requireName(int part, Header header, Set<String> names) {
        String name = header.name()
                .orElseThrow(() -> new IllegalArgumentException(
                        "part " + part + " needs the attribute \"name\", as there are several parts"));
        if (!names.add(name)) {
            throw new IllegalArgumentException("two parts have the name \"" + name + "\"");
        }
    }

    private static void requireShared(int part, Header header, Header first) {
        for (String name : SHARED) {
            AttributeValue value = header.attribute(name).orElse(null);
            if (!Objects.equals(value, first.attribute(name).orElse(null))) {
                throw new IllegalArgumentException("the attribute \"" + name + "\" of part " + part
                        + " differs from that of part 0, but must be the same in all parts");
            }
        }
    }
}
