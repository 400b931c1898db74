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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.ConvertColorSpace.Alpha;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.PreparedStep;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.look.LookLibrary;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * The look of a file, applied in the space it was made for. The image keeps its color space.
 *
 * @param file of any kind that {@link LutFiles} reads, or the name of a look of {@link LookLibrary}; read when the step
 *     is applied
 * @param correction which of the color corrections of a {@code .ccc} or {@code .cdl} file; empty for the first
 * @param direction to apply it, or to undo it
 * @param space what the file expects; empty for the values as they are
 * @param from the space to take the source for; empty for the one the image itself says
 * @param alpha how color and alpha belong together
 */
public record ApplyLook(
        Path file,
        String correction,
        Direction direction,
        Optional<ColorSpace> space,
        Optional<ColorSpace> from,
        Alpha alpha)
        implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Apply Look...",
            "Applies a look (LMT) from a file: CLF, CTF, CDL, or a look-up table. The image keeps its color space.",
            List.of(
                    LookName.parameter(
                            "File",
                            "A file that ends in .clf, .ctf, .cc, .ccc, .cdl, .cube, .spi1d, .spi3d, .spimtx, .3dl or .csp,"),
                    Parameter.text(
                            "Correction id",
                            "Which color correction of a .ccc or .cdl file, by its id. If it is not given, the first."),
                    Direction.parameter("forward: apply the look. inverse: undo it, if that is possible."),
                    WorkingSpace.parameter(
                            "What the file expects. ACES looks expect ACES2065-1, a grade mostly ACEScct. none: the values"
                                    + " as they are.",
                            List.of(ColorSpaces.ACES2065_1),
                            ColorSpaces.all()),
                    SourceSpace.FROM,
                    Alpha.PARAMETER,
                    ImageReplacement.RESULT));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     * @throws StepException if no look is named
     */
    public static ApplyLook of(Arguments arguments) throws StepException {
        return new ApplyLook(
                LookName.of(arguments, "file"),
                arguments.text("correction"),
                Direction.of(arguments),
                WorkingSpace.of(arguments),
                SourceSpace.given(arguments),
                Alpha.of(arguments));
    }

    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        return apply(look(), source, run);
    }

    @Override
    public Step prepared() throws StepException {
        TransformChain look = look();
        return new PreparedStep(text(), (source, run) -> apply(look, source, run));
    }

    private FloatImage apply(TransformChain look, FloatImage source, Run run) throws StepException {
        Optional<ColorSpace> known = WorkingSpace.source(from, space, source);
        String line = new ApplyLook(file, correction, direction, space, known, alpha).text();
        return WorkingSpace.apply(source, new WorkingSpace.Way(known, space, alpha), look, line, run);
    }

    private TransformChain look() throws StepException {
        try {
            LookFile look = LookLibrary.read(file, new LutFiles.Options(correction, Lut3D.Interpolation.TETRAHEDRAL));
            return direction == Direction.FORWARD ? look.chain() : look.inverse();
        } catch (FileProblemException e) {
            throw new StepException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new StepException(file + ": " + e.getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        if (!correction.isEmpty()) {
            values.put("correction", correction);
        }
        values.put("direction", direction.label());
        values.put("space", WorkingSpace.text(space));
        from.ifPresent(known -> values.put("from", known.name()));
        WorkingSpace.put(alpha, values);
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
