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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.DeepFlattening;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.LuminanceChroma;
import org.scenelinear.exr.LuminanceWeights;
import org.scenelinear.exr.Selection;
import org.scenelinear.exr.Subsampling;
import org.scenelinear.exr.block.Damage;
import org.scenelinear.exr.block.Plane;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.SampleType;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.run.Run;

/**
 * The samples of chosen channels, one for each pixel: deep pixels flattened, channels with a sample at only some pixels
 * filled up, luminance and chroma turned into red, green and blue.
 */
final class ExrSamples {
    /** Pixels around a region that have a say in its colors: more than the longest filter reaches. */
    private static final int MARGIN = 64;

    private final ExrFile file;
    private final Selection selection;
    private final Header header;
    private final Damage damage;
    private final Run run;

    ExrSamples(ExrFile file, Selection selection, Damage damage, Run run) {
        this.file = file;
        this.selection = selection;
        this.header = file.headers().get(selection.part());
        this.damage = damage;
        this.run = run;
    }

    /** Reads channels, under their full names. */
    List<ImageChannel> read(List<Channel> chosen) throws FileProblemException {
        if (header.type().isDeep()) {
            return images(chosen, readDeep(chosen));
        }
        boolean subsampled = chosen.stream().anyMatch(channel -> channel.xSampling() > 1 || channel.ySampling() > 1);
        return subsampled ? readSubsampled(chosen) : images(chosen, readFlat(selection, chosen));
    }

    private Map<String, float[]> readFlat(Selection pixels, List<Channel> chosen) throws FileProblemException {
        Map<String, float[]> samples = new HashMap<>();
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : chosen) {
            samples.put(channel.name(), new float[file.planeLength(pixels, channel)]);
            planes.put(channel.name(), Plane.of(samples.get(channel.name())));
        }
        file.read(pixels, planes, damage, run);
        return samples;
    }

    private Map<String, float[]> readDeep(List<Channel> chosen) throws FileProblemException {
        int[] counts = file.readSampleCounts(selection, damage, run);
        Map<String, float[]> samples = new HashMap<>();
        Map<String, Plane> planes = new HashMap<>();
        for (Channel channel : DeepFlattening.needed(chosen, header.channels())) {
            samples.put(channel.name(), new float[file.deepPlaneLength(counts, channel)]);
            planes.put(channel.name(), Plane.of(samples.get(channel.name())));
        }
        file.readDeep(selection, counts, planes, damage, run);
        return DeepFlattening.flatten(counts, chosen, samples);
    }

    private List<ImageChannel> readSubsampled(List<Channel> chosen) throws FileProblemException {
        Box2i wanted = file.window(selection);
        Box2i window = widened(wanted, chosen);
        Map<String, float[]> samples = readFlat(selection.region(window), chosen);
        Map<String, ImageChannel> found = new LinkedHashMap<>();
        for (Channel channel : chosen) {
            if (isColor(channel, chosen)) {
                putColors(channel.layer(), chosen, window, samples, found);
            } else {
                float[] plane = samples.get(channel.name());
                if (channel.xSampling() > 1 || channel.ySampling() > 1) {
                    float[] all = new float[window.width() * window.height()];
                    subsampling(window, channel).expand(plane, all);
                    plane = all;
                }
                found.put(channel.name(), image(channel.name(), channel.type(), plane));
            }
        }
        return found.values().stream()
                .map(channel -> cut(channel, window, wanted))
                .toList();
    }

    /** Whether a channel is luminance or chroma, of a layer that has all three and no colors beside. */
    private static boolean isColor(Channel channel, List<Channel> chosen) {
        List<String> ofLayer = chosen.stream()
                .filter(other -> other.layer().equals(channel.layer()))
                .map(Channel::suffix)
                .toList();
        return List.of("Y", "RY", "BY").contains(channel.suffix())
                && ofLayer.containsAll(List.of("Y", "RY", "BY"))
                && List.of("R", "G", "B").stream().noneMatch(ofLayer::contains);
    }

    private void putColors(
            String layer,
            List<Channel> chosen,
            Box2i window,
            Map<String, float[]> samples,
            Map<String, ImageChannel> found)
            throws InvalidFileException {
        String prefix = layer.isEmpty() ? "" : layer + ".";
        if (found.containsKey(prefix + "R")) {
            return; // made when the first of the three came by
        }
        Channel chroma = chosen.stream()
                .filter(channel -> channel.name().equals(prefix + "RY"))
                .findFirst()
                .orElseThrow();
        float[] red = new float[window.width() * window.height()];
        float[] green = samples.get(prefix + "Y");
        float[] blue = new float[red.length];
        new LuminanceChroma(weights(), subsampling(window, chroma))
                .toRgb(green, samples.get(prefix + "RY"), samples.get(prefix + "BY"), red, green, blue);
        found.put(prefix + "R", image(prefix + "R", chroma.type(), red));
        found.put(prefix + "G", image(prefix + "G", chroma.type(), green));
        found.put(prefix + "B", image(prefix + "B", chroma.type(), blue));
    }

    private LuminanceWeights weights() throws InvalidFileException {
        try {
            return LuminanceWeights.of(header);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(
                    file.name(), "part " + selection.part() + ", attribute \"chromaticities\"", e.getMessage(), e);
        }
    }

    /** A region with its margin, from a column and line that have samples of all channels to the next such. */
    private Box2i widened(Box2i wanted, List<Channel> chosen) {
        Box2i all = header.dataWindow();
        int xStep = 1;
        int yStep = 1;
        for (Channel channel : chosen) {
            xStep = leastCommonMultiple(xStep, channel.xSampling());
            yStep = leastCommonMultiple(yStep, channel.ySampling());
        }
        return new Box2i(
                Math.max(all.xMin(), Math.floorDiv(wanted.xMin() - MARGIN, xStep) * xStep),
                Math.max(all.yMin(), Math.floorDiv(wanted.yMin() - MARGIN, yStep) * yStep),
                Math.min(all.xMax(), Math.floorDiv(wanted.xMax() + MARGIN, xStep) * xStep + xStep - 1),
                Math.min(all.yMax(), Math.floorDiv(wanted.yMax() + MARGIN, yStep) * yStep + yStep - 1));
    }

    private static int leastCommonMultiple(int a, int b) {
        int x = a;
        int y = b;
        while (y != 0) {
            int rest = x % y;
            x = y;
            y = rest;
        }
        return a / x * b;
    }

    private static Subsampling subsampling(Box2i window, Channel channel) {
        return new Subsampling(window.width(), window.height(), channel.xSampling(), channel.ySampling());
    }

    private static ImageChannel cut(ImageChannel channel, Box2i from, Box2i to) {
        if (from.equals(to)) {
            return channel;
        }
        float[] samples = new float[to.width() * to.height()];
        for (int y = 0; y < to.height(); y++) {
            int line = y + to.yMin() - from.yMin();
            System.arraycopy(
                    channel.samples(),
                    line * from.width() + to.xMin() - from.xMin(),
                    samples,
                    y * to.width(),
                    to.width());
        }
        return new ImageChannel(channel.name(), channel.source(), samples);
    }

    private static List<ImageChannel> images(List<Channel> channels, Map<String, float[]> samples) {
        List<ImageChannel> images = new ArrayList<>();
        for (Channel channel : channels) {
            images.add(image(channel.name(), channel.type(), samples.get(channel.name())));
        }
        return images;
    }

    private static ImageChannel image(String name, PixelType type, float[] samples) {
        SampleType source = switch (type) {
            case HALF -> SampleType.HALF;
            case FLOAT -> SampleType.FLOAT;
            case UINT -> SampleType.UINT;
        };
        return new ImageChannel(name, source, samples);
    }
}
