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

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;
import org.scenelinear.run.Tile;

/**
 * The picture of a result for the screen: light in a scene as the live view begins with it, through the usual view of
 * the usual display; all else by its code values as they are, 0 black and 1 white.
 *
 * <p>For one thread at a time.
 */
final class PreviewPicture {
    /** Pixels that are made so fast that the picture follows each change. */
    static final int QUICK_PIXELS = 1 << 19;

    private Optional<ColorSpace> rendererSpace = Optional.empty();
    private FrameRenderer renderer;

    /**
     * What is shown.
     *
     * @param picture opaque pixels
     * @param manner how the values became it, in words
     */
    record Shown(BufferedImage picture, String manner) {}

    /** Which pixels of an image a preview takes: every so many-th column and line. */
    static int reduction(int width, int height) {
        return Math.max(1, (int) Math.ceil(Math.sqrt((double) width * height / QUICK_PIXELS)));
    }

    /**
     * The image of every so many-th column and line, as ImageJ draws an image that is zoomed out: each pixel has the
     * values that it has in the whole.
     *
     * @param image the whole
     * @param step 1 for the image itself
     */
    static FloatImage everyNth(FloatImage image, int step) {
        if (step == 1) {
            return image;
        }
        int columns = (image.width() + step - 1) / step;
        int lines = (image.height() + step - 1) / step;
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : image.channels()) {
            float[] few = new float[columns * lines];
            for (int y = 0; y < lines; y++) {
                int start = y * step * image.width();
                for (int x = 0; x < columns; x++) {
                    few[y * columns + x] = channel.samples()[start + x * step];
                }
            }
            channels.add(new ImageChannel(channel.name(), channel.source(), few));
        }
        Window window = Window.ofSize(columns, lines);
        return image.withChannels(channels, window, window);
    }

    /** The picture of a result. */
    Shown of(FloatImage result, Run run) {
        Optional<ColorSpace> scene =
                result.color().space().filter(space -> space.reference() == ColorSpace.Reference.SCENE);
        if (scene.isEmpty()) {
            String meaning = result.color()
                    .space()
                    .map(ColorSpace::name)
                    .orElse(result.color().evidence());
            return new Shown(picture(result, codeValues(result, run)), meaning + "; code values as they are");
        }
        String display = OutputTransforms.displays().get(0);
        String view = OutputTransforms.views(display).get(0);
        ViewState state = new ViewState(0, new Rendering(display, view, ""), 1, 1, 0);
        if (!scene.equals(rendererSpace)) {
            renderer = new FrameRenderer(scene.get());
            rendererSpace = scene;
        }
        return new Shown(
                picture(result, renderer.render(result, state, 1, run)),
                scene.get().name() + " as the live view shows it ("
                        + state.rendering().shortName() + ")");
    }

    private static int[] codeValues(FloatImage result, Run run) {
        float[][] planes = FrameRenderer.planes(result);
        int width = result.width();
        int[] argb = new int[width * result.height()];
        run.forEach("packing", result.height(), Tile::new, (tile, line) -> {
            for (int first = 0; first < width; first += Tile.CAPACITY) {
                tile.length = Math.min(Tile.CAPACITY, width - first);
                int offset = line * width + first;
                System.arraycopy(planes[0], offset, tile.r, 0, tile.length);
                System.arraycopy(planes[1], offset, tile.g, 0, tile.length);
                System.arraycopy(planes[2], offset, tile.b, 0, tile.length);
                ArgbPacking.pack(tile, argb, offset);
            }
        });
        return argb;
    }

    private static BufferedImage picture(FloatImage result, int[] argb) {
        BufferedImage picture = new BufferedImage(result.width(), result.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, result.width(), result.height(), argb, 0, result.width());
        return picture;
    }
}
