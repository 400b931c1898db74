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

import ij.ImageStack;
import ij.process.ImageProcessor;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;

/** The pixels an {@code ImagePlus} gets, and how planes go into its slices and come out again. */
enum PlaneDepth {
    /** 32 bits: the planes themselves. */
    FLOAT(0, 1),
    /** 16 bits of R, G, B and A: full scale is 1. */
    SHORT(0, 65535),
    /** Three times 8 bits in one slice, R, G and B alone. */
    RGB(0, 255);

    private final double rangeStart;
    private final double rangeEnd;

    PlaneDepth(double rangeStart, double rangeEnd) {
        this.rangeStart = rangeStart;
        this.rangeEnd = rangeEnd;
    }

    /** The depth that fits where an image's R, G, B come from: 32 bits unless all three have the same fewer. */
    static PlaneDepth of(FloatImage image) {
        List<SampleType> types = image.channels().stream()
                .filter(channel -> List.of("R", "G", "B").contains(channel.name()))
                .map(ImageChannel::source)
                .distinct()
                .toList();
        if (image.rgb().isEmpty() || types.size() != 1) {
            return FLOAT;
        }
        return switch (types.get(0)) {
            case BYTE -> RGB;
            case SHORT -> SHORT;
            default -> FLOAT;
        };
    }

    /** The value shown black. */
    double rangeStart() {
        return rangeStart;
    }

    /** The value shown white. */
    double rangeEnd() {
        return rangeEnd;
    }

    /** Appends an image's planes in the order of the names. */
    void addTo(ImageStack stack, FloatImage image, List<String> names) {
        if (this == RGB) {
            stack.addSlice("RGB", packed(image.rgb().orElseThrow()));
            return;
        }
        for (String name : names) {
            float[] samples = image.channel(name).orElseThrow().samples();
            if (this == FLOAT) {
                stack.addSlice(name, samples);
            } else if (List.of("R", "G", "B", "A").contains(name)) {
                stack.addSlice(name, scaled(samples));
            }
        }
    }

    /** The planes of a slice: three of an RGB slice or one with a color table, else one of the given name. */
    static List<ImageChannel> read(ImageStack stack, int position, String name) {
        Object pixels = stack.getPixels(position);
        if (pixels instanceof float[] samples) {
            return List.of(new ImageChannel(name, SampleType.FLOAT, samples));
        }
        if (pixels instanceof short[] values) {
            float[] samples = new float[values.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (values[i] & 0xffff) / 65535f;
            }
            return List.of(new ImageChannel(name, SampleType.SHORT, samples));
        }
        ImageProcessor processor = stack.getProcessor(position);
        if (pixels instanceof byte[] values && !processor.isColorLut()) {
            float[] samples = new float[values.length];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (values[i] & 0xff) / 255f;
            }
            return List.of(new ImageChannel(name, SampleType.BYTE, samples));
        }
        int[] rgb = (int[]) processor.convertToRGB().getPixels();
        List<ImageChannel> channels = new ArrayList<>();
        channels.add(component(rgb, 16, "R"));
        channels.add(component(rgb, 8, "G"));
        channels.add(component(rgb, 0, "B"));
        return channels;
    }

    private static ImageChannel component(int[] rgb, int shift, String name) {
        float[] samples = new float[rgb.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (rgb[i] >> shift & 0xff) / 255f;
        }
        return new ImageChannel(name, SampleType.BYTE, samples);
    }

    /** Rounded to the nearest code; what is beyond 0 to 1 is clipped, and what is not a number becomes 0. */
    private static int[] packed(float[][] rgb) {
        int[] pixels = new int[rgb[0].length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xff << 24 | code(rgb[0][i], 255) << 16 | code(rgb[1][i], 255) << 8 | code(rgb[2][i], 255);
        }
        return pixels;
    }

    private static short[] scaled(float[] samples) {
        short[] pixels = new short[samples.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) code(samples[i], 65535);
        }
        return pixels;
    }

    private static int code(float value, int fullScale) {
        return (int) (Math.max(0, Math.min(1, value)) * fullScale + 0.5f);
    }
}
