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

/**
 * What is told of a pixel.
 *
 * @param status one line, short enough for ImageJ's status bar
 * @param lines what a panel shows, one below the other
 */
public record PixelReading(String status, List<Line> lines) {
    /**
     * A line of a panel.
     *
     * @param name what it tells
     * @param value what it is
     */
    public record Line(String name, String value) {}
}
