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
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.Kernel;

class InverseKernelTest {
    private static final OutputTransform SRGB =
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();
    private static final OutputTransform PQ =
            OutputTransforms.find("Rec.2100-PQ", "HDR 1000 nits (P3 D65)").orElseThrow();

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.InverseFigures#all")
    void theKernelAgreesWithOpenColorIo(InverseFigures figures) {
        Kernel kernel = new InverseOutputTransform(figures.transform()).compile();
        Deviations deviations =
                Deviations.relative(figures.name(), figures.fromCodes(), Kernels.run(kernel, figures.codes()));
        System.out.println("inverse, relative, " + deviations);
        deviations.assertWithin(1, 3e-3).assertWithin(0.99, 3e-4).assertWithin(0.5, 5e-6);
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void codeValuesWithinTheInvertibleRangeComeBackForEachTransformId(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        PixelCount outside = new PixelCount();
        Kernel inverse = new InverseOutputTransform(transform).compile(outside);
        List<double[]> codes = new ArrayList<>();
        for (double[] code : randomCodes(transform, 2000, 11)) {
            long before = outside.total();
            Kernels.run(inverse, List.of(code));
            if (outside.total() == before) {
                codes.add(code);
            }
        }
        assertTrue(codes.size() > 200, "only " + codes.size() + " within the range");
        List<double[]> scene = Kernels.run(inverse, codes);
        List<double[]> back = Kernels.run(transform.compile(), scene);
        double peak = transform.rendering().peak();
        Deviations deviations = Deviations.between(id, light(transform, codes), light(transform, back), peak);
        System.out.println("round trip, light/peak, " + deviations + ", " + codes.size() + " of 2000 codes");
        deviations.assertWithin(1, 2e-3).assertWithin(0.99, 1e-4).assertWithin(0.5, 6e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "sRGB, SDR 100 nits (Rec.709)",
        "Rec.2100-PQ, HDR 4000 nits (Rec.2020)",
        "Rec.2100-HLG, HDR 1000 nits (P3 D65)"
    })
    void theKernelEqualsTheReferenceOnRandomCodes(String display, String view) {
        OutputTransform transform = OutputTransforms.find(display, view).orElseThrow();
        InverseOutputTransform inverse = new InverseOutputTransform(transform);
        List<double[]> codes = randomCodes(transform, 10_000, 12);
        List<double[]> expected = codes.stream().map(inverse.reference()).toList();
        Deviations.relative(view, expected, Kernels.run(inverse.compile(), codes))
                .assertWithin(1, 2e-2)
                .assertWithin(0.99, 5e-5)
                .assertWithin(0.5, 4e-6);
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void whatIsRenderedLiesWithinTheInvertibleRange(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        List<double[]> scene = new ArrayList<>();
        Random random = new Random(13);
        for (int i = 0; i < 4000; i++) {
            double exposure = 0.18 * Math.exp(1.5 * random.nextGaussian());
            scene.add(new double[] {
                exposure * (1 + 0.2 * random.nextDouble()), exposure, exposure * (1 + 0.2 * random.nextDouble())
            });
        }
        PixelCount outside = new PixelCount();
        List<double[]> codes = Kernels.run(transform.compile(), scene);
        Kernels.run(new InverseOutputTransform(transform).compile(outside), codes);
        assertEquals(0, outside.total(), id);
    }

    @Test
    void pixelsOutsideOfTheInvertibleRangeAreCounted() {
        assertEquals(0, outside(SRGB, new double[] {0, 0, 0}, new double[] {1, 1, 1}, new double[] {0.2, 0.5, 0.9}));
        assertEquals(1, outside(SRGB, new double[] {-0.01, 0.5, 0.5}, new double[] {0.1, 0.1, 0.1}));
        assertEquals(2, outside(SRGB, new double[] {1.01, 0.5, 0.5}, new double[] {1, 3, 1}));
        double peak = DisplayCurve.PQ.encode(10);
        assertEquals(0, outside(PQ, new double[] {peak, peak, peak}));
        assertEquals(1, outside(PQ, new double[] {peak + 0.01, peak + 0.01, peak + 0.01}));
        assertEquals(1, outside(PQ, new double[] {0, 0.5, 0}), "the green of Rec.2020 is none of P3");
    }

    @Test
    void eachPixelOfManyTilesIsCountedOnce() {
        List<double[]> codes = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            codes.add(i % 3 == 0 ? new double[] {-1, 2, -1} : new double[] {0.4, 0.5, 0.6});
        }
        PixelCount outside = new PixelCount();
        Kernels.run(new InverseOutputTransform(SRGB).compile(outside), codes);
        assertEquals(3334, outside.total());
    }

    @Test
    void countingDoesNotChangeTheResult() {
        List<double[]> codes = randomCodes(PQ, 5000, 14);
        List<double[]> expected = Kernels.run(new InverseOutputTransform(PQ).compile(), codes);
        List<double[]> actual = Kernels.run(new InverseOutputTransform(PQ).compile(new PixelCount()), codes);
        for (int i = 0; i < codes.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), "pixel " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void anyCodeGivesAFiniteColor(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        double[] extremes = {
            0,
            -0.0,
            1,
            -1,
            1e-7,
            Float.MIN_VALUE,
            -Float.MAX_VALUE,
            Float.MAX_VALUE,
            65504,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        List<double[]> codes = new ArrayList<>();
        for (double r : extremes) {
            for (double g : extremes) {
                for (double b : extremes) {
                    codes.add(new double[] {r, g, b});
                }
            }
        }
        for (double[] color : Kernels.run(new InverseOutputTransform(transform).compile(new PixelCount()), codes)) {
            assertTrue(Arrays.stream(color).allMatch(v -> Math.abs(v) < 1e5), id + ": " + Arrays.toString(color));
        }
    }

    @Test
    void blackComesFromBlackAndGreysFromGreys() {
        for (OutputTransform transform : List.of(SRGB, PQ)) {
            List<double[]> codes = new ArrayList<>();
            double highest =
                    transform.encoding().curve().encode(transform.rendering().peak());
            for (int i = 0; i <= 1000; i++) {
                double code = i / 1000.0 * highest;
                codes.add(new double[] {code, code, code});
            }
            double last = -1;
            int place = 0;
            for (double[] color : Kernels.run(new InverseOutputTransform(transform).compile(), codes)) {
                // Near the peak the tone scale is so flat that the rounding of a code is a large step in the scene.
                double tolerance = place++ < 900 ? 2e-4 : 3e-3;
                assertEquals(color[1], color[0], tolerance * color[1]);
                assertEquals(color[1], color[2], tolerance * color[1]);
                assertTrue(color[1] > last, color[1] + " after " + last);
                last = color[1];
            }
            assertArrayEquals(
                    new double[3],
                    Kernels.run(new InverseOutputTransform(transform).compile(), List.of(new double[3]))
                            .get(0),
                    1e-12);
        }
    }

    private static long outside(OutputTransform transform, double[]... codes) {
        PixelCount outside = new PixelCount();
        Kernels.run(new InverseOutputTransform(transform).compile(outside), List.of(codes));
        return outside.total();
    }

    /** Codes of colors all over the limiting gamut and a little beyond. */
    private static List<double[]> randomCodes(OutputTransform transform, int count, long seed) {
        Random random = new Random(seed);
        Matrix3 toSignal = transform.encoding().matrixFrom(transform.rendering().limiting());
        double peak = transform.rendering().peak();
        List<double[]> codes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] light = new double[3];
            for (int k = 0; k < 3; k++) {
                light[k] = 1.02 * peak * Math.pow(random.nextDouble(), 1 + i % 4);
            }
            double[] signal = toSignal.times(light);
            for (int k = 0; k < 3; k++) {
                signal[k] = Math.max(0, signal[k]);
            }
            double[] code = transform.encoding().encode(signal);
            codes.add(Arrays.stream(code).map(v -> (float) v).toArray());
        }
        return codes;
    }

    private static List<double[]> light(OutputTransform transform, List<double[]> codes) {
        Matrix3 fromSignal = transform
                .encoding()
                .matrixFrom(transform.rendering().limiting())
                .inverse();
        return codes.stream()
                .map(code -> fromSignal.times(transform.encoding().decode(code)))
                .toList();
    }
}
