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

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/** The test pictures and what the reference library reads in them. */
public final class Fixtures {
    private static final String FOLDER = "/exr/";
    private static final JsonObject EXPECTED = json("expected.json");
    private static final JsonObject BAD = json("bad/bad.json");

    private Fixtures() {}

    /** The names of all sound files. */
    public static Stream<String> names() {
        return expected().keySet().stream();
    }

    /** What is expected of the sound files, by name. */
    public static JsonObject expected() {
        return EXPECTED;
    }

    /** What is expected of the damaged files, by name. */
    public static JsonObject bad() {
        return BAD;
    }

    /** The bytes of a file. */
    public static byte[] bytes(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A plane for each channel of a flat part that keeps the stored bits of the full-size picture. */
    public static Map<String, Plane> rawPlanes(ExrFile file, int part) throws FileProblemException {
        return rawPlanes(file, Selection.part(part));
    }

    /** A plane for each channel of a flat part that keeps the stored bits. */
    public static Map<String, Plane> rawPlanes(ExrFile file, Selection selection) throws FileProblemException {
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : file.headers().get(selection.part()).channels()) {
            planes.put(channel.name(), Plane.of(channel.type(), file.planeLength(selection, channel)));
        }
        return planes;
    }

    /** All channels of the full-size picture of a part with their stored bits. */
    public static Map<String, Plane> readRaw(ExrFile file, int part) throws FileProblemException {
        return readRaw(file, Selection.part(part));
    }

    /** All channels with their stored bits; of a deep part all samples. */
    public static Map<String, Plane> readRaw(ExrFile file, Selection selection) throws FileProblemException {
        Run run = Run.inThisThread();
        Header header = file.headers().get(selection.part());
        if (!header.type().isDeep()) {
            Map<String, Plane> planes = rawPlanes(file, selection);
            file.read(selection, planes, Damage.REFUSE, run);
            return planes;
        }
        int[] counts = file.readSampleCounts(selection, Damage.REFUSE, run);
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : header.channels()) {
            planes.put(channel.name(), Plane.of(channel.type(), file.deepPlaneLength(counts, channel)));
        }
        file.readDeep(selection, counts, planes, Damage.REFUSE, run);
        return planes;
    }

    /** A plane of arbitrary contents that fits a channel and converts to its type. */
    public static Plane floats(Header header, Channel channel, IntToDoubleFunction value) {
        float[] values = new float[header.planeWidth(channel) * header.planeHeight(channel)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(i);
        }
        return Plane.of(values);
    }

    /** The CRC-32 of a plane's values as little-endian bytes. */
    public static String crc32(Plane plane) {
        ByteBuffer buffer = ByteBuffer.allocate(plane.length() * 4).order(ByteOrder.LITTLE_ENDIAN);
        if (plane instanceof Plane.Halfs halfs) {
            for (short bits : halfs.bits()) {
                buffer.putShort(bits);
            }
        } else if (plane instanceof Plane.Ints ints) {
            for (int bits : ints.bits()) {
                buffer.putInt(bits);
            }
        } else if (plane instanceof Plane.Floats floats) {
            for (float value : floats.values()) {
                buffer.putInt(Float.floatToRawIntBits(value));
            }
        }
        CRC32 crc = new CRC32();
        crc.update(buffer.array(), 0, buffer.position());
        return String.format("%08x", crc.getValue());
    }

    private static JsonObject json(String name) {
        return JsonParser.parseString(new String(bytes(name), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }
}
