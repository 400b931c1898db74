/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** Developing what is selected in an image of ImageJ's, without a screen. */
class SelectedPartTest {
    private static final int WIDTH = 48;

    private FloatImage frame;
    private ImagePlus image;

    @BeforeEach
    void open() throws Exception {
        float[][] rgb = StageOperationTest.planes("sdr48");
        FloatImage colors = StageOperationTest.image(rgb, WIDTH, rgb[0].length / WIDTH, ColorSpaces.ACESCG);
        List<ImageChannel> channels = new ArrayList<>(colors.channels());
        channels.add(new ImageChannel("A", SampleType.FLOAT, new float[rgb[0].length]));
        frame = colors.withChannels(channels);
        image = ImagePlusConversion.toImagePlus(frame);
        WindowManager.setTempCurrentImage(image);
    }

    @AfterEach
    void forget() {
        WindowManager.setTempCurrentImage(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BasicTone contrast", "Detail clarity", "Dehaze amount", "Develop tone.contrast"})
    void onlyWhatIsSelectedChangesAndItChangesAsInTheWholeImage(String what) throws Exception {
        String[] words = what.split(" ");
        Roi roi = new OvalRoi(10, 6, 20, 15);
        image.setRoi(roi);
        FloatImage limited = apply(words[0], Map.of(words[1], "40", "roi", "limit"), frame);
        FloatImage whole = apply(words[0], Map.of(words[1], "40"), frame);
        int changed = 0;
        for (int i = 0; i < WIDTH * frame.height(); i++) {
            boolean inside = roi.contains(i % WIDTH, i / WIDTH);
            FloatImage expected = inside ? whole : frame;
            for (int c = 0; c < 3; c++) {
                float found = limited.rgb().orElseThrow()[c][i];
                assertEquals(expected.rgb().orElseThrow()[c][i], found, "sample " + i);
                changed += found != frame.rgb().orElseThrow()[c][i] ? 1 : 0;
            }
        }
        assertTrue(changed > 500, changed + " samples changed");
        assertEquals(List.of(whole.history().get(0) + " roi=limit"), limited.history());
        assertEquals(whole.color(), limited.color());
    }

    @Test
    void theReducedImageOfAPreviewIsLimitedAtTheSamePlace() throws Exception {
        image.setRoi(new Roi(12, 8, 16, 8));
        int step = 5;
        int width = (WIDTH + step - 1) / step;
        int height = (frame.height() + step - 1) / step;
        float[][] every = new float[3][width * height];
        for (int i = 0; i < every[0].length; i++) {
            for (int c = 0; c < 3; c++) {
                every[c][i] = 0.25f;
            }
        }
        FloatImage reduced = StageOperationTest.image(every, width, height, ColorSpaces.ACESCG);
        FloatImage result = apply("BasicTone", Map.of("contrast", "40", "roi", "limit"), reduced);
        for (int i = 0; i < every[0].length; i++) {
            int x = i % width * step;
            int y = i / width * step;
            boolean inside = x >= 12 && x < 28 && y >= 8 && y < 16;
            assertEquals(inside, result.rgb().orElseThrow()[1][i] != 0.25f, x + ", " + y);
        }
    }

    @Test
    void withoutASelectedAreaOrWithAnotherSpaceItIsRefused() {
        assertRefused("Develop", Map.of("roi", "limit"), "selection of an area");
        image.setRoi(new Line(1, 1, 9, 9));
        assertRefused("Grain", Map.of("roi", "limit"), "selection of an area");
        image.setRoi(new Roi(1, 1, 9, 9));
        assertRefused("Develop", Map.of("roi", "limit", "encoding", "linear", "tone.exposure", "1"), "encoding=keep");
        assertRefused("Vignette", Map.of("roi", "limit", "from", "ACES2065-1", "amount", "9"), "no other from");
    }

    private void assertRefused(String command, Map<String, String> values, String reason) {
        StepException problem = assertThrows(StepException.class, () -> apply(command, values, frame));
        assertTrue(problem.getMessage().contains(reason), problem.getMessage());
    }

    private static FloatImage apply(String command, Map<String, String> values, FloatImage source)
            throws StepException {
        if (command.equals("Develop")) {
            DevelopCommand develop = new DevelopCommand();
            return develop.step(develop.signature().arguments(values)).apply(source, Run.inThisThread());
        }
        StageCommand stage = switch (command) {
            case "BasicTone" -> new BasicToneCommand();
            case "Detail" -> new DetailCommand();
            case "Dehaze" -> new DehazeCommand();
            case "Grain" -> new GrainCommand();
            default -> new VignetteCommand();
        };
        return stage.step(stage.signature().arguments(values)).apply(source, Run.inThisThread());
    }
}
