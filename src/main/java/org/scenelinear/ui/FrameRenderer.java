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

import java.util.List;
import java.util.function.BooleanSupplier;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;

/**
 * Makes the picture of a view state: exposure, conversion to ACES2065-1, output transform, packing into ARGB, tile by
 * tile. The source is only read. Images without R, G, B are shown by their first channel in gray.
 *
 * <p>For one thread at a time.
 */
final class FrameRenderer {
    private final ColorSpace space;

    private String compiledFor = "";
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
     */
    int[] render(FloatImage frame, ViewState state, int step, Run run) {
        Kernel kernel = kernel(state.display(), state.view());
        float[][] planes = planes(frame);
        float gain = state.gain();
        int width = frame.width();
        int height = frame.height();
        int[] argb = new int[width * height];
        int lines = (height + step - 1) / step;
        run.forEach("rendering", lines, Tile::new, (tile, line) -> {
            int start = line * step * width;
            renderLine(kernel, planes, start, width, step, gain, tile, argb);
            for (int y = line * step + 1; y < Math.min(height, (line + 1) * step); y++) {
                System.arraycopy(argb, start, argb, y * width, width);
            }
        });
        return argb;
    }

    private static void renderLine(
            Kernel kernel, float[][] planes, int start, int width, int step, float gain, Tile tile, int[] argb) {
        int columns = (width + step - 1) / step;
        for (int first = 0; first < columns; first += Tile.CAPACITY) {
            tile.length = Math.min(Tile.CAPACITY, columns - first);
            int offset = start + first * step;
            gather(planes[0], offset, step, gain, tile.r, tile.length);
            gather(planes[1], offset, step, gain, tile.g, tile.length);
            gather(planes[2], offset, step, gain, tile.b, tile.length);
            kernel.apply(tile);
            ArgbPacking.pack(tile, argb, start + first);
        }
        if (step > 1) {
            for (int x = width - 1; x > 0; x--) { // from the right, so that nothing is overwritten before it is read
                argb[start + x] = argb[start + x / step];
            }
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

    /** R, G, B, or the first channel three times. */
    static float[][] planes(FloatImage frame) {
        return frame.rgb().orElseGet(() -> {
            List<ImageChannel> channels = frame.channels();
            float[] gray = frame.channel("Y").orElse(channels.get(0)).samples();
            return new float[][] {gray, gray, gray};
        });
    }

    private Kernel kernel(String display, String view) {
        String wanted = display + "/" + view;
        if (!compiledFor.equals(wanted)) {
            compiled = compile(display, view);
            compiledFor = wanted;
        }
        return compiled;
    }

    private Kernel compile(String display, String view) {
        return TransformChain.of(
                        ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                        transform(display, view))
                .compile();
    }

    private static OutputTransform transform(String display, String view) {
        return OutputTransforms.find(display, view)
                .orElseThrow(() -> new IllegalArgumentException(display + " has no view " + view));
    }

    /** Makes the compiler ready before somebody drags the slider. May run beside {@link #render}. */
    static void warmUp(String display, String view, BooleanSupplier canceled) {
        transform(display, view).warmUp(canceled);
    }
}
