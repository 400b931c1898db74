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
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every curve against the figures of colour-science (double) and of OpenColorIO (float). */
class CurveFiguresTest {
    private static final Map<String, TransferCurve> LOGS = Map.ofEntries(
            Map.entry("ACEScc", TransferCurves.ACESCC),
            Map.entry("ACEScct", TransferCurves.ACESCCT),
            Map.entry("ARRI-LogC4", CameraCurves.ARRI_LOGC4),
            Map.entry("Apple-Log-Profile", CameraCurves.APPLE_LOG),
            Map.entry("Canon-Log", CameraCurves.CANON_LOG),
            Map.entry("Canon-Log-2", CameraCurves.CANON_LOG2),
            Map.entry("Canon-Log-3", CameraCurves.CANON_LOG3),
            Map.entry("Cineon", CameraCurves.CINEON),
            Map.entry("D-Log", CameraCurves.D_LOG),
            Map.entry("F-Log", CameraCurves.F_LOG),
            Map.entry("F-Log2", CameraCurves.F_LOG2),
            Map.entry("L-Log", CameraCurves.L_LOG),
            Map.entry("Log3G10", CameraCurves.LOG3G10),
            Map.entry("Log3G12", CameraCurves.LOG3G12),
            Map.entry("Mi-Log", CameraCurves.MI_LOG),
            Map.entry("N-Log", CameraCurves.N_LOG),
            Map.entry("OETF-Blackmagic-Film-Generation-5", CameraCurves.BLACKMAGIC_FILM_5),
            Map.entry("OETF-DaVinci-Intermediate", CameraCurves.DAVINCI_INTERMEDIATE),
            Map.entry("OETF-ITU-R-BT.2020", TransferCurves.BT709),
            Map.entry("OETF-ITU-R-BT.709", TransferCurves.BT709),
            Map.entry("PLog", CameraCurves.PIVOTED_LOG),
            Map.entry("Panalog", CameraCurves.PANALOG),
            Map.entry("Protune", CameraCurves.PROTUNE),
            Map.entry("REDLog", CameraCurves.REDLOG),
            Map.entry("REDLogFilm", CameraCurves.REDLOG_FILM),
            Map.entry("S-Log", CameraCurves.S_LOG),
            Map.entry("S-Log2", CameraCurves.S_LOG2),
            Map.entry("S-Log3", CameraCurves.S_LOG3),
            Map.entry("T-Log", CameraCurves.T_LOG),
            Map.entry("V-Log", CameraCurves.V_LOG),
            Map.entry("ViperLog", CameraCurves.VIPER_LOG));

    private static final Map<String, TransferCurve> CURVES = Map.ofEntries(
            Map.entry("ACEScct-LOG-to-LINEAR", TransferCurves.ACESCCT),
            Map.entry("APPLE-LOG-to-LINEAR", CameraCurves.APPLE_LOG),
            Map.entry("CANON-CLOG2-to-LINEAR", CameraCurves.CANON_LOG2),
            Map.entry("CANON-CLOG3-to-LINEAR", CameraCurves.CANON_LOG3),
            Map.entry("ST-2084-to-LINEAR", TransferCurves.PQ),
            Map.entry("LINEAR-to-ST-2084", TransferCurves.PQ),
            Map.entry("HLG-OETF", TransferCurves.HLG),
            Map.entry("HLG-OETF-INVERSE", TransferCurves.HLG),
            Map.entry("named-Apple-Log-Curve", CameraCurves.APPLE_LOG),
            Map.entry("named-ARRI-LogC3-Curve-EI800", CameraCurves.arriLogC3(800)),
            Map.entry("named-ARRI-LogC4-Curve", CameraCurves.ARRI_LOGC4),
            Map.entry("named-BMDFilm-Gen5-Log-Curve", CameraCurves.BLACKMAGIC_FILM_5),
            Map.entry("named-C-Log2-Curve", CameraCurves.CANON_LOG2),
            Map.entry("named-C-Log3-Curve", CameraCurves.CANON_LOG3),
            Map.entry("named-D-Log-Curve", CameraCurves.D_LOG),
            Map.entry("named-DaVinci-Intermediate-Log-Curve", CameraCurves.DAVINCI_INTERMEDIATE),
            Map.entry("named-Log3G10-Curve", CameraCurves.LOG3G10),
            Map.entry("named-Rec.1886-Curve", new GammaCurve("BT.1886", 2.4, 1, GammaCurve.Negatives.KEEP)),
            Map.entry("named-Rec.709-Curve", TransferCurves.CAMERA_REC709),
            Map.entry("named-S-Log3-Curve", CameraCurves.S_LOG3),
            Map.entry("named-sRGB-Curve", TransferCurves.SRGB),
            Map.entry("named-ST-2084-Curve", TransferCurves.PQ),
            Map.entry("named-V-Log-Curve", CameraCurves.V_LOG));

    static Stream<Arguments> logs() {
        return Stream.concat(
                LOGS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue())),
                CameraCurves.ARRI_EXPOSURE_INDICES.stream()
                        .map(index -> Arguments.of("ARRI-LogC3-EI" + index, CameraCurves.arriLogC3(index))));
    }

    static Stream<Arguments> curves() {
        return CURVES.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @Test
    void noFileOfFiguresIsLeftOut() {
        List<String> logs = logs().map(a -> a.get()[0] + ".csv").sorted().toList();
        assertEquals(ReferenceTable.files("logs"), logs);
        List<String> curves = curves().map(a -> a.get()[0] + ".csv").sorted().toList();
        assertEquals(ReferenceTable.files("curves"), curves);
    }

    /** Figures that are NaN have no logarithm. The specifications of ACEScc and ACEScct end at 65504. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("logs")
    void valuesAreThoseOfColourScience(String file, TransferCurve curve) {
        int compared = 0;
        for (String[] row : ReferenceTable.rows("logs/" + file + ".csv")) {
            double in = ReferenceTable.number(row[1]);
            double out = ReferenceTable.number(row[2]);
            if (Double.isFinite(out) && (row[0].equals("encode") || out < 65504)) {
                boolean encode = row[0].equals("encode");
                double actual = encode ? curve.encode(in) : curve.decode(in);
                double tolerance = encode ? 2e-6 * Math.max(1, Math.abs(out)) : 1e-5 * Math.abs(out) + 1e-7;
                assertEquals(out, actual, tolerance, () -> row[0] + " " + in);
                compared++;
            }
        }
        assertTrue(compared >= 70, file + " " + compared);
    }

    /**
     * OpenColorIO goes through tables for Apple Log, Canon, PQ and HLG, for Canon only between the code values 0 and 1,
     * and PQ ends before 2; some end at 65504. It derives the lines of D-Log, LogC3, V-Log and sRGB from their
     * logarithm, not from the published constants.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("curves")
    void valuesAreThoseOfOpenColorIo(String file, TransferCurve curve) {
        boolean forwardEncodes = file.equals("LINEAR-to-ST-2084") || file.equals("HLG-OETF");
        // OpenColorIO's hybrid log-gamma has a scene peak of 3
        double scale = file.startsWith("HLG") ? 3 : 1;
        DoubleUnaryOperator encode = x -> curve.encode(x / scale);
        DoubleUnaryOperator decode = x -> scale * curve.decode(x);
        boolean canon = curve instanceof SymmetricLogCurve;
        for (String[] row : ReferenceTable.rows("curves/" + file + ".csv")) {
            double in = ReferenceTable.number(row[0]);
            double forward = ReferenceTable.number(row[1]);
            double inverse = ReferenceTable.number(row[2]);
            double encoded = forwardEncodes ? forward : inverse;
            double decoded = forwardEncodes ? inverse : forward;
            if (Double.isFinite(encoded) && (!canon || encoded > 0 && encoded < 1)) {
                assertEquals(encoded, encode.applyAsDouble(in), encodeTolerance(file, in, encoded), "encode " + in);
            }
            if ((!canon || in >= 0 && in <= 1) && Math.abs(decoded) < 65504 && !(file.contains("2084") && in > 1.9)) {
                double tolerance = decodeTolerance(file, in, decoded);
                assertEquals(decoded, decode.applyAsDouble(in), tolerance, "decode " + in);
            }
        }
    }

    private static double encodeTolerance(String file, double in, double out) {
        double relative = 2e-6 * Math.max(1, Math.abs(out));
        if (file.contains("sRGB")) {
            return relative + (in < 0.0032 ? 2.6e-4 * Math.abs(out) + 1e-5 : 0);
        }
        if (file.contains("CLOG") || file.contains("C-Log")) {
            return 2.5e-5;
        }
        if (file.contains("LogC3") || file.contains("V-Log") || file.contains("D-Log")) {
            return 1e-5 * Math.max(1, Math.abs(out)) + (in < 0.01 ? 1e-4 * Math.abs(in) * 10 : 0);
        }
        boolean table = file.contains("2084") || file.startsWith("HLG");
        return relative + (table && Math.abs(in) < 1e-6 ? 1e-5 : 0);
    }

    private static double decodeTolerance(String file, double in, double out) {
        double relative = 1e-5 * Math.abs(out) + 1e-7;
        if (file.contains("sRGB")) {
            return relative + (in < 0.041 ? 2.6e-4 * Math.abs(out) + 1e-6 : 0);
        }
        if (file.contains("2084")) {
            return 2e-5 * Math.abs(out) + 1e-7;
        }
        if (file.contains("LogC3") || file.contains("V-Log") || file.contains("D-Log")) {
            return 1e-4 * Math.abs(out) + 2e-6;
        }
        return relative;
    }
}
