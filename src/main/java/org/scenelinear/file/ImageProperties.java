/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FileAttribute;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

/**
 * What an image knows of itself beside its pixels, as texts by key: ImageJ's image properties, which survive Duplicate
 * and saving as TIFF. Macros read them with {@code Property.get("scenelinear.space")}.
 *
 * <p>ImageJ carries them along when it changes an image, so what no longer fits is not believed: windows of another
 * size than the image, a color space noted at another bit depth.
 */
public final class ImageProperties {
    /** What the keys begin with. */
    public static final String PREFIX = "scenelinear.";

    private static final String SPACE = PREFIX + "space";
    private static final String EVIDENCE = PREFIX + "evidence";
    private static final String BIT_DEPTH = PREFIX + "bitDepth";
    private static final String DATA_WINDOW = PREFIX + "dataWindow";
    private static final String DISPLAY_WINDOW = PREFIX + "displayWindow";
    private static final String PIXEL_ASPECT_RATIO = PREFIX + "pixelAspectRatio";
    private static final String SAMPLES = PREFIX + "samples.";
    private static final String HISTORY = PREFIX + "history.";
    private static final String LOSS = PREFIX + "loss.";
    private static final String ATTRIBUTE = PREFIX + "attribute.";

    /** The greatest coordinate that a window of an OpenEXR file may have, positive or negative. */
    private static final int GREATEST_COORDINATE = (1 << 30) - 1;

    private final UnaryOperator<String> properties;
    private final int width;
    private final int height;
    private final int bitDepth;

    /**
     * The properties of an image as it is now.
     *
     * @param properties the value of a key, null if there is none
     * @param width columns of the image
     * @param height lines of the image
     * @param bitDepth bits of a pixel as ImageJ counts them: 8, 16, 24 (RGB) or 32
     */
    public ImageProperties(UnaryOperator<String> properties, int width, int height, int bitDepth) {
        this.properties = properties;
        this.width = width;
        this.height = height;
        this.bitDepth = bitDepth;
    }

    /**
     * Everything of an image but its samples.
     *
     * @param image the image
     * @param bitDepth the bits its pixels get
     * @return values by key
     */
    public static Map<String, String> of(FloatImage image, int bitDepth) {
        Map<String, String> values = new LinkedHashMap<>();
        image.color().space().ifPresent(space -> values.put(SPACE, space.name()));
        values.put(EVIDENCE, image.color().evidence());
        values.put(BIT_DEPTH, String.valueOf(bitDepth));
        values.put(DATA_WINDOW, text(image.dataWindow()));
        values.put(DISPLAY_WINDOW, text(image.displayWindow()));
        values.put(PIXEL_ASPECT_RATIO, String.valueOf(image.pixelAspectRatio()));
        for (ImageChannel channel : image.channels()) {
            values.put(SAMPLES + channel.name(), channel.source().name().toLowerCase(Locale.ROOT));
        }
        for (int i = 0; i < image.history().size(); i++) {
            values.put(HISTORY + (i + 1), image.history().get(i));
        }
        for (int i = 0; i < image.losses().size(); i++) {
            values.put(LOSS + (i + 1), image.losses().get(i));
        }
        for (int i = 0; i < image.attributes().size(); i++) {
            FileAttribute attribute = image.attributes().get(i);
            values.put(ATTRIBUTE + (i + 1), attribute.type() + " " + attribute.value() + " " + attribute.name());
        }
        return values;
    }

    /** What is known of the color; unknown if the image was converted to another bit depth since it was noted. */
    public ColorState color() {
        String name = properties.apply(SPACE);
        String evidence = properties.apply(EVIDENCE);
        if (name == null) {
            return evidence == null ? ColorState.UNKNOWN : new ColorState(Optional.empty(), evidence);
        }
        if (!String.valueOf(bitDepth).equals(properties.apply(BIT_DEPTH))) {
            return new ColorState(Optional.empty(), "was " + name + " before its bit depth was changed");
        }
        return new ColorState(ColorSpaces.byName(name), evidence == null ? "image property" : evidence);
    }

    /** The data window; at the origin if the image has another size than noted. */
    public Window dataWindow() {
        return window(properties.apply(DATA_WINDOW))
                .filter(this::isItsSize)
                .orElseGet(() -> Window.ofSize(width, height));
    }

    /** The display window; the data window if none is noted or the image has another size than noted. */
    public Window displayWindow() {
        boolean cropped =
                window(properties.apply(DATA_WINDOW)).filter(this::isItsSize).isEmpty();
        return cropped ? dataWindow() : window(properties.apply(DISPLAY_WINDOW)).orElseGet(this::dataWindow);
    }

    /** Width of a pixel over its height, 1 unless noted. */
    public float pixelAspectRatio() {
        return numbers(properties.apply(PIXEL_ASPECT_RATIO), 1)
                .map(n -> (float) n[0])
                .filter(ratio -> ratio > 0 && Float.isFinite(ratio))
                .orElse(1f);
    }

    /** How the file stored a channel; {@code otherwise} if that is not noted. */
    public SampleType samples(String channel, SampleType otherwise) {
        String noted = properties.apply(SAMPLES + channel);
        for (SampleType type : SampleType.values()) {
            if (type.name().equalsIgnoreCase(noted)) {
                return type;
            }
        }
        return otherwise;
    }

    /** The steps that made the image, oldest first. */
    public List<String> history() {
        return numbered(HISTORY);
    }

    /** What was lost on the way, oldest first. */
    public List<String> losses() {
        return numbered(LOSS);
    }

    private List<String> numbered(String prefix) {
        List<String> texts = new ArrayList<>();
        for (String text; (text = properties.apply(prefix + (texts.size() + 1))) != null; ) {
            texts.add(text);
        }
        return texts;
    }

    /** What else the header of the file says that the image came from. */
    public List<FileAttribute> attributes() {
        List<FileAttribute> attributes = new ArrayList<>();
        for (String text; (text = properties.apply(ATTRIBUTE + (attributes.size() + 1))) != null; ) {
            String[] words = text.split(" ", 3);
            if (words.length < 3) {
                break; // edited by somebody: what follows cannot be told from what stood there before
            }
            attributes.add(new FileAttribute(words[2], words[0], words[1]));
        }
        return attributes;
    }

    private boolean isItsSize(Window window) {
        return window.width() == width && window.height() == height;
    }

    private static Optional<Window> window(String text) {
        return numbers(text, 4)
                .filter(n -> n[2] >= n[0] && n[3] >= n[1])
                .filter(n -> Arrays.stream(n).allMatch(at -> Math.abs(at) <= GREATEST_COORDINATE))
                .map(n -> new Window((int) n[0], (int) n[1], (int) n[2], (int) n[3]));
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
