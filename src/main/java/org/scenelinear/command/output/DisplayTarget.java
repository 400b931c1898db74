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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.CustomView;
import org.scenelinear.aces.DisplayCurve;
import org.scenelinear.aces.DisplayEncoding;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.aces.RenderingParameters;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.StepException;

/**
 * Where a picture is shown and how: a display with one of its views or a custom one, or an ACES transform id.
 *
 * @param options the words that name it in a macro line
 * @param name for people
 * @param transform what renders ACES2065-1 for it
 */
public record DisplayTarget(Map<String, String> options, String name, OutputTransform transform)
        implements PictureTarget {
    /** The view whose parameters are given one by one. */
    static final String CUSTOM = "Custom";

    private static final String FOR_CUSTOM = " For view=" + CUSTOM + " only.";

    private static final Parameter DISPLAY = Parameter.named(
            "Display",
            "The device the picture is shown on.",
            OutputTransforms.displays().get(0),
            OutputTransforms.displays(),
            OutputTransforms::displayName);

    /** The parameters that only a custom view takes. */
    private static final List<Parameter> CUSTOM_PARAMETERS = List.of(
            Parameter.text(
                    "Peak (cd/m²)",
                    "The luminance of the brightest white in cd/m²." + FOR_CUSTOM,
                    CustomNames::peak,
                    "a number from 48 to 10000"),
            Parameter.text(
                    "Limiting (primaries)",
                    "The gamut that all colors lie in, the display's if it is not given." + FOR_CUSTOM,
                    CustomNames::limiting,
                    "a gamut or color space such as Rec.709, P3-D65, Rec.2020, or the coordinates x y of red, green,"
                            + " blue and, if wanted, white"),
            Parameter.text(
                    "White (creative)",
                    "The white of the picture, that of the limiting primaries if it is not given." + FOR_CUSTOM,
                    CustomNames::white,
                    "one of " + String.join(", ", CustomNames.WHITES.keySet()) + ", or its coordinates x y"),
            Parameter.named(
                    "Encoding",
                    "The curve to code values, the display's if it is not given. Linear: 1 is 100 cd/m². sRGB and gamma:"
                            + " 1 is the peak." + FOR_CUSTOM,
                    "",
                    CustomNames.CURVES,
                    CustomNames::curve),
            Parameter.text(
                    "Scale",
                    "A factor on the light, where 1 is 100 cd/m², before the curve; it is chosen to fit the curve if it"
                            + " is not given." + FOR_CUSTOM,
                    CustomNames::scale,
                    "a number above 0"));

    /** The parameters of a target, the same in both directions. */
    public static List<Parameter> parameters() {
        return parameters(List.of(CUSTOM));
    }

    /** The parameters that choose a view a display has of its own: {@code display} and {@code view}. */
    public static List<Parameter> ownViews() {
        return parameters(List.of()).subList(0, 2);
    }

    /** The parameters of a target with views that every display has, beside its own. */
    static List<Parameter> parameters(List<String> otherViews) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(DISPLAY);
        parameters.add(Parameter.following(
                "View",
                "How the picture is seen on it. If it is not given, the display's usual view.",
                DISPLAY,
                display -> views(display, otherViews),
                view -> viewName(view, otherViews)));
        parameters.add(Parameter.text(
                "ID (instead of display and view)",
                "An ACES transform id; if it is given, display and view do not matter.",
                id -> OutputTransforms.findById(id).map(transform -> id.strip()),
                "the id of one of the " + OutputTransforms.ids().size() + " ACES 2 output transforms, such as "
                        + OutputTransforms.ids().get(0)));
        parameters.addAll(CUSTOM_PARAMETERS);
        return parameters;
    }

    /**
     * The target that arguments name.
     *
     * @param arguments of {@link #parameters}
     * @param label of the operation, for what is said of problems
     * @throws StepException if they do not fit together
     */
    public static DisplayTarget of(Arguments arguments, String label) throws StepException {
        String id = arguments.text("id");
        String display = arguments.text("display");
        String view = arguments.text("view");
        if (id.isEmpty() && view.equals(CUSTOM)) {
            return custom(arguments, display, label);
        }
        for (Parameter parameter : CUSTOM_PARAMETERS) {
            String value = arguments.text(parameter.key());
            if (!value.isEmpty()) {
                throw new StepException(label + ": " + parameter.key() + "=" + value + " is for view=" + CUSTOM
                        + " only, not for " + (id.isEmpty() ? "view=" + view : "id=" + id));
            }
        }
        if (!id.isEmpty()) {
            return new DisplayTarget(
                    Map.of("id", id), id, OutputTransforms.findById(id).orElseThrow());
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("display", display);
        options.put("view", view);
        return new DisplayTarget(
                options,
                view + " on " + display,
                OutputTransforms.find(display, view).orElseThrow());
    }

    private static DisplayTarget custom(Arguments arguments, String display, String label) throws StepException {
        String peak = arguments.text("peak");
        if (peak.isEmpty()) {
            throw new StepException(label + ": view=" + CUSTOM + " needs peak; give "
                    + CUSTOM_PARAMETERS.get(0).allowed());
        }
        Optional<Chromaticities> limiting = given(arguments, "limiting").flatMap(CustomNames::chromaticities);
        Optional<Chromaticity> white = given(arguments, "white").flatMap(CustomNames::whitePoint);
        Optional<DisplayCurve> curve = given(arguments, "encoding").flatMap(CustomNames::curveOf);
        Optional<Double> scale = given(arguments, "scale").map(Double::valueOf);
        OutputTransform transform;
        try {
            transform = new CustomView(Double.parseDouble(peak), limiting, white, curve, scale)
                    .on(display)
                    .orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new StepException(label + ": " + e.getMessage());
        }
        Map<String, String> options = new LinkedHashMap<>();
        options.put("display", display);
        options.put("view", CUSTOM);
        for (Parameter parameter : CUSTOM_PARAMETERS) {
            given(arguments, parameter.key()).ifPresent(value -> options.put(parameter.key(), value));
        }
        RenderingParameters rendering = transform.rendering();
        return new DisplayTarget(
                options,
                "custom view of " + MacroOptions.number(rendering.peakLuminance()) + " cd/m² on " + display,
                transform);
    }

    @Override
    public Optional<ColorSpace> codes() {
        return codes(transform.encoding());
    }

    @Override
    public double highestInput() {
        return transform.highestInput();
    }

    /**
     * The full name of a view that a display has of its own.
     *
     * @param label of the operation, for what is said of problems
     * @param display its full name; empty for none
     * @param view as it was given; empty for the display's usual one
     * @return empty without a display
     * @throws StepException if they do not fit together
     */
    public static String ownView(String label, String display, String view) throws StepException {
        if (display.isEmpty()) {
            if (!view.isEmpty()) {
                throw new StepException(label + ": view=" + view + " needs a display");
            }
            return "";
        }
        List<String> views = OutputTransforms.views(display);
        return view.isEmpty()
                ? views.get(0)
                : OutputTransforms.viewName(display, view)
                        .orElseThrow(() -> new StepException(label + ": view=" + view + " does not go with display="
                                + display + "; give one of " + String.join(", ", views)));
    }

    /** The space of the catalog with the primaries and the curve of an encoding. */
    public static Optional<ColorSpace> codes(DisplayEncoding encoding) {
        return OutputTransforms.displays().stream()
                .filter(display -> OutputTransforms.encoding(display)
                        .filter(own -> own.curve() == encoding.curve()
                                && own.chromaticities().equals(encoding.chromaticities()))
                        .isPresent())
                .flatMap(display ->
                        ColorSpaces.byName(display)
                                .or(() -> ColorSpaces.byName(display.replace(" - Display", "")))
                                .stream())
                .findFirst();
    }

    private static Optional<String> given(Arguments arguments, String key) {
        return Optional.of(arguments.text(key)).filter(value -> !value.isEmpty());
    }

    private static List<String> views(String display, List<String> others) {
        List<String> views = new ArrayList<>(OutputTransforms.views(display));
        views.addAll(others);
        return views;
    }

    private static Optional<String> viewName(String view, List<String> others) {
        return others.stream()
                .filter(other -> other.equalsIgnoreCase(view.strip()))
                .findFirst()
                .or(() -> OutputTransforms.displays().stream()
                        .flatMap(display -> OutputTransforms.viewName(display, view).stream())
                        .findFirst());
    }
}
