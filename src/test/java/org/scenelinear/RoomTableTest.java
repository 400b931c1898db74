/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomTableTest {
    private static final String HEADER = "| floor | room | what lives there | may import |\n|---|---|---|---|\n";
    private static final String REST = """

            | library | packages |
            |---|---|
            | `JDK` | `java.lang..` `java.util..` |
            | `Paint` | `java.awt..` |

            Long files are listed here:

            - `Numbers.java`, a table
            """;

    @Test
    void aRowGivesTheRoomItsLibrariesItsOwnPackagesAndTheJdk() {
        RoomTable table =
                RoomTable.parse(HEADER + "| 0 | `low` | a `word` | |\n| 1 | `high` | | `low` `Paint` |\n" + REST);
        assertEquals(
                List.of("org.scenelinear.high..", "java.lang..", "java.util..", "java.awt..", "org.scenelinear.low.."),
                table.allowedPackages(table.rooms().get("high")));
        assertEquals(
                List.of("org.scenelinear.low..", "java.lang..", "java.util.."),
                table.allowedPackages(table.rooms().get("low")));
        assertEquals(List.of("Numbers.java"), table.longFiles());
    }

    @Test
    void engineStandsForAllRoomsUpToFloorFour() {
        RoomTable table = RoomTable.parse(HEADER
                + "| 0 | `low` | | |\n| 4 | `files` | | `low` |\n| 5 | `screen` | | |\n| 6 | `menu` | | `engine` |\n"
                + REST);
        List<String> allowed = table.allowedPackages(table.rooms().get("menu"));
        assertTrue(allowed.containsAll(List.of("org.scenelinear.low..", "org.scenelinear.files..")));
        assertTrue(!allowed.contains("org.scenelinear.screen.."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "| 0 | `low` | | `nowhere` |; imports the unknown nowhere",
                "| 0 | `low` | | `high` |#| 1 | `high` | | |; room low imports high, which is above it",
                "| 1 | `one` | | `two` |#| 1 | `two` | | `one` |; room one imports itself in a circle",
                "| 0 | `low` | | |#| 0 | `low` | | |; room low has two rows",
                "| 0 | `low` | |; a row of 3 cells",
                "| 0 | low | | |; one name in back quotes"
            })
    void aTableThatContradictsItselfIsRefused(String rows, String message) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> RoomTable.parse(HEADER + rows.replace('#', '\n') + "\n" + REST));
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @Test
    void aPageWithoutTheTablesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RoomTable.parse("# Architecture\n"));
        assertThrows(IllegalArgumentException.class, () -> RoomTable.parse(HEADER + "| 0 | `low` | | |\n"));
    }

    @Test
    void aPackageOutsideTheRoomsIsRefused() {
        RoomTable table = RoomTable.parse(HEADER + "| 0 | `low` | | |\n" + REST);
        assertEquals("low", table.roomOf("org.scenelinear.low.deep").name());
        assertThrows(IllegalArgumentException.class, () -> table.roomOf("org.scenelinear.lower"));
        assertThrows(IllegalArgumentException.class, () -> table.roomOf("org.scenelinear"));
        assertThrows(IllegalArgumentException.class, () -> table.roomOf("org.elsewhere.low"));
    }
}
