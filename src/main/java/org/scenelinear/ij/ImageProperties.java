/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ij;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

/**
 * What an image knows of itself beside its pixels, kept as ImageJ image properties, which survive Duplicate and saving
 * as TIFF. Macros read them with {@code Property.get("scenelinear.space")}.
 *
 * <p>ImageJ carries them along when it changes an image, so what no longer fits is not believed: windows of another
 * size than the image, a color space noted at another bit depth.
 */
final class ImageProperties {
    private static final String PREFIX = "scenelinear.";
    private static final String SPACE = PREFIX + "space";
    private static final String EVIDENCE = PREFIX + "evidence";
    private static final String BIT_DEPTH = PREFIX + "bitDepth";
    private static final String DATA_WINDOW = PREFIX + "dataWindow";
    private static final String DISPLAY_WINDOW = PREFIX + "displayWindow";
    private static final String PIXEL_ASPECT_RATIO = PREFIX + "pixelAspectRatio";
    private static final String SAMPLES = PREFIX + "samples.";
    private static final String HISTORY = PREFIX + "history.";

    private ImageProperties() {}

    /** Notes everything of an image but its samples. */
    static void write(FloatImage image, ImagePlus imp) {
        ColorState color = image.color();
        imp.setProp(SPACE, color.space().map(ColorSpace::name).orElse(null));
        imp.setProp(EVIDENCE, color.evidence());
        imp.setProp(BIT_DEPTH, String.valueOf(imp.getBitDepth()));
        imp.setProp(DATA_WINDOW, text(image.dataWindow()));
        imp.setProp(DISPLAY_WINDOW, text(image.displayWindow()));
        imp.setProp(PIXEL_ASPECT_RATIO, String.valueOf(image.pixelAspectRatio()));
        for (ImageChannel channel : image.channels()) {
            imp.setProp(SAMPLES + channel.name(), channel.source().name().toLowerCase(Locale.ROOT));
        }
        for (int i = 0; i < image.history().size(); i++) {
            imp.setProp(HISTORY + (i + 1), image.history().get(i));
        }
    }

    /** What is known of an image's color; unknown if it was converted to another bit depth since it was noted. */
    static ColorState color(ImagePlus imp) {
        String name = imp.getProp(SPACE);
        if (name == null) {
            String evidence = imp.getProp(EVIDENCE);
            return evidence == null ? ColorState.UNKNOWN : new ColorState(Optional.empty(), evidence);
        }
        if (!String.valueOf(imp.getBitDepth()).equals(imp.getProp(BIT_DEPTH))) {
            return new ColorState(Optional.empty(), "was " + name + " before its bit depth was changed");
        }
        String evidence = imp.getProp(EVIDENCE);
        return new ColorState(ColorSpaces.byName(name), evidence == null ? "image property" : evidence);
    }

    /** The data window; at the origin if the image has another size than noted. */
    static Window dataWindow(ImagePlus imp) {
        return window(imp.getProp(DATA_WINDOW))
                .filter(window -> isSizeOf(window, imp))
                .orElseGet(() -> Window.ofSize(imp.getWidth(), imp.getHeight()));
    }

    /** The display window; the data window if none is noted or the image has another size than noted. */
    static Window displayWindow(ImagePlus imp) {
        boolean cropped = window(imp.getProp(DATA_WINDOW))
                .filter(window -> isSizeOf(window, imp))
                .isEmpty();
        return cropped ? dataWindow(imp) : window(imp.getProp(DISPLAY_WINDOW)).orElseGet(() -> dataWindow(imp));
    }

    /** Width of a pixel over its height, 1 unless noted. */
    static float pixelAspectRatio(ImagePlus imp) {
        return numbers(imp.getProp(PIXEL_ASPECT_RATIO), 1)
                .map(n -> (float) n[0])
                .filter(ratio -> ratio > 0 && Float.isFinite(ratio))
                .orElse(1f);
    }

    /** How the file stored a channel; {@code otherwise} if that is not noted. */
    static SampleType samples(ImagePlus imp, String channel, SampleType otherwise) {
        String noted = imp.getProp(SAMPLES + channel);
        for (SampleType type : SampleType.values()) {
            if (type.name().equalsIgnoreCase(noted)) {
                return type;
            }
        }
        return otherwise;
    }

    /** The steps that made the image, oldest first. */
    static List<String> history(ImagePlus imp) {
        List<String> steps = new ArrayList<>();
        for (String step; (step = imp.getProp(HISTORY + (steps.size() + 1))) != null; ) {
            steps.add(step);
        }
        return steps;
    }

    private static boolean isSizeOf(Window window, ImagePlus imp) {
        return window.width() == imp.getWidth() && window.height() == imp.getHeight();
    }

    private static Optional<Window> window(String text) {
        return numbers(text, 4)
                .map(n -> new Window((int) n[0], (int) n[1], (int) n[2], (int) n[3]))
                .filter(window -> window.xMax() >= window.xMin() && window.yMax() >= window.yMin());
    }

    private static String text(Window window) {
        return window.xMin() + " " + window.yMin() + " " + window.xMax() + " " + window.yMax();
    }

    /** Numbers separated by blanks; empty if there are not exactly so many, because anybody can edit a property. */
    private static Optional<double[]> numbers(String text, int count) {
        String[] words = text == null ? new String[0] : text.strip().split("\\s+");
        if (words.length != count) {
            return Optional.empty();
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(words[i]);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(numbers);
    }
}
