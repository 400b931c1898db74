/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

class PixelReadoutTest {
    private final FloatImage frame = new FloatImage(
            "frame",
            Window.ofSize(2, 2),
            Window.ofSize(2, 2),
            1,
            List.of(
                    new ImageChannel("R", SampleType.HALF, new float[] {0, 0, 0.36f, Float.NaN}),
                    new ImageChannel("G", SampleType.HALF, new float[] {0, 0, 0.0225f, -0.5f}),
                    new ImageChannel("B", SampleType.HALF, new float[] {0, 0, 46.08f, Float.POSITIVE_INFINITY}),
                    new ImageChannel("Z", SampleType.FLOAT, new float[] {0, 0, 1234.5678f, 2e-5f})),
            ColorState.UNKNOWN,
            List.of());

    @Test
    void channelsStandWithTheirStopsFromMiddleGray() {
        assertEquals("x=0,y=1 R=0.3600 G=0.02250 B=46.08 Z=1235; +1.0 -3.0 +8.0 stops", PixelReadout.text(frame, 0, 1));
    }

    @Test
    void whatHasNoStopsSaysSo() {
        assertEquals("x=1,y=1 R=NaN G=-0.5000 B=Infinity Z=2.000e-05; - - - stops", PixelReadout.text(frame, 1, 1));
    }

    @Test
    void outsideTheImageThereIsNothing() {
        assertEquals("", PixelReadout.text(frame, 2, 0));
        assertEquals("", PixelReadout.text(frame, 0, -1));
    }
}
