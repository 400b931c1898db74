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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for the curve of every space, whatever its formula. */
class CurvePropertiesTest {
    static final List<TransferCurve> CURVES = Stream.concat(
                    ColorSpaces.all().stream().map(ColorSpace::curve),
                    Stream.of(
                            CameraCurves.LOG3G12,
                            CameraCurves.REDLOG,
                            CameraCurves.PANALOG,
                            CameraCurves.VIPER_LOG,
                            CameraCurves.PIVOTED_LOG))
            .distinct()
            .toList();

    /** The curves of ACESproxy have bounds: 2^-9.72 to 2^7.8. */
    private static double smallest(TransferCurve curve) {
        return isBounded(curve) ? Math.pow(2, -9.71) : 1e-6;
    }

    private static double largest(TransferCurve curve) {
        return isBounded(curve) ? Math.pow(2, 7.79) : 65504;
    }

    private static boolean isBounded(TransferCurve curve) {
        return curve == TransferCurves.ACES_PROXY || curve == TransferCurves.ACES_PROXY_12;
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void decodingUndoesEncoding(TransferCurve curve) {
        for (double linear = smallest(curve); linear < largest(curve); linear *= 1.003) {
            double slope = (curve.encode(linear * 1.0001) - curve.encode(linear)) / (linear * 1e-4);
            boolean nearSeam = isNear(linear, curve);
            double tolerance = 1e-5 * linear + (nearSeam ? seam(curve) / slope : 0);
            assertEquals(linear, curve.decode(curve.encode(linear)), tolerance, curve.name());
        }
    }

    /**
     * How far the encoded values of two pieces miss each other where their paper rounds the place at which they meet.
     * The figures of colour-science, which take the same constants, agree on both sides of it.
     */
    private static double seam(TransferCurve curve) {
        return switch (curve.name()) {
            case "BT.709" -> 2.5e-4;
            case "D-Log" -> 4e-4;
            case "F-Log" -> 1.1e-4;
            case "L-Log" -> 9e-4;
            case "N-Log" -> 2e-4;
            default -> 2e-6;
        };
    }

    /** The linear value at which two pieces of such a curve meet, else 0. */
    private static double meetingPoint(TransferCurve curve) {
        if (curve instanceof LogCurve log) {
            return log.linearBreak();
        }
        return curve instanceof PowerLogCurve power ? power.linearBreak() : 0;
    }

    private static boolean isNear(double linear, TransferCurve curve) {
        return Math.abs(linear / meetingPoint(curve) - 1) < 0.05;
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void encodingNeverFallsButWherePiecesMissEachOther(TransferCurve curve) {
        double before = curve.encode(-100);
        for (double x = -99.999; x < 100; x += 0.0007) {
            double encoded = curve.encode(x);
            assertTrue(encoded >= before - seam(curve) - 1e-12 * Math.abs(before), () -> curve.name());
            before = encoded;
        }
        for (double x = smallest(curve); x < largest(curve); x *= 1.003) {
            double from = x;
            double rise = curve.encode(x * 1.003) - curve.encode(x);
            assertTrue(rise > -seam(curve) && (rise > 0 || isNear(from, curve)), () -> curve.name() + " at " + from);
        }
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void piecesMeetAsCloselyAsTheirPaperHasIt(TransferCurve curve) {
        // powers and logarithms alone are infinitely steep at their ends
        boolean steep =
                !(curve instanceof LogCurve || curve instanceof SymmetricLogCurve || curve instanceof PowerCurve);
        double step = 1e-6;
        for (double x = steep ? 1e-3 : -0.4; x < 1.2; x += step) {
            double a = curve.encode(x - step);
            double b = curve.encode(x);
            double c = curve.encode(x + step);
            double d = curve.encode(x + 2 * step);
            double ofNeighbors = Math.max(Math.abs(b - a), Math.abs(d - c));
            double at = x;
            assertTrue(
                    Math.abs(c - b) <= 1.5 * ofNeighbors + seam(curve),
                    () -> curve.name() + " jumps by " + (c - b) + " at " + at);
        }
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void notANumberStaysNotANumber(TransferCurve curve) {
        assertTrue(Double.isNaN(curve.encode(Double.NaN)), curve.name());
        assertTrue(Double.isNaN(curve.decode(Double.NaN)), curve.name());
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void infinitiesComeToTheEndsOfTheCurve(TransferCurve curve) {
        double high = curve.encode(Double.POSITIVE_INFINITY);
        double low = curve.encode(Double.NEGATIVE_INFINITY);
        assertTrue(high >= curve.encode(1e30) && low <= curve.encode(-1e30), curve.name());
        assertTrue(curve.decode(Double.POSITIVE_INFINITY) >= curve.decode(curve.encode(65504)), curve.name());
        assertTrue(curve.decode(Double.NEGATIVE_INFINITY) <= curve.decode(curve.encode(-1)), curve.name());
        assertTrue(!Double.isNaN(high) && !Double.isNaN(low), curve.name());
    }
}
