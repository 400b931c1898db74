/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color.cie;

import org.scenelinear.color.PerceptualQuantizer;
import org.scenelinear.math.Matrix3;

/**
 * A color in constant-intensity ICtCp with the perceptual quantizer: ITU-R BT.2100-2, table 7. Made for light of known
 * luminance.
 *
 * @param intensity I, 0 for black, 1 for 10000 cd/m²
 * @param tritan Ct, yellow to blue
 * @param protan Cp, green to red
 */
public record Ictcp(double intensity, double tritan, double protan) {
    /** From linear Rec.2020 to the signals of cones L, M, S, which are encoded with the perceptual quantizer. */
    public static final Matrix3 TO_CONES = Matrix3.of(
            1688 / 4096.0,
            2146 / 4096.0,
            262 / 4096.0,
            683 / 4096.0,
            2951 / 4096.0,
            462 / 4096.0,
            99 / 4096.0,
            309 / 4096.0,
            3688 / 4096.0);
    /** From the encoded signals of cones to I, Ct, Cp. */
    public static final Matrix3 TO_ICTCP = Matrix3.of(
            0.5, 0.5, 0, 6610 / 4096.0, -13613 / 4096.0, 7003 / 4096.0, 17933 / 4096.0, -17390 / 4096.0, -543 / 4096.0);

    private static final PerceptualQuantizer PQ = new PerceptualQuantizer();

    /**
     * The coordinates of a color.
     *
     * @param rec2020 linear red, green, blue of Rec.2020; negative components, which the space has no values for, count
     *     as 0
     * @param nits the luminance of 1, in cd/m²
     */
    public static Ictcp of(double[] rec2020, double nits) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            light[i] = Math.max(0, rec2020[i]) * (nits / 100); // the quantizer's 1 is 100 cd/m²
        }
        double[] cones = TO_CONES.times(light);
        double[] result = TO_ICTCP.times(new double[] {PQ.encode(cones[0]), PQ.encode(cones[1]), PQ.encode(cones[2])});
        return new Ictcp(result[0], result[1], result[2]);
    }
}
