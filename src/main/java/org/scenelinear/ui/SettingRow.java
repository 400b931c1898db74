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

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.GridBagConstraints;
import java.awt.Insets;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.UIManager;

/**
 * Shows one setting and tells of every change. What is typed and not allowed is marked and told, and the value stays as
 * it was. For the event thread alone.
 */
final class SettingRow {
    private static final Color WRONG = new Color(200, 30, 30);
    private static final int LARGE_SPAN = 20;
    private static final int FINE_STEPS = 20;

    private final Setting setting;
    private final Consumer<SettingRow> listener;
    private final JLabel label;
    private JTextField field;
    private JSlider slider;
    private JComboBox<String> list;
    private JButton browse;
    private CurveEditor editor;
    private String value;
    private String problem = "";
    private boolean adjusting;

    /**
     * A row.
     *
     * @param value to begin with
     * @param listener told of changes of the value or of whether what is typed is allowed
     */
    SettingRow(Setting setting, String value, Consumer<SettingRow> listener) {
        this.setting = setting;
        this.listener = listener;
        label = new JLabel(setting.label());
        label.setToolTipText("<html>" + setting.help() + " Click twice to reset.</html>");
        label.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (e.getClickCount() == 2) {
                    take(setting.neutral());
                }
            }
        });
        if (setting.kind() == Setting.Kind.CHOICE) {
            makeList();
        } else {
            makeField();
        }
        if (setting.kind() == Setting.Kind.NUMBER) {
            makeSlider();
        }
        if (setting.kind() == Setting.Kind.FILE) {
            browse = new JButton("Browse...");
            browse.addActionListener(e -> browse());
        }
        setting.curve().ifPresent(curve -> {
            editor = new CurveEditor(curve.shape(), curve.histogram(), this::take);
            prepare(editor, setting.key() + " curve");
        });
        this.value = value;
        showValue();
    }

    private void makeList() {
        list = new JComboBox<>(setting.words().toArray(String[]::new));
        prepare(list, setting.key());
        list.addActionListener(e -> {
            if (!adjusting) {
                take(String.valueOf(list.getSelectedItem()));
            }
        });
    }

    private void makeField() {
        field = new JTextField(setting.kind() == Setting.Kind.NUMBER ? 5 : 16);
        prepare(field, setting.key());
        field.addActionListener(e -> commit());
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                commit();
            }
        });
    }

    private void makeSlider() {
        slider = new JSlider((int) Math.round(setting.least() * steps()), (int) Math.round(setting.most() * steps()));
        prepare(slider, setting.key() + " slider");
        slider.addChangeListener(e -> {
            if (!adjusting) {
                BigDecimal number = BigDecimal.valueOf(slider.getValue()).divide(BigDecimal.valueOf(steps()));
                take(number.stripTrailingZeros().toPlainString());
            }
        });
    }

    private void prepare(Component component, String name) {
        component.setName(name);
        component.getAccessibleContext().setAccessibleName(setting.label());
        component.getAccessibleContext().setAccessibleDescription(setting.help());
        label.setLabelFor(component);
    }

    /** Places of the slider for 1. */
    private int steps() {
        return setting.most() - setting.least() > LARGE_SPAN ? 1 : FINE_STEPS;
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(setting.label());
        if (chooser.showOpenDialog(browse) == JFileChooser.APPROVE_OPTION) {
            take(chooser.getSelectedFile().getPath());
        }
    }

    /** Puts its parts into a line of a grid of three columns, a curve into one of its own below. */
    void addTo(Container grid, int line) {
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = 2 * line;
        place.insets = new Insets(1, 4, 1, 4);
        place.anchor = GridBagConstraints.LINE_START;
        grid.add(label, place);
        place.fill = GridBagConstraints.HORIZONTAL;
        place.weightx = 1;
        if (slider != null) {
            grid.add(slider, place);
            place.weightx = 0;
            grid.add(field, place);
        } else if (browse != null) {
            grid.add(field, place);
            place.weightx = 0;
            grid.add(browse, place);
        } else {
            place.gridwidth = GridBagConstraints.REMAINDER;
            grid.add(list != null ? list : field, place);
        }
        if (editor != null) {
            place.gridy = 2 * line + 1;
            place.gridx = 0;
            place.gridwidth = GridBagConstraints.REMAINDER;
            grid.add(editor, place);
        }
    }

    Setting setting() {
        return setting;
    }

    /** The value, canonical. */
    String value() {
        return value;
    }

    /** What is wrong with what is typed; empty if nothing is. */
    String problem() {
        return problem;
    }

    /** Takes what is typed. */
    void commit() {
        if (field != null && !field.getText().strip().equals(shown())) {
            take(field.getText().strip());
        }
    }

    /** Shows another value and tells nobody. */
    void set(String newValue) {
        value = newValue;
        problem = "";
        showValue();
    }

    /** Takes a value that the user gave elsewhere. */
    void edit(String text) {
        take(text);
    }

    private void take(String text) {
        Optional<String> read = text.isEmpty()
                ? Optional.of(setting.neutral())
                : setting.reader().apply(text);
        problem = read.isPresent() ? "" : setting.label() + ": " + text + " is not allowed; give " + setting.allowed();
        boolean changed = read.isPresent() && !read.get().equals(value);
        value = read.orElse(value);
        if (read.isPresent()) {
            showValue();
        } else {
            field.setForeground(WRONG);
        }
        if (changed || read.isEmpty()) {
            listener.accept(this);
        }
    }

    private String shown() {
        return problem.isEmpty() ? value : "";
    }

    private void showValue() {
        adjusting = true;
        if (field != null) {
            field.setText(value);
            field.setCaretPosition(0);
            field.setForeground(UIManager.getColor("TextField.foreground"));
        }
        if (slider != null) {
            slider.setValue((int) Math.round(Double.parseDouble(value) * steps()));
        }
        if (list != null) {
            list.setSelectedItem(value);
        }
        if (editor != null) {
            editor.set(value);
        }
        adjusting = false;
    }
}
