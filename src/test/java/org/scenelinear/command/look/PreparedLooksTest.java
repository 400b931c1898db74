/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

/** Looks on stacks: files are read once, and the whole frame gets them. */
class PreparedLooksTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    @ParameterizedTest
    @CsvSource({
        "Apply Look..., file, look.cc, space=ACEScct",
        "Look Chain..., chain, look.toml, output=skip",
        "Apply AMF..., file, look.amf, ''"
    })
    void aFileIsReadOnce(String label, String key, String name, String more) throws IOException, StepException {
        Path file = folder.resolve(name);
        Files.writeString(
                folder.resolve("look.cc"),
                "<ColorCorrection><SOPNode><Slope>2 1 1</Slope><Offset>0 0 0</Offset>"
                        + "<Power>1 1 1</Power></SOPNode></ColorCorrection>");
        Files.writeString(folder.resolve("look.toml"), "[[look]]\nslope = 1.5\n");
        Recipes.parse(
                        "Save AMF...",
                        "file=[" + folder.resolve("look.amf") + "] chain=[" + folder.resolve("look.toml") + "]")
                .apply(frame(1), Run.inThisThread());
        Step step = Recipes.parse(label, key + "=[" + file + "] " + more);
        FloatImage first = step.apply(frame(1), Run.inThisThread());
        Step prepared = step.prepared();
        Files.delete(file);
        FloatImage second = prepared.apply(frame(1), Run.inThisThread());
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(first.rgb().orElseThrow()[c], second.rgb().orElseThrow()[c]);
        }
        assertEquals(first.history(), second.history());
        assertEquals(step.text(), prepared.text());
        assertThrows(StepException.class, () -> step.apply(frame(1), Run.inThisThread()));
        assertThrows(StepException.class, step::prepared);
    }

    @Test
    void aSelectionDoesNotLimitALook() {
        ImagePlus whole = ImagePlusConversion.toImagePlus(List.of(frame(1), frame(2)), 1);
        ImagePlus selected = ImagePlusConversion.toImagePlus(List.of(frame(1), frame(2)), 1);
        selected.setRoi(new Roi(0, 0, 1, 1));
        for (ImagePlus image : List.of(whole, selected)) {
            WindowManager.setTempCurrentImage(image);
            ApplyLookCommand command = new ApplyLookCommand();
            command.runMacro("file=[Day for Night] result=replace");
            assertFalse(command.isCanceled(), command.getCancelReason());
        }
        for (int i = 1; i <= whole.getStackSize(); i++) {
            assertArrayEquals((float[]) whole.getStack().getPixels(i), (float[])
                    selected.getStack().getPixels(i));
        }
    }

    private static FloatImage frame(float gain) {
        List<ImageChannel> planes = new ArrayList<>();
        for (String name : List.of("R", "G", "B")) {
            planes.add(new ImageChannel(name, SampleType.FLOAT, new float[] {gain, 0.5f, gain / 3, 0.1f}));
        }
        Window window = Window.ofSize(2, 2);
        return new FloatImage("a", window, window, 1, planes, ColorState.of(ColorSpaces.ACES2065_1, "test"), List.of());
    }
}
