/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetField;
import org.scenelinear.agx.ToneCurve;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.image.StepException;

/** The fields of presets as parameters. Their keys are the paths in the files: {@code detail.sharpening.radius}. */
final class PresetParameters {
    /** As a look-up table: none, also if a preset names one. */
    static final String NONE = "none";

    private static final String LUT = "lut.path";
    private static final Map<String, Parameter> ALL = byPath();

    private PresetParameters() {}

    /** One for each field, in the order of the files. What is not given is as in the preset. */
    static List<Parameter> all() {
        return List.copyOf(ALL.values());
    }

    /** The parameter of a field. */
    static Parameter of(PresetField field) {
        return ALL.get(field.path());
    }

    /** The values of those that are given, by path. */
    static Map<String, String> given(Arguments arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String path : ALL.keySet()) {
            if (!arguments.text(path).isEmpty()) {
                given.put(path, arguments.text(path));
            }
        }
        return given;
    }

    /**
     * A preset with other values.
     *
     * @param base where to begin
     * @param given canonical values by path
     */
    static Preset changed(Preset base, Map<String, String> given) {
        Preset kept = NONE.equals(given.get(LUT)) ? base.without(LUT) : base;
        Map<String, Object> changes = new LinkedHashMap<>();
        given.forEach((path, text) -> {
            if (!path.equals(LUT) || !text.equals(NONE)) {
                changes.put(path, value(PresetField.all().get(path), text));
            }
        });
        return kept.with(changes);
    }

    /** What a preset says of a field, or means by saying nothing; empty for a table or a seed if there is none. */
    static String text(Preset preset, PresetField field) {
        Optional<Object> value = preset.value(field.path());
        if (value.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case NUMBER -> MacroOptions.number((Double) value.get());
            case POINTS -> pointsText((List<?>) value.get());
            default -> value.get().toString();
        };
    }

    private static Object value(PresetField field, String text) {
        return switch (field.kind()) {
            case NUMBER -> Double.parseDouble(text);
            case WORD -> text;
            case WHOLE_NUMBER -> Long.parseLong(text);
            case POINTS ->
                CurvePoints.curve(text).points().stream()
                        .map(point -> List.of(point.x(), point.y()))
                        .toList();
            case FILE -> Path.of(text).toAbsolutePath().normalize();
        };
    }

    private static String pointsText(List<?> points) {
        return points.stream()
                .map(point -> ((List<?>) point)
                        .stream().map(n -> MacroOptions.number((Double) n)).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Parameter> byPath() {
        Map<String, Parameter> all = new LinkedHashMap<>();
        for (PresetField field : PresetField.all().values()) {
            String help = help(field);
            Parameter parameter = switch (field.kind()) {
                case NUMBER -> number(field, help);
                case WORD -> word(field, help);
                case WHOLE_NUMBER ->
                    Parameter.text(
                            field.path(),
                            help,
                            text -> Optional.of(text.strip()).filter(PresetParameters::isSeed),
                            "a whole number from 0 to " + Long.MAX_VALUE);
                case POINTS ->
                    Parameter.text(
                            field.path(),
                            help,
                            text -> CurvePoints.canonical(text).filter(PresetParameters::isWhole),
                            "points x,y divided by blanks, such as 0,0 0.5,0.6 1,1, with x rising from 0 to 1");
                case FILE -> Parameter.text(field.path(), help, Optional::of, "the path of a .cube file, or " + NONE);
            };
            all.put(field.path(), parameter);
        }
        return Collections.unmodifiableMap(all);
    }

    private static Parameter number(PresetField field, String help) {
        Parameter reader = Parameter.number(field.path(), help, "0", field.least(), field.most());
        return Parameter.text(field.path(), help, text -> read(reader, text), field.allowed());
    }

    private static Parameter word(PresetField field, String help) {
        Parameter reader = Parameter.choice(field.path(), help, field.words());
        return Parameter.text(field.path(), help, text -> read(reader, text), field.allowed());
    }

    private static Optional<String> read(Parameter reader, String text) {
        try {
            return Optional.of(reader.read(text));
        } catch (StepException e) {
            return Optional.empty();
        }
    }

    private static boolean isSeed(String text) {
        return text.matches("[0-9]{1,19}") && Long.parseUnsignedLong(text) >= 0;
    }

    /** Whether a curve reaches from 0 to 1, as presets demand. */
    private static boolean isWhole(String text) {
        List<ToneCurve.Point> points = CurvePoints.curve(text).points();
        return points.get(0).x() == 0 && points.get(points.size() - 1).x() == 1;
    }

    private static String help(PresetField field) {
        List<String> path = new ArrayList<>(List.of(field.path().split("[.]")));
        String last = path.get(path.size() - 1);
        String within = path.get(1);
        return switch (path.get(0)) {
            case "white_balance" -> StageOperation.WHITE_BALANCE.help(last);
            case "tone" ->
                last.equals("exposure") ? "Stops; each is a factor of two." : StageOperation.BASIC_TONE.help(last);
            case "lut" ->
                "A 3D look-up table made for sRGB, a file that ends in .cube; " + NONE + " takes a preset's away.";
            case "hsl" ->
                switch (last) {
                    case "hue" -> "Degrees that " + within + " hues turn by.";
                    case "saturation" -> "Percent of saturation that " + within + " hues gain.";
                    default -> "Percent of luminance that " + within + " hues gain.";
                };
            case "vignette" -> StageOperation.VIGNETTE.help(last);
            case "color_grading" ->
                path.size() == 2 ? StageOperation.COLOR_GRADING.help(last) : wheelHelp(within, last);
            case "tone_curve" -> StageOperation.TONE_CURVES.help(within);
            case "detail" -> StageOperation.DETAIL.help(last);
            case "dehaze" -> StageOperation.DEHAZE.help(last);
            case "noise_reduction" -> StageOperation.NOISE_REDUCTION.help(last);
            default -> StageOperation.GRAIN.help(last);
        };
    }

    private static String wheelHelp(String wheel, String key) {
        String where = wheel.equals("global") ? "the whole image" : "the " + wheel;
        return switch (key) {
            case "hue" -> "Hue of the tint of " + where + ", in degrees.";
            case "saturation" -> "Percentage of the tint of " + where + ".";
            default -> "Percent that is added to " + where + ".";
        };
    }
}
