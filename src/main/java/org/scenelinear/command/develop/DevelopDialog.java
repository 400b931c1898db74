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

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scenelinear.agx.Preset;
import org.scenelinear.agx.PresetField;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.image.StepException;
import org.scenelinear.ui.Setting;
import org.scenelinear.ui.SettingsDialog;

/** The dialog of {@link Develop}: all stages on six tabs. What it returns is only what differs from the preset. */
final class DevelopDialog implements SettingsDialog.Owner {
    private static final String PRESET = "preset";
    private static final String SAVE = "save";
    private static final String SEED = "grain.seed";
    private static final String LUT = "lut.path";

    private final MenuCommand command;
    private final Map<String, String> suggested;
    private final Map<String, float[]> histograms;

    /** What is shown where nobody has changed it: of the preset that was loaded last. */
    private Preset base = Preset.NEUTRAL;

    private String presetPath = "";

    /** The preset that was saved last, and with which values. */
    private String savedPath = "";

    private Map<String, String> saved = Map.of();

    DevelopDialog(MenuCommand command, Map<String, String> suggested, Map<String, float[]> histograms) {
        this.command = command;
        this.histograms = histograms;
        this.suggested = new LinkedHashMap<>(suggested);
        this.suggested.values().removeIf(String::isEmpty);
    }

    /** Asks; empty if the user canceled. */
    Optional<Map<String, String>> ask() {
        Map<String, String> shown = new LinkedHashMap<>(suggested);
        if (suggested.containsKey(PRESET)) {
            try {
                shown.putAll(load(new File(suggested.get(PRESET))));
                shown.putAll(suggested);
                base.seed().ifPresent(seed -> shown.put(SEED, seed.toString()));
            } catch (IOException e) {
                presetPath = suggested.get(PRESET); // the step will say what is wrong with it
            }
        }
        return SettingsDialog.ask("Develop", pages(), below(), shown, this).map(this::recorded);
    }

    @Override
    public void showPreview(Map<String, String> values) {
        command.showPreview(differing(values));
    }

    @Override
    public void hidePreview() {
        command.hidePreview();
    }

    @Override
    public boolean hasFiles() {
        return true;
    }

    /** All values of a preset, so that nothing of another one is left. */
    @Override
    public Map<String, String> load(File file) throws IOException {
        base = Preset.read(file.toPath());
        presetPath = file.getPath();
        Map<String, String> values = new LinkedHashMap<>();
        for (PresetField field : PresetField.all().values()) {
            values.put(field.path(), PresetParameters.text(base, field));
        }
        values.computeIfPresent(SEED, (key, seed) -> seed.isEmpty() ? suggested.getOrDefault(SEED, "") : seed);
        return values;
    }

    @Override
    public void save(File file, Map<String, String> values) throws IOException {
        Map<String, String> differing = differing(values);
        differing.keySet().retainAll(PresetField.all().keySet());
        Path path = Path.of(file.getName().contains(".") ? file.getPath() : file.getPath() + ".toml");
        try {
            Develop.write(PresetParameters.changed(base, differing), path);
        } catch (StepException e) {
            throw new IOException(e.getMessage(), e);
        }
        savedPath = path.toString();
        saved = values;
    }

    private Map<String, String> recorded(Map<String, String> values) {
        Map<String, String> recorded = differing(values);
        if (!savedPath.isEmpty() && values.equals(saved)) {
            recorded.put(SAVE, savedPath);
        }
        return recorded;
    }

    /** The preset, and the values that it does not say or mean. */
    private Map<String, String> differing(Map<String, String> values) {
        Map<String, String> differing = new LinkedHashMap<>();
        if (!presetPath.isEmpty()) {
            differing.put(PRESET, presetPath);
        }
        for (PresetField field : PresetField.all().values()) {
            String value = values.get(field.path());
            String meant = PresetParameters.text(base, field);
            if (!value.equals(meant)) {
                differing.put(field.path(), value.isEmpty() ? PresetParameters.NONE : value);
            }
        }
        if (values.get("grain.amount").equals("0") || values.get(SEED).isEmpty()) {
            differing.remove(SEED);
        }
        for (Setting setting : below()) {
            String value = values.get(setting.key());
            if (!value.equals(setting.neutral())) {
                differing.put(setting.key(), value);
            }
        }
        return differing;
    }

    private List<Setting.Page> pages() {
        List<Setting.Group> hues = new ArrayList<>();
        for (String band : List.of("red", "orange", "yellow", "green", "aqua", "blue", "purple", "magenta")) {
            hues.add(group(title(band), "hsl." + band));
        }
        List<Setting.Group> wheels = new ArrayList<>();
        for (String wheel : List.of("shadows", "midtones", "highlights", "global")) {
            wheels.add(group(title(wheel), "color_grading." + wheel));
        }
        wheels.add(new Setting.Group("All wheels", List.of(setting("color_grading.balance", "Balance"))));
        wheels.add(new Setting.Group("Look-up table", List.of(setting(LUT, "File"))));
        return List.of(
                new Setting.Page(
                        "Light",
                        List.of(
                                group("White balance", "white_balance"),
                                new Setting.Group("Exposure", List.of(setting("tone.exposure", "Stops"))),
                                group("Noise reduction", "noise_reduction"),
                                group("Dehaze", "dehaze"))),
                new Setting.Page("Tone", List.of(tone())),
                new Setting.Page("Curves", curves()),
                new Setting.Page("HSL", hues),
                new Setting.Page("Color Grading", wheels),
                new Setting.Page(
                        "Detail and Finish",
                        List.of(
                                group("Detail", "detail"),
                                grain(),
                                group("Sharpening", "detail.sharpening"),
                                group("Vignette", "vignette"))));
    }

    /** Neutral is the seed that was drawn. */
    private Setting.Group grain() {
        List<Setting> settings = new ArrayList<>();
        for (Setting setting : group("", "grain").settings()) {
            settings.add(setting.key().equals(SEED) ? setting.withNeutral(suggested.getOrDefault(SEED, "")) : setting);
        }
        return new Setting.Group("Grain", settings);
    }

    private static Setting.Group tone() {
        return new Setting.Group(
                "Tone",
                group("", "tone").settings().stream()
                        .filter(setting -> !setting.key().equals("tone.exposure"))
                        .toList());
    }

    private List<Setting.Group> curves() {
        return Stream.of("rgb", "red", "luma", "green", "blue")
                .map(curve -> setting("tone_curve." + curve + ".points", title(curve))
                        .drawn(new Setting.Curve(text -> CurvePoints.curve(text).table(), histograms.get(curve))))
                .map(setting -> new Setting.Group("", List.of(setting)))
                .toList();
    }

    /** All fields of a table. */
    private static Setting.Group group(String title, String table) {
        return new Setting.Group(
                title,
                PresetField.all().values().stream()
                        .filter(field -> field.table().equals(table))
                        .map(field -> setting(field.path(), title(field.key())))
                        .toList());
    }

    private static String title(String word) {
        return word.equals("rgb") ? "RGB" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Setting setting(String path, String label) {
        PresetField field = PresetField.all().get(path);
        Parameter parameter = PresetParameters.of(field);
        Setting.Kind kind = switch (field.kind()) {
            case NUMBER -> Setting.Kind.NUMBER;
            case WORD -> Setting.Kind.CHOICE;
            case FILE -> Setting.Kind.FILE;
            default -> Setting.Kind.TEXT;
        };
        return new Setting(
                path,
                label,
                parameter.help(),
                kind,
                field.least(),
                field.most(),
                field.words(),
                PresetParameters.text(Preset.NEUTRAL, field),
                text -> read(parameter, text),
                parameter.allowed());
    }

    private static List<Setting> below() {
        return Stream.of(
                        StageOperation.MODE,
                        Development.PARAMETER,
                        SelectedPart.PARAMETER,
                        SourceSpace.FROM,
                        ImageReplacement.RESULT)
                .map(DevelopDialog::choice)
                .toList();
    }

    /** A choice of a command. */
    static Setting choice(Parameter parameter) {
        return new Setting(
                parameter.key(),
                parameter.label(),
                parameter.help(),
                Setting.Kind.CHOICE,
                0,
                0,
                MenuCommand.dialogChoices(parameter, Map.of()),
                parameter.defaultValue().orElseThrow(),
                text -> read(parameter, text),
                parameter.allowed());
    }

    /** The canonical form of a value of a command; empty if it is not allowed. */
    static Optional<String> read(Parameter parameter, String text) {
        try {
            return Optional.of(parameter.read(text));
        } catch (StepException e) {
            return Optional.empty();
        }
    }
}
