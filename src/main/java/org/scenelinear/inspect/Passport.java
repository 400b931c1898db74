/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.ImageChannel;
import org.scenelinear.image.Loss;
import org.scenelinear.image.SampleType;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

/**
 * What an image is, question by question, with the evidence: color space, bit depth, whether it is light of a scene.
 * What the header says is held against the values: a plateau at the top, combs of 8-bit codes, a black level and range
 * as logarithmic codes have them. Values alone prove nothing; what follows from them is worded as a suspicion.
 *
 * @param answers in the order they are read
 */
public record Passport(List<Answer> answers) {

    /** Where the blacks of logarithmic codes lie at least; light of a scene nearly always has darker pixels. */
    private static final double LOG_BLACK = 0.04;
    /** Logarithmic codes of a whole scene span fewer stops than this. */
    private static final double LOG_STOPS = 5;

    /** Keeps an unmodifiable copy of the list. */
    public Passport {
        answers = List.copyOf(answers);
    }

    /**
     * A question with its answer.
     *
     * @param question a few words
     * @param answer as short as it can be
     * @param evidence what the answer rests on
     */
    public record Answer(String question, String answer, String evidence) {}

    /**
     * The passport of an image.
     *
     * @param image with R, G and B, or with one channel that is taken for all three
     * @param run how to work
     * @throws IllegalArgumentException if the image has no channels
     */
    public static Passport of(FloatImage image, Run run) {
        if (image.channels().isEmpty()) {
            throw new IllegalArgumentException(image.name() + " has no channels");
        }
        float[][] rgb = planes(image);
        Optional<ColorSpace> space = image.color().space();
        ValueCounts counts = ValueCounts.of(rgb, image.width(), image.height(), run);
        Optional<CodeComb> comb = CodeComb.find(rgb, space);
        List<Answer> answers = new ArrayList<>();
        answers.add(new Answer(
                "color space",
                space.map(ColorSpace::name).orElse("not known"),
                image.color().evidence()));
        answers.add(depth(image, comb));
        answers.add(reference(space, counts, comb));
        answers.add(clipping(counts));
        answers.add(highlights(counts));
        answers.add(
                new Answer("dynamic range of the format", formatRange(image), "largest over smallest value above 0"));
        answers.add(new Answer(
                "dynamic range of the image",
                stops(counts.stops()),
                "99.9 over 0.1 percentile of the components above 0, as stored"));
        answers.add(new Answer(
                "gamut of the format",
                space.map(own -> own.isLinear() || own.reference() == ColorSpace.Reference.SCENE
                                ? "all colors, with negative values outside of the primaries"
                                : "the primaries of " + own.name())
                        .orElse("not known"),
                "the color space and the kind of samples"));
        space.ifPresent(own -> answers.add(gamut(rgb, own)));
        answers.add(new Answer(
                "values that are no color",
                counts.invalid() + " NaN or infinite, " + counts.negative() + " negative",
                "counted over all components"));
        if (isLikeGenerated(counts, comb)) {
            answers.add(new Answer(
                    "what it cannot do",
                    "light above 1.0 cannot be brought back, and strong grading shows steps of 8 bits",
                    "8-bit codes and nothing above 1.0: a finished picture, as most image generators deliver it"));
        }
        for (String loss : image.losses()) {
            answers.add(new Answer("lost on the way", Loss.isWarning(loss) ? "see the evidence" : "little", loss));
        }
        return new Passport(answers);
    }

    /** R, G, B, or Y or the first channel three times. */
    private static float[][] planes(FloatImage image) {
        return image.rgb().orElseGet(() -> {
            float[] gray = image.channel("Y").orElse(image.channels().get(0)).samples();
            return new float[][] {gray, gray, gray};
        });
    }

    private static Answer depth(FloatImage image, Optional<CodeComb> comb) {
        String types = image.channels().stream()
                .map(channel -> channel.name() + " " + typeName(channel.source()))
                .collect(Collectors.joining(", "));
        return comb.map(found -> new Answer(
                        "bit depth",
                        "8 bits in effect",
                        String.format(
                                Locale.ROOT,
                                "%s of 8 bits (%.1f %% on %d codes); stored as %s",
                                found.text(),
                                100 * found.share(),
                                found.codes(),
                                types)))
                .orElse(new Answer("bit depth", typeName(image.channels().get(0).source()), types));
    }

    private static String typeName(SampleType type) {
        return switch (type) {
            case HALF -> "16-bit float";
            case FLOAT -> "32-bit float";
            case UINT -> "32-bit integer";
            case BYTE -> "8-bit integer";
            case SHORT -> "16-bit integer";
        };
    }

    private static Answer reference(Optional<ColorSpace> space, ValueCounts counts, Optional<CodeComb> comb) {
        String question = "scene-referred";
        Optional<ColorSpace> display = space.filter(own -> own.reference() == ColorSpace.Reference.DISPLAY);
        if (display.isPresent()) {
            return new Answer(question, "no, display-referred", display.get().name() + " is a space of displays");
        }
        if (space.filter(own -> !own.isLinear()).isPresent()) {
            return new Answer(question, "yes, but encoded", space.get().name() + " has a curve; convert it for light");
        }
        if (comb.isPresent()) {
            return new Answer(question, "probably not", comb.get().text() + " of 8 bits, as of a finished picture");
        }
        double black = counts.percentile(0.001);
        if (counts.peak() <= 1.1 && black > LOG_BLACK && counts.stops() < LOG_STOPS && counts.stops() > 0) {
            return new Answer(
                    question,
                    "probably logarithmic codes",
                    String.format(
                            Locale.ROOT,
                            "values lie from %.3g to %.3g: a black level above 0, nothing above 1 and only %.1f stops are"
                                    + " typical of a camera's logarithmic curve",
                            black,
                            counts.percentile(0.999),
                            counts.stops()));
        }
        if (counts.hasPlateau() && counts.peak() <= 1.001f) {
            return new Answer(question, "probably not, or clipped", plateau(counts));
        }
        if (counts.peak() > 1) {
            return new Answer(
                    question,
                    "nothing speaks against it",
                    String.format(Locale.ROOT, "light goes up to %.4g, no plateau at 1.0, no codes", counts.peak()));
        }
        return new Answer(question, "cannot be told", "nothing is above 1.0, in a scene as in a finished picture");
    }

    private static Answer clipping(ValueCounts counts) {
        return counts.hasPlateau()
                ? new Answer("clipped", String.format(Locale.ROOT, "yes, at %.5g", counts.peak()), plateau(counts))
                : new Answer("clipped", "no sign of it", "no plateau at the largest value");
    }

    private static String plateau(ValueCounts counts) {
        return String.format(
                Locale.ROOT,
                "a plateau: %.2f %% of the components are exactly %.5g, more than all within 2 %% below",
                100 * counts.shareAtPeak(),
                counts.peak());
    }

    private static Answer highlights(ValueCounts counts) {
        return new Answer(
                "peak",
                counts.peak() > 0
                        ? String.format(
                                Locale.ROOT,
                                "%.5g: %+.2f stops from 1.0, %+.2f from 0.18",
                                counts.peak(),
                                log2(counts.peak()),
                                LightStatistics.stops(counts.peak()))
                        : "no light",
                String.format(
                        Locale.ROOT, "%.3f %% of the pixels have a component above 1.0", 100 * counts.shareAboveOne()));
    }

    private static String formatRange(FloatImage image) {
        List<ImageChannel> light =
                image.channels().stream().filter(c -> !c.name().equals("A")).toList();
        SampleType type = (light.isEmpty() ? image.channels() : light).get(0).source();
        return typeName(type) + ", "
                + stops(
                        switch (type) {
                            case HALF -> log2(65504 / 0x1p-24);
                            case FLOAT -> log2(Float.MAX_VALUE) - log2(Float.MIN_VALUE);
                            case UINT -> 32;
                            case BYTE -> log2(255);
                            case SHORT -> log2(65535);
                        });
    }

    private static Answer gamut(float[][] rgb, ColorSpace own) {
        List<ColorSpace> spaces = new ArrayList<>(PixelInspection.GAMUTS);
        spaces.add(ColorSpaces.ACES2065_1);
        List<String> names = new ArrayList<>(PixelInspection.NAMES);
        names.add("AP0");
        List<Matrix3> matrices = spaces.stream()
                .map(space -> own.matrixTo(space, Adaptation.BRADFORD))
                .toList();
        int step = Math.max(1, rgb[0].length / 250_000);
        long[] inside = new long[spaces.size()];
        long[] colors = new long[spaces.size()];
        for (int i = 0; i < rgb[0].length; i += step) {
            double[] light = own.decode(new double[] {rgb[0][i], rgb[1][i], rgb[2][i]});
            for (int g = 0; g < inside.length; g++) {
                double[] linear = matrices.get(g).times(light);
                if (Double.isFinite(linear[0] + linear[1] + linear[2])) {
                    colors[g]++;
                    inside[g] += GamutBorder.isInside(linear[0], linear[1], linear[2]) ? 1 : 0;
                }
            }
        }
        List<String> shares = new ArrayList<>();
        Optional<String> smallest = Optional.empty();
        for (int g = 0; g < inside.length; g++) {
            double share = (double) inside[g] / Math.max(1, colors[g]);
            shares.add(String.format(Locale.ROOT, "%s %.2f %%", names.get(g), 100 * share));
            if (smallest.isEmpty() && share >= 0.999) {
                smallest = Optional.of(names.get(g));
            }
        }
        return new Answer(
                "gamut of the image",
                smallest.map(name -> "within " + name).orElse("beyond AP0"),
                "pixels inside: " + String.join(", ", shares) + (step > 1 ? "; every " + step + "th pixel" : ""));
    }

    private static boolean isLikeGenerated(ValueCounts counts, Optional<CodeComb> comb) {
        return comb.isPresent() && counts.peak() <= 1.001f;
    }

    private static String stops(double stops) {
        return String.format(Locale.ROOT, "%.1f stops", stops);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
