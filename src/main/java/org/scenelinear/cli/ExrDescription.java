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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.ChannelList;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.TileDescription;
import org.scenelinear.exr.meta.TileDescription.LevelMode;
import org.scenelinear.exr.meta.VersionFlags;
import org.scenelinear.run.Run;

/** All that is known of an OpenEXR file, as JSON: the header, and on demand figures of the pixels. */
final class ExrDescription {
    private static final int VERSION = 2;

    private final ExrFile file;
    private final JsonObject json = new JsonObject();
    private final List<JsonObject> parts = new ArrayList<>();
    private final Map<String, JsonObject> statistics = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();

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

    /** What {@link #readPixels} could not read, a line each. */
    List<String> leftOut() {
        return leftOut;
    }

    /**
     * Decodes the pixels of all parts, one channel's plane set at a time, and adds their figures.
     *
     * @throws IOException if a part is broken or cannot be read
     */
    void readPixels(Run run) throws IOException {
        for (int part = 0; part < parts.size(); part++) {
            Header header = file.headers().get(part);
            Map<String, Plane> planes = new LinkedHashMap<>();
            for (Channel channel : header.channels()) {
                planes.put(channel.name(), storedBits(channel, file.planeLength(part, channel)));
            }
            file.read(part, planes, run);
            JsonObject channels = new JsonObject();
            for (Map.Entry<String, Plane> plane : planes.entrySet()) {
                JsonObject figures = ChannelStatistics.of(plane.getValue());
                channels.add(plane.getKey(), figures);
                statistics.put((parts.size() > 1 ? "part " + part + " " : "") + plane.getKey(), figures);
            }
            JsonObject level = new JsonObject();
            level.add("level", numbers(0, 0));
            level.addProperty("width", header.dataWindow().width());
            level.addProperty("height", header.dataWindow().height());
            level.add("channels", channels);
            JsonArray levels = new JsonArray();
            levels.add(level);
            parts.get(part).add("levels", levels);
            if (header.tiles()
                    .filter(tiles -> tiles.levels() != LevelMode.ONE_LEVEL)
                    .isPresent()) {
                leftOut.add(
                        "part " + part + ": only the full-size level can be read yet, the smaller ones are left out");
            }
        }
    }

    private static Plane storedBits(Channel channel, int length) {
        return switch (channel.type()) {
            case HALF -> Plane.of(new short[length]);
            case FLOAT -> Plane.of(new float[length]);
            case UINT -> Plane.of(new int[length]);
        };
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
