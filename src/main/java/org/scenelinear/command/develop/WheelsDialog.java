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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ui.Setting;
import org.scenelinear.ui.SettingsDialog;

/**
 * The dialog of {@link ColorGradingCommand}: a wheel for each range, of hue, saturation and luminance, which macros
 * have as three numbers. Only what differs is recorded.
 */
final class WheelsDialog implements SettingsDialog.Owner {
    private static final List<String> WHEELS = List.of("shadows", "midtones", "highlights", "global");
    private static final List<String> NUMBERS = List.of("hue", "saturation", "luminance");
    private static final double[] LEAST = {0, 0, -100};
    private static final double[] MOST = {360, 100, 100};
    private static final String BALANCE = "balance";

    private final MenuCommand command;
    private final Map<String, String> suggested;

    WheelsDialog(MenuCommand command, Map<String, String> suggested) {
        this.command = command;
        this.suggested = suggested;
    }

    /** Asks; empty if the user canceled. */
    Optional<Map<String, String>> ask() {
        Map<String, String> shown = new LinkedHashMap<>(suggested);
        List<Setting.Group> groups = new ArrayList<>();
        for (String wheel : WHEELS) {
            String[] numbers = suggested.getOrDefault(wheel, "0 0 0").split(" ");
            List<Setting> settings = new ArrayList<>();
            for (int i = 0; i < NUMBERS.size(); i++) {
                String key = wheel + "." + NUMBERS.get(i);
                shown.put(key, numbers.length == NUMBERS.size() ? numbers[i] : "0");
                settings.add(number(key, title(NUMBERS.get(i)), parameter(wheel).help(), LEAST[i], MOST[i]));
            }
            groups.add(new Setting.Group(title(wheel), settings));
        }
        Parameter balance = parameter(BALANCE);
        List<Setting> below = new ArrayList<>(List.of(number(BALANCE, "Balance", balance.help(), -100, 100)));
        command.signature().parameters().stream()
                .filter(parameter ->
                        !WHEELS.contains(parameter.key()) && !parameter.key().equals(BALANCE))
                .forEach(parameter -> below.add(DevelopDialog.choice(parameter)));
        String title = command.signature().label().replace("...", "");
        return SettingsDialog.ask(title, List.of(new Setting.Page("Wheels", groups)), below, shown, this)
                .map(this::differing);
    }

    private Parameter parameter(String key) {
        return command.signature().parameters().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Setting number(String key, String label, String help, double least, double most) {
        return new Setting(
                key,
                label,
                help,
                Setting.Kind.NUMBER,
                least,
                most,
                List.of(),
                "0",
                text -> read(text, least, most),
                "a number from " + MacroOptions.number(least) + " to " + MacroOptions.number(most));
    }

    private static Optional<String> read(String text, double least, double most) {
        try {
            double value = Double.parseDouble(text);
            return value >= least && value <= most ? Optional.of(MacroOptions.number(value)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Map<String, String> differing(Map<String, String> values) {
        Map<String, String> differing = new LinkedHashMap<>();
        for (Parameter parameter : command.signature().parameters()) {
            String key = parameter.key();
            String value = WHEELS.contains(key)
                    ? String.join(
                            " ",
                            NUMBERS.stream()
                                    .map(number -> values.get(key + "." + number))
                                    .toList())
                    : values.get(key);
            if (!value.equals(parameter.defaultValue().orElse(""))) {
                differing.put(key, value);
            }
        }
        return differing;
    }

    @Override
    public void showPreview(Map<String, String> values) {
        command.showPreview(differing(values));
    }

    @Override
    public void hidePreview() {
        command.hidePreview();
    }
}
