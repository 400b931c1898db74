/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.ExrPart;
import org.scenelinear.exr.Pixels;
import org.scenelinear.exr.Selection;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.ChannelList;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.Level;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.VersionFlags;
import org.scenelinear.run.Run;

/** All that is known of an OpenEXR file, as JSON: the header, and on demand figures of the pixels. */
final class ExrDescription {
    private static final int VERSION = 2;

    private final ExrFile file;
    private final JsonObject json = new JsonObject();
    private final List<JsonObject> parts = new ArrayList<>();
    private final Map<String, JsonObject> statistics = new LinkedHashMap<>();

    /** Describes the headers. */
    ExrDescription(ExrFile file) {
        this.file = file;
        json.addProperty("file", file.name());
        json.addProperty("bytes", file.size());
        json.addProperty("version", VERSION);
        json.add("flags", flags(file.flags()));
        JsonArray array = new JsonArray();
        for (int part = 0; part < file.headers().size(); part++) {
            JsonObject described = part(part, file.headers().get(part));
            parts.add(described);
            array.add(described);
        }
        json.add("parts", array);
    }

    /** The whole description. */
    JsonObject json() {
        return json;
    }

    /** Figures of each channel read so far, by its name, after its part's number if there are several parts. */
    Map<String, JsonObject> channelStatistics() {
        return statistics;
    }

    /**
     * Decodes the pixels of all parts, level by level, and adds their figures.
     *
     * @throws IOException if a part is broken or cannot be read
     */
    void readPixels(Run run) throws IOException {
        for (int part = 0; part < parts.size(); part++) {
            JsonArray levels = new JsonArray();
            for (Level level : file.headers().get(part).levels()) {
                levels.add(level(Selection.part(part).level(level), run));
            }
            parts.get(part).add("levels", levels);
        }
    }

    private JsonObject level(Selection selection, Run run) throws IOException {
        JsonObject json = new JsonObject();
        json.add("level", numbers(selection.level().x(), selection.level().y()));
        json.addProperty("width", file.window(selection).width());
        json.addProperty("height", file.window(selection).height());
        Pixels pixels = ExrPart.pixels(file, selection, run);
        if (pixels instanceof Pixels.Deep deep) {
            json.add("deep", deep(deep.counts()));
        }
        String prefix = (parts.size() > 1 ? "part " + selection.part() + " " : "")
                + (selection.level().equals(Level.FULL) ? "" : selection.level() + " ");
        JsonObject channels = new JsonObject();
        pixels.planes().forEach((name, plane) -> {
            JsonObject figures = ChannelStatistics.of(plane);
            channels.add(name, figures);
            statistics.put(prefix + name, figures);
        });
        json.add("channels", channels);
        return json;
    }

    private static JsonObject deep(int[] counts) {
        JsonObject json = new JsonObject();
        json.addProperty("samples", Arrays.stream(counts).asLongStream().sum());
        json.addProperty("maxPerPixel", Arrays.stream(counts).max().orElse(0));
        json.add("countsCrc32", ChannelStatistics.of(Plane.of(counts)).get("crc32"));
        return json;
    }

    private static JsonObject flags(VersionFlags flags) {
        JsonObject object = new JsonObject();
        object.addProperty("tiled", flags.tiled());
        object.addProperty("longNames", flags.longNames());
        object.addProperty("nonImage", flags.nonImage());
        object.addProperty("multiPart", flags.multiPart());
        return object;
    }

    private JsonObject part(int index, Header header) {
        JsonObject part = new JsonObject();
        part.addProperty("index", index);
        part.addProperty("name", header.name().orElse(null));
        part.addProperty("type", header.type().label());
        part.addProperty("compression", header.compression().label());
        part.add("dataWindow", window(header.dataWindow()));
        part.add("displayWindow", window(header.displayWindow()));
        part.addProperty("lineOrder", header.lineOrder().label());
        part.addProperty("chunkCount", file.chunkCount(index));
        JsonArray channels = new JsonArray();
        JsonArray attributes = new JsonArray();
        for (Attribute attribute : header.attributes()) {
            JsonObject described = AttributeJson.of(attribute);
            if (attribute.value() instanceof ChannelList) {
                channels = described.getAsJsonArray("value");
            } else {
                attributes.add(described);
            }
        }
        part.add("channels", channels);
        part.add("attributes", attributes);
        header.tiles().ifPresent(tiles -> {
            part.add("tiles", AttributeJson.value(tiles));
            part.add("levelCount", levelCount(tiles, header.dataWindow()));
        });
        return part;
    }

    private static JsonArray levelCount(TileDescription tiles, Box2i window) {
        int width = tiles.levelCount(window.width());
        int height = tiles.levelCount(window.height());
        return switch (tiles.levels()) {
            case ONE_LEVEL -> numbers(1, 1);
            case MIPMAP -> numbers(Math.max(width, height), Math.max(width, height));
            case RIPMAP -> numbers(width, height);
        };
    }

    private static JsonArray window(Box2i window) {
        return numbers(window.xMin(), window.yMin(), window.xMax(), window.yMax());
    }

    private static JsonArray numbers(int... values) {
        JsonArray array = new JsonArray();
        for (int value : values) {
            array.add(value);
        }
        return array;
    }
}
