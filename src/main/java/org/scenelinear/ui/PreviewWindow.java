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

import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;

/**
 * The window of a preview: the picture, as large as fits beside the dialog, above a line that says what it is. It is no
 * image window of ImageJ's, so no command can take it for an image, and it never takes the keyboard from the dialog. If
 * the user closes it, it stays away until the preview is switched on anew. For the event thread alone.
 */
final class PreviewWindow {
    private static final int GAP = 8;
    private static final int LEAST_WIDTH = 320;

    private final JFrame frame;
    private final PicturePanel panel = new PicturePanel();
    private final JTextArea line = new JTextArea(2, 20);
    private boolean placedWithPicture;
    private boolean showing;

    PreviewWindow(String title) {
        frame = new JFrame("Preview of " + title);
        frame.setName("preview");
        frame.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE);
        frame.setFocusableWindowState(false);
        frame.setModalExclusionType(Dialog.ModalExclusionType.APPLICATION_EXCLUDE);
        panel.setName("picture");
        line.setName("line");
        line.setEditable(false);
        line.setLineWrap(true);
        line.setWrapStyleWord(true);
        line.setOpaque(false);
        line.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        frame.add(panel, BorderLayout.CENTER);
        frame.add(line, BorderLayout.SOUTH);
    }

    /**
     * Shows a picture and what it is.
     *
     * @param size the picture's size on the screen if there is room for it; the picture may have fewer pixels
     */
    void show(BufferedImage picture, Dimension size, String text) {
        panel.setPicture(picture);
        line.setText(text);
        if (!placedWithPicture) {
            place(size);
            placedWithPicture = true;
        }
        bringUp();
    }

    /** Shows a text and no picture, so that nobody takes an old one for what the text speaks of. */
    void showText(String text) {
        panel.setPicture(null);
        line.setText(text);
        if (!showing && !placedWithPicture) {
            place(new Dimension(LEAST_WIDTH, LEAST_WIDTH / 2));
        }
        bringUp();
    }

    private void bringUp() {
        if (!showing) {
            showing = true;
            frame.setVisible(true);
        }
    }

    void hide() {
        showing = false;
        frame.setVisible(false);
    }

    void dispose() {
        frame.dispose();
    }

    /** Beside the dialog, on the side with more room, the right one if both have the same. */
    private void place(Dimension size) {
        Rectangle screen = GUI.getMaxWindowBounds();
        Rectangle dialog = openDialog().map(Window::getBounds).orElse(new Rectangle(screen.x, screen.y, 0, 0));
        int left = dialog.x - screen.x - 2 * GAP;
        int right = screen.x + screen.width - dialog.x - dialog.width - 2 * GAP;
        int room = Math.max(Math.max(left, right), LEAST_WIDTH);
        double scale = Math.min(1, Math.min((double) room / size.width, 0.75 * screen.height / size.height));
        panel.setPreferredSize(new Dimension(
                Math.max(LEAST_WIDTH, (int) (size.width * scale)), Math.max(1, (int) Math.round(size.height * scale))));
        frame.pack();
        int x = left > right ? dialog.x - GAP - frame.getWidth() : dialog.x + dialog.width + GAP;
        int lastX = screen.x + screen.width - frame.getWidth();
        int lastY = screen.y + screen.height - frame.getHeight();
        frame.setLocation(Math.max(screen.x, Math.min(x, lastX)), Math.max(screen.y, Math.min(dialog.y, lastY)));
    }

    private static Optional<Window> openDialog() {
        return Arrays.stream(Window.getWindows())
                .filter(window -> window instanceof Dialog dialog && dialog.isModal() && dialog.isShowing())
                .findFirst();
    }

    /** Draws the picture as large as it fits, never distorted. */
    static final class PicturePanel extends JPanel {
        private static final long serialVersionUID = 1L;

        private transient BufferedImage picture;

        PicturePanel() {
            super(null);
            setBackground(Color.DARK_GRAY);
        }

        void setPicture(BufferedImage newPicture) {
            picture = newPicture;
            repaint();
        }

        /** What is shown, null if nothing is. */
        BufferedImage picture() {
            return picture;
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            if (picture == null) {
                return;
            }
            double scale =
                    Math.min((double) getWidth() / picture.getWidth(), (double) getHeight() / picture.getHeight());
            int width = (int) Math.round(picture.getWidth() * scale);
            int height = (int) Math.round(picture.getHeight() * scale);
            ((Graphics2D) graphics)
                    .setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, (getWidth() - width) / 2, (getHeight() - height) / 2, width, height, null);
        }
    }
}
