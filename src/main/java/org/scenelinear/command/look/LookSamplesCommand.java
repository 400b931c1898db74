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

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;
import org.scenelinear.look.LookSamples;
import org.scenelinear.run.Run;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The menu entry that makes an image of regular colors, for another process to change. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Look Samples...", headless = true)
public class LookSamplesCommand extends MenuCommand {
    private static final Signature SIGNATURE = new Signature(
            "Look Samples...",
            "Makes an image of regular colors in ACES2065-1. What another process makes of it becomes a look with Look from"
                    + " Samples.",
            List.of(Parameter.choice("Size", "Colors along each edge of the table.", List.of("33", "65", "17"))));

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String size;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) {
        FloatImage samples =
                ImageJRun.call(this::isCanceled, run -> image(Integer.parseInt(arguments.text("size")), run));
        ImagePlusConversion.toImagePlus(List.of(samples), 1).show();
    }

    static FloatImage image(int size, Run run) {
        float[][] colors = LookSamples.colors(size, run);
        List<ImageChannel> channels = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            channels.add(new ImageChannel("RGB".substring(c, c + 1), SampleType.FLOAT, colors[c]));
        }
        Window window = new Window(0, 0, size * size - 1, size - 1);
        ColorState color = ColorState.of(ColorSpaces.ACES2065_1, "made so");
        return new FloatImage("look samples " + size, window, window, 1, channels, color, List.of());
    }
}
