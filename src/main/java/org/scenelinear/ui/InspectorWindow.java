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
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/**
 * The small window that tells of the pixel under the mouse while it moves, and ImageJ's status bar with it. What is
 * told is made on a thread of its own, and only of the last pixel, so the mouse never waits. A click drops a sample.
 * There is one at a time; when it is closed nothing listens any more.
 */
public final class InspectorWindow extends JFrame {
    private static final long serialVersionUID = 1L;

    private static final String LIVE_VIEW = "Live view";
    private static final int GAP = 8;
    private static final String NOTHING = "Move the mouse over an image.";

    private final transient Source source;
    private final transient LatestOnly<Request> queue;
    private final transient PixelFollower follower = new PixelFollower(new Follower());
    private final ReadingPanel panel = new ReadingPanel();
    private final JComboBox<String> views;
    private transient InspectedPixel pixel;

    /** Who knows what to tell of pixels. */
    public interface Source {
        /**
         * What is told of a pixel. Called on a thread of its own, about one pixel at a time.
         *
         * @param pixel any
         * @param view one of the names of views
         */
        PixelReading read(InspectedPixel pixel, String view);

        /** Keeps a sample and marks it. Called on the event thread. */
        void sample(InspectedPixel pixel, String view);

        /** Shows the image's samples in every slice and time. Called on the event thread, must not wait. */
        void follow(ImagePlus image, String view);

        /** Forgets the image's samples and their marks. Called on the event thread. */
        void clear(ImagePlus image);

        /** An image was closed. Called on the event thread. */
        void forget(ImagePlus image);
    }

    /** What is asked of the thread; the mouse is elsewhere if ImageJ's status bar is to be left alone. */
    private record Request(InspectedPixel pixel, String view, boolean status) {}

    private InspectorWindow(List<String> names, String view, Source source) {
        super("Inspect Light");
        this.source = source;
        this.queue = new LatestOnly<>("inspect light", this::read);
        this.views = new JComboBox<>(names.toArray(new String[0]));
        views.setName("view");
        views.setSelectedItem(view);
        views.addActionListener(e -> request(false));
        setName("inspect light");
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setAutoRequestFocus(false); // the keyboard stays with the image
        JPanel bottom = new JPanel(new BorderLayout(0, 4));
        bottom.setBorder(BorderFactory.createEmptyBorder(2, 8, 6, 8));
        JPanel choice = new JPanel(new BorderLayout(6, 0));
        choice.add(new JLabel("View"), BorderLayout.WEST);
        choice.add(views, BorderLayout.CENTER);
        bottom.add(choice, BorderLayout.NORTH);
        bottom.add(buttons(), BorderLayout.SOUTH);
        add(panel, BorderLayout.CENTER);
        add(bottom, BorderLayout.SOUTH);
    }

    private JPanel buttons() {
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
        row.add(button(
                "all frames",
                "Samples of All Frames",
                "A table of the samples in every slice and time",
                () -> source.follow(pixel.image(), view())));
        row.add(button(
                "clear",
                "Clear Samples",
                "Forgets the image's samples and their marks",
                () -> source.clear(pixel.image())));
        return row;
    }

    private JButton button(String name, String label, String help, Runnable action) {
        JButton button = new JButton(label);
        button.setName(name);
        button.setToolTipText(help);
        button.addActionListener(e -> {
            if (pixel != null) {
                action.run();
            }
        });
        return button;
    }

    /**
     * Opens it, in place of one that is open. Needs a screen; may be called from any thread.
     *
     * @param first the image to begin with
     * @param views names of views
     * @param view the one to begin with
     * @param source who knows what to tell
     */
    public static void open(ImagePlus first, List<String> views, String view, Source source) {
        EventQueue.invokeLater(() -> {
            for (Frame frame : WindowManager.getNonImageWindows()) {
                if (frame instanceof InspectorWindow) {
                    frame.dispose();
                }
            }
            InspectorWindow window = new InspectorWindow(views, view, source);
            window.start(first);
        });
    }

    private void start(ImagePlus first) {
        panel.show(first.getTitle(), new PixelReading("", List.of()));
        pack();
        WindowManager.addWindow(this);
        placeBeside(first.getWindow());
        setVisible(true);
        follower.start();
        middle(first);
    }

    /** To the right of the image, as far as the screen goes. */
    private void placeBeside(Window image) {
        if (image != null) {
            Rectangle screen = GUI.getMaxWindowBounds(image);
            int x = Math.min(image.getX() + image.getWidth() + GAP, screen.x + screen.width - getWidth());
            int y = Math.min(image.getY(), screen.y + screen.height - getHeight());
            setLocation(Math.max(screen.x, x), Math.max(screen.y, y));
        }
    }

    @Override
    public void dispose() {
        follower.close();
        queue.close();
        pixel = null;
        WindowManager.removeWindow(this);
        super.dispose();
    }

    private String view() {
        return (String) views.getSelectedItem();
    }

    private void middle(ImagePlus image) {
        pixel = InspectedPixel.inFront(image, image.getWidth() / 2, image.getHeight() / 2);
        request(false);
    }

    private void request(boolean status) {
        if (pixel != null) {
            queue.submit(new Request(pixel, view(), status));
        }
    }

    /** On the queue's thread. */
    private void read(Request request, BooleanSupplier outdated) {
        PixelReading reading = source.read(request.pixel(), request.view());
        EventQueue.invokeLater(() -> {
            if (pixel != null && pixel.image() == request.pixel().image()) {
                show(request, reading);
            }
        });
    }

    private void show(Request request, PixelReading reading) {
        List<PixelReading.Line> lines = new ArrayList<>(reading.lines());
        LivePictures.codes(request.pixel()).ifPresent(codes -> lines.add(new PixelReading.Line(LIVE_VIEW, codes)));
        panel.show(title(request.pixel()), new PixelReading(reading.status(), lines));
        if (panel.hasGrown()) {
            pack();
        }
        if (request.status()) {
            IJ.showStatus(reading.status());
        }
    }

    private static String title(InspectedPixel pixel) {
        ImagePlus image = pixel.image();
        return image.getTitle() + ", x " + pixel.x() + ", y " + pixel.y()
                + (image.getNSlices() > 1 ? ", slice " + pixel.slice() : "")
                + (image.getNFrames() > 1 ? ", time " + pixel.time() : "");
    }

    /** What the mouse and the images do. */
    private final class Follower implements PixelFollower.Listener {
        @Override
        public void moved(InspectedPixel place) {
            pixel = place;
            request(true);
        }

        @Override
        public void clicked(InspectedPixel place) {
            source.sample(place, view());
        }

        @Override
        public void activated(ImagePlus image) {
            if (pixel == null || pixel.image() != image) {
                middle(image);
            }
        }

        @Override
        public void changed(ImagePlus image) {
            if (pixel != null && pixel.image() == LivePictures.sourceOf(image)) {
                pixel = pixel.again();
                request(false);
            }
        }

        @Override
        public void closed(ImagePlus image) {
            source.forget(image);
            if (pixel != null && pixel.image() == image) {
                pixel = null;
                panel.show(NOTHING, new PixelReading("", List.of()));
            }
        }
    }
}
