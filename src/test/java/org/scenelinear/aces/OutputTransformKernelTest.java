/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.Kernel;

class OutputTransformKernelTest {
    private static final OutputTransform SRGB =
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void theKernelAgreesWithOpenColorIoForEachTransformId(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        CodeValues.assertAgreement(id, transform, Kernels.run(transform.compile(), ReferenceTable.inputs()));
    }

    @Test
    void theKernelAgreesWithOpenColorIoInLinearLight() {
        Kernel kernel = linear(100, Primaries.REC709).compile();
        List<double[]> xyz = Kernels.run(kernel, ReferenceTable.inputs()).stream()
                .map(Primaries.REC709.toXyz()::times)
                .toList();
        List<double[]> expected =
                ReferenceTable.read("forward/SDR-100nit-REC709.csv").triples("X");
        Deviations.between("XYZ", expected, xyz, 1)
                .assertWithin(1, 1e-4)
                .assertWithin(0.99, 2e-5)
                .assertWithin(0.5, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"48, 0.33", "100, 0.3127", "137.5, 0.3457", "1000, 0.3127", "4000, 0.3127", "10000, 0.32168"})
    void theKernelEqualsTheReferenceOnRandomColors(double peakLuminance, double whiteX) {
        Chromaticities limiting = Chromaticities.of(0.68, 0.32, 0.265, 0.69, 0.15, 0.06, whiteX, 0.34);
        OutputTransform transform = linear(peakLuminance, limiting);
        List<double[]> colors = randomColors(10_000, 5);
        List<double[]> expected = colors.stream().map(transform.reference()).toList();
        Deviations.between("linear light", expected, Kernels.run(transform.compile(), colors), peakLuminance / 100)
                .assertWithin(1, 1e-4)
                .assertWithin(0.99, 2e-5)
                .assertWithin(0.5, 1e-6);
    }

    @Test
    void codeValuesEqualTheReferenceOnRandomColors() {
        List<double[]> colors = randomColors(20_000, 6);
        List<double[]> expected = colors.stream().map(SRGB.reference()).toList();
        Deviations.between("sRGB", expected, Kernels.run(SRGB.compile(), colors), 1)
                .assertWithin(1, 2e-4)
                .assertWithin(0.99, 2e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 127, 1000, 2047, Tile.CAPACITY})
    void aPixelIsTheSameWhereverItLiesInATileOfAnyLength(int length) {
        List<double[]> colors = randomColors(3000, 7);
        Kernel kernel = SRGB.compile();
        List<double[]> expected = Kernels.run(kernel, colors);
        List<double[]> actual = new ArrayList<>();
        for (int from = 0; from < colors.size(); from += length) {
            actual.addAll(Kernels.run(kernel, colors.subList(from, Math.min(colors.size(), from + length))));
        }
        for (int i = 0; i < colors.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), "pixel " + i);
        }
    }

    @Test
    void whatIsNotFiniteCountsAsAFiniteValueAndLeavesOtherPixelsAlone() {
        double clamp = 8 * 128;
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.18};
        double[] counts = {0, clamp, 0, 0.18};
        List<double[]> colors = new ArrayList<>();
        List<double[]> finite = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            colors.add(new double[] {values[i & 3], values[i >> 2 & 3], values[i >> 4]});
            finite.add(new double[] {counts[i & 3], counts[i >> 2 & 3], counts[i >> 4]});
            colors.add(new double[] {0.3, 0.2, 0.1});
            finite.add(new double[] {0.3, 0.2, 0.1});
        }
        Kernel kernel = SRGB.compile();
        List<double[]> expected = Kernels.run(kernel, finite);
        List<double[]> actual = Kernels.run(kernel, colors);
        for (int i = 0; i < colors.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), "pixel " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void anyFiniteColorGivesCodeValuesInRange(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        double[] extremes = {
            0,
            -0.0,
            65504,
            -65504,
            1e-7,
            -1e-7,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            1,
            -1
        };
        List<double[]> colors = new ArrayList<>();
        for (double r : extremes) {
            for (double g : extremes) {
                for (double b : extremes) {
                    colors.add(new double[] {r, g, b});
                }
            }
        }
        double highest = transform.encoding().curve() == DisplayCurve.SRGB
                ? DisplayCurve.SRGB.encode(transform.rendering().peak())
                : 1.1; // HLG shows saturated colors a little above its peak white
        for (double[] code : Kernels.run(transform.compile(), colors)) {
            for (double component : code) {
                assertTrue(component >= 0 && component <= highest + 1e-6, id + ": " + component);
            }
        }
    }

    @Test
    void greysStayNeutralAndRise() {
        List<double[]> greys = new ArrayList<>();
        for (double grey = 0; grey < 1e5; grey = grey * 1.01 + 1e-6) {
            greys.add(new double[] {grey, grey, grey});
        }
        double last = 0;
        for (double[] code : Kernels.run(SRGB.compile(), greys)) {
            assertEquals(code[1], code[0], 4e-6);
            assertEquals(code[1], code[2], 4e-6);
            assertTrue(code[1] >= last - 1e-6, code[1] + " after " + last);
            last = code[1];
        }
        assertEquals(1, last, 1e-6);
    }

    @Test
    void aCanceledWarmUpEnds() {
        AtomicInteger asked = new AtomicInteger();
        SRGB.warmUp(() -> asked.incrementAndGet() > 3);
        assertEquals(4, asked.get());
    }

    private static OutputTransform linear(double peakLuminance, Chromaticities limiting) {
        return new OutputTransform(
                new RenderingParameters(peakLuminance, limiting), DisplayEncoding.of(limiting, DisplayCurve.LINEAR));
    }

    /** Float colors of many exposures: greyish, saturated, outside of AP1. */
    private static List<double[]> randomColors(int count, long seed) {
        Random random = new Random(seed);
        List<double[]> colors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double exposure = Math.pow(10, random.nextDouble() * 6 - 4);
            double spread = (i % 4) / 3.0;
            double[] color = new double[3];
            for (int k = 0; k < 3; k++) {
                double component = exposure * (1 - spread * random.nextDouble());
                color[k] = (float) (i % 7 == 0 && random.nextBoolean() ? -component : component);
            }
            colors.add(color);
        }
        return colors;
    }
}
