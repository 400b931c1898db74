/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.ColorSpaces;

/** How much red, green and blue code values count in luma Y', and color differences Cb and Cr that go with it. */
public enum LumaWeights {
    /** ITU-R BT.709-6, items 3.2 and 3.3. */
    BT709("BT.709", 0.2126, 0.7152, 0.0722),
    /** ITU-R BT.2020-2, table 4, non-constant luminance; ITU-R BT.2100 has the same. */
    BT2020("BT.2020", 0.2627, 0.6780, 0.0593);

    private final String standard;
    private final double red;
    private final double green;
    private final double blue;

    LumaWeights(String standard, double red, double green, double blue) {
        this.standard = standard;
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    /** Those of signals with these primaries: BT.2020's for its own, else BT.709's. */
    public static LumaWeights of(Chromaticities chromaticities) {
        return chromaticities.equals(ColorSpaces.LINEAR_REC2020.chromaticities()) ? BT2020 : BT709;
    }

    /** The weights of red, green and blue, new. */
    public double[] weights() {
        return new double[] {red, green, blue};
    }

    /** Y' of code values. */
    public double luma(double r, double g, double b) {
        return red * r + green * g + blue * b;
    }

    /** Cb, -0.5 to 0.5, of blue and Y'. */
    public double blueDifference(double b, double luma) {
        return (b - luma) / (2 * (1 - blue));
    }

    /** Cr, -0.5 to 0.5, of red and Y'. */
    public double redDifference(double r, double luma) {
        return (r - luma) / (2 * (1 - red));
    }

    @Override
    public String toString() {
        return standard;
    }
}
