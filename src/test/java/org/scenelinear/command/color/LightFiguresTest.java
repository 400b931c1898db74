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

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.command.Recipes;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/** Exposure, sum, product and over, compared with OpenImageIO: see PROVENANCE.md beside the files. */
class LightFiguresTest {
    @ParameterizedTest
    @CsvSource({
        "plate, Exposure..., , stops=-2.25, plate_exposed",
        "plate, Multiply Light..., light, , plate_times_light",
        "front, Add Light..., back, stops=1.5, front_add_back",
        "front, Composite Over..., back, alpha=premultiplied, front_over_back",
        "front, Composite Over..., back, alpha=straight, front_over_back_straight"
    })
    void pixelsAndWindowsAreThoseOfOpenImageIo(
            String source, String label, String second, String options, String expected)
            throws IOException, StepException, URISyntaxException {
        String with = second == null ? "" : "with=[" + path(second) + "] ";
        FloatImage ours =
                Recipes.parse(label, with + (options == null ? "" : options)).apply(open(source), Run.inThisThread());
        FloatImage reference = open(expected);
        assertEquals(reference.dataWindow(), ours.dataWindow());
        assertEquals(reference.displayWindow(), ours.displayWindow());
        for (ImageChannel channel : reference.channels()) {
            float[] samples = ours.channel(channel.name()).orElseThrow().samples();
            for (int i = 0; i < samples.length; i++) {
                float figure = channel.samples()[i];
                assertEquals(figure, samples[i], 5e-7f * Math.abs(figure), channel.name() + " of pixel " + i);
            }
        }
    }

    private static FloatImage open(String name) throws IOException, URISyntaxException {
        return ImageFiles.open(path(name), OpenOptions.DEFAULT, Run.inThisThread());
    }

    private static Path path(String name) throws URISyntaxException {
        URL file = LightFiguresTest.class.getResource("/light/" + name + ".exr");
        return Path.of(file.toURI());
    }
}
