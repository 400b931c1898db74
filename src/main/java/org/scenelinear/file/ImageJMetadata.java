/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ImageJ keeps in the two TIFF fields of its own, 50838 and 50839: one field lists sizes, the other holds a
 * heading (kinds of entries and how many of each) and the entries one after another. Texts are UTF-16 in the file's
 * byte order.
 *
 * @param labels names of the slices; empty if the file has none
 * @param properties texts by key, as {@code ImagePlus.setProp} keeps them
 */
record ImageJMetadata(List<String> labels, Map<String, String> properties) {
    static final ImageJMetadata NONE = new ImageJMetadata(List.of(), Map.of());

    private static final int MAGIC = kind("IJIJ");
    private static final int LABELS = kind("labl");
    private static final int RANGES = kind("rang");
    private static final int PROPERTIES = kind("prop");

    /** Reads the two fields. What cannot be made sense of is left out: it only says how things are called. */
    static ImageJMetadata parse(long[] sizes, ByteBuffer data) {
        if (sizes.length < 2 || data.remaining() < 4 || data.getInt(0) != MAGIC) {
            return NONE;
        }
        List<String> labels = new ArrayList<>();
        List<String> properties = new ArrayList<>();
        long position = sizes[0];
        int entry = 1;
        for (int heading = 4; heading + 8 <= Math.min(sizes[0], data.remaining()); heading += 8) {
            int kind = data.getInt(heading);
            int count = data.getInt(heading + 4);
            for (int i = 0; i < count; i++, entry++) {
                if (entry >= sizes.length || position + sizes[entry] > data.remaining()) {
                    return NONE;
                }
                if (kind == LABELS) {
                    labels.add(text(data, (int) position, (int) sizes[entry]));
                } else if (kind == PROPERTIES) {
                    properties.add(text(data, (int) position, (int) sizes[entry]));
                }
                position += sizes[entry];
            }
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        for (int i = 0; i + 1 < properties.size(); i += 2) {
            byKey.put(properties.get(i), properties.get(i + 1));
        }
        return new ImageJMetadata(List.copyOf(labels), byKey);
    }

    /** The two fields as they are written. */
    record Fields(int[] sizes, byte[] data) {}

    /** Makes the two fields, with the display range 0 to 1 for every slice. */
    Fields toFields(ByteOrder order) {
        List<byte[]> entries = new ArrayList<>();
        labels.forEach(label -> entries.add(label.getBytes(charset(order))));
        ByteBuffer ranges = ByteBuffer.allocate(16 * labels.size()).order(order);
        labels.forEach(label -> ranges.putDouble(0).putDouble(1));
        entries.add(ranges.array());
        properties.forEach((key, value) -> {
            entries.add(key.getBytes(charset(order)));
            entries.add(value.getBytes(charset(order)));
        });
        int kinds = properties.isEmpty() ? 2 : 3;
        int[] sizes = new int[1 + entries.size()];
        sizes[0] = 4 + 8 * kinds;
        int total = sizes[0];
        for (int i = 0; i < entries.size(); i++) {
            sizes[i + 1] = entries.get(i).length;
            total += sizes[i + 1];
        }
        ByteBuffer data = ByteBuffer.allocate(total).order(order);
        data.putInt(MAGIC).putInt(LABELS).putInt(labels.size()).putInt(RANGES).putInt(1);
        if (!properties.isEmpty()) {
            data.putInt(PROPERTIES).putInt(2 * properties.size());
        }
        entries.forEach(data::put);
        return new Fields(sizes, data.array());
    }

    private static String text(ByteBuffer data, int position, int size) {
        return charset(data.order()).decode(data.slice(position, size)).toString();
    }

    private static Charset charset(ByteOrder order) {
        return order == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
    }

    private static int kind(String fourLetters) {
        return ByteBuffer.wrap(fourLetters.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
