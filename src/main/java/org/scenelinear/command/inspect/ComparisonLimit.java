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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.inspect.ImageComparison.Measure;

/**
 * What a figure of a comparison may be.
 *
 * @param figure its name, as {@link Comparison#figures} has it
 * @param bound the largest value; of ratios and similarities the smallest
 */
public record ComparisonLimit(String figure, double bound) {
    static final String PSNR = "PSNR";
    static final String PU21 = "PU21-PSNR";
    static final String SSIM = "SSIM";

    private static final String INVALID = "Invalid";
    private static final Set<String> LARGER_IS_BETTER = Set.of(PSNR, PU21, SSIM);

    /** The names of figures that can have a limit. */
    static List<String> names() {
        return Stream.concat(
                        Stream.of(INVALID, PSNR, PU21, SSIM),
                        Stream.of(Measure.values())
                                .flatMap(measure ->
                                        Stream.of(" mean", " 99 %", " maximum").map(kind -> measure.label() + kind)))
                .toList();
    }

    /**
     * Reads limits.
     *
     * @param text names and numbers with semicolons between: {@code dEITP maximum 2; SSIM 0.99}
     * @return empty if it is none
     */
    public static Optional<List<ComparisonLimit>> parse(String text) {
        List<ComparisonLimit> limits = new ArrayList<>();
        for (String part : text.split(";")) {
            String item = part.strip();
            int blank = item.lastIndexOf(' ');
            if (item.isEmpty()) {
                continue;
            }
            Optional<String> name = names().stream()
                    .filter(known -> blank > 0
                            && known.equalsIgnoreCase(item.substring(0, blank).strip()))
                    .findFirst();
            if (name.isEmpty()) {
                return Optional.empty();
            }
            try {
                double bound = Double.parseDouble(item.substring(blank + 1));
                if (!Double.isFinite(bound)) {
                    return Optional.empty();
                }
                limits.add(new ComparisonLimit(name.get(), bound));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.of(limits);
    }

    /** The text of limits as {@link #parse} reads it. */
    static String text(List<ComparisonLimit> limits) {
        return String.join(
                "; ",
                limits.stream()
                        .map(limit -> limit.figure + " " + MacroOptions.number(limit.bound))
                        .toList());
    }

    /**
     * What is wrong, a phrase; empty if nothing is.
     *
     * @param figures of {@link Comparison#figures}; one that is no number, as nothing could be compared, is wrong
     */
    public Optional<String> problem(Map<String, Double> figures) {
        double value = figures.get(figure);
        boolean larger = LARGER_IS_BETTER.contains(figure);
        boolean good = larger ? value >= bound : value <= bound;
        return good
                ? Optional.empty()
                : Optional.of(figure + " is " + value + ", the limit is " + (larger ? "at least " : "at most ")
                        + MacroOptions.number(bound));
    }
}
