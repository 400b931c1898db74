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

import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.inspect.FalseColor;
import org.scenelinear.look.LookLibrary;

/**
 * Where a display, one of its views, the looks before it, or false color are chosen. Used on the event thread alone.
 */
final class RenderingPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private static final String NOTHING = "none";
    private static final String A_FILE = "file...";

    private final transient Component picture;
    private final transient Consumer<Rendering> listener;
    private final JComboBox<String> displays = new JComboBox<>();
    private final JComboBox<String> views = new JComboBox<>();
    private final JComboBox<String> looks = new JComboBox<>();
    private final JComboBox<String> zones = new JComboBox<>();
    private final transient Optional<String> offered;
    private transient Rendering rendering;
    private boolean adjusting;

    /**
     * A panel.
     *
     * @param picture what it stands below; the focus goes back there
     * @param rendering to begin with
     * @param offered looks to choose from beside those that come with SceneLinear
     * @param listener told of every change
     */
    RenderingPanel(Component picture, Rendering rendering, Optional<Path> offered, Consumer<Rendering> listener) {
        super(new GridBagLayout());
        this.picture = picture;
        this.rendering = rendering;
        this.listener = listener;
        this.offered = offered.map(Path::toString);
        setBorder(BorderFactory.createEmptyBorder(0, 6, 4, 6));
        OutputTransforms.displays().forEach(displays::addItem);
        row(0, "Display", displays, Rendering::shortDisplay, () -> choose(rendered(displays), "", looksNow()));
        row(1, "View", views, name -> name, () -> choose(rendered(displays), rendered(views), looksNow()));
        row(2, "Looks", looks, RenderingPanel::shortName, this::chooseLooks);
        zones.addItem(NOTHING);
        FalseColor.presets().forEach(zones::addItem);
        row(3, "False color", zones, name -> name, () -> choose(rendering.display(), rendering.view(), looksNow()));
        showRendering();
    }

    private void row(int y, String name, JComboBox<String> box, Function<String, String> words, Runnable chosen) {
        JLabel label = new JLabel(name);
        label.setLabelFor(box);
        add(label, constraints(0, y, 0));
        box.setName(name.toLowerCase(Locale.ROOT));
        box.setPrototypeDisplayValue("ACES 2.0 - SDR 100 nits"); // may be narrower than its longest name
        box.setRenderer(new Words(words));
        box.addActionListener(e -> {
            if (!adjusting) {
                chosen.run();
                picture.requestFocusInWindow();
            }
        });
        add(box, constraints(1, y, 1));
    }

    private static GridBagConstraints constraints(int x, int y, double weight) {
        return new GridBagConstraints(
                x,
                y,
                1,
                1,
                weight,
                0,
                GridBagConstraints.LINE_START,
                GridBagConstraints.HORIZONTAL,
                new Insets(1, 0, 1, 6),
                0,
                0);
    }

    private static String rendered(JComboBox<String> box) {
        return (String) box.getSelectedItem();
    }

    private String looksNow() {
        return rendering.looks();
    }

    private void chooseLooks() {
        String chosen = rendered(looks);
        if (!chosen.equals(A_FILE)) {
            choose(rendering.display(), rendering.view(), chosen.equals(NOTHING) ? "" : chosen);
            return;
        }
        JFileChooser chooser = new JFileChooser(new File(rendering.looks()).getParentFile());
        chooser.setDialogTitle("A look, a look chain, or an ACES Metadata File");
        boolean approved = chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION;
        choose(
                rendering.display(),
                rendering.view(),
                approved ? chooser.getSelectedFile().getPath() : rendering.looks());
    }

    /** Shows what was chosen and tells it; a view the display does not have gives way to its usual one. */
    private void choose(String display, String view, String chosenLooks) {
        List<String> possible = OutputTransforms.views(display);
        Rendering before = rendering;
        String colored = rendered(zones).equals(NOTHING) ? "" : rendered(zones);
        rendering = new Rendering(display, possible.contains(view) ? view : possible.get(0), chosenLooks, colored);
        showRendering();
        if (!rendering.equals(before)) {
            listener.accept(rendering);
        }
    }

    private void showRendering() {
        adjusting = true;
        displays.setSelectedItem(rendering.display());
        show(views, OutputTransforms.views(rendering.display()), rendering.view());
        List<String> names = new ArrayList<>(List.of(NOTHING));
        offered.ifPresent(names::add);
        names.addAll(LookLibrary.names());
        if (!rendering.looks().isEmpty() && !names.contains(rendering.looks())) {
            names.add(rendering.looks());
        }
        names.add(A_FILE);
        zones.setSelectedItem(rendering.falseColor().isEmpty() ? NOTHING : rendering.falseColor());
        show(looks, names, rendering.looks().isEmpty() ? NOTHING : rendering.looks());
        adjusting = false;
    }

    private static void show(JComboBox<String> box, List<String> items, String selected) {
        box.removeAllItems();
        items.forEach(box::addItem);
        box.setSelectedItem(selected);
        box.setToolTipText(selected);
    }

    private static String shortName(String path) {
        return new File(path).getName();
    }

    /** Items in other words than their values. */
    private static final class Words extends DefaultListCellRenderer {
        private static final long serialVersionUID = 1L;

        private final transient Function<String, String> words;

        private Words(Function<String, String> words) {
            this.words = words;
        }

        @Override
        public Component getListCellRendererComponent(
                JList<?> list, Object value, int index, boolean selected, boolean focused) {
            Object text = value == null ? null : words.apply((String) value);
            return super.getListCellRendererComponent(list, text, index, selected, focused);
        }
    }
}
