/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnnamedSpaceTest {
    private static final Chromaticities SOME =
            Chromaticities.of(0.61f, 0.35f, 0.29f, 0.59f, 0.16f, 0.07f, 0.3457f, 0.3585f);

    @Test
    void itsNameLeadsBackToIt() {
        ColorSpace space = UnnamedSpace.of(SOME);
        assertEquals("Linear (0.61 0.35 0.29 0.59 0.16 0.07 0.3457 0.3585)", space.name());
        assertEquals(Optional.of(space), ColorSpaces.byName(space.name()));
        assertEquals(Optional.of(space), ColorSpaces.byName(" " + space.name().toUpperCase(java.util.Locale.ROOT)));
        assertTrue(space.chromaticities().isCloseTo(SOME, 1e-7));
        assertTrue(space.isLinear());
    }

    @Test
    void primariesOnOneLineOrPointAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> UnnamedSpace.of(Chromaticities.of(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3)));
        assertThrows(
                IllegalArgumentException.class,
                () -> UnnamedSpace.of(Chromaticities.of(Double.NaN, 0.3, 0.2, 0.7, 0.1, 0.1, 0.3, 0.3)));
        assertThrows(
                IllegalArgumentException.class,
                () -> UnnamedSpace.of(Chromaticities.of(0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3, 0)));
        assertEquals(Optional.empty(), ColorSpaces.byName("Linear (1 2 3)"));
        assertEquals(Optional.empty(), ColorSpaces.byName("Linear (- - - - - - - -)"));
    }
}
