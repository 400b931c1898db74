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
import java.util.Map;
import java.util.Optional;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.menu.MenuCommand;
import org.scenelinear.ui.Setting;
import org.scenelinear.ui.SettingsDialog;

/** The dialog of {@link ToneCurvesCommand}: a curve to draw for each component. Only what differs is recorded. */
final class CurvesDialog implements SettingsDialog.Owner {
    private static final List<List<String>> TABS = List.of(List.of("rgb", "luma"), List.of("red", "green", "blue"));
    private static final List<String> TITLES = List.of("RGB and Luma", "Red, Green, Blue");

    private final MenuCommand command;
    private final Map<String, String> suggested;
    private final Map<String, float[]> histograms;

    /**
     * A dialog.
     *
     * @param command who asks
     * @param suggested values to begin with
     * @param histograms by component
     */
    CurvesDialog(MenuCommand command, Map<String, String> suggested, Map<String, float[]> histograms) {
        this.command = command;
        this.suggested = suggested;
        this.histograms = histograms;
    }

    /** Asks; empty if the user canceled. */
    Optional<Map<String, String>> ask() {
        List<Setting.Page> pages = new ArrayList<>();
        for (int i = 0; i < TABS.size(); i++) {
            List<Setting.Group> groups = TABS.get(i).stream()
                    .map(key -> new Setting.Group("", List.of(curve(key))))
                    .toList();
            pages.add(new Setting.Page(TITLES.get(i), groups));
        }
        List<Setting> below = command.signature().parameters().stream()
                .filter(parameter -> TABS.stream().noneMatch(keys -> keys.contains(parameter.key())))
                .map(DevelopDialog::choice)
                .toList();
        return SettingsDialog.ask(command.signature().label().replace("...", ""), pages, below, suggested, this)
                .map(this::differing);
    }

    private Setting curve(String key) {
        Parameter parameter = command.signature().parameters().stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow();
        return new Setting(
                        key,
                        parameter.label().split(" ")[0],
                        parameter.help(),
                        Setting.Kind.TEXT,
                        0,
                        0,
                        List.of(),
                        "",
                        text -> DevelopDialog.read(parameter, text),
                        parameter.allowed())
                .drawn(new Setting.Curve(text -> CurvePoints.curve(text).table(), histograms.get(key)));
    }

    private Map<String, String> differing(Map<String, String> values) {
        Map<String, String> differing = new LinkedHashMap<>(values);
        for (Parameter parameter : command.signature().parameters()) {
            if (differing.get(parameter.key()).equals(parameter.defaultValue().orElse(""))) {
                differing.remove(parameter.key());
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
