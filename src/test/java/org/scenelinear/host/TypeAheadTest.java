/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;

class TypeAheadTest {
    private static final List<String> ITEMS = List.of("", "Linear Rec.2020", "Rec.709", "Rec.2020");

    @Test
    void theBeginningOfANameComesBeforeAnotherPlaceInIt() {
        assertEquals(3, TypeAhead.find(ITEMS, "rec.20"));
        assertEquals(2, TypeAhead.find(ITEMS, "REC"));
        assertEquals(1, TypeAhead.find(ITEMS, "ar rec"));
        assertEquals(-1, TypeAhead.find(ITEMS, "xyz"));
    }

    @Test
    void everySpaceIsFoundByItsName() {
        List<String> names = ColorSpaces.all().stream().map(ColorSpace::name).toList();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            int found = TypeAhead.find(names, name);
            assertEquals(0, names.get(found).indexOf(name), name);
        }
    }
}
