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

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InverseOutputTransformTest {
    private static final OutputTransform SRGB =
            OutputTransforms.find("sRGB", "SDR 100 nits (Rec.709)").orElseThrow();

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.InverseFigures#all")
    void theReferenceAgreesWithOpenColorIo(InverseFigures figures) {
        InverseOutputTransform inverse = new InverseOutputTransform(figures.transform());
        List<double[]> actual =
                figures.codes().stream().map(inverse.reference()).toList();
        Deviations.relative(figures + ", code values", figures.fromCodes(), actual)
                .assertWithin(1, 2e-3)
                .assertWithin(0.99, 1e-4)
                .assertWithin(0.5, 2e-6);
        Rendering rendering = new Rendering(figures.transform().rendering());
        List<double[]> unclamped =
                figures.light().stream().map(rendering::invertToAp0).toList();
        Deviations.relative(figures + ", light", figures.fromLight(), unclamped)
                .assertWithin(1, 2e-3)
                .assertWithin(0.99, 5e-4)
                .assertWithin(0.5, 2e-6);
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.InverseFigures#all")
    void whatTheRenderingMakesOfTheInverseIsTheSameLightAgain(InverseFigures figures) {
        Rendering rendering = new Rendering(figures.transform().rendering());
        List<double[]> back = figures.light().stream()
                .map(rendering::invertToAp0)
                .map(rendering::renderToJmh)
                .map(jmh -> rendering.limiting().jmhToRgb(jmh[0], jmh[1], jmh[2]))
                .toList();
        Deviations.between(
                        figures.name(),
                        figures.light(),
                        back,
                        figures.transform().rendering().peak())
                .assertWithin(1, 2e-3)
                .assertWithin(0.99, 3e-5)
                .assertWithin(0.5, 1e-12);
    }

    @ParameterizedTest
    @MethodSource("org.scenelinear.aces.OutputTransforms#ids")
    void everyStandardTransformHasAnInverseThatLeadsBackForCommonColors(String id) {
        OutputTransform transform = OutputTransforms.findById(id).orElseThrow();
        for (double[] color : new double[][] {{0.18, 0.18, 0.18}, {0.3, 0.2, 0.1}, {0.03, 0.035, 0.04}, {4, 3, 2}}) {
            double[] code = transform.reference().apply(color);
            double[] back = new InverseOutputTransform(transform).reference().apply(code);
            assertArrayEquals(color, back, 1e-6 * color[0], id);
        }
    }

    @Test
    void theInverseOfTheInverseIsTheTransform() {
        InverseOutputTransform inverse = new InverseOutputTransform(SRGB);
        assertEquals(Optional.of(inverse), SRGB.inverse());
        assertEquals(Optional.of(SRGB), inverse.inverse());
    }

    @Test
    void codeValuesOutOfRangeCountAsTheNearestInRange() {
        var inverse = new InverseOutputTransform(SRGB).reference();
        double[] white = inverse.apply(new double[] {1, 1, 1});
        double[] infinite = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertArrayEquals(white, inverse.apply(new double[] {1.5, 7, 1.0001}));
        assertArrayEquals(white, inverse.apply(infinite));
        assertArrayEquals(new double[3], inverse.apply(new double[] {-1, Double.NEGATIVE_INFINITY, Double.NaN}));
        assertTrue(white[0] > 50, "white is the brightest that is not clipped");
    }
}
