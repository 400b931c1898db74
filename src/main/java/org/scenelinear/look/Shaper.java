/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import org.scenelinear.color.TransferCurves;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.LogTransform;
import org.scenelinear.transform.LogTransform.Parameters;
import org.scenelinear.transform.TransformChain;

/**
 * The curve that takes light to 0 to 1 before a three-dimensional table, so that its entries lie where eyes need them.
 */
public enum Shaper {
    /**
     * A logarithm that reaches further into the dark than that of ACEScct, with a straight piece through 0 below: the
     * same number of entries for each stop, hence about the same error at all levels of light.
     */
    LOG,
    /** The curve of ACEScct: exact where a look works in ACEScct, poor more than four stops below middle gray. */
    ACESCCT,
    /** None: values from 0 to 1 as they are. */
    NONE;

    /** Where the logarithm ends for light of a scene: so far below middle gray, in stops, errors count as large. */
    private static final double SCENE_STOPS = 14;

    /** The same for what a display shows, which is black soon. */
    private static final double DISPLAY_STOPS = 9;

    /** Where ACEScct ends above middle gray, in stops. */
    static final double ACESCCT_STOPS = Math.log(TransferCurves.ACESCCT.decode(1) / ProbeColors.GRAY) / Math.log(2);

    /**
     * The curve from light.
     *
     * @param rendered whether the table behind it gives code values of a display
     * @param brightest what becomes 1, in stops from middle gray; ACEScct has its own
     */
    ColorTransform curve(boolean rendered, double brightest) {
        return switch (this) {
            case LOG -> logarithm(rendered ? DISPLAY_STOPS : SCENE_STOPS, brightest);
            case ACESCCT -> new CurveTransform(TransferCurves.ACESCCT, CurveTransform.Direction.ENCODE);
            case NONE -> TransformChain.of();
        };
    }

    /** A logarithm to base 2 whose straight piece begins where it is given and runs through 0 with the same slope. */
    private static LogTransform logarithm(double stopsBelow, double stopsAbove) {
        double straight = 1 / Math.log(2); // what the straight piece takes, in stops
        double slope = 1 / (stopsBelow + stopsAbove + straight);
        double breakAt = ProbeColors.GRAY * Math.pow(2, -stopsBelow);
        double offset = slope * (straight - Math.log(breakAt) / Math.log(2));
        Parameters parameters = new Parameters(2, slope, offset, 1, 0, breakAt, Double.NaN);
        return LogTransform.same(LogTransform.Style.CAMERA_LIN_TO_LOG, parameters);
    }
}
