/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.file.ImageProperties;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;

/**
 * What becomes of the image that an operation is done on: it stays and the result gets a window of its own, or the
 * result takes its place. An operation offers the choice by having the parameter {@link #RESULT}.
 *
 * <p>A replaced image comes back by Edit &gt; Undo, pixels and properties, also if it is a stack or large. ImageJ's own
 * undo would copy the pixels of single images and composites only, up to 200 MB, and no properties; so it is given
 * something that looks like a small copy of the image and hands out the stack as it was. In a macro, where ImageJ keeps
 * nothing to undo, nothing is kept here either.
 */
public final class ImageReplacement {
    private static final String REPLACE = "replace";

    /** The parameter {@code result}: a new image, or this one with other pixels. */
    public static final Parameter RESULT = Parameter.choice(
            "Result",
            "new: the result gets a window of its own. replace: it takes the image's place, a 32-bit image; Undo brings"
                    + " that back.",
            List.of("new", REPLACE));

    private static final int FLOAT_BITS = 32;

    private ImageReplacement() {}

    /** Whether an image is to be replaced. */
    static boolean isAskedFor(Signature signature, Arguments arguments) {
        return signature.parameters().contains(RESULT)
                && arguments.text(RESULT.key()).equals(REPLACE);
    }

    /**
     * Refuses, before any work is done, an image that cannot be replaced.
     *
     * @throws StepException if its pixels are not floats
     */
    static void check(ImagePlus image) throws StepException {
        if (image.getBitDepth() != FLOAT_BITS) {
            throw new StepException("result=replace needs an image of 32 bits, " + image.getTitle() + " has "
                    + image.getBitDepth() + "; use result=new, or convert with Image > Type > 32-bit first");
        }
    }

    /**
     * Puts results in the place of an image.
     *
     * @param image an image of 32 bits
     * @param results by time, within a time by slice; with the same channels in the same order
     * @throws StepException if the results have other channels or another size; the image is as before
     */
    static void replace(ImagePlus image, List<FloatImage> results) throws StepException {
        FloatImage first = results.get(0);
        int channels = first.channels().size();
        if (channels * results.size() != image.getStackSize()
                || first.width() != image.getWidth()
                || first.height() != image.getHeight()) {
            throw new StepException(
                    "result=replace needs a result with as many channels and pixels as the image; " + "use result=new");
        }
        ImageStack old = image.getStack();
        Object[] planes = new Object[image.getStackSize()];
        boolean channelsAsSlices = image.getNChannels() == 1;
        int slices = ImagePlusConversion.slices(image);
        for (int i = 0; i < results.size(); i++) {
            List<ImageChannel> found = results.get(i).channels();
            int time = i / slices + 1;
            for (int c = 1; c <= channels; c++) {
                int position = channelsAsSlices
                        ? image.getStackIndex(1, i % slices * channels + c, time)
                        : image.getStackIndex(c, i % slices + 1, time);
                planes[position - 1] = found.get(c - 1).samples();
            }
        }
        ImageStack stack = new ImageStack(old.getWidth(), old.getHeight());
        for (int i = 0; i < planes.length; i++) {
            stack.addSlice(old.getSliceLabel(i + 1), planes[i]);
        }
        Before before = new Before(image, old);
        ColorState color = ImagePlusConversion.color(image);
        image.setStack(stack);
        replaceProperties(image, ImageProperties.of(first, FLOAT_BITS));
        image.setTitle(title(before.title, color, first.color()));
        image.changes = true;
        image.updateAndDraw();
        Undo.setup(Undo.TRANSFORM, before);
    }

    /** The title; if it names the color space in parentheses, the new one. */
    private static String title(String title, ColorState before, ColorState after) {
        String suffix = before.space().map(space -> " (" + space.name() + ")").orElse("");
        Optional<String> now = after.space().map(space -> " (" + space.name() + ")");
        return !suffix.isEmpty() && now.isPresent() && title.endsWith(suffix)
                ? title.substring(0, title.length() - suffix.length()) + now.get()
                : title;
    }

    /** What the properties of an image say that are ours. */
    private static Map<String, String> properties(ImagePlus image) {
        Map<String, String> found = new LinkedHashMap<>();
        Properties all = image.getImageProperties();
        if (all != null) {
            for (String key : all.stringPropertyNames()) {
                if (key.startsWith(ImageProperties.PREFIX)) {
                    found.put(key, all.getProperty(key));
                }
            }
        }
        return found;
    }

    private static void replaceProperties(ImagePlus image, Map<String, String> values) {
        properties(image).keySet().forEach(key -> image.setProp(key, null));
        values.forEach(image::setProp);
    }

    /** What ImageJ's undo takes for a copy of the image, and asks for its stack when it undoes. */
    private static final class Before extends ImagePlus {
        private final ImagePlus image;
        private final ImageStack stack;
        private final String title;
        private final Map<String, String> properties;

        Before(ImagePlus image, ImageStack stack) {
            this.image = image;
            this.stack = stack;
            this.title = image.getTitle();
            this.properties = properties(image);
        }

        @Override
        public int getID() {
            return image == null ? super.getID() : image.getID(); // null while the superclass is made
        }

        @Override
        public int getStackSize() {
            return 1;
        }

        @Override
        public double getSizeInBytes() {
            return 0;
        }

        @Override
        public ImagePlus duplicate() {
            return this;
        }

        @Override
        public ImageStack getStack() {
            replaceProperties(image, properties);
            image.setTitle(title);
            return stack;
        }
    }
}
