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

import ij.measure.ResultsTable;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.scope.ColorPlane;
import org.scenelinear.inspect.scope.PlaneCounts;
import org.scenelinear.inspect.scope.VectorscopeTargets;
import org.scenelinear.run.Run;
import org.scenelinear.ui.scope.ScopeStyle;
import org.scenelinear.ui.scope.VectorscopePainter;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows a vectorscope. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Vectorscope...", headless = true)
public class VectorscopeCommand extends ScopeCommand<VectorscopeCommand.Counts> {
    private static final String ICTCP = "ICtCp";

    /** Label, keys, defaults and allowed values. */
    static final Signature SIGNATURE = new Signature(
            "Vectorscope...",
            "Shows how many pixels have which hue and how much color: Cb and Cr of the code values that a view makes, or Ct"
                    + " and Cp of the light, with targets of color bars and a line for skin.",
            parameters());

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String axes;

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String data;

    @Parameter(required = false, persist = false)
    String background;

    @Parameter(required = false, persist = false)
    String live;

    private static List<org.scenelinear.command.macro.Parameter> parameters() {
        List<org.scenelinear.command.macro.Parameter> parameters = new ArrayList<>(List.of(
                SourceSpace.FROM,
                org.scenelinear.command.macro.Parameter.choice(
                        "Axes",
                        "CbCr: color differences of the view's code values. ICtCp: Ct and Cp of the light by the"
                                + " image's calibration, whatever the view.",
                        List.of("CbCr", ICTCP))));
        parameters.addAll(ViewCodes.parameters());
        parameters.addAll(List.of(Frames.CURRENT_OR_ALL, DATA, BACKGROUND, LiveFrames.LIVE));
        return parameters;
    }

    /**
     * What was counted.
     *
     * @param note what it is, for the line above the picture
     */
    record Counts(PlaneCounts plane, VectorscopeTargets targets, String note) {}

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    String name() {
        return "Vectorscope";
    }

    @Override
    Scope<Counts> scope(Arguments arguments) {
        return arguments.text("axes").equals(ICTCP) ? new LightScope(arguments) : new CodeScope(arguments);
    }

    /** What both kinds share. */
    private abstract static class VectorScope implements Scope<Counts> {
        private final String right;
        private final String up;

        VectorScope(String right, String up) {
            this.right = right;
            this.up = up;
        }

        @Override
        public Counts sum(Counts first, Counts second) {
            return new Counts(first.plane().plus(second.plane()), first.targets(), first.note());
        }

        @Override
        public BufferedImage picture(Counts counts, ScopeStyle style) {
            String note = counts.note() + " \u00b7 " + PlaneTable.apart(counts.plane());
            return new VectorscopePainter(style).paint(counts.plane(), right, up, counts.targets(), note);
        }

        @Override
        public void addRows(ResultsTable table, Frames.Frame place, Counts counts) {
            PlaneTable.addRows(table, place, counts.plane(), right, up);
        }
    }

    /** Code values as a view makes them. */
    private static final class CodeScope extends VectorScope {
        private final ViewCodes.Maker codes;

        CodeScope(Arguments arguments) {
            super("Cb", "Cr");
            this.codes = new ViewCodes.Maker(arguments);
        }

        @Override
        public Counts count(FloatImage frame, Area area, Run run) throws StepException {
            ViewCodes made = codes.of(frame);
            ColorPlane plane = ColorPlane.differences(made.kernel(), made.luma());
            return new Counts(
                    PlaneCounts.of(made.rgb(), frame.width(), area, plane, run),
                    VectorscopeTargets.of(made.luma()),
                    made.luma().toString());
        }
    }

    /** Light of known luminance. */
    private static final class LightScope extends VectorScope {
        private final Arguments arguments;

        LightScope(Arguments arguments) {
            super("Ct", "Cp");
            this.arguments = arguments;
        }

        @Override
        public Counts count(FloatImage frame, Area area, Run run) throws StepException {
            LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
            LightCalibration calibration = LightCalibration.of(frame).orElse(LightCalibration.ASSUMED);
            ColorPlane plane = ColorPlane.ictcp(light.space(), calibration);
            return new Counts(
                    PlaneCounts.of(light.rgb(), frame.width(), area, plane, run),
                    VectorscopeTargets.ictcp(calibration),
                    "ICtCp, PQ");
        }
    }
}
