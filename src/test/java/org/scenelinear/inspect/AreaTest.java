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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AreaTest {
    private static final boolean T = true;
    private static final boolean F = false;

    @Test
    void everyOtherLineHasThePixelsOfThatLineAndNoOther() {
        Area masked = new Area(2, 5, 3, 4, new boolean[] {F, T, F, T, T, T, F, F, T, T, T, T});
        Area thinned = masked.everyLine(2);
        for (int line = 0; line < 10; line++) {
            for (int column = 0; column < 8; column++) {
                boolean kept = line >= 5 && (line - 5) % 2 == 0;
                assertEquals(kept && masked.contains(column, line), thinned.contains(column, line));
            }
        }
        assertEquals(6, Area.whole(3, 4).everyLine(2).count());
        assertEquals(3, Area.whole(3, 4).everyLine(9).count());
    }

    @Test
    void aPartOfALineHasPixelsIfOneOfItsCounts() {
        Area masked = new Area(2, 5, 3, 2, new boolean[] {F, T, F, F, F, F});
        assertTrue(masked.hasPixels(0, 0, 3));
        assertTrue(masked.hasPixels(0, 1, 1));
        assertFalse(masked.hasPixels(0, 2, 1));
        assertFalse(masked.hasPixels(1, 0, 3));
        assertTrue(Area.whole(3, 2).hasPixels(1, 2, 1));
    }
}
