/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Arrays;
import java.util.Optional;
import org.scenelinear.image.Window;

/**
 * A plane that lies somewhere, seen as if it had no end: where there are no samples it has one value everywhere. So
 * planes of different windows can be put together pixel by pixel.
 */
public final class PlacedPlane {
    private final Optional<float[]> samples;
    private final Window window;
    private final float inside;
    private final float outside;

    private PlacedPlane(Optional<float[]> samples, Window window, float inside, float outside) {
        this.samples = samples;
        this.window = window;
        this.inside = inside;
        this.outside = outside;
    }

    /**
     * A plane of samples; shared, not copied.
     *
     * @param samples line by line from the top
     * @param window where they lie
     * @param outside the value elsewhere
     */
    public static PlacedPlane of(float[] samples, Window window, float outside) {
        if (samples.length != (long) window.width() * window.height()) {
            throw new IllegalArgumentException(
                    samples.length + " samples for " + window.width() + " x " + window.height() + " pixels");
        }
        return new PlacedPlane(Optional.of(samples), window, 0, outside);
    }

    /** A plane of one value within a window and another elsewhere, such as the alpha of an opaque picture. */
    public static PlacedPlane constant(float inside, Window window, float outside) {
        return new PlacedPlane(Optional.empty(), window, inside, outside);
    }

    /**
     * Copies a piece of a line.
     *
     * @param x its first column
     * @param y the line
     * @param length how many columns
     * @param line receives them from index 0
     */
    void read(int x, int y, int length, float[] line) {
        int begin = Math.max(x, window.xMin());
        int end = Math.min(x + length - 1, window.xMax());
        if (y < window.yMin() || y > window.yMax() || begin > end) {
            Arrays.fill(line, 0, length, outside);
            return;
        }
        int before = begin - x;
        int count = end - begin + 1;
        Arrays.fill(line, 0, before, outside);
        if (samples.isPresent()) {
            int from = (y - window.yMin()) * window.width() + begin - window.xMin();
            System.arraycopy(samples.get(), from, line, before, count);
        } else {
            Arrays.fill(line, before, before + count, inside);
        }
        Arrays.fill(line, before + count, length, outside);
    }
}
