/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.util.List;
import java.util.Optional;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Passport;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry of {@link Passport}: a table of questions, answers and evidence. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Image Passport", headless = true)
public class ImagePassportCommand extends MenuCommand {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Image Passport",
            "Tells with evidence what color space and bit depth the image has and whether it is scene-referred, what"
                    + " its gamut and dynamic range are, and what was lost on the way.",
            List.of(org.scenelinear.command.macro.Parameter.choice(
                    "Frames",
                    "The slice in front alone, or a passport of every slice and time.",
                    List.of("current", "all"))));

    @Parameter(required = false, persist = false)
    String frames;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    /** The image in front is told of at once. */
    @Override
    public boolean needsDialog(Optional<ImagePlus> active) {
        return false;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = activeImage().orElseThrow(() -> new StepException("needs an open image"));
        ResultsTable table = new ResultsTable();
        boolean all = arguments.text("frames").equals("all");
        int slices = ImagePlusConversion.slices(image);
        int front = Math.min(image.getZ(), slices);
        ImageJRun.call(this::isCanceled, run -> {
            for (int time = all ? 1 : image.getT(); time <= (all ? image.getNFrames() : image.getT()); time++) {
                for (int slice = all ? 1 : front; slice <= (all ? slices : front); slice++) {
                    FloatImage frame = ImagePlusConversion.toFloatImage(image, slice, time);
                    add(table, slice, time, Passport.of(frame, run));
                }
            }
            return table;
        });
        table.show("Passport of " + image.getTitle());
    }

    private static void add(ResultsTable table, int slice, int time, Passport passport) {
        for (Passport.Answer answer : passport.answers()) {
            table.addRow();
            table.addValue("Slice", slice);
            table.addValue("Frame", time);
            table.addValue("Question", answer.question());
            table.addValue("Answer", answer.answer());
            table.addValue("Evidence", answer.evidence());
        }
    }
}
