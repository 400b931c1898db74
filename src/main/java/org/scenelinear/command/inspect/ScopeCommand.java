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
import ij.Prefs;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.run.Run;
import org.scenelinear.ui.scope.ScopeStyle;

/**
 * A menu entry that counts the pixels of a selection in a plane of columns and lines and shows the picture of it: as an
 * image, which may follow its source, and if wanted as a table of all counts that are not 0.
 *
 * @param <C> the counts
 */
abstract class ScopeCommand<C> extends MenuCommand {
    private static final String TABLE = "table";
    private static final String DARK = "dark";

    /** Whether the counts are wanted as a table. */
    static final Parameter DATA = Parameter.choice(
            "Data", "table: all counts of each frame that are not 0, as a table too.", List.of("none", TABLE));

    /** What the picture stands on. */
    static final Parameter BACKGROUND =
            Parameter.choice("Background", "dark or light: what the picture stands on.", List.of(DARK, "light"));

    /** What it does with checked arguments. */
    interface Scope<C> {
        /**
         * Counts a frame.
         *
         * @throws StepException if it cannot; the message says why
         */
        C count(FloatImage frame, Area area, Run run) throws StepException;

        /** The sum of two. */
        C sum(C first, C second);

        /** The picture of counts. */
        BufferedImage picture(C counts, ScopeStyle style);

        /** Adds a row for each count that is not 0. */
        void addRows(ResultsTable table, Frames.Frame place, C counts);
    }

    /** What was counted. */
    record Counted<C>(C sum, ResultsTable table) {}

    /**
     * What the arguments ask for.
     *
     * @throws StepException if they do not fit together
     */
    abstract Scope<C> scope(Arguments arguments) throws StepException;

    /** What it is called in titles: {@code Waveform}. */
    abstract String name();

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        LiveFrames.check(arguments);
        ImagePlus image = source();
        Scope<C> scope = scope(arguments);
        ScopeStyle style = style(arguments);
        Counted<C> counted = count(scope, image, arguments, this::isCanceled);
        ImagePlus shown = new ImagePlus(
                name() + " of " + image.getTitle(), new ColorProcessor(scope.picture(counted.sum(), style)));
        shown.show();
        if (arguments.text(DATA.key()).equals(TABLE)) {
            counted.table().show(name() + " counts of " + image.getTitle());
        }
        if (LiveFrames.isAsked(arguments)) {
            LiveFrames.follow(
                    image,
                    shown,
                    LiveFrames.Quick.FOURTH_LINES,
                    (frame, area, run) -> new ColorProcessor(scope.picture(scope.count(frame, area, run), style)),
                    shown::setProcessor);
        }
    }

    /** Counts the selection, or the whole image if there is none, in the frames that are asked for. */
    static <C> Counted<C> count(Scope<C> scope, ImagePlus image, Arguments arguments, BooleanSupplier canceled)
            throws StepException {
        Area area = Regions.selection(image).area();
        boolean tabled = arguments.text(DATA.key()).equals(TABLE);
        ResultsTable table = new ResultsTable();
        Counted<C> nothing = new Counted<>(null, table);
        return ImageJRun.call(canceled, run -> {
            List<Counted<C>> sum = new ArrayList<>(List.of(nothing));
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                C counts = scope.count(frame, area, inside);
                if (tabled) {
                    scope.addRows(table, place, counts);
                }
                C before = sum.get(0).sum();
                sum.set(0, new Counted<>(before == null ? counts : scope.sum(before, counts), table));
            });
            return sum.get(0);
        });
    }

    /** A row that says of which slice and time it is. */
    static void addPlace(ResultsTable table, Frames.Frame place) {
        table.addRow();
        table.addValue("Slice", place.slice());
        table.addValue("Time", place.time());
    }

    /** On the ground that is asked for, as large as ImageJ draws its own windows. */
    private static ScopeStyle style(Arguments arguments) {
        double scale = Math.min(16, Math.max(1, Prefs.getGuiScale()));
        return new ScopeStyle(arguments.text(BACKGROUND.key()).equals(DARK), scale);
    }
}
