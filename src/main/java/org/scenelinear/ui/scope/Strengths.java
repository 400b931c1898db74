/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui.scope;

/** How strong counts are beside the largest of them, by their logarithms. */
final class Strengths {
    /** What a single pixel among very many is shown with. */
    private static final double LEAST = 1.0 / 256;

    private final double whole;
    /** Of the small counts, which most are. */
    private final double[] known = new double[1024];

    /**
     * For counts.
     *
     * @param largest of all counts
     */
    Strengths(long largest) {
        whole = Math.log1p(Math.max(1, largest));
        for (int count = 1; count < known.length; count++) {
            known[count] = strength(count);
        }
    }

    private double strength(long count) {
        return Math.min(1, Math.max(LEAST, Math.log1p(count) / whole));
    }

    /** 0 for no pixel, 1 for the largest count. */
    double of(long count) {
        return count < known.length ? known[(int) count] : strength(count);
    }
}
