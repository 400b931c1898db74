/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

/**
 * Which pixels of an image to look at: a rectangle, or some of its pixels.
 *
 * @param x the rectangle's left column in the image, from 0
 * @param y its top line, from 0
 * @param width its columns
 * @param height its lines
 * @param inside by lines from the top left, which pixels of the rectangle count; null for all
 */
public record Area(int x, int y, int width, int height, boolean[] inside) {
    /** Checks that the mask has the rectangle's size. */
    public Area {
        if (width < 0 || height < 0 || inside != null && inside.length != (long) width * height) {
            throw new IllegalArgumentException("an area of " + width + " x " + height + " pixels with a mask of "
                    + (inside == null ? "none" : inside.length));
        }
    }

    /** A whole image. */
    public static Area whole(int width, int height) {
        return new Area(0, 0, width, height, null);
    }

    /** How many pixels count. */
    public int count() {
        if (inside == null) {
            return width * height;
        }
        int count = 0;
        for (boolean in : inside) {
            count += in ? 1 : 0;
        }
        return count;
    }

    /** Whether all pixels of an image of this size count. */
    public boolean isWhole(int imageWidth, int imageHeight) {
        return inside == null && x == 0 && y == 0 && width == imageWidth && height == imageHeight;
    }

    /**
     * Whether a pixel counts.
     *
     * @param column in the image, from 0
     * @param line in the image, from 0
     */
    public boolean contains(int column, int line) {
        boolean within = column >= x && line >= y && column - x < width && line - y < height;
        return within && (inside == null || inside[(line - y) * width + column - x]);
    }

    /**
     * Whether any pixel counts of a part of one of the rectangle's lines.
     *
     * @param line from 0 at the rectangle's top
     * @param first column of the part, from 0 at the rectangle's left
     * @param columns of the part
     */
    public boolean hasPixels(int line, int first, int columns) {
        if (inside == null) {
            return columns > 0;
        }
        for (int i = line * width + first; i < line * width + first + columns; i++) {
            if (inside[i]) {
                return true;
            }
        }
        return false;
    }

    /** The same pixels of every so many-th line, beginning with the rectangle's first. */
    public Area everyLine(int step) {
        boolean[] thinned = new boolean[width * height];
        for (int line = 0; line < height; line += step) {
            for (int i = line * width; i < (line + 1) * width; i++) {
                thinned[i] = inside == null || inside[i];
            }
        }
        return new Area(x, y, width, height, thinned);
    }

    /**
     * The samples that count, one after the other.
     *
     * @param plane of the whole image
     * @param imageWidth its columns
     * @return new; {@code plane} itself if all its pixels count
     */
    public float[] samples(float[] plane, int imageWidth) {
        if (isWhole(imageWidth, plane.length / Math.max(imageWidth, 1))) {
            return plane;
        }
        float[] samples = new float[count()];
        int next = 0;
        for (int line = 0; line < height; line++) {
            for (int column = 0; column < width; column++) {
                if (inside == null || inside[line * width + column]) {
                    samples[next++] = plane[(y + line) * imageWidth + x + column];
                }
            }
        }
        return samples;
    }
}
