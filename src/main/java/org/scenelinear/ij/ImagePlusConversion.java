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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.file.ImageProperties;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Window;

/**
 * Images of the engine as {@code ImagePlus} and back. Float planes are shared, never copied: a change of one is a
 * change of the other. What ImageJ has no field for (color state, history, windows, how the file stored a channel) is
 * kept in image properties.
 *
 * <pre>{@code
 * ImagePlus imp = ImagePlusConversion.toImagePlus(image);
 * FloatImage again = ImagePlusConversion.toFloatImage(imp, 1, 1);
 * }</pre>
 */
public final class ImagePlusConversion {
    private ImagePlusConversion() {}

    /**
     * One image as a new {@code ImagePlus}: R, G, B as a composite with a linear display range of 0 to 1, a single
     * channel in gray, more than eight channels as a stack. If the samples of R, G, B are those of 8 bits they become
     * an RGB image, if of 16 bits a 16-bit composite.
     *
     * @param image at least one channel
     * @return not yet shown
     */
    public static ImagePlus toImagePlus(FloatImage image) {
        return toImagePlus(List.of(image), 1);
    }

    /**
     * Images of equal size and channels as a hyperstack.
     *
     * @param images by time, within a time by slice; what is no pixel is taken from the first
     * @param slices slices of each time; divides the number of images
     * @return not yet shown
     */
    public static ImagePlus toImagePlus(List<FloatImage> images, int slices) {
        FloatImage first = images.get(0);
        List<String> names = ChannelOrder.forDisplay(first);
        PlaneDepth depth = PlaneDepth.of(first);
        ImageStack stack = new ImageStack(first.width(), first.height());
        for (FloatImage image : images) {
            depth.addTo(stack, image, names);
        }
        int channels = stack.getSize() / images.size();
        ImagePlus plain = new ImagePlus(first.name(), stack);
        plain.setDimensions(channels, slices, images.size() / slices);
        if (channels == 1) {
            plain.setProp("Slice_Label", stack.getSliceLabel(1));
        }
        ImagePlus imp = plain;
        if (channels > 1) {
            imp = ChannelDisplay.composite(plain, first, names, depth);
        } else {
            ChannelDisplay.setRange(plain, first, names, depth);
        }
        imp.setOpenAsHyperStack(images.size() > 1 || imp.getNChannels() > CompositeImage.MAX_CHANNELS);
        ImageProperties.of(first, imp.getBitDepth()).forEach(imp::setProp);
        return imp;
    }

    /**
     * One slice and time of an {@code ImagePlus}, all channels. Planes of 32 bits are shared; others become new float
     * planes with full scale as 1.
     *
     * @param imp any image
     * @param slice from 1
     * @param time from 1
     */
    public static FloatImage toFloatImage(ImagePlus imp, int slice, int time) {
        ImageStack stack = imp.getImageStack();
        ImageProperties properties = properties(imp);
        List<Integer> positions = new ArrayList<>();
        if (hasChannelsAsSlices(imp)) {
            for (int z = 1; z <= imp.getNSlices(); z++) {
                positions.add(imp.getStackIndex(1, z, time));
            }
        } else {
            for (int c = 1; c <= imp.getNChannels(); c++) {
                positions.add(imp.getStackIndex(c, slice, time));
            }
        }
        List<String> names = ChannelOrder.names(
                positions.stream().map(n -> sliceLabel(imp, stack, n)).toList());
        List<ImageChannel> channels = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            for (ImageChannel channel : PlaneDepth.read(stack, positions.get(i), names.get(i))) {
                SampleType noted = channel.source() == SampleType.FLOAT
                        ? properties.samples(channel.name(), SampleType.FLOAT)
                        : channel.source();
                channels.add(new ImageChannel(channel.name(), noted, channel.samples()));
            }
        }
        ColorState color = properties.color();
        Window dataWindow = properties.dataWindow();
        return new FloatImage(
                name(imp, color),
                dataWindow,
                properties.displayWindow(),
                properties.pixelAspectRatio(),
                channels,
                color,
                properties.history(),
                properties.attributes(),
                properties.losses());
    }

    /** The title of a window with what became of an image: its name and, in parentheses, its color space. */
    public static String resultTitle(FloatImage result) {
        return result.name() + suffix(result.color());
    }

    /** What is known of the color of an image. */
    public static ColorState color(ImagePlus imp) {
        return properties(imp).color();
    }

    private static ImageProperties properties(ImagePlus imp) {
        return new ImageProperties(imp::getProp, imp.getWidth(), imp.getHeight(), imp.getBitDepth());
    }

    /** Slices that hold images of their own: 1 if the slices are R, G, B of one image. */
    public static int slices(ImagePlus imp) {
        return hasChannelsAsSlices(imp) ? 1 : imp.getNSlices();
    }

    /** Whether a plain stack holds the channels of one image, as its slice labels say. */
    private static boolean hasChannelsAsSlices(ImagePlus imp) {
        if (imp.getNChannels() != 1 || imp.getNFrames() != 1 || imp.getNSlices() < 3) {
            return false;
        }
        List<String> labels = new ArrayList<>();
        for (int n = 1; n <= imp.getNSlices(); n++) {
            labels.add(sliceLabel(imp, imp.getImageStack(), n));
        }
        return labels.containsAll(List.of("R", "G", "B"));
    }

    /** The first line of a slice's label, where readers of ImageJ put its name; empty if there is none. */
    private static String sliceLabel(ImagePlus imp, ImageStack stack, int position) {
        String label = stack.getSize() == 1 ? imp.getProp("Slice_Label") : stack.getSliceLabel(position);
        return label == null ? "" : label.lines().findFirst().orElse("").strip();
    }

    /** The title without what {@link #resultTitle} added, so that it does not grow from step to step. */
    private static String name(ImagePlus imp, ColorState color) {
        String title = imp.getTitle();
        String suffix = suffix(color);
        return title.endsWith(suffix) ? title.substring(0, title.length() - suffix.length()) : title;
    }

    private static String suffix(ColorState color) {
        return " (" + color.space().map(ColorSpace::name).orElse("display") + ")";
    }
}
