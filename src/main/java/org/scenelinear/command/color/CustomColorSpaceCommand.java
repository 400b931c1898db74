/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.color;

import ij.IJ;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.CustomSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.file.ColorSpaceFile;
import org.scenelinear.ij.KeptSpaces;
import org.scenelinear.image.StepException;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** The menu entry that defines a color space and keeps it in ImageJ's preferences and, if wanted, in a file. */
@Plugin(type = Command.class, menuPath = "Plugins>SceneLinear>Custom Color Space...", headless = true)
public class CustomColorSpaceCommand extends MenuCommand {
    /** The primaries and white by key, and what they are where they are not given. */
    private static final Map<String, String> POINTS = points();

    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Custom Color Space...",
            "Defines a color space of your own by its primaries, white and curve. All other entries know it by its name.",
            List.of(
                    Parameter.text("Name", "What to call it."),
                    point("Red"),
                    point("Green"),
                    point("Blue"),
                    point("White"),
                    Parameter.text(
                            "Curve",
                            "linear, gamma with a number, or a color space whose curve is meant; empty for linear."),
                    Parameter.choice(
                            "Reference",
                            "What values stand for: relative light in a scene, or code values or light of a display.",
                            List.of("scene", "display")),
                    Parameter.text("Keep (file)", "A file to keep it in too, for other machines; empty for none.")));

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String name;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String red;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String green;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String blue;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String white;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String curve;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String reference;

    @org.scijava.plugin.Parameter(required = false, persist = false)
    String keep;

    private static Map<String, String> points() {
        Map<String, String> points = new LinkedHashMap<>();
        points.put("red", "0.64 0.33");
        points.put("green", "0.3 0.6");
        points.put("blue", "0.15 0.06");
        points.put("white", "0.3127 0.329");
        return points;
    }

    private static Parameter point(String label) {
        return Parameter.text(
                label,
                "CIE 1931 x and y; " + POINTS.get(label.toLowerCase(Locale.ROOT))
                        + ", as in Rec.709, if it is not given.",
                CustomColorSpaceCommand::coordinates,
                "x and y");
    }

    private static String given(Arguments arguments, String key, String usual) {
        return arguments.text(key).isEmpty() ? usual : arguments.text(key);
    }

    /** Two decimal numbers with one blank between; empty if they are not two. */
    private static Optional<String> coordinates(String text) {
        String[] words = text.strip().split("[\\s,]+");
        try {
            return words.length == 2
                    ? Optional.of(Double.parseDouble(words[0]) + " " + Double.parseDouble(words[1]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public Signature signature() {
        return SIGNATURE;
    }

    @Override
    protected void execute(Arguments arguments) throws StepException, IOException {
        String curveText = given(arguments, "curve", "linear");
        ColorSpace space;
        try {
            space = CustomSpace.of(
                    arguments.text("name"),
                    CustomSpace.chromaticities(POINTS.entrySet().stream()
                            .map(point -> given(arguments, point.getKey(), point.getValue()))
                            .collect(Collectors.joining(" "))),
                    curveText,
                    ColorSpace.Reference.valueOf(arguments.text("reference").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new StepException(e.getMessage());
        }
        String file = arguments.text("keep");
        if (!file.isEmpty()) {
            ColorSpaceFile.keep(space, new File(file).toPath());
        }
        KeptSpaces.keep(space);
        IJ.showStatus("Color space " + space.name());
    }
}
