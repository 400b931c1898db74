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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scenelinear.color.ChannelCoupling.SystemGamma;
import org.scenelinear.color.TransferCurves;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Tile;
import org.scenelinear.transform.CurveTransform.Direction;

class TransformChainTest extends TransformContractTest {
    private static final Matrix3 A = Matrix3.of(0.7, 0.2, 0.1, 0.1, 0.8, 0.1, 0, 0.1, 0.9);
    private static final Matrix3 B = Matrix3.of(1.5, -0.3, -0.2, -0.1, 1.2, -0.1, 0, -0.1, 1.1);
    private static final ColorTransform ENCODE = new CurveTransform(TransferCurves.SRGB, Direction.ENCODE);
    private static final ColorTransform DECODE = new CurveTransform(TransferCurves.SRGB, Direction.DECODE);
    private static final ColorTransform LINEAR = new CurveTransform(TransferCurves.LINEAR, Direction.ENCODE);

    @Override
    protected ColorTransform transform() {
        return TransformChain.of(DECODE, new MatrixTransform(A), ENCODE);
    }

    @Override
    protected double roundTripTolerance() {
        return 1e-4; // mixed components hide part of what the curve stretches again
    }

    @Override
    protected float value(java.util.Random random) {
        return random.nextFloat() * 1.2f - 0.1f;
    }

    @Test
    void neighboringMatricesAreMultipliedInTheirOrder() {
        assertEquals(
                TransformChain.of(new MatrixTransform(B.times(A))),
                TransformChain.of(new MatrixTransform(A), new MatrixTransform(B))
                        .simplified());
    }

    @Test
    void neighboringMatricesAreMultipliedWithTheirOffsets() {
        ColorTransform first = new AffineTransform(A, new ChannelValues(0.1, -0.2, 0.3));
        ColorTransform second = new AffineTransform(B, new ChannelValues(-1, 0, 2));
        for (TransformChain chain : List.of(
                TransformChain.of(first, second),
                TransformChain.of(first, new MatrixTransform(B)),
                TransformChain.of(new MatrixTransform(A), second))) {
            TransformChain simplified = chain.simplified();
            assertEquals(1, simplified.transforms().size());
            Tile one = tile();
            simplified.compile().apply(one);
            Tile two = tile();
            chain.transforms().forEach(transform -> transform.compile().apply(two));
            for (int i = 0; i < one.length; i++) {
                assertEquals(two.r[i], one.r[i], 1e-6f);
                assertEquals(two.g[i], one.g[i], 1e-6f);
                assertEquals(two.b[i], one.b[i], 1e-6f);
            }
        }
    }

    private static Tile tile() {
        Tile tile = new Tile();
        tile.length = 3;
        System.arraycopy(new float[] {0.1f, -0.4f, 1}, 0, tile.r, 0, 3);
        System.arraycopy(new float[] {0.7f, 0.2f, 0}, 0, tile.g, 0, 3);
        System.arraycopy(new float[] {0, 0.9f, 0.3f}, 0, tile.b, 0, 3);
        return tile;
    }

    @Test
    void anOffsetAndItsInverseVanish() {
        ColorTransform shift = new AffineTransform(A, new ChannelValues(0.1, -0.2, 0.3));
        assertTrue(TransformChain.of(shift, shift.inverse().orElseThrow()).isIdentity());
    }

    @Test
    void aLogarithmVanishesNextToItsInverseWhereNothingIsLost() {
        LogTransform.Parameters two = LogTransform.Parameters.ofBase(2);
        ColorTransform power = new LogTransform(LogTransform.Style.ANTILOG_2, two, two, two);
        ColorTransform logarithm = power.inverse().orElseThrow();
        assertTrue(TransformChain.of(power, logarithm).isIdentity());
        assertFalse(TransformChain.of(logarithm, power).isIdentity(), "what was below 0 is lost");
        LogTransform.Parameters curve = new LogTransform.Parameters(2, 0.1, 0.5, 1, 0, 0.01, Double.NaN);
        ColorTransform camera = new LogTransform(LogTransform.Style.CAMERA_LIN_TO_LOG, curve, curve, curve);
        assertTrue(TransformChain.of(camera, camera.inverse().orElseThrow()).isIdentity());
    }

    @Test
    void aPowerVanishesNextToItsInverseWhereNothingIsLost() {
        ExponentTransform.Power power = new ExponentTransform.Power(2.2, 0);
        ColorTransform mirrored = ExponentTransform.same(ExponentTransform.Style.BASIC_MIRROR_FORWARD, power);
        assertTrue(TransformChain.of(mirrored, mirrored.inverse().orElseThrow()).isIdentity());
        ColorTransform plain = ExponentTransform.same(ExponentTransform.Style.BASIC_FORWARD, power);
        assertFalse(TransformChain.of(plain, plain.inverse().orElseThrow()).isIdentity(), "what was below 0 is lost");
    }

    @Test
    void aGradeVanishesNextToItsInverseUnlessItClamps() {
        for (CdlTransform.Style style : CdlTransform.Style.values()) {
            ColorTransform grade = new CdlTransform(
                    style, new ChannelValues(1.2, 1, 0.9), ChannelValues.same(0.1), ChannelValues.ONE, 0.8);
            TransformChain both = TransformChain.of(grade, grade.inverse().orElseThrow());
            assertEquals(!style.clamps(), both.isIdentity(), style.text());
        }
    }

    @Test
    void aMatrixAndItsInverseVanish() {
        assertEquals(
                TransformChain.of(),
                TransformChain.of(new MatrixTransform(A), new MatrixTransform(A.inverse()))
                        .simplified());
    }

    @Test
    void aCurveAndItsInverseVanish() {
        assertEquals(TransformChain.of(), TransformChain.of(ENCODE, DECODE).simplified());
        assertEquals(TransformChain.of(), TransformChain.of(DECODE, ENCODE).simplified());
    }

    @Test
    void aSystemGammaAndItsInverseVanish() {
        ColorTransform toDisplay = new SystemGammaTransform(new SystemGamma(10, 1.2), Direction.DECODE);
        ColorTransform toScene = toDisplay.inverse().orElseThrow();
        assertEquals(TransformChain.of(), TransformChain.of(toDisplay, toScene).simplified());
        assertEquals(TransformChain.of(), TransformChain.of(toScene, toDisplay).simplified());
    }

    @Test
    void aSystemGammaAndTheInverseOfAnotherStay() {
        ColorTransform toDisplay = new SystemGammaTransform(new SystemGamma(10, 1.2), Direction.DECODE);
        ColorTransform back = new SystemGammaTransform(new SystemGamma(10, 1.3), Direction.ENCODE);
        TransformChain chain = TransformChain.of(toDisplay, back);
        assertEquals(chain, chain.simplified());
    }

    @Test
    void aCurveTwiceStays() {
        TransformChain twice = TransformChain.of(ENCODE, ENCODE);
        assertEquals(twice, twice.simplified());
    }

    @Test
    void identitiesAreDropped() {
        assertEquals(
                TransformChain.of(ENCODE),
                TransformChain.of(LINEAR, new MatrixTransform(Matrix3.IDENTITY), ENCODE, TransformChain.of())
                        .simplified());
    }

    @Test
    void whatBecomesNeighborsByAnotherRuleIsSimplifiedToo() {
        ColorTransform a = new MatrixTransform(A);
        ColorTransform back = new MatrixTransform(A.inverse());
        assertEquals(
                TransformChain.of(),
                TransformChain.of(a, ENCODE, LINEAR, DECODE, back).simplified());
    }

    @Test
    void chainsInsideAreOpened() {
        assertEquals(
                TransformChain.of(ENCODE),
                TransformChain.of(TransformChain.of(ENCODE, TransformChain.of(ENCODE)), TransformChain.of(DECODE))
                        .simplified());
    }

    @Test
    void whatClipsIsNeverSkipped() {
        TransformChain chain = TransformChain.of(DECODE, new GamutClip(), ENCODE);
        assertEquals(chain, chain.simplified());
    }

    @Test
    void aChainOfNothingIsTheIdentity() {
        assertTrue(TransformChain.of().isIdentity());
        assertFalse(TransformChain.of(ENCODE).isIdentity());
        float[][] source = {{-1, Float.NaN}, {0.5f, 2}, {1, 3}};
        assertArrayEquals(source, run(TransformChain.of(), source));
    }

    @Test
    void theSimplifiedChainDoesTheSame() {
        TransformChain chain = TransformChain.of(new MatrixTransform(A), new MatrixTransform(B), ENCODE);
        float[][] source = {{0.1f, 0.9f, -0.2f}, {0.2f, 0.5f, 3}, {0.3f, 0.1f, 1}};
        float[][] expected = source;
        for (ColorTransform each : chain.transforms()) {
            expected = run(each, expected);
        }
        float[][] result = run(chain, source);
        for (int c = 0; c < 3; c++) {
            assertArrayEquals(expected[c], result[c], 2e-6f);
        }
    }

    @Test
    void theInverseRunsBackwards() {
        ColorTransform inverse =
                TransformChain.of(new MatrixTransform(A), ENCODE).inverse().orElseThrow();
        assertEquals(TransformChain.of(DECODE, new MatrixTransform(A.inverse())), inverse);
        assertEquals(
                Optional.empty(), TransformChain.of(ENCODE, new GamutClip()).inverse());
    }

    @Test
    void theListIsACopy() {
        List<ColorTransform> list = new java.util.ArrayList<>(List.of(ENCODE));
        TransformChain chain = new TransformChain(list);
        list.clear();
        assertEquals(1, chain.transforms().size());
    }
}
