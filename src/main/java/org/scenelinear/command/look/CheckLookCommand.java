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

import ij.measure.ResultsTable;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookLibrary;
import org.scenelinear.look.LookReport;
import org.scenelinear.look.LookSource;
import org.scenelinear.look.LookSpace;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The menu entry that measures a look and shows what it does in a table. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Check Look...", headless = true)
public class CheckLookCommand extends MenuCommand {
    static final Signature SIGNATURE = new Signature(
            "Check Look...",
            "Measures what a look (LMT) does to a scene: where it clips, whether grays rise, whether it can be undone,"
                    + " which gamut it reaches. Shows a table.",
            List.of(
                    Parameter.file(
                            "File",
                            Parameter.Kind.INPUT_FILE,
                            "A file of a look, an .amf file (its looks without the output transform), or the name of a look"
                                    + " that comes with SceneLinear. If it is not given, a table of those.",
                            ""),
                    Direction.parameter("forward: the look. inverse: what undoes it."),
                    WorkingSpace.parameter(
                            "What the file expects, as in Apply Look. An .amf file says so itself.",
                            List.of(ColorSpaces.ACES2065_1),
                            ColorSpaces.all())));

    @org.scijava.plugin.Parameter(required = false, persist = false)
    File file;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String direction;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String space;

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException, IOException {
        if (arguments.text("file").isEmpty()) {
            library().show("Looks of SceneLinear");
            return;
        }
        LookSource source = LookSource.read(arguments.path("file"), LutFiles.Options.DEFAULT);
        TransformChain look = look(source, arguments);
        table(ImageJRun.call(this::isCanceled, run -> LookReport.of(look, run))).show("Look " + source.name());
    }

    static ResultsTable table(LookReport report) {
        ResultsTable table = new ResultsTable();
        for (LookReport.Line line : report.lines()) {
            table.addRow();
            table.addValue("Property", line.property());
            table.addValue("Value", line.value());
            table.addValue("Meaning", line.meaning());
        }
        return table;
    }

    static TransformChain look(LookSource source, Arguments arguments) throws StepException {
        ColorTransform look = source.look();
        if (Direction.of(arguments) == Direction.INVERSE) {
            try {
                look = LookFile.of(source.look()).inverse();
            } catch (IllegalArgumentException e) {
                throw new StepException(source.name() + ": " + e.getMessage());
            }
        }
        Optional<ColorSpace> space = source.isPipeline() ? Optional.empty() : WorkingSpace.of(arguments);
        return LookSpace.onAces(look, space);
    }

    static ResultsTable library() {
        ResultsTable table = new ResultsTable();
        for (String name : LookLibrary.names()) {
            LookFile look = LookLibrary.find(name).orElseThrow();
            table.addRow();
            table.addValue("Look", name);
            table.addValue("What it does", String.join(" ", look.descriptions()));
            table.addValue("Transform id", look.id());
        }
        return table;
    }
}
