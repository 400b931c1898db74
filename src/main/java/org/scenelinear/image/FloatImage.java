/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One frame: float planes with names, where they lie, what their color means, and what was done to them. Immutable but
 * for the samples, which are shared with whoever holds the arrays; operations make new planes for what they change and
 * share the others.
 *
 * @param name what people call it, usually the file's name
 * @param dataWindow where the planes lie; gives their width and height
 * @param displayWindow the picture's frame
 * @param pixelAspectRatio width of a pixel over its height
 * @param channels the planes, all of the data window's size
 * @param color what r, g, b mean
 * @param history canonical texts of the steps that made it, oldest first
 * @param attributes what else the file says that it came from
 * @param losses the ledger of what was lost on the way, one line each, oldest first
 */
public record FloatImage(
        String name,
        Window dataWindow,
        Window displayWindow,
        float pixelAspectRatio,
        List<ImageChannel> channels,
        ColorState color,
        List<String> history,
        List<FileAttribute> attributes,
        List<String> losses) {

    /** An image that lost nothing so far. */
    public FloatImage(
            String name,
            Window dataWindow,
            Window displayWindow,
            float pixelAspectRatio,
            List<ImageChannel> channels,
            ColorState color,
            List<String> history,
            List<FileAttribute> attributes) {
        this(name, dataWindow, displayWindow, pixelAspectRatio, channels, color, history, attributes, List.of());
    }

    /** An image that came from no file, or from one that says nothing else of it. */
    public FloatImage(
            String name,
            Window dataWindow,
            Window displayWindow,
            float pixelAspectRatio,
            List<ImageChannel> channels,
            ColorState color,
            List<String> history) {
        this(name, dataWindow, displayWindow, pixelAspectRatio, channels, color, history, List.of());
    }

    /** Checks the planes' sizes and keeps unmodifiable copies of the lists. */
    public FloatImage {
        channels = List.copyOf(channels);
        history = List.copyOf(history);
        attributes = List.copyOf(attributes);
        losses = List.copyOf(losses);
        long size = (long) dataWindow.width() * dataWindow.height();
        for (ImageChannel channel : channels) {
            if (channel.samples().length != size) {
                throw new IllegalArgumentException("channel " + channel.name() + " has " + channel.samples().length
                        + " samples, the data window " + size);
            }
        }
    }

    /** Columns of every plane. */
    public int width() {
        return dataWindow.width();
    }

    /** Lines of every plane. */
    public int height() {
        return dataWindow.height();
    }

    /** The channel of a name, if there is one. */
    public Optional<ImageChannel> channel(String channelName) {
        return channels.stream().filter(c -> c.name().equals(channelName)).findFirst();
    }

    /** The planes of R, G and B without a layer, if all three are there. */
    public Optional<float[][]> rgb() {
        Optional<ImageChannel> r = channel("R");
        Optional<ImageChannel> g = channel("G");
        Optional<ImageChannel> b = channel("B");
        if (r.isEmpty() || g.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new float[][] {r.get().samples(), g.get().samples(), b.get().samples()});
    }

    /**
     * The same image with other planes for R, G and B, another color state, and one more line of history.
     *
     * @param rgb the three new planes
     * @throws IllegalArgumentException if the image has no R, G and B, or the planes are not three of its size
     */
    public FloatImage withRgb(float[][] rgb, ColorState newColor, String step) {
        if (rgb.length != 3 || rgb().isEmpty()) {
            throw new IllegalArgumentException(
                    rgb.length + " planes for R, G and B of an image with " + channels.size() + " channels");
        }
        List<ImageChannel> changed = new ArrayList<>();
        for (ImageChannel channel : channels) {
            int index = List.of("R", "G", "B").indexOf(channel.name());
            changed.add(index < 0 ? channel : new ImageChannel(channel.name(), channel.source(), rgb[index]));
        }
        List<String> longer = new ArrayList<>(history);
        longer.add(step);
        return new FloatImage(
                name, dataWindow, displayWindow, pixelAspectRatio, changed, newColor, longer, attributes, losses);
    }

    /** The same image and planes with another color state. */
    public FloatImage withColor(ColorState newColor) {
        return new FloatImage(
                name, dataWindow, displayWindow, pixelAspectRatio, channels, newColor, history, attributes, losses);
    }

    /** The same image with another ledger of losses. */
    public FloatImage withLosses(List<String> newLosses) {
        return new FloatImage(
                name, dataWindow, displayWindow, pixelAspectRatio, channels, color, history, attributes, newLosses);
    }

    /** The same image with one more line of history. */
    public FloatImage withStep(String step) {
        List<String> longer = new ArrayList<>(history);
        longer.add(step);
        return new FloatImage(
                name, dataWindow, displayWindow, pixelAspectRatio, channels, color, longer, attributes, losses);
    }

    /** The same image under another name. */
    public FloatImage withName(String newName) {
        return new FloatImage(
                newName, dataWindow, displayWindow, pixelAspectRatio, channels, color, history, attributes, losses);
    }

    /** The same image with other channels, of its size. */
    public FloatImage withChannels(List<ImageChannel> others) {
        return withChannels(others, dataWindow, displayWindow);
    }

    /** The same image with channels that lie elsewhere. */
    public FloatImage withChannels(List<ImageChannel> others, Window newDataWindow, Window newDisplayWindow) {
        return new FloatImage(
                name, newDataWindow, newDisplayWindow, pixelAspectRatio, others, color, history, attributes, losses);
    }

    /** The same image with R, G and B meant for samples of a type. */
    public FloatImage withRgbFor(SampleType samples) {
        return withChannels(channels.stream()
                .map(channel -> List.of("R", "G", "B").contains(channel.name())
                        ? new ImageChannel(channel.name(), samples, channel.samples())
                        : channel)
                .toList());
    }

    /** The same image with floats where samples were integers, which hold neither light above 1 nor negative values. */
    public FloatImage withoutIntegers() {
        return withChannels(channels.stream()
                .map(channel -> channel.source() == SampleType.BYTE || channel.source() == SampleType.SHORT
                        ? new ImageChannel(channel.name(), SampleType.FLOAT, channel.samples())
                        : channel)
                .toList());
    }
}
