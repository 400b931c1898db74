/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

import ij.IJ;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.GridLayout;
import java.awt.event.KeyEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.KeyStroke;

/**
 * A dialog of many settings on tabs, with a preview that follows, a button that makes all neutral, and values that are
 * read from files and written to them. A tab whose settings are not all neutral has a dot. Esc cancels. {@link #ask}
 * may be called from any thread; all else belongs to the event thread.
 */
public final class SettingsDialog {
    /** Who asks: shows previews and knows the files. */
    public interface Owner {
        /** Shows what values make. */
        void showPreview(Map<String, String> values);

        /** Takes the preview away. */
        void hidePreview();

        /** Whether values can be read from files and written to them; only then these are asked for. */
        default boolean hasFiles() {
            return false;
        }

        /**
         * Reads values from a file.
         *
         * @return some or all, by key
         * @throws IOException if it cannot be read; the message says why
         */
        default Map<String, String> load(File file) throws IOException {
            throw new UnsupportedOperationException();
        }

        /**
         * Writes values to a file.
         *
         * @throws IOException if it cannot be written; the message says why
         */
        default void save(File file, Map<String, String> values) throws IOException {
            throw new UnsupportedOperationException();
        }
    }

    private final String title;
    private final JDialog dialog;
    private final Owner owner;
    private final List<Setting.Page> pages;
    private final Map<String, SettingRow> rows = new LinkedHashMap<>();
    /** Each brings a wheel up to the values beside it. */
    private final List<Runnable> wheels = new ArrayList<>();

    private final JTabbedPane tabs = new JTabbedPane();
    private final JCheckBox preview = new JCheckBox("Preview", true);
    private final JLabel line = new JLabel(" ");
    private boolean confirmed;

    private SettingsDialog(
            String title, List<Setting.Page> pages, List<Setting> below, Map<String, String> shown, Owner owner) {
        this.title = title;
        this.owner = owner;
        this.pages = pages;
        dialog = new JDialog(IJ.getInstance(), title, Dialog.ModalityType.APPLICATION_MODAL);
        dialog.setName("settings");
        for (Setting.Page page : pages) {
            tabs.addTab(page.title(), columns(page.groups(), shown));
        }
        JPanel content = new JPanel(new BorderLayout(0, 4));
        content.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
        content.add(tabs, BorderLayout.CENTER);
        JPanel bottom = new JPanel();
        bottom.setLayout(new BoxLayout(bottom, BoxLayout.PAGE_AXIS));
        int half = (below.size() + 1) / 2;
        bottom.add(columns(
                List.of(
                        new Setting.Group("", below.subList(0, half)),
                        new Setting.Group("", below.subList(half, below.size()))),
                shown));
        line.setName("line");
        line.setAlignmentX(0.5f);
        bottom.add(line);
        bottom.add(buttons());
        content.add(bottom, BorderLayout.SOUTH);
        dialog.setContentPane(content);
        dialog.getRootPane()
                .registerKeyboardAction(
                        e -> dialog.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        markTabs();
        dialog.pack();
        dialog.setLocationByPlatform(true);
    }

    /**
     * Asks for values.
     *
     * @param title of the window
     * @param pages the tabs
     * @param below settings that are always seen
     * @param shown values to begin with, for each setting
     * @param owner who asks
     * @return values by key; empty if the user canceled
     */
    public static Optional<Map<String, String>> ask(
            String title, List<Setting.Page> pages, List<Setting> below, Map<String, String> shown, Owner owner) {
        List<Map<String, String>> answer = new ArrayList<>();
        Runnable asking = () -> {
            SettingsDialog settings = new SettingsDialog(title, pages, below, shown, owner);
            settings.changed();
            settings.dialog.setVisible(true);
            if (settings.confirmed) {
                answer.add(settings.values());
            }
        };
        if (EventQueue.isDispatchThread()) {
            asking.run();
        } else {
            try {
                EventQueue.invokeAndWait(asking);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return answer.stream().findFirst();
    }

    private JComponent columns(List<Setting.Group> groups, Map<String, String> shown) {
        JPanel columns = new JPanel(new GridLayout(1, 2, 8, 0));
        Box[] boxes = {Box.createVerticalBox(), Box.createVerticalBox()};
        for (int i = 0; i < groups.size(); i++) {
            Setting.Group group = groups.get(i);
            boxes[i % 2].add(group(group.title(), group.settings(), shown));
        }
        for (Box box : boxes) {
            JPanel top = new JPanel(new BorderLayout());
            top.add(box, BorderLayout.NORTH);
            columns.add(top);
        }
        return columns;
    }

    private JPanel group(String title, List<Setting> settings, Map<String, String> shown) {
        JPanel grid = new JPanel(new GridBagLayout());
        if (!title.isEmpty()) {
            grid.setBorder(BorderFactory.createTitledBorder(title));
        }
        for (int i = 0; i < settings.size(); i++) {
            Setting setting = settings.get(i);
            SettingRow row = new SettingRow(
                    setting, shown.getOrDefault(setting.key(), setting.neutral()), changedRow -> changed());
            rows.put(setting.key(), row);
            row.addTo(grid, i);
        }
        addWheel(grid, settings);
        return grid;
    }

    /** A wheel above the hue and the strength of a tint. */
    private void addWheel(JPanel grid, List<Setting> settings) {
        Optional<Setting> hue = fromZero(settings, "hue");
        Optional<Setting> strength = fromZero(settings, "saturation");
        if (hue.isEmpty() || strength.isEmpty()) {
            return;
        }
        SettingRow hueRow = rows.get(hue.get().key());
        SettingRow strengthRow = rows.get(strength.get().key());
        ColorWheel wheel = new ColorWheel((degrees, percent) -> {
            hueRow.edit(String.valueOf(degrees));
            strengthRow.edit(String.valueOf(percent));
        });
        wheel.setName(hue.get().key() + " wheel");
        wheel.getAccessibleContext().setAccessibleName("Hue and saturation");
        wheels.add(() -> wheel.set(Double.parseDouble(hueRow.value()), Double.parseDouble(strengthRow.value())));
        GridBagConstraints place = new GridBagConstraints();
        place.gridx = 0;
        place.gridy = 2 * settings.size();
        place.gridwidth = GridBagConstraints.REMAINDER;
        grid.add(wheel, place);
    }

    /** A number from 0 up whose key ends so; hues and saturations that are differences begin below 0. */
    private static Optional<Setting> fromZero(List<Setting> settings, String word) {
        return settings.stream()
                .filter(setting -> setting.key().endsWith("." + word) && setting.least() == 0)
                .findFirst();
    }

    private JPanel buttons() {
        JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING));
        if (owner.hasFiles()) {
            left.add(button("Load Preset...", "load", this::load));
            left.add(button("Save Preset...", "save", this::save));
        }
        left.add(button("Reset", "reset", this::reset));
        JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING));
        preview.setName("preview");
        preview.addActionListener(e -> changed());
        right.add(preview);
        right.add(button("Cancel", "cancel", dialog::dispose));
        JButton ok = button("OK", "ok", this::confirm);
        right.add(ok);
        dialog.getRootPane().setDefaultButton(ok);
        JPanel all = new JPanel(new BorderLayout());
        all.add(left, BorderLayout.WEST);
        all.add(right, BorderLayout.EAST);
        return all;
    }

    private static JButton button(String text, String name, Runnable action) {
        JButton button = new JButton(text);
        button.setName(name);
        button.addActionListener(e -> action.run());
        return button;
    }

    private void load() {
        choose("Load Preset", false).ifPresent(file -> {
            try {
                owner.load(file).forEach((key, value) -> rows.get(key).set(value));
                dialog.setTitle(title + ": " + file.getName());
                changed();
            } catch (IOException e) {
                tell(e.getMessage());
            }
        });
    }

    private void save() {
        rows.values().forEach(SettingRow::commit);
        if (problem().isPresent()) {
            return;
        }
        choose("Save Preset", true).ifPresent(file -> {
            try {
                owner.save(file, values());
                tell(file + " is written.");
            } catch (IOException e) {
                tell(e.getMessage());
            }
        });
    }

    private Optional<File> choose(String what, boolean toSave) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(what);
        int answer = toSave ? chooser.showSaveDialog(dialog) : chooser.showOpenDialog(dialog);
        return answer == JFileChooser.APPROVE_OPTION ? Optional.of(chooser.getSelectedFile()) : Optional.empty();
    }

    /** What is always seen stays. */
    private void reset() {
        rows.values().stream()
                .filter(row ->
                        pages.stream().anyMatch(page -> page.has(row.setting().key())))
                .forEach(row -> row.set(row.setting().neutral()));
        changed();
    }

    private void confirm() {
        rows.values().forEach(SettingRow::commit);
        if (problem().isEmpty()) {
            confirmed = true;
            dialog.dispose();
        }
    }

    private Optional<String> problem() {
        return rows.values().stream()
                .map(SettingRow::problem)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private void changed() {
        wheels.forEach(Runnable::run);
        markTabs();
        tell(problem().orElse(" "));
        if (preview.isSelected()) {
            owner.showPreview(values());
        } else {
            owner.hidePreview();
        }
    }

    private void tell(String text) {
        line.setText(text);
        line.setToolTipText(text);
    }

    private void markTabs() {
        for (int i = 0; i < pages.size(); i++) {
            Setting.Page page = pages.get(i);
            boolean neutral = rows.values().stream()
                    .filter(row -> page.has(row.setting().key()))
                    .allMatch(row -> row.value().equals(row.setting().neutral()));
            tabs.setTitleAt(i, page.title() + (neutral ? "" : " \u2022"));
        }
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        rows.forEach((key, row) -> values.put(key, row.value()));
        return values;
    }
}
