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
import java.util.List;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.Area;
import org.scenelinear.inspect.scope.ColorPlane;
import org.scenelinear.inspect.scope.PlaneCounts;
import org.scenelinear.run.Run;
import org.scenelinear.ui.scope.ChromaticityPainter;
import org.scenelinear.ui.scope.ScopeStyle;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** The menu entry that shows where the colors of an image lie in a chromaticity diagram. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Chromaticity Diagram...", headless = true)
public class ChromaticityDiagramCommand extends ScopeCommand<ChromaticityDiagramCommand.Counts> {
    private static final String UNIFORM = "uv";

    /** Label, keys, defaults and allowed values. */
    static final Signature SIGNATURE = new Signature(
            "Chromaticity Diagram...",
            "Shows how many pixels lie where in the CIE 1931 xy or 1976 u'v' chromaticity diagram, among the gamuts of"
                    + " common spaces, single wavelengths and temperatures.",
            List.of(
                    SourceSpace.FROM,
                    org.scenelinear.command.macro.Parameter.choice(
                            "Diagram", "xy: CIE 1931. uv: CIE 1976 u'v'.", List.of("xy", UNIFORM)),
                    Frames.CURRENT_OR_ALL,
                    ScopeCommand.DATA,
                    ScopeCommand.BACKGROUND,
                    LiveFrames.LIVE));

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String diagram;

    @Parameter(required = false, persist = false)
    String frames;

    @Parameter(required = false, persist = false)
    String data;

    @Parameter(required = false, persist = false)
    String background;

    @Parameter(required = false, persist = false)
    String live;

    /**
     * What was counted.
     *
     * @param space the linear space of the light
     */
    record Counts(PlaneCounts plane, ColorSpace space) {}

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    String name() {
        return "Chromaticity diagram";
    }

    @Override
    Scope<Counts> scope(Arguments arguments) {
        ColorPlane.Diagram wanted =
                arguments.text("diagram").equals(UNIFORM) ? ColorPlane.Diagram.CIE_1976 : ColorPlane.Diagram.CIE_1931;
        return new DiagramScope(arguments, wanted);
    }

    private record DiagramScope(Arguments arguments, ColorPlane.Diagram diagram) implements Scope<Counts> {
        @Override
        public Counts count(FloatImage frame, Area area, Run run) throws StepException {
            LinearPlanes light = LinearPlanes.of(SourceSpace.given(arguments), frame, run);
            ColorPlane plane = ColorPlane.of(diagram, light.space());
            return new Counts(PlaneCounts.of(light.rgb(), frame.width(), area, plane, run), light.space());
        }

        @Override
        public Counts sum(Counts first, Counts second) {
            return new Counts(first.plane().plus(second.plane()), first.space());
        }

        @Override
        public BufferedImage picture(Counts counts, ScopeStyle style) {
            return new ChromaticityPainter(style)
                    .paint(counts.plane(), diagram, counts.space(), PlaneTable.apart(counts.plane()));
        }

        @Override
        public void addRows(ResultsTable table, Frames.Frame place, Counts counts) {
            PlaneTable.addRows(table, place, counts.plane(), diagram.right(), diagram.up());
        }
    }
}
