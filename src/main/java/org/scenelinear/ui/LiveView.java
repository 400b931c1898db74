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
import ij.ImageListener;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.process.ColorProcessor;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import javax.swing.JPanel;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/**
 * A window that shows a linear image as a display would: the slice and time in front, at an exposure of choice, through
 * an ACES 2 output transform. The image's pixels stay as they are. The picture is an RGB image of ImageJ, so zoom,
 * selections and Duplicate work as always; it follows the source and closes with it.
 *
 * <pre>{@code
 * Rendering rendering = new Rendering("sRGB - Display", "ACES 2.0 - SDR 100 nits (Rec.709)", "");
 * LiveView.open(imp, ColorSpaces.ACES2065_1, 0, rendering);
 * }</pre>
 */
public final class LiveView {
    /** Pixels that render fast enough to follow the mouse; of more, a coarse picture is shown first. */
    private static final int QUICK_PIXELS = PreviewPicture.QUICK_PIXELS;

    private final ImagePlus source;
    private final ColorSpace space;
    private final ImagePlus picture;
    private final FrameRenderer renderer;
    private final LatestOnly<ViewState> queue;
    private final ImageListener follower = new Follower();

    /** What was last asked for. Changed on the event thread alone. */
    private ViewState state;

    private volatile boolean closed;
    private volatile FloatImage frame;

    private LiveView(ImagePlus source, ColorSpace space, ViewState state) {
        this.source = source;
        this.space = space;
        this.state = state;
        this.frame = ImagePlusConversion.toFloatImage(source, state.slice(), state.time());
        this.renderer = new FrameRenderer(space);
        this.picture = new ImagePlus(title(), new ColorProcessor(source.getWidth(), source.getHeight()));
        this.queue = new LatestOnly<>("live view of " + frame.name(), this::render);
    }

    /**
     * Opens a live view. Needs a screen; may be called from any thread.
     *
     * @param source a linear image, shown in a window or not
     * @param space what its values mean, a scene-referred space
     * @param exposure to begin with, in stops, -8 to 8
     * @param rendering display, view and looks to begin with
     * @return the picture it shows
     */
    public static ImagePlus open(ImagePlus source, ColorSpace space, float exposure, Rendering rendering) {
        ViewState state = new ViewState(exposure, rendering, slice(source), source.getT(), 0);
        LiveView live = new LiveView(source, space, state);
        onEventThread(live::show);
        return live.picture;
    }

    /** Largest exposure in either direction, in stops. */
    public static float mostStops() {
        return ExposurePanel.MOST_STOPS;
    }

    /** The slice in front, 1 if slices are channels. */
    static int slice(ImagePlus imp) {
        return Math.min(imp.getZ(), ImagePlusConversion.slices(imp));
    }

    private static void onEventThread(Runnable task) {
        if (EventQueue.isDispatchThread()) {
            task.run();
            return;
        }
        try {
            EventQueue.invokeAndWait(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private String title() {
        return frame.name() + " (view: " + state.rendering().shortName() + ")";
    }

    private void show() {
        ImageCanvas canvas = new ImageCanvas(picture);
        LiveViewWindow window = new LiveViewWindow(
                picture,
                canvas,
                () -> "preview, " + state.rendering().longName(),
                (x, y) -> PixelReadout.text(frame, x, y),
                this::close);
        JPanel controls = new JPanel(new BorderLayout());
        controls.add(
                new ExposurePanel(
                        canvas,
                        "A preview. The status bar tells the source's values (" + space.name()
                                + "), which do not change.",
                        state.exposure(),
                        stops -> request(state.withExposure(stops))),
                BorderLayout.NORTH);
        controls.add(
                new RenderingPanel(canvas, state.rendering(), MetadataBeside.find(source), rendering -> {
                    request(state.withRendering(rendering));
                    say();
                    window.repaint();
                }),
                BorderLayout.SOUTH);
        window.addBelow(controls);
        say();
        ImagePlus.addImageListener(follower);
        LivePictures.remember(picture, source);
        queue.submit(state);
        WarmUp.start(state.rendering(), () -> closed);
    }

    /** Says in title and image info what is shown. */
    private void say() {
        picture.setTitle(title());
        picture.setProperty(
                "Info",
                "A preview of " + source.getTitle() + " through "
                        + state.rendering().longName() + ". The linear values stay in the source.");
    }

    private void request(ViewState wanted) {
        state = wanted;
        queue.submit(wanted);
    }

    /** On the queue's thread: a coarse picture at once if the image is large, then the whole. */
    private void render(ViewState wanted, BooleanSupplier outdated) {
        try {
            FloatImage current = ImagePlusConversion.toFloatImage(source, wanted.slice(), wanted.time());
            int step = (int) Math.ceil(Math.sqrt((double) current.width() * current.height() / QUICK_PIXELS));
            int[] argb = renderer.render(current, wanted, step, run(() -> closed));
            EventQueue.invokeLater(() -> display(current, argb));
            if (step > 1 && !outdated.getAsBoolean()) {
                int[] whole = renderer.render(current, wanted, 1, run(outdated));
                EventQueue.invokeLater(() -> display(current, whole));
            }
        } catch (CancellationException e) {
            // A newer request follows, or the window is gone.
        } catch (RuntimeException | OutOfMemoryError e) {
            IJ.showStatus("Live View: " + e);
        }
    }

    private void display(FloatImage rendered, int[] argb) {
        if (closed) {
            return;
        }
        frame = rendered;
        if (rendered.width() == picture.getWidth() && rendered.height() == picture.getHeight()) {
            picture.getProcessor().setPixels(argb);
            picture.updateAndDraw();
        } else {
            picture.setProcessor(new ColorProcessor(rendered.width(), rendered.height(), argb));
        }
        picture.changes = false;
    }

    private static Run run(BooleanSupplier canceled) {
        return Run.on(ForkJoinPool.commonPool(), Math.max(1, Prefs.getThreads()), Progress.NONE, canceled);
    }

    private void close() {
        closed = true;
        ImagePlus.removeImageListener(follower);
        queue.close();
    }

    /** Follows the source: other pixels, another slice, its end. */
    private final class Follower implements ImageListener {
        @Override
        public void imageOpened(ImagePlus imp) {
            // Another image's matter.
        }

        @Override
        public void imageUpdated(ImagePlus imp) {
            if (imp == source) {
                EventQueue.invokeLater(() -> request(state.afterChange(slice(source), source.getT())));
            }
        }

        @Override
        public void imageClosed(ImagePlus imp) {
            if (imp == source) {
                EventQueue.invokeLater(() -> {
                    picture.changes = false;
                    picture.close();
                });
            }
        }
    }
}
