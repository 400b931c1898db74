/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/**
 * The order in which the 64 coefficients of a block are stored: along the diagonals, low frequencies first, as in JPEG.
 */
final class DwaZigzag {
    /** Row by row place of each stored coefficient. */
    static final byte[] PLACE = places();

    /** Place in the stored order of each coefficient, row by row. */
    static final byte[] STORED = stored();

    /** How many rows of a block can be other than zero if this is the last stored coefficient that is not zero. */
    static final byte[] ROWS = rows();

    private DwaZigzag() {}

    private static byte[] places() {
        byte[] places = new byte[64];
        int n = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            int low = Math.max(0, diagonal - 7);
            int high = Math.min(7, diagonal);
            for (int i = low; i <= high; i++) {
                // Even diagonals run upwards, odd ones downwards.
                int row = diagonal % 2 == 0 ? high + low - i : i;
                places[n++] = (byte) (8 * row + diagonal - row);
            }
        }
        return places;
    }

    private static byte[] stored() {
        byte[] stored = new byte[64];
        for (int n = 0; n < 64; n++) {
            stored[PLACE[n]] = (byte) n;
        }
        return stored;
    }

    private static byte[] rows() {
        byte[] rows = new byte[64];
        int most = 0;
        for (int n = 0; n < 64; n++) {
            most = Math.max(most, PLACE[n] / 8 + 1);
            rows[n] = (byte) most;
        }
        return rows;
    }
}
