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

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Point;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link StageOperation#WHITE_BALANCE}. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>White Balance...", headless = true)
public class WhiteBalanceCommand extends StageCommand {
    @Parameter(required = false, persist = false)
    Float temperature;

    @Parameter(required = false, persist = false)
    Float tint;

    @Parameter(required = false, persist = false)
    String gray;

    @Parameter(required = false, persist = false)
    String mode;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String roi;

    @Parameter(required = false, persist = false)
    String result;

    /** Made by the hosts. */
    public WhiteBalanceCommand() {
        super(StageOperation.WHITE_BALANCE);
    }

    /** The mean of red, green and blue over the selection, at the slice and time in front. */
    private static String selected(ImagePlus image) throws StepException {
        Roi selection = image.getRoi();
        if (selection == null) {
            throw new StepException("gray=selection needs a selection in " + image.getTitle());
        }
        int slice = Math.min(image.getZ(), ImagePlusConversion.slices(image));
        float[][] rgb = SourceSpace.rgb(ImagePlusConversion.toFloatImage(image, slice, image.getT()));
        double[] sum = new double[3];
        int count = 0;
        for (Point point : selection) {
            if (point.x >= 0 && point.y >= 0 && point.x < image.getWidth() && point.y < image.getHeight()) {
                for (int c = 0; c < 3; c++) {
                    sum[c] += rgb[c][point.y * image.getWidth() + point.x];
                }
                count++;
            }
        }
        if (count == 0) {
            throw new StepException("no pixel of " + image.getTitle() + " is selected");
        }
        return sum[0] / count + " " + sum[1] / count + " " + sum[2] / count;
    }

    @Override
    protected Step step(Arguments arguments) throws StepException {
        String key = PickedGray.PARAMETER.key();
        boolean picks = arguments.text(key).equals(PickedGray.SELECTION);
        return super.step(picks ? arguments.with(key, selected(source())) : arguments);
    }
}
