/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class TransferCurvesTest {
    static final List<TransferCurve> ALL = List.of(
            TransferCurves.LINEAR,
            TransferCurves.SRGB,
            TransferCurves.BT709,
            TransferCurves.CAMERA_REC709,
            TransferCurves.ACESCCT);

    @ParameterizedTest
    @FieldSource("ALL")
    void decodingUndoesEncoding(TransferCurve curve) {
        for (double linear = 1e-6; linear < 65504; linear *= 1.01) {
            assertEquals(linear, curve.decode(curve.encode(linear)), 1e-5 * linear, curve.name());
            assertEquals(-linear, curve.decode(curve.encode(-linear)), 1e-5 * linear, curve.name());
        }
        assertEquals(0, curve.decode(curve.encode(0)), 1e-16);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void bothWaysRiseEverywhere(TransferCurve curve) {
        double before = -100;
        for (double x = -99.99; x < 100; x += 0.0007) {
            assertTrue(curve.encode(x) > curve.encode(before), () -> curve.name());
            if (curve != TransferCurves.BT709 || Math.abs(x / 20 - 0.081) > 4e-4) { // the gap between its pieces
                assertTrue(curve.decode(x / 20) > curve.decode(before / 20), () -> curve.name());
            }
            before = x;
        }
    }

    @Test
    void thePiecesMeetAtTheBreakAsCloselyAsTheStandardHasIt() {
        double log = ((LogCurve) TransferCurves.ACESCCT).linearBreak();
        assertEquals(0, jump(TransferCurves.ACESCCT, log), 1e-9);
        double srgb = ((PowerCurve) TransferCurves.SRGB).linearBreak();
        assertEquals(0, jump(TransferCurves.SRGB, srgb), 3e-8);
        double camera = ((PowerCurve) TransferCurves.CAMERA_REC709).linearBreak();
        assertEquals(0, jump(TransferCurves.CAMERA_REC709, camera), 1e-14);
        double video = ((PowerCurve) TransferCurves.BT709).linearBreak();
        assertEquals(2.5e-4, jump(TransferCurves.BT709, video), 1e-5);
    }

    private static double jump(TransferCurve curve, double at) {
        return curve.encode(at * (1 + 1e-15)) - curve.encode(at * (1 - 1e-15));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void nonFiniteValuesStayWhatTheyAre(TransferCurve curve) {
        assertTrue(Double.isNaN(curve.encode(Double.NaN)) && Double.isNaN(curve.decode(Double.NaN)));
        for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(infinity, curve.encode(infinity), curve.name());
            assertEquals(infinity, curve.decode(infinity), curve.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"ACEScct", "OETF-ITU-R-BT.709", "OETF-ITU-R-BT.2020"})
    void valuesAreThoseOfTheReference(String file) {
        TransferCurve curve = file.equals("ACEScct") ? TransferCurves.ACESCCT : TransferCurves.BT709;
        for (String[] row : ReferenceTable.rows("logs/" + file + ".csv")) {
            double in = Double.parseDouble(row[1]);
            double out = Double.parseDouble(row[2]);
            if (row[0].equals("encode")) {
                assertEquals(out, curve.encode(in), 2e-6 * Math.max(1, Math.abs(out)), () -> file + " encode " + in);
            } else if (out < 65504) { // where the specification of ACEScct stops
                assertEquals(out, curve.decode(in), 1e-5 * Math.abs(out) + 1e-7, () -> file + " decode " + in);
            }
        }
    }

    @Test
    void theSlopeOfTheSmoothCurveFitsBothPieces() {
        PowerCurve curve = PowerCurve.smooth("test", 2.4, 0.055);
        double x = curve.linearBreak();
        double powerSlope = (curve.encode(x * (1 + 1e-6)) - curve.encode(x)) / (x * 1e-6);
        assertEquals(curve.slope(), powerSlope, 1e-4);
        assertEquals(12.9232102, curve.slope(), 1e-6); // as OpenColorIO's sRGB encodes -1
    }
}
