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
            List.of(Frames.CURRENT_OR_ALL));

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
        ImagePlus image = source();
        ResultsTable table = new ResultsTable();
        ImageJRun.<Void, StepException>call(this::isCanceled, run -> {
            Frames.visit(
                    image, arguments, run, (frame, place, inside) -> add(table, place, Passport.of(frame, inside)));
            return null;
        });
        table.show("Passport of " + image.getTitle());
    }

    private static void add(ResultsTable table, Frames.Frame place, Passport passport) {
        for (Passport.Answer answer : passport.answers()) {
            table.addRow();
            table.addValue("Slice", place.slice());
            table.addValue("Frame", place.time());
            table.addValue("Question", answer.question());
            table.addValue("Answer", answer.answer());
            table.addValue("Evidence", answer.evidence());
        }
    }
}
