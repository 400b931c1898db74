/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.scenelinear.aces.DisplayCurve;
import org.scenelinear.aces.DisplayEncoding;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.RenderingParameters;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.inspect.FalseColor;
import org.scenelinear.look.LookSource;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;

/**
 * Makes the picture of a view state: exposure, conversion to ACES2065-1, looks, output transform, packing into ARGB,
 * tile by tile. The source is only read. Images without R, G, B are shown by their first channel in gray.
 *
 * <p>For one thread at a time.
 */
final class FrameRenderer {
    /** What a picture of standard dynamic range is rendered for, in cd/m². */
    private static final double SDR_WHITE = 100;

    private static final float RED = weight(0);
    private static final float GREEN = weight(1);
    private static final float BLUE = weight(2);

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final ColorSpace space;

    private List<Object> compiledFor = List.of();
    private Kernel compiled;

    /**
     * A renderer.
     *
     * @param space what the source's values mean
     */
    FrameRenderer(ColorSpace space) {
        this.space = space;
    }

    /**
     * Renders a frame.
     *
     * @param frame the source
     * @param state exposure, display and view
     * @param step 1 for every pixel; with 2 or more only every so many-th in both directions is computed and stands for
     *     its neighbors
     * @param run how to work
     * @return ARGB pixels, line by line
     * @throws UncheckedIOException if the looks cannot be read
     */
    int[] render(FloatImage frame, ViewState state, int step, Run run) {
        Kernel kernel = kernel(state.rendering());
        Optional<FalseColor> zones = FalseColor.preset(state.rendering().falseColor());
        float[][] planes = planes(frame);
        float gain = state.gain();
        int width = frame.width();
        int height = frame.height();
        int[] argb = new int[width * height];
        int lines = (height + step - 1) / step;
        run.forEach("rendering", lines, Tile::new, (tile, line) -> {
            int start = line * step * width;
            renderLine(kernel, zones, planes, start, width, step, gain, tile, argb);
            for (int y = line * step + 1; y < Math.min(height, (line + 1) * step); y++) {
                System.arraycopy(argb, start, argb, y * width, width);
            }
        });
        return argb;
    }

    private static void renderLine(
            Kernel kernel,
            Optional<FalseColor> zones,
            float[][] planes,
            int start,
            int width,
            int step,
            float gain,
            Tile tile,
            int[] argb) {
        int columns = (width + step - 1) / step;
        for (int first = 0; first < columns; first += Tile.CAPACITY) {
            tile.length = Math.min(Tile.CAPACITY, columns - first);
            int offset = start + first * step;
            gather(planes[0], offset, step, gain, tile.r, tile.length);
            gather(planes[1], offset, step, gain, tile.g, tile.length);
            gather(planes[2], offset, step, gain, tile.b, tile.length);
            kernel.apply(tile);
            if (zones.isPresent()) {
                luminance(tile.r, tile.g, tile.b, tile.length);
                zones.get().paint(tile.r, 0, argb, start + first, tile.length);
            } else {
                ArgbPacking.pack(tile, argb, start + first);
            }
        }
        if (step > 1) {
            for (int x = width - 1; x > 0; x--) { // from the right, so that nothing is overwritten before it is read
                argb[start + x] = argb[start + x / step];
            }
        }
    }

    /** Replaces red of ACES2065-1 by the luminance. */
    private static void luminance(float[] r, float[] g, float[] b, int length) {
        for (int i = 0; i < length; i++) {
            r[i] = RED * r[i] + GREEN * g[i] + BLUE * b[i];
        }
    }

    private static void gather(float[] plane, int offset, int step, float gain, float[] values, int length) {
        if (step == 1) {
            System.arraycopy(plane, offset, values, 0, length);
        } else {
            for (int i = 0; i < length; i++) {
                values[i] = plane[offset + i * step];
            }
        }
        for (int i = 0; i < length; i++) {
            values[i] *= gain;
        }
    }

    /** What a component of ACES2065-1 adds to the luminance. */
    private static float weight(int component) {
        return (float) ColorSpaces.ACES2065_1.chromaticities().toXyz().get(1, component);
    }

    /** R, G, B, or the first channel three times. */
    static float[][] planes(FloatImage frame) {
        return frame.rgb().orElseGet(() -> {
            List<ImageChannel> channels = frame.channels();
            float[] gray = frame.channel("Y").orElse(channels.get(0)).samples();
            return new float[][] {gray, gray, gray};
        });
    }

    /** Compiled anew for another rendering, or when the file of its looks was changed. */
    private Kernel kernel(Rendering rendering) {
        List<Object> wanted = List.of(rendering, changed(rendering.looks()));
        if (!wanted.equals(compiledFor)) {
            compiled = compile(rendering);
            compiledFor = wanted;
        }
        return compiled;
    }

    private static FileTime changed(String looks) {
        try {
            return looks.isEmpty() ? NEVER : Files.getLastModifiedTime(Path.of(looks));
        } catch (IOException e) {
            return NEVER; // a look that comes with SceneLinear; whether there is one, its reader tells
        }
    }

    private Kernel compile(Rendering rendering) {
        if (!rendering.falseColor().isEmpty()) {
            return ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD)
                    .compile();
        }
        return TransformChain.of(
                        ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                        looks(rendering.looks()),
                        onThisScreen(rendering))
                .compile();
    }

    private static TransformChain looks(String looks) {
        try {
            return looks.isEmpty()
                    ? TransformChain.of()
                    : LookSource.read(Path.of(looks), LutFiles.Options.DEFAULT).look();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The light of a display as code values of this screen, which is taken for sRGB; the peak is its white. */
    private static OutputTransform onThisScreen(Rendering rendering) {
        RenderingParameters light = rendering.transform().rendering();
        double scale = SDR_WHITE / light.peakLuminance();
        return new OutputTransform(
                light, new DisplayEncoding(ColorSpaces.SRGB.chromaticities(), DisplayCurve.SRGB, scale, false));
    }

    /** Makes the compiler ready before somebody drags the slider. May run beside {@link #render}. */
    static void warmUp(Rendering rendering, BooleanSupplier canceled) {
        onThisScreen(rendering).warmUp(canceled);
    }
}
