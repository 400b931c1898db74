/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.Prefs;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.StepException;

class CustomColorSpaceTest {
    private static final String TEXT = "My cam (0.7 0.3 0.2 0.75 0.14 0.05 0.3127 0.329; sRGB; scene)";

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void forget() {
        Prefs.set("scenelinear.spaces", "");
    }

    private static CustomColorSpaceCommand define(String options) {
        CustomColorSpaceCommand command = new CustomColorSpaceCommand();
        command.runMacro("name=[My cam] red=[0.7 0.3] green=[0.2 0.75] blue=[0.14 0.05] " + options);
        return command;
    }

    private static String canonical(String space) throws StepException {
        return Recipes.parse("Assign Color Space...", "space=[" + space + "]").text();
    }

    @Test
    void aDefinedSpaceIsKnownByItsNameAndRecordedInFull() throws StepException {
        assertNull(define("curve=sRGB").getCancelReason());
        assertEquals("Assign Color Space... space=[" + TEXT + "]", canonical("my cam"));
        assertEquals("Assign Color Space... space=[" + TEXT + "]", canonical(TEXT));
    }

    @Test
    void aSpaceIsKnownByItsFile() throws StepException {
        Path file = folder.resolve("ours.colorspaces");
        assertNull(define("curve=sRGB keep=[" + file + "]").getCancelReason());
        forget();
        assertEquals("Assign Color Space... space=[" + TEXT + "]", canonical(file.toString()));
        assertEquals("Assign Color Space... space=[" + TEXT + "]", canonical(file + "#My cam"));
        assertThrows(StepException.class, () -> canonical("my cam"));
        assertThrows(StepException.class, () -> canonical(file + "#Other"));
    }

    @Test
    void whatMakesNoSpaceIsSaid() {
        assertEquals(
                "Custom Color Space...: bent is no curve; give linear, gamma with a number, or a color space whose curve is meant",
                define("curve=bent").getCancelReason());
    }
}
