/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.transform.GamutCompress.Direction;
import org.scenelinear.transform.GamutCompress.Range;

class GamutCompressTest extends TransformContractTest {
    private static final GamutCompress CUSTOM =
            new GamutCompress(new Range(0.5, 1.5), new Range(0.9, 1.1), new Range(0.7, 2), 2, Direction.COMPRESS);

    @Override
    protected ColorTransform transform() {
        return GamutCompress.REFERENCE;
    }

    /** Colors near to the neutral axis or a few times as far as the surface; what lies farther comes back worse. */
    @Override
    protected float value(Random random) {
        return (float) (1 + 0.4 * Math.max(-2.2, Math.min(2.2, random.nextGaussian())));
    }

    @Test
    void theParametersOfAces13GiveTheFiguresOfOpenColorIo() throws IOException {
        agrees(GamutCompress.REFERENCE, "gamut-compress-default.csv");
    }

    @Test
    void otherParametersGiveTheFiguresOfOpenColorIo() throws IOException {
        agrees(CUSTOM, "gamut-compress-custom.csv");
    }

    @Test
    void betweenMatricesItIsTheReferenceGamutCompressOfAces13() throws IOException {
        MatrixTransform toAp1 =
                new MatrixTransform(ColorSpaces.ACES2065_1.matrixTo(ColorSpaces.ACESCG, Adaptation.BRADFORD));
        ColorTransform chain = TransformChain.of(
                toAp1, GamutCompress.REFERENCE, toAp1.inverse().orElseThrow());
        List<double[]> inputs = table("inputs.csv", 2);
        List<double[]> expected = table("reference-gamut-compress-ACES2065-1.csv", 1);
        float[][] result = run(chain, planes(inputs));
        float[][] back = run(chain.inverse().orElseThrow(), planes(inputs));
        for (int i = 0; i < inputs.size(); i++) {
            assertNear(expected.get(i), 0, result, inputs.get(i), i, 4e-6);
            assertNear(expected.get(i), 3, back, inputs.get(i), i, 1e-4);
        }
    }

    private static void agrees(GamutCompress transform, String file) throws IOException {
        List<double[]> inputs = table("inputs.csv", 2);
        List<double[]> expected = table(file, 1);
        assertEquals(expected.size(), inputs.size());
        float[][] compressed = run(transform, planes(inputs));
        float[][] back = run(transform.inverse().orElseThrow(), planes(expected));
        for (int i = 0; i < inputs.size(); i++) {
            assertNear(expected.get(i), 0, compressed, inputs.get(i), i, 4e-6);
            double[] rgb = inputs.get(i);
            double[] exact = transform.evaluate(rgb[0], rgb[1], rgb[2]);
            assertNear(exact, 0, compressed, rgb, i, 4e-6);
            // Near the end of the curve the rounding of the compressed floats grows; by how much, the formula says.
            double size = Math.max(Math.abs(rgb[0]), Math.max(Math.abs(rgb[1]), Math.abs(rgb[2])));
            float[] bent = {compressed[0][i], compressed[1][i], compressed[2][i]};
            double[] here = expanded(transform, bent, 0);
            double[] nearby = expanded(transform, bent, 3e-7 * Math.max(bent[0], Math.max(bent[1], bent[2])));
            for (int c = 0; c < 3; c++) {
                double tolerance = 2e-5 * size + 2 * Math.abs(here[c] - nearby[c]) + 1e-9;
                assertEquals(expected.get(i)[3 + c], back[c][i], tolerance, "line " + (i + 2));
            }
        }
    }

    private static void assertNear(
            double[] expected, int offset, float[][] planes, double[] input, int i, double tolerance) {
        double size = Math.max(Math.abs(input[0]), Math.max(Math.abs(input[1]), Math.abs(input[2])));
        for (int c = 0; c < 3; c++) {
            double value = expected[offset + c];
            assertEquals(value, planes[c][i], tolerance * Math.max(size, Math.abs(value)) + 1e-9, "line " + (i + 2));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.05, 1.2, 1.5, 1.75, 2, 2.45, 3, 3.3, 4, 4.6, 5})
    void theCompiledFormIsTheFormulaForEveryPower(double power) {
        GamutCompress transform =
                new GamutCompress(new Range(0.5, 1.3), new Range(0, 2), new Range(0.9, 10), power, Direction.COMPRESS);
        float[][] source = ladder();
        float[][] result = run(transform, source);
        float[][] back = run(transform.inverse().orElseThrow(), result);
        for (int i = 0; i < source[0].length; i++) {
            double[] exact = transform.evaluate(source[0][i], source[1][i], source[2][i]);
            for (int c = 0; c < 3; c++) {
                assertEquals(exact[c], result[c][i], GamutCompress.ERROR, "pixel " + i);
            }
            float[] compressed = {result[0][i], result[1][i], result[2][i]};
            double[] exactBack = expanded(transform, compressed, 0);
            double[] nearby = expanded(transform, compressed, 1e-6);
            for (int c = 0; c < 3; c++) {
                double tolerance = 1e-6 * (1 + Math.abs(exactBack[c])) + Math.abs(exactBack[c] - nearby[c]);
                assertEquals(exactBack[c], back[c][i], tolerance, "pixel " + i);
            }
        }
    }

    private static double[] expanded(GamutCompress transform, float[] rgb, double more) {
        return ((GamutCompress) transform.inverse().orElseThrow()).evaluate(rgb[0], rgb[1] - more, rgb[2] - more);
    }

    /** Red always 1, the others at all distances up to 10. */
    private static float[][] ladder() {
        int length = 5000;
        float[][] planes = new float[3][length];
        for (int i = 0; i < length; i++) {
            planes[0][i] = 1;
            planes[1][i] = 1 - 10f * i / length;
            planes[2][i] = 1 - 10f * ((i * 37) % length) / length;
        }
        return planes;
    }

    @Test
    void neutralColorsAndColorsWithinTheThresholdsKeepTheirBits() {
        Random random = new Random(7);
        float[][] source = new float[3][6000];
        for (int i = 0; i < 6000; i++) {
            float largest = (float) Math.exp(20 * random.nextGaussian());
            for (int c = 0; c < 3; c++) {
                source[c][i] = i % 2 == 0 ? largest : largest * (0.21f + 0.79f * random.nextFloat());
            }
        }
        float[] zeros = {0f, -0f};
        for (int i = 0; i < 8; i++) {
            for (int c = 0; c < 3; c++) {
                source[c][i] = zeros[i >> c & 1];
            }
        }
        assertSameBits(source, run(GamutCompress.REFERENCE, source));
        assertSameBits(source, run(GamutCompress.REFERENCE.inverse().orElseThrow(), source));
    }

    @Test
    void pixelsWithANaNOrAnInfinityKeepTheirBits() {
        float nan = Float.NaN;
        float infinity = Float.POSITIVE_INFINITY;
        float[][] source = {
            {nan, 1, -1, infinity, 1, -infinity, nan, infinity},
            {1, nan, 0, 1, -infinity, -infinity, nan, infinity},
            {-1, -1, nan, -1, 1, -infinity, nan, -infinity}
        };
        assertSameBits(source, run(GamutCompress.REFERENCE, source));
        assertSameBits(source, run(GamutCompress.REFERENCE.inverse().orElseThrow(), source));
    }

    @Test
    void aColorWithNothingPositiveButZerosBecomesBlack() {
        float[][] source = {{0, 0, 0}, {-1, -1e-30f, 0}, {-5, 0, -1e30f}};
        for (float[] plane : run(GamutCompress.REFERENCE, source)) {
            for (float value : plane) {
                assertEquals(0, Math.abs(value));
            }
        }
    }

    @Test
    void brightnessDoesNotMatter() {
        float[][] source = ladder();
        float[][] bright = ladder();
        for (float[] plane : bright) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] *= 1024;
            }
        }
        float[][] expected = run(GamutCompress.REFERENCE, source);
        float[][] result = run(GamutCompress.REFERENCE, bright);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < source[c].length; i++) {
                assertEquals(expected[c][i] * 1024, result[c][i], 0);
            }
        }
    }

    @Test
    void enormousDistancesComeToTheEndOfTheCurve() {
        float[][] source = {{1e-3f, 1e-30f, 1}, {-1e6f, -1e10f, -1e30f}, {0, 0, 0}};
        float[][] result = run(GamutCompress.REFERENCE, source);
        for (int i = 0; i < 3; i++) {
            double[] exact = GamutCompress.REFERENCE.evaluate(source[0][i], source[1][i], source[2][i]);
            assertEquals(source[0][i], result[0][i]);
            assertEquals(exact[1], result[1][i], 1e-5 * source[0][i]);
        }
    }

    @Test
    void parametersOutsideTheirRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Range(1, 1.2));
        assertThrows(IllegalArgumentException.class, () -> new Range(-0.1, 1.2));
        assertThrows(IllegalArgumentException.class, () -> new Range(0.8, 1));
        assertThrows(IllegalArgumentException.class, () -> new Range(0.8, Double.NaN));
        Range range = new Range(0.8, 1.2);
        assertThrows(
                IllegalArgumentException.class, () -> new GamutCompress(range, range, range, 5.1, Direction.COMPRESS));
        assertThrows(
                IllegalArgumentException.class, () -> new GamutCompress(range, range, range, 0.9, Direction.COMPRESS));
    }

    private static void assertSameBits(float[][] expected, float[][] result) {
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < expected[c].length; i++) {
                assertEquals(
                        Float.floatToRawIntBits(expected[c][i]),
                        Float.floatToRawIntBits(result[c][i]),
                        "component " + c + " of pixel " + i);
            }
        }
    }

    private static float[][] planes(List<double[]> colors) {
        float[][] planes = new float[3][colors.size()];
        for (int i = 0; i < colors.size(); i++) {
            for (int c = 0; c < 3; c++) {
                planes[c][i] = (float) colors.get(i)[c];
            }
        }
        return planes;
    }

    private static List<double[]> table(String name, int firstColumn) throws IOException {
        try (InputStream in = GamutCompressTest.class.getResourceAsStream("/transform/" + name)) {
            List<double[]> rows = new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .skip(1)
                    .map(line -> {
                        String[] cells = line.split(",");
                        double[] numbers = new double[cells.length - firstColumn];
                        for (int i = 0; i < numbers.length; i++) {
                            numbers[i] = Double.parseDouble(cells[firstColumn + i]);
                        }
                        return numbers;
                    })
                    .toList();
            assertFalse(rows.isEmpty());
            assertTrue(rows.get(0).length >= 3);
            return rows;
        }
    }
}
