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

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Shows a reading: a title above names and values. Rows stay where they are, so that figures can be read in motion. */
final class ReadingPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final int LEAST_WIDTH = 400;

    private final JLabel title = new JLabel(" ");
    private final JPanel rows = new JPanel(new GridBagLayout());
    private final List<JLabel> names = new ArrayList<>();
    private final List<JLabel> values = new ArrayList<>();
    private int widest = LEAST_WIDTH;
    private boolean grown;

    ReadingPanel() {
        super(new BorderLayout(0, 4));
        setBorder(BorderFactory.createEmptyBorder(6, 8, 4, 8));
        title.setName("title");
        title.setFont(title.getFont().deriveFont(Font.BOLD));
        add(title, BorderLayout.NORTH);
        add(rows, BorderLayout.CENTER);
    }

    /** Shows a reading instead of the one before. */
    void show(String heading, PixelReading reading) {
        title.setText(heading);
        title.setToolTipText(heading);
        List<PixelReading.Line> lines = reading.lines();
        while (names.size() < lines.size()) {
            addRow();
        }
        for (int i = 0; i < names.size(); i++) {
            boolean used = i < lines.size();
            names.get(i).setText(used ? lines.get(i).name() : " ");
            values.get(i).setText(used ? lines.get(i).value() : " ");
            values.get(i).setName(used ? lines.get(i).name() : "");
        }
        Dimension wanted = super.getPreferredSize();
        grown |= wanted.width > widest;
        widest = Math.max(widest, wanted.width);
    }

    private void addRow() {
        JLabel name = new JLabel();
        JLabel value = new JLabel();
        value.setFont(new Font(Font.MONOSPACED, Font.PLAIN, value.getFont().getSize()));
        names.add(name);
        values.add(value);
        place(name, 0, 0);
        place(value, 1, 1);
        grown = true;
    }

    private void place(Component label, int column, double weight) {
        GridBagConstraints at = new GridBagConstraints();
        at.gridx = column;
        at.gridy = names.size();
        at.weightx = weight;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = new Insets(1, 0, 1, column == 0 ? 12 : 0);
        rows.add(label, at);
    }

    /** Whether it needs more room than when this was last asked. */
    boolean hasGrown() {
        boolean result = grown;
        grown = false;
        return result;
    }

    /** As wide as the widest reading so far, so that the window does not follow every figure. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(widest, super.getPreferredSize().height);
    }
}
