/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.List;

/**
 * The key code on the edge of motion picture film (SMPTE 254).
 *
 * @param manufacturer code of the film's manufacturer
 * @param filmType code of the film's type
 * @param prefix identifies the roll
 * @param count counts up once every {@code perfsPerCount} perforations
 * @param perfOffset perforations since the last count
 * @param perfsPerFrame perforations of a frame
 * @param perfsPerCount perforations of a count
 */
public record KeyCode(
        int manufacturer, int filmType, int prefix, int count, int perfOffset, int perfsPerFrame, int perfsPerCount)
        implements NumericValue {
    @Override
    public String typeName() {
        return "keycode";
    }

    @Override
    public List<Number> numbers() {
        return List.of(manufacturer, filmType, prefix, count, perfOffset, perfsPerFrame, perfsPerCount);
    }
}
