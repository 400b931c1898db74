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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.scenelinear.aces.DisplayCurve;
import org.scenelinear.aces.DisplayEncoding;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightLevel;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Measures MaxCLL and MaxFALL of a sequence as a display shows it. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Measure Light Level...", headless = true)
public class MeasureLightLevelCommand extends MenuCommand {
    /** What 1 is in the linear light of an output transform, in cd/m². */
    private static final float UNIT = 100;

    private static final Signature SIGNATURE = new Signature(
            "Measure Light Level...",
            "Measures MaxCLL and MaxFALL (CTA-861.3) of a sequence rendered with an ACES 2 output transform.",
            parameters());

    @Parameter(required = false, persist = false)
    String display;

    @Parameter(required = false, persist = false)
    String view;

    @Parameter(required = false, persist = false)
    String id;

    @Parameter(required = false, persist = false)
    String peak;

    @Parameter(required = false, persist = false)
    String limiting;

    @Parameter(required = false, persist = false)
    String white;

    @Parameter(required = false, persist = false)
    String encoding;

    @Parameter(required = false, persist = false)
    String scale;

    @Parameter(required = false, persist = false)
    String from;

    @Parameter(required = false, persist = false)
    String frames;

    private static List<org.scenelinear.command.macro.Parameter> parameters() {
        List<org.scenelinear.command.macro.Parameter> parameters = new ArrayList<>(DisplayTarget.parameters());
        parameters.add(SourceSpace.FROM);
        parameters.add(Frames.ALL_OR_CURRENT);
        return parameters;
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    public Map<String, String> suggestions(ImagePlus image) {
        return ownSpace(image, SourceSpace.FROM.key());
    }

    @Override
    protected void execute(Arguments arguments) throws StepException {
        ImagePlus image = source();
        measure(image, arguments, this::isCanceled).show("Light level of " + image.getTitle());
    }

    /** A row for each frame and one for all; not yet shown. */
    static ResultsTable measure(ImagePlus image, Arguments arguments, BooleanSupplier canceled) throws StepException {
        OutputTransform transform =
                DisplayTarget.of(arguments, SIGNATURE.label()).transform();
        OutputTransform light = inLight(transform);
        ResultsTable table = new ResultsTable();
        LightLevel level = new LightLevel();
        Regions.Region active = Regions.selection(image);
        ImageJRun.<Void, StepException>call(canceled, run -> {
            Frames.visit(image, arguments, run, (frame, place, inside) -> {
                float[][] rgb = SourceSpace.rgb(frame);
                ColorSpace space = SourceSpace.of(SourceSpace.given(arguments), frame);
                Kernel render = TransformChain.of(
                                ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD), light)
                        .compile();
                float[][] shown = new float[3][rgb[0].length];
                TransformRunner.apply(render, rgb, shown, rgb[0].length, inside);
                LightLevel.Frame found = level.add(shown, frame.width(), active.area(), inside);
                addRow(table, "slice " + place.slice() + ", time " + place.time(), found);
            });
            return null;
        });
        addRow(table, "MaxCLL, MaxFALL", new LightLevel.Frame(level.maxCll(), level.maxFall()));
        return table;
    }

    /** The same rendering for the same display, as light instead of code values. */
    private static OutputTransform inLight(OutputTransform transform) {
        DisplayEncoding encoding = transform.encoding();
        return new OutputTransform(
                transform.rendering(),
                new DisplayEncoding(
                        encoding.chromaticities(), DisplayCurve.LINEAR, encoding.linearScale(), encoding.fitWhite()));
    }

    private static void addRow(ResultsTable table, String frame, LightLevel.Frame level) {
        table.addRow();
        table.addValue("Frame", frame);
        table.addValue("Brightest pixel (cd/m²)", UNIT * level.brightest());
        table.addValue("Frame average (cd/m²)", UNIT * level.average());
    }
}
