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
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Hashtable;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.SwingConstants;

/** Slider, text field and reset button for the exposure in stops, above a line that says what the picture is. */
final class ExposurePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    /** Largest exposure in either direction, in stops. */
    static final float MOST_STOPS = 8;

    private static final int STEPS_PER_STOP = 20;
    private static final int LARGEST = (int) MOST_STOPS * STEPS_PER_STOP;
    private static final int LEAST_WIDTH = 420;

    private final transient Component picture;
    private final transient Consumer<Float> listener;
    private final JSlider slider = new JSlider(-LARGEST, LARGEST, 0);
    private final JTextField field = new JTextField(5);
    private float exposure;
    private boolean adjusting;

    /**
     * A panel.
     *
     * @param picture what it stands below: as wide, and the focus goes back there
     * @param explanation what the picture is
     * @param exposure to begin with, in stops
     * @param listener told of every change, in stops
     */
    ExposurePanel(Component picture, String explanation, float exposure, Consumer<Float> listener) {
        super(new BorderLayout(0, 2));
        this.picture = picture;
        this.listener = listener;
        this.exposure = exposure;
        setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        JLabel name = new JLabel("Exposure");
        name.setVerticalAlignment(SwingConstants.TOP);
        name.setBorder(BorderFactory.createEmptyBorder(2, 0, 0, 6));
        add(name, BorderLayout.WEST);
        add(slider, BorderLayout.CENTER);
        add(value(), BorderLayout.EAST);
        JLabel line = new JLabel(explanation);
        line.setFont(line.getFont().deriveFont(Font.PLAIN));
        line.setToolTipText(explanation);
        add(line, BorderLayout.SOUTH);
        prepareSlider();
        showValue();
    }

    private JPanel value() {
        JButton reset = new JButton("Reset");
        reset.setName("reset");
        reset.addActionListener(e -> {
            setExposure(0);
            picture.requestFocusInWindow();
        });
        field.setName("stops");
        field.setToolTipText("Stops; a stop is a factor of two");
        field.addActionListener(e -> {
            readField();
            picture.requestFocusInWindow();
        });
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                readField();
            }
        });
        JPanel row = new JPanel(new FlowLayout(FlowLayout.RIGHT, 4, 0));
        row.add(field);
        row.add(new JLabel("stops"));
        row.add(reset);
        return row;
    }

    private void prepareSlider() {
        Hashtable<Integer, JLabel> labels = new Hashtable<>();
        for (int stops = (int) -MOST_STOPS; stops <= MOST_STOPS; stops += 2) {
            labels.put(stops * STEPS_PER_STOP, new JLabel((stops > 0 ? "+" : "") + stops));
        }
        slider.setName("exposure");
        slider.setLabelTable(labels);
        slider.setMajorTickSpacing(2 * STEPS_PER_STOP);
        slider.setMinorTickSpacing(STEPS_PER_STOP);
        slider.setPaintTicks(true);
        slider.setPaintLabels(true);
        slider.addChangeListener(e -> {
            if (!adjusting) {
                setExposure(slider.getValue() / (float) STEPS_PER_STOP);
            }
        });
        slider.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent e) {
                picture.requestFocusInWindow();
            }
        });
    }

    /** Takes what was typed; what is no number, or out of range, is replaced by the value as it was or the nearest. */
    private void readField() {
        Optional<Float> typed = number(field.getText());
        setExposure(typed.orElse(exposure));
    }

    private static Optional<Float> number(String text) {
        try {
            float value = Float.parseFloat(text.strip().replace(',', '.'));
            return Float.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void setExposure(float stops) {
        float limited = Math.max(-MOST_STOPS, Math.min(MOST_STOPS, stops));
        boolean changed = limited != exposure;
        exposure = limited;
        showValue();
        if (changed) {
            listener.accept(exposure);
        }
    }

    private void showValue() {
        adjusting = true;
        slider.setValue(Math.round(exposure * STEPS_PER_STOP));
        adjusting = false;
        String text = BigDecimal.valueOf(exposure)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        field.setText(exposure > 0 ? "+" + text : text);
    }

    /** As wide as the picture, or as wide as it needs. */
    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Math.max(LEAST_WIDTH, picture.getPreferredSize().width), super.getPreferredSize().height);
    }
}
