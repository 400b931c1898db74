/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.ij.ImageJRun;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.StepException;
import org.scenelinear.inspect.LightCalibration;
import org.scenelinear.inspect.PixelInspection;
import org.scenelinear.inspect.PixelReport;
import org.scenelinear.ui.InspectedPixel;
import org.scenelinear.ui.InspectorWindow;
import org.scenelinear.ui.PixelReading;

/** What the inspector tells of pixels, and the samples it keeps of each image. */
final class LightReadings implements InspectorWindow.Source {
    /** A view of a display. */
    private record View(String display, String view) {
        String label() {
            return view.replaceFirst("^ACES 2\\.0 - ", "") + " on " + display.replaceFirst(" - Display$", "");
        }
    }

    /** What an inspection depends on. */
    private record Subject(ColorSpace space, LightCalibration calibration, String view) {}

    private final ImagePlus first;
    private final Optional<ColorSpace> given;
    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<ImagePlus, LightSamples> samples = new HashMap<>();
    private Subject inspected;
    private PixelInspection inspection;

    /**
     * Readings.
     *
     * @param first the image to begin with
     * @param given what its values mean; empty for what it says itself. Other images are always taken at their word
     */
    LightReadings(ImagePlus first, Optional<ColorSpace> given) {
        this.first = first;
        this.given = given;
        for (String display : OutputTransforms.displays()) {
            for (String view : OutputTransforms.views(display)) {
                View each = new View(display, view);
                views.put(each.label(), each);
            }
        }
    }

    /** The names of all views. */
    List<String> views() {
        return List.copyOf(views.keySet());
    }

    /** The name of a display's view. */
    static String name(String display, String view) {
        return new View(display, view).label();
    }

    @Override
    public PixelReading read(InspectedPixel pixel, String view) {
        try {
            FloatImage frame = ImagePlusConversion.toFloatImage(pixel.image(), pixel.slice(), pixel.time());
            return PixelWords.reading(
                    report(frame, pixel, view),
                    SourceSpace.of(given(pixel.image()), frame),
                    LightCalibration.of(frame),
                    pixel.x(),
                    pixel.y());
        } catch (StepException | RuntimeException e) { // an image may close or change its size meanwhile
            return PixelWords.problem(String.valueOf(e.getMessage()));
        }
    }

    private Optional<ColorSpace> given(ImagePlus image) {
        return image == first ? given : Optional.empty();
    }

    private PixelReport report(FloatImage frame, InspectedPixel pixel, String view) throws StepException {
        float[][] rgb = SourceSpace.rgb(frame);
        ColorSpace space = SourceSpace.of(given(pixel.image()), frame);
        LightCalibration calibration = LightCalibration.of(frame).orElse(LightCalibration.ASSUMED);
        int at = pixel.y() * frame.width() + pixel.x();
        return inspection(new Subject(space, calibration, view)).report(rgb[0][at], rgb[1][at], rgb[2][at]);
    }

    private synchronized PixelInspection inspection(Subject subject) {
        if (!subject.equals(inspected)) {
            View view = views.get(subject.view());
            OutputTransform rendering =
                    OutputTransforms.find(view.display(), view.view()).orElseThrow();
            inspection = new PixelInspection(subject.space(), subject.calibration(), rendering);
            inspected = subject;
        }
        return inspection;
    }

    @Override
    public void sample(InspectedPixel pixel, String view) {
        try {
            FloatImage frame = ImagePlusConversion.toFloatImage(pixel.image(), pixel.slice(), pixel.time());
            PixelReport report = report(frame, pixel, view);
            samples.computeIfAbsent(pixel.image(), LightSamples::new).add(pixel, report);
        } catch (StepException e) {
            IJ.showStatus(e.getMessage());
        }
    }

    @Override
    public void follow(ImagePlus image, String view) {
        LightSamples kept = samples.get(image);
        if (kept == null) {
            IJ.showStatus("Click pixels of " + image.getTitle() + " first");
            return;
        }
        Map<String, String> options = kept.coordinates();
        given(image).ifPresent(space -> options.put(SourceSpace.FROM.key(), space.name()));
        options.put("display", views.get(view).display());
        options.put("view", views.get(view).view());
        options.put("frames", Frames.all());
        Thread thread = new Thread(() -> table(image, options), "inspect light in all frames");
        thread.setDaemon(true);
        thread.start();
    }

    /** The table of {@link InspectPixelCommand}, which is what a macro would call. */
    private static void table(ImagePlus image, Map<String, String> options) {
        try {
            Arguments arguments = InspectPixelCommand.SIGNATURE.arguments(options);
            ImageJRun.call(() -> false, run -> InspectPixelCommand.table(image, arguments, run))
                    .show(InspectPixelCommand.title(image));
            if (Recorder.record) {
                Recorder.recordString(
                        "run(\"" + InspectPixelCommand.SIGNATURE.label() + "\", \"" + arguments.options() + "\");\n");
            }
        } catch (StepException e) {
            IJ.error("SceneLinear", e.getMessage());
        } catch (CancellationException e) {
            IJ.showStatus(InspectPixelCommand.SIGNATURE.label() + " canceled");
        }
    }

    @Override
    public void clear(ImagePlus image) {
        LightSamples kept = samples.remove(image);
        if (kept != null) {
            kept.clear();
        }
    }

    @Override
    public void forget(ImagePlus image) {
        samples.remove(image);
    }
}
