/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.output;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.StepException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/**
 * A view that somebody made elsewhere: a file of look-up tables from a working space to the code values of a display.
 *
 * @param options the words that name it in a macro line
 * @param name for people
 * @param transform from ACES2065-1 to code values
 * @param codes the display's space
 */
public record FileView(Map<String, String> options, String name, ColorTransform transform, Optional<ColorSpace> codes)
        implements PictureTarget {
    /** The view whose file is given. */
    static final String FILE = "File";

    private static final double LARGEST_HALF = 65504;
    private static final String FOR_FILE = " For view=" + FILE + " only.";

    static final Parameter PATH = Parameter.file(
            "File (of a view)",
            Parameter.Kind.INPUT_FILE,
            "A CLF, .cube or other file of look-up tables that gives the display's code values." + FOR_FILE,
            "");
    static final Parameter INPUT = SourceSpace.space(
            "Input (space of the file)", "The color space that the file takes." + FOR_FILE, "ACES2065-1");

    /**
     * The view of a file.
     *
     * @param arguments with {@link #PATH} and {@link #INPUT}
     * @param label of the operation, for what is said of problems
     * @throws StepException if no file is given or it cannot be read
     */
    static FileView of(Arguments arguments, String label) throws StepException {
        String display = arguments.text("display");
        if (arguments.text(PATH.key()).isEmpty()) {
            throw new StepException(label + ": view=" + FILE + " needs " + PATH.key() + "; give " + PATH.allowed());
        }
        Path path = arguments.path(PATH.key());
        ColorSpace input = ColorSpaces.byName(arguments.text(INPUT.key())).orElseThrow();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("display", display);
        options.put("view", FILE);
        options.put(PATH.key(), path.toString());
        options.put(INPUT.key(), input.name());
        try {
            ColorTransform transform = TransformChain.of(
                    ColorSpaceConversion.between(ColorSpaces.ACES2065_1, input, Adaptation.BRADFORD),
                    LutFiles.read(path).chain());
            return new FileView(
                    options,
                    path.getFileName() + " on " + display,
                    transform,
                    OutputTransforms.encoding(display).flatMap(DisplayTarget::codes));
        } catch (FileProblemException e) {
            throw new StepException(label + ": " + e.getMessage());
        }
    }

    @Override
    public double highestInput() {
        return LARGEST_HALF;
    }
}
