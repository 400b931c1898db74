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

import java.util.Arrays;
import org.scenelinear.run.Run;

/**
 * The standard deviation of noise, estimated so that edges and texture hardly matter: the median of the absolute values
 * of a high-pass, 1.4826 times that being the deviation of a normal distribution. The high-pass is the difference of
 * two Laplacians of Immerkær, Fast Noise Variance Estimation, 1996; it leaves planes and slopes out and makes noise six
 * times larger.
 */
final class NoiseEstimate {
    private static final double DEVIATION_OF_MEDIAN = 1.4826;
    private static final double GAIN = 6;

    private NoiseEstimate() {}

    /**
     * The estimate.
     *
     * @param plane of the whole image
     * @param width its columns
     * @param area whose pixels count; only those with all eight neighbors in it are used
     * @param run on how many threads
     * @return NaN if no pixel has all its neighbors and they are finite
     */
    static double sigma(float[] plane, int width, Area area, Run run) {
        float[] response = new float[plane.length == 0 ? 0 : area.width() * area.height()];
        run.forEach("estimating noise", area.height(), () -> area, (unused, line) -> {
            Arrays.fill(response, line * area.width(), (line + 1) * area.width(), Float.NaN);
            if (line > 0 && line < area.height() - 1) {
                highPass(plane, width, area, line, response);
            }
        });
        double median = OrderStatistics.percentiles(response, new double[] {50}, run)[0];
        return DEVIATION_OF_MEDIAN * median / GAIN;
    }

    private static void highPass(float[] plane, int width, Area area, int line, float[] response) {
        for (int column = 1; column < area.width() - 1; column++) {
            if (area.inside() == null || surrounded(area, column, line)) {
                int at = (area.y() + line) * width + area.x() + column;
                int up = at - width;
                int down = at + width;
                response[line * area.width() + column] = Math.abs(plane[up - 1]
                        + plane[up + 1]
                        + plane[down - 1]
                        + plane[down + 1]
                        - 2 * (plane[up] + plane[down] + plane[at - 1] + plane[at + 1])
                        + 4 * plane[at]);
            }
        }
    }

    private static boolean surrounded(Area area, int column, int line) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (!area.inside()[(line + dy) * area.width() + column + dx]) {
                    return false;
                }
            }
        }
        return true;
    }
}
