/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.scifio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.scif.Format;
import io.scif.services.DatasetIOService;
import io.scif.services.FormatService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.imagej.Dataset;
import net.imagej.axis.Axes;
import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.SaveOptions;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scijava.Context;
import org.scijava.io.location.FileLocation;

/** OpenEXR through SCIFIO's own services. */
class OpenExrFormatTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 21;

    private final Context context = new Context();

    @TempDir
    Path folder;

    @AfterEach
    void disposeContext() {
        context.dispose();
    }

    @Test
    void theSuffixFindsTheFormat() throws Exception {
        Format format = context.service(FormatService.class)
                .getFormat(new FileLocation(savedFrame().toFile()));
        assertEquals(OpenExrFormat.class, format.getClass());
    }

    @Test
    void everySampleArrivesInItsPlaceUnchanged() throws Exception {
        Dataset dataset =
                context.service(DatasetIOService.class).open(savedFrame().toString());
        assertEquals(WIDTH, dataset.dimension(Axes.X));
        assertEquals(HEIGHT, dataset.dimension(Axes.Y));
        assertEquals(3, dataset.dimension(Axes.CHANNEL));
        RandomAccess<? extends RealType<?>> access = dataset.randomAccess();
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    access.setPosition(new int[] {x, y, c});
                    assertEquals(sample(x, y, c), access.get().getRealFloat());
                }
            }
        }
        assertTrue(dataset.getName().endsWith(".exr"));
    }

    private Path savedFrame() throws Exception {
        Path path = folder.resolve("frame.exr");
        ImageChannel[] channels = new ImageChannel[3];
        for (int c = 0; c < 3; c++) {
            float[] samples = new float[WIDTH * HEIGHT];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = sample(i % WIDTH, i / WIDTH, c);
            }
            channels[c] = new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, samples);
        }
        FloatImage image = new FloatImage(
                "frame.exr",
                Window.ofSize(WIDTH, HEIGHT),
                Window.ofSize(WIDTH, HEIGHT),
                1f,
                List.of(channels),
                new ColorState(Optional.of(ColorSpaces.ACES2065_1), "test"),
                List.of());
        SaveOptions options = new SaveOptions(Compression.ZIP, SaveOptions.DEFAULT_DWA_LEVEL, SaveOptions.Pixels.FLOAT);
        ImageFiles.save(image, path, options, Run.inThisThread());
        return path;
    }

    /** A value of its own for each pixel and channel, so that a mix-up shows; some negative, some far above 1. */
    private static float sample(int x, int y, int c) {
        return (c * HEIGHT + y) * WIDTH + x - 500 + 0.25f;
    }
}
