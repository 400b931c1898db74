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
import ij.Prefs;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BooleanSupplier;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Progress;
import org.scenelinear.run.Run;

/**
 * Shows, while a dialog asks for parameters, what a step with these would make of the slice and time in front: in a
 * window of its own that is no image of ImageJ's, from so few pixels that it follows at once. The image and its
 * properties stay as they are. All methods return at once and may be called from any thread.
 *
 * <pre>{@code
 * try (StepPreview preview = new StepPreview(imp, values -> step(signature.arguments(values)))) {
 *     preview.show(Map.of("to", "ACEScg"));
 * }
 * }</pre>
 */
public final class StepPreview implements AutoCloseable {
    /** The step of a dialog's values. */
    @FunctionalInterface
    public interface Steps {
        /**
         * Makes it.
         *
         * @param values by key, as the dialog has them
         * @throws StepException if they are not allowed; the message says what is
         */
        Step of(Map<String, String> values) throws StepException;
    }

    private record Request(Map<String, String> values, int slice, int time) {}

    /** What is rendered longer than this gets a coarse picture first, of every so many-th pixel in both directions. */
    private static final int QUICK_MILLISECONDS = 150;

    private static final int COARSE = 4;

    /** The pixels that are computed, and where they come from. */
    private record Reduced(FloatImage image, int slice, int time) {}

    private final ImagePlus source;
    private final Steps steps;
    private final PreviewPicture pictures = new PreviewPicture();

    private LatestOnly<Request> queue;

    /** Belongs to the event thread. */
    private PreviewWindow window;

    /** Belongs to the thread of the queue, as the next. */
    private Reduced reduced;

    /** How long the last whole picture took; the first one takes long, since nothing is compiled yet. */
    private long lastMilliseconds = Long.MAX_VALUE;

    private volatile boolean wanted;
    private volatile boolean closed;

    /**
     * A preview that shows nothing yet.
     *
     * @param source the image
     * @param steps what makes a step of values
     */
    public StepPreview(ImagePlus source, Steps steps) {
        this.source = source;
        this.steps = steps;
    }

    /**
     * Shows what these values make; of many requests only the last is worked on. What cannot be made is told in the
     * window and the status line.
     *
     * @param values by key
     */
    public synchronized void show(Map<String, String> values) {
        if (closed) {
            return;
        }
        if (queue == null) {
            queue = new LatestOnly<>("preview of " + source.getTitle(), this::render);
        }
        wanted = true;
        int slice = Math.min(source.getZ(), ImagePlusConversion.slices(source));
        queue.submit(new Request(Map.copyOf(values), slice, source.getT()));
    }

    /** Takes the window from the screen until something is shown again. */
    public synchronized void hide() {
        wanted = false;
        EventQueue.invokeLater(() -> {
            if (window != null && !wanted) {
                window.hide();
            }
        });
    }

    /** Ends the work and closes the window for good. */
    @Override
    public synchronized void close() {
        closed = true;
        wanted = false;
        if (queue != null) {
            queue.close();
        }
        EventQueue.invokeLater(() -> {
            if (window != null) {
                window.dispose();
                window = null;
            }
        });
    }

    /** On the queue's thread. */
    private void render(Request request, BooleanSupplier outdated) {
        try {
            Step step = steps.of(request.values());
            FloatImage frame = reduced(request);
            // The first picture is finished even if newer requests come, else a quick hand would see none at all.
            Run first = run(() -> !wanted);
            boolean slow = lastMilliseconds > QUICK_MILLISECONDS;
            if (slow && frame.width() > COARSE && frame.height() > COARSE) {
                render(step, PreviewPicture.everyNth(frame, COARSE), COARSE, first);
            }
            long start = System.nanoTime();
            render(step, frame, 1, slow ? run(() -> !wanted || outdated.getAsBoolean()) : first);
            lastMilliseconds = (System.nanoTime() - start) / 1_000_000;
        } catch (StepException e) {
            tell(e.getMessage());
        } catch (CancellationException e) {
            // A newer request follows, or nobody wants to see it any more.
        } catch (RuntimeException | OutOfMemoryError e) {
            tell(e.toString());
        }
    }

    private static Run run(BooleanSupplier canceled) {
        return Run.on(ForkJoinPool.commonPool(), Math.max(1, Prefs.getThreads()), Progress.NONE, canceled);
    }

    private void render(Step step, FloatImage frame, int coarseness, Run run) throws StepException {
        PreviewPicture.Shown shown = pictures.of(step.apply(frame, run), run);
        BufferedImage picture = shown.picture();
        Dimension size = new Dimension(picture.getWidth() * coarseness, picture.getHeight() * coarseness);
        String text = "Preview, " + shown.manner() + reductionText();
        EventQueue.invokeLater(() -> {
            if (openWindow()) {
                window.show(picture, size, text);
            }
        });
    }

    private void tell(String problem) {
        String line = problem.length() > 300 ? problem.substring(0, 300) + "..." : problem;
        EventQueue.invokeLater(() -> {
            if (openWindow()) {
                IJ.showStatus("No preview: " + line);
                window.showText("No preview: " + line);
            }
        });
    }

    private boolean openWindow() {
        if (wanted && window == null) {
            window = new PreviewWindow(source.getTitle());
        }
        return wanted;
    }

    private FloatImage reduced(Request request) {
        if (reduced == null || reduced.slice() != request.slice() || reduced.time() != request.time()) {
            FloatImage whole = ImagePlusConversion.toFloatImage(source, request.slice(), request.time());
            reduced = new Reduced(
                    PreviewPicture.everyNth(whole, PreviewPicture.reduction(whole.width(), whole.height())),
                    request.slice(),
                    request.time());
        }
        return reduced.image();
    }

    private String reductionText() {
        int step = PreviewPicture.reduction(source.getWidth(), source.getHeight());
        String pixels = step == 1 ? "" : "; every " + step + (step == 2 ? "nd" : step == 3 ? "rd" : "th") + " pixel";
        return pixels + ". " + source.getTitle() + " stays as it is.";
    }
}
