/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossTest {
    private static final Loss LOSS =
            new Loss("ACES2065-1 to ACEScg, gamut=clip", 100, 7, 7, 0, 2, 16.25f, 14, 2.5e-7, 100);

    @Test
    void anEntryIsOneLineThatIsReadBack() {
        assertEquals(
                "ACES2065-1 to ACEScg, gamut=clip: 7 of 100 pixels outside the target's primaries (7 clipped, 0 left), 2"
                        + " with NaN or infinity; largest component 16.25 before, 14.0 after; there and back within"
                        + " 2.5e-07, measured on 100 pixels",
                LOSS.text());
        assertEquals(Optional.of(LOSS), Loss.parse(LOSS.text()));
        Loss endless = new Loss("a", 1, 0, 0, 0, 1, Float.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 1);
        assertEquals(Optional.of(endless), Loss.parse(endless.text()));
        assertEquals(Optional.empty(), Loss.parse("something else"));
        assertEquals(Optional.empty(), Loss.parse(LOSS.text().replace("16.25", "many")));
    }

    @Test
    void lossesOfFramesAddUpAndOtherEntriesStay() {
        Loss other = new Loss(LOSS.operation(), 100, 1, 1, 0, 0, 20, 3, 1e-6, 50);
        Loss both = new Loss(LOSS.operation(), 200, 8, 8, 0, 2, 20, 14, 1e-6, 150);
        assertEquals(
                List.of(both.text(), "note"),
                Loss.together(List.of(List.of(LOSS.text(), "note"), List.of(other.text(), "note"), List.of())));
    }

    @Test
    void onlyWhatIsLostOrSoonMayBeIsWarnedOf() {
        assertTrue(Loss.report(LOSS.text())
                .endsWith(". Warning: 7 pixels were clipped; what they were cannot be recovered" + " from the result"));
        Loss kept = new Loss("a", 9, 3, 0, 3, 0, 1, 1, 0, 9);
        assertTrue(Loss.report(kept.text()).contains(". Warning: 3 pixels have negative components; "));
        Loss nothing = new Loss("a", 9, 3, 0, 0, 0, 1, 1, 0, 9);
        assertFalse(Loss.report(nothing.text()).contains("Warning"));
        assertEquals("note", Loss.report("note"));
    }
}
