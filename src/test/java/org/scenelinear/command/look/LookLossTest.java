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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.image.Window;
import org.scenelinear.run.Run;

/** What looks do to color that is multiplied by alpha, and what they tell of losses. */
class LookLossTest {
    private static final float[][] COLORS = {
        {0.2f, 0.6f, 3, 0.01f, 0.5f, 0.4f}, {0.3f, 0.1f, 2, 0.02f, 0.4f, 0.4f}, {0.1f, 0.4f, 1, 0.015f, 0.3f, 0.4f}
    };
    private static final float[] ALPHA = {1, 0.5f, 0.25f, 0.125f, 0.75f, 0};

    @TempDir
    private Path folder;

    @BeforeEach
    void aChain() throws IOException {
        Files.writeString(
                folder.resolve("chain.toml"),
                "[[look]]\npower = [1.2, 1, 0.9]\noffset = 0.05\n\n[[look]]\nlook = \"Print Film\"\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASC CDL... power=[1.2 1 0.9] offset=0.05",
                "Apply Look... file=[Print Film]",
                "Look Chain... chain=FOLDER/chain.toml output=skip",
                "Reference Gamut Compress..."
            })
    void colorIsDividedByAlphaBeforeAndMultipliedAfter(String line) throws StepException {
        FloatImage straight = apply(line, image(COLORS, null));
        float[][] multiplied = new float[3][ALPHA.length];
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < ALPHA.length; i++) {
                multiplied[c][i] = COLORS[c][i] * ALPHA[i];
            }
        }
        float[][] result = apply(line, image(multiplied, ALPHA)).rgb().orElseThrow();
        float[][] plain = straight.rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < ALPHA.length; i++) {
                assertEquals(plain[c][i] * ALPHA[i], result[c][i], 2e-5 * Math.max(1, plain[c][i]), c + ", " + i);
            }
        }
    }

    @Test
    void straightColorStandsForItself() throws StepException {
        float[][] with = apply("ASC CDL... power=1.2 alpha=straight", image(COLORS, ALPHA))
                .rgb()
                .orElseThrow();
        float[][] without =
                apply("ASC CDL... power=1.2", image(COLORS, null)).rgb().orElseThrow();
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < ALPHA.length; i++) {
                assertEquals(without[c][i], with[c][i]);
            }
        }
    }

    @Test
    void whatALookDidIsInTheLedger() throws StepException {
        Loss kept = loss(apply("ASC CDL... power=1.2 saturation=0.9", image(COLORS, null)));
        assertEquals("ASC CDL in ACEScct", kept.operation());
        assertEquals(6, kept.pixels());
        assertTrue(kept.roundTrip() < 1e-4, kept.text());
        assertFalse(Loss.isWarning(kept.text()), kept.text());
        Loss saturated = loss(apply("ASC CDL... saturation=6 space=none", image(COLORS, null)));
        assertTrue(saturated.left() > 0, saturated.text());
        assertTrue(Loss.isWarning(saturated.text()), saturated.text());
        Loss gray = loss(apply("ASC CDL... saturation=0", image(COLORS, null)));
        assertTrue(gray.operation().contains("cannot be undone"), gray.text());
    }

    @Test
    void aClampThatCutsShowsOnTheWayBack() throws StepException {
        Loss cut = loss(apply("ASC CDL... slope=3 style=clamp", image(COLORS, null)));
        assertTrue(cut.roundTrip() > 0.1, cut.text());
        Loss whole = loss(apply("ASC CDL... slope=3", image(COLORS, null)));
        assertTrue(whole.roundTrip() < 1e-4, whole.text());
    }

    private static Loss loss(FloatImage image) {
        return Loss.parse(image.losses().get(0)).orElseThrow();
    }

    private FloatImage apply(String line, FloatImage source) throws StepException {
        int end = line.indexOf("...") + 3;
        String options = line.substring(end).strip().replace("FOLDER", folder.toString());
        return Recipes.parse(line.substring(0, end), options).apply(source, Run.inThisThread());
    }

    private static FloatImage image(float[][] rgb, float[] alpha) {
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, rgb[c]));
        }
        if (alpha != null) {
            channels.add(new ImageChannel("A", SampleType.FLOAT, alpha));
        }
        Window window = new Window(0, 0, rgb[0].length - 1, 0);
        return new FloatImage("a", window, window, 1, channels, ColorState.of(ColorSpaces.ACESCG, "test"), List.of());
    }
}
