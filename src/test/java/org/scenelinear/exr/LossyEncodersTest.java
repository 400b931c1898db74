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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.run.Run;

/** What lossy compressions lose, and how large their files are, beside the reference library with the same picture. */
class LossyEncodersTest {
    private static final double LARGER_FILE = 1.05;
    /** Sums of many small differences in another order. */
    private static final double ROUNDING = 1.001;

    @TempDir
    Path folder;

    private static JsonObject expected() {
        return JsonParser.parseString(new String(Fixtures.bytes("lossy/expected.json"), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    /** Picture and compression. */
    static Stream<String> cases() {
        return expected().keySet().stream()
                .filter(name -> Codecs.factory(compression(name), 45).isPresent());
    }

    private static Compression compression(String name) {
        return Compression.ofLabel(name.split(" ")[1].toLowerCase(Locale.ROOT)).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noMoreIsLostThanByTheReferenceLibraryInAFileAsSmall(String name) throws Exception {
        JsonObject reference = expected().getAsJsonObject(name);
        Path path = folder.resolve("ours.exr");
        try (ExrFile source = ExrFile.open(name, Fixtures.bytes("lossy/" + name.split(" ")[0] + ".exr"))) {
            Map<String, float[]> pixels = read(source);
            Map<String, Plane> planes = new HashMap<>();
            pixels.forEach((channel, samples) -> planes.put(channel, Plane.of(samples)));
            Header header = source.headers().get(0).toBuilder()
                    .compression(compression(name))
                    .build();
            ExrWriter.write(path, header, planes, Run.inThisThread());
            try (ExrFile ours = ExrFile.open(path)) {
                Map<String, float[]> found = read(ours);
                assertEquals(pixels.keySet(), found.keySet());
                for (String channel : pixels.keySet()) {
                    JsonArray errors = reference.getAsJsonObject("errors").getAsJsonArray(channel);
                    hasLostNoMore(channel, errors, pixels.get(channel), found.get(channel));
                }
            }
        }
        long bytes = Files.size(path);
        assertTrue(bytes <= LARGER_FILE * reference.get("bytes").getAsLong(), bytes + " bytes, not " + reference);
    }

    private static Map<String, float[]> read(ExrFile file) throws Exception {
        Map<String, float[]> pixels = new HashMap<>();
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : file.headers().get(0).channels()) {
            pixels.put(channel.name(), new float[file.planeLength(0, channel)]);
            planes.put(channel.name(), Plane.of(pixels.get(channel.name())));
        }
        file.read(0, planes, Run.inThisThread());
        return pixels;
    }

    private static void hasLostNoMore(String channel, JsonArray errors, float[] before, float[] after) {
        double largest = 0;
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double difference = Math.abs(limited(after[i]) - limited(before[i]));
            largest = Math.max(largest, difference);
            sum += difference * difference;
        }
        double root = Math.sqrt(sum / before.length);
        assertTrue(largest <= ROUNDING * errors.get(0).getAsDouble(), channel + ": " + largest + ", not " + errors);
        assertTrue(root <= ROUNDING * errors.get(1).getAsDouble(), channel + ": " + root + ", not " + errors);
    }

    private static double limited(double value) {
        return Math.signum(value) * Math.log1p(Math.abs(value)) / Math.log(2);
    }
}
