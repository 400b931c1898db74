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
 * The CIE 1931 (x, y) of the primaries and the white point, as the {@code chromaticities} attribute holds them.
 *
 * @param redX x of red
 * @param redY y of red
 * @param greenX x of green
 * @param greenY y of green
 * @param blueX x of blue
 * @param blueY y of blue
 * @param whiteX x of white
 * @param whiteY y of white
 */
public record ChromaticitiesValue(
        float redX, float redY, float greenX, float greenY, float blueX, float blueY, float whiteX, float whiteY)
        implements NumericValue {
    @Override
    public String typeName() {
        return "chromaticities";
    }

    @Override
    public List<Number> numbers() {
        return List.of(redX, redY, greenX, greenY, blueX, blueY, whiteX, whiteY);
    }
}
