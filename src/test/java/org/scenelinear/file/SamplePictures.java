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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.math.HalfFloat;

/** Pictures whose every sample is known: those of {@code src/test/resources/file/pictures}, and random ones. */
final class SamplePictures {
    static final int WIDTH = 37;
    static final int HEIGHT = 19;

    private SamplePictures() {}

    static Path resource(String name) throws IOException {
        try {
            return Path.of(
                    SamplePictures.class.getResource("/file/pictures/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** Compares a picture with the formula in PROVENANCE.md. */
    static void assertIsSample(FloatImage image, SampleType type, String... names) {
        assertEquals(WIDTH, image.width());
        assertEquals(HEIGHT, image.height());
        assertEquals(
                List.of(names),
                image.channels().stream().map(ImageChannel::name).toList());
        for (int c = 0; c < names.length; c++) {
            ImageChannel channel = image.channels().get(c);
            assertEquals(type, channel.source());
            assertArrayEquals(plane(type, c), channel.samples(), "channel " + names[c]);
        }
    }

    private static float[] plane(SampleType type, int c) {
        float[] plane = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int code = x * 7919 + y * 104729 + c * 15485863 + 12345;
                plane[y * WIDTH + x] = switch (type) {
                    case BYTE -> (code % 256) / 255f;
                    case SHORT -> (code % 65536) / 65535f;
                    case HALF -> HalfFloat.toFloat(HalfFloat.fromFloat((code % 65536 - 32768) / 64f));
                    default -> (code % 65536 - 32768) / 64f;
                };
            }
        }
        return plane;
    }

    /** A picture of random floats: any bit pattern, so NaN and infinities among them. */
    static FloatImage random(long seed, int width, int height, String... names) {
        Random random = new Random(seed);
        List<ImageChannel> channels = new ArrayList<>();
        for (String name : names) {
            float[] plane = new float[width * height];
            for (int i = 0; i < plane.length; i++) {
                plane[i] = Float.intBitsToFloat(random.nextInt());
            }
            channels.add(new ImageChannel(name, SampleType.FLOAT, plane));
        }
        return image(width, height, channels);
    }

    static FloatImage image(int width, int height, List<ImageChannel> channels) {
        Window window = Window.ofSize(width, height);
        return new FloatImage("test", window, window, 1, channels, ColorState.UNKNOWN, List.of());
    }
}
