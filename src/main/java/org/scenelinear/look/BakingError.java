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

import java.util.Arrays;
import java.util.Locale;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;

/**
 * How far what was baked is from the exact transforms, over 200000 colors within ACEScg and grays, from 12 stops below
 * middle gray to 10 above.
 *
 * @param rendered whether the results are code values of a display; otherwise light of a scene
 * @param largest the largest difference of a component
 * @param usual the difference that 99 of 100 colors stay below
 * @param largestPart the largest difference as a part of the color's largest component
 * @param usualPart the part that 99 of 100 colors stay below
 */
public record BakingError(boolean rendered, double largest, double usual, double largestPart, double usualPart) {
    private static final int COLORS = 200_000;

    /** Parts are of no less than the darkest gray that counts. */
    private static final double DARKEST = ProbeColors.GRAY * Math.pow(2, ProbeColors.DARKEST);

    /** A scene is warned of above one percent: the least that eyes see. */
    private static final double VISIBLE_PART = 0.01;

    /** Code values are warned of above one step of 8 bits. */
    private static final double VISIBLE_STEP = 1 / 255.0;

    /**
     * Measures it.
     *
     * @param exact the transforms that were baked, from ACES2065-1
     * @param baked what is to do the same
     * @param rendered whether the results are code values of a display
     * @param run where
     */
    static BakingError of(ColorTransform exact, ColorTransform baked, boolean rendered, Run run) {
        float[][] colors = ProbeColors.withinAcesCg(COLORS);
        float[][] grays = ProbeColors.grays(ProbeColors.DARKEST, ProbeColors.BRIGHTEST, 64);
        int length = COLORS + grays[0].length;
        for (int c = 0; c < 3; c++) {
            colors[c] = Arrays.copyOf(colors[c], length);
            System.arraycopy(grays[c], 0, colors[c], COLORS, grays[c].length);
        }
        float[][] expected = ProbeColors.through(exact, colors, run);
        float[][] actual = ProbeColors.through(baked, colors, run);
        double[] differences = new double[length];
        double[] parts = new double[length];
        for (int i = 0; i < length; i++) {
            double most = DARKEST;
            for (int c = 0; c < 3; c++) {
                double difference = Math.abs((double) expected[c][i] - actual[c][i]);
                differences[i] = Math.max(differences[i], Double.isNaN(difference) ? Double.MAX_VALUE : difference);
                most = Math.max(most, Math.abs(expected[c][i]));
            }
            parts[i] = differences[i] / most;
        }
        Arrays.sort(differences);
        Arrays.sort(parts);
        int usual = (int) (0.99 * length);
        return new BakingError(rendered, differences[length - 1], differences[usual], parts[length - 1], parts[usual]);
    }

    /** Whether more than one color in a hundred is off by what can be seen. */
    public boolean isVisible() {
        return rendered ? usual > VISIBLE_STEP : usualPart > VISIBLE_PART;
    }

    /** In a sentence. */
    public String text() {
        if (rendered) {
            return String.format(
                    Locale.ROOT, "largest error %.3g of full scale, 99 of 100 colors within %.3g", largest, usual);
        }
        return String.format(
                Locale.ROOT,
                "largest error %.3g %% of the color, 99 of 100 colors within %.3g %% (in light: %.3g and %.3g)",
                100 * largestPart,
                100 * usualPart,
                largest,
                usual);
    }
}
