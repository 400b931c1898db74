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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.file.ImageFiles;
import org.scenelinear.file.OpenOptions;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.StepException;
import org.scenelinear.run.Run;

/**
 * The other image of an operation on two, as its parameters {@code with} and {@code layer} name it: by the title of an
 * open image or, where there is none of that title, by the path of a file.
 *
 * @param with a title or a path
 * @param layer the layer of it to take; empty for the channels of no layer
 */
public record SecondImage(String with, String layer) {
    private static final String KEY = "with";

    /** The parameter {@code layer}. */
    public static final Parameter LAYER = Parameter.text(
            "Layer",
            "Of the second image the channels whose names begin with it and a dot; empty for those of no layer.");

    /**
     * The parameter {@code with}.
     *
     * @param label the label in dialogs, which begins with the word {@code With}
     * @param help what the image is for, a sentence
     */
    public static Parameter parameter(String label, String help) {
        return Parameter.found(
                label,
                help + " The title of an open image, or the path of a file.",
                OpenImages::titles,
                "the title of an open image or the path of a file");
    }

    /**
     * What checked arguments name.
     *
     * @param arguments of an operation that has both parameters
     */
    public static SecondImage of(Arguments arguments) {
        return new SecondImage(arguments.text(KEY), arguments.text(LAYER.key()));
    }

    /** The values by key, for a macro line; others may follow. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(KEY, with);
        if (!layer.isEmpty()) {
            values.put(LAYER.key(), layer);
        }
        return values;
    }

    /**
     * Reads the image from the file that {@code with} names.
     *
     * @throws StepException if it cannot be read or has no such layer
     */
    FloatImage fromFile(Run run) throws StepException {
        try {
            return ofLayer(ImageFiles.open(Path.of(with), OpenOptions.EVERYTHING, run));
        } catch (InvalidPathException e) {
            throw new StepException(KEY + "=" + with + " is no path: " + e.getReason());
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    /**
     * The layer of an image, without its name before those of its channels.
     *
     * @throws StepException if the image has no such layer
     */
    FloatImage ofLayer(FloatImage image) throws StepException {
        if (layer.isEmpty()) {
            return image;
        }
        String prefix = layer + ".";
        List<ImageChannel> channels = image.channels().stream()
                .filter(channel -> channel.name().startsWith(prefix))
                .map(channel -> new ImageChannel(
                        channel.name().substring(prefix.length()), channel.source(), channel.samples()))
                .toList();
        if (channels.isEmpty()) {
            throw new StepException(image.name() + " has no layer " + layer + ", only the channels "
                    + image.channels().stream().map(ImageChannel::name).collect(Collectors.joining(", ")));
        }
        return image.withChannels(channels);
    }

    /** What the second image shows at each slice and time of the first. */
    @FunctionalInterface
    public interface Frames {
        /**
         * The picture at a place.
         *
         * @param slice from 1
         * @param time from 1
         * @throws StepException if it has no such layer
         */
        FloatImage at(int slice, int time) throws StepException;
    }

    /** The title of an open image that is likely meant beside another one, as a suggestion for a dialog. */
    public static Map<String, String> suggestion(ImagePlus active) {
        return OpenImages.otherTitle(active).map(title -> Map.of(KEY, title)).orElse(Map.of());
    }

    /**
     * The pictures of the second image: as many as the first has, or one that serves all.
     *
     * @param source the first image
     * @throws StepException if there is none, it cannot be read, or it has another number of slices and times
     */
    public Frames frames(ImagePlus source, Run run) throws StepException {
        Optional<ImagePlus> open = OpenImages.find(with, source);
        if (open.isEmpty()) {
            requireFile(source);
            FloatImage read = fromFile(run);
            return (slice, time) -> read;
        }
        ImagePlus other = open.get();
        int slices = ImagePlusConversion.slices(other);
        int times = other.getNFrames();
        if (slices == 1 && times == 1) {
            FloatImage single = ofLayer(ImagePlusConversion.toFloatImage(other, 1, 1));
            return (slice, time) -> single;
        }
        if (slices != ImagePlusConversion.slices(source) || times != source.getNFrames()) {
            throw new StepException(counts(source) + ", " + counts(other)
                    + "; the second image needs as many as the first, or one of each");
        }
        return (slice, time) -> ofLayer(ImagePlusConversion.toFloatImage(other, slice, time));
    }

    private static String counts(ImagePlus image) {
        return image.getTitle() + " has slices: " + ImagePlusConversion.slices(image) + ", times: "
                + image.getNFrames();
    }

    private void requireFile(ImagePlus source) throws StepException {
        boolean exists;
        try {
            exists = Files.exists(Path.of(with));
        } catch (InvalidPathException e) {
            exists = false;
        }
        if (!exists) {
            throw new StepException("with=" + with + " is neither the title of an open image nor a file; open are "
                    + String.join(", ", OpenImages.titles(source)));
        }
    }
}
