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

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Window;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/** Makes an image cover its display window: what lies outside is cut off, what is missing is 0. */
final class DisplayWindow {
    private DisplayWindow() {}

    static FloatImage cut(String file, FloatImage image) throws UnsupportedFileException {
        Window from = image.dataWindow();
        Window to = image.displayWindow();
        if (from.equals(to)) {
            return image;
        }
        int size = SizeLimits.arraySize(file, "attribute \"displayWindow\"", (long) to.width() * to.height());
        int left = Math.max(from.xMin(), to.xMin());
        int columns = Math.min(from.xMax(), to.xMax()) - left + 1;
        int top = Math.max(from.yMin(), to.yMin());
        int bottom = Math.min(from.yMax(), to.yMax());
        List<ImageChannel> channels = new ArrayList<>();
        for (ImageChannel channel : image.channels()) {
            float[] samples = new float[size];
            for (int y = top; y <= bottom && columns > 0; y++) {
                System.arraycopy(
                        channel.samples(),
                        (y - from.yMin()) * from.width() + left - from.xMin(),
                        samples,
                        (y - to.yMin()) * to.width() + left - to.xMin(),
                        columns);
            }
            channels.add(new ImageChannel(channel.name(), channel.source(), samples));
        }
        return image.withChannels(channels, to, to);
    }
}
