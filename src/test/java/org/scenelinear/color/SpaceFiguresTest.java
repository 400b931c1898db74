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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every space against the figures of OpenColorIO's configuration and built-in transforms. */
class SpaceFiguresTest {
    /** Rows of file, from, to, adaptation, other names. */
    static final List<List<String>> SCENE =
            ReferenceTable.rows("scene-spaces.csv").stream().map(List::of).toList();

    /** Displays whose file is not named after the space. */
    static final Map<String, String> DISPLAYS = Map.ofEntries(
            Map.entry("DCDM-D65", "DCDM D65 - Display"),
            Map.entry("DisplayP3", "Display P3 - Display"),
            Map.entry("DisplayP3-HDR", "Display P3 HDR - Display"),
            Map.entry("G2.2-REC.709", "Gamma 2.2 Rec.709 - Display"),
            Map.entry("G2.2-REC.709-MIRROR-NEGS", "Gamma 2.2 Rec.709 - Display"),
            Map.entry("G2.6-P3-D60-BFD", "Gamma 2.6 P3-D60 - Display"),
            Map.entry("G2.6-P3-D65", "Gamma 2.6 P3-D65 - Display"),
            Map.entry("G2.6-P3-D65-MIRROR-NEGS", "Gamma 2.6 P3-D65 - Display"),
            Map.entry("G2.6-P3-DCI-BFD", "Gamma 2.6 P3-DCI - Display"),
            Map.entry("REC.1886-REC.2020", "Rec.1886 Rec.2020 - Display"),
            Map.entry("REC.1886-REC.2020-MIRROR-NEGS", "Rec.1886 Rec.2020 - Display"),
            Map.entry("REC.1886-REC.709", "Rec.1886 Rec.709 - Display"),
            Map.entry("REC.1886-REC.709-MIRROR-NEGS", "Rec.1886 Rec.709 - Display"),
            Map.entry("REC.2100-HLG-1000nit", "Rec.2100-HLG - Display"),
            Map.entry("REC.2100-PQ", "Rec.2100-PQ - Display"),
            Map.entry("sRGB", "sRGB - Display"),
            Map.entry("sRGB-MIRROR-NEGS", "sRGB - Display"),
            Map.entry("ST2084-DCDM-D65", "ST2084-DCDM-D65 - Display"),
            Map.entry("ST2084-P3-D65", "ST2084-P3-D65 - Display"));

    /** Displays whose negatives become 0 in OpenColorIO's transform of this name, and are mirrored in another. */
    static final Set<String> ZERO_NEGATIVES =
            Set.of("G2.2-REC.709", "G2.6-P3-D65", "REC.1886-REC.2020", "REC.1886-REC.709");

    static final Set<String> MIRRORED_SRGB = Set.of("sRGB-MIRROR-NEGS", "DisplayP3", "DisplayP3-HDR");

    static final List<String> DISPLAY_FILES = ReferenceTable.files("display");

    @Test
    void everySpaceAnswersToItsOpenColorIoNames() {
        for (List<String> row : SCENE) {
            ColorSpace space = ColorSpaces.byName(row.get(1)).orElseThrow();
            for (int i = 4; i < row.size(); i++) {
                assertSame(space, ColorSpaces.byName(row.get(i)).orElseThrow(), row.get(i));
            }
        }
    }

    @Test
    void noFileOfFiguresIsLeftOut() {
        assertEquals(
                ReferenceTable.files("scene"),
                SCENE.stream().map(row -> row.get(0)).sorted().toList());
        assertEquals(DISPLAYS.size(), DISPLAY_FILES.size());
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SCENE")
    void valuesOfScenesAreThoseOfOpenColorIo(List<String> names) {
        ColorSpace from = ColorSpaces.byName(names.get(1)).orElseThrow();
        ColorSpace to = ColorSpaces.byName(names.get(2)).orElseThrow();
        Adaptation adaptation = Adaptation.byName(names.get(3)).orElseThrow();
        int compared = 0;
        for (String[] row : ReferenceTable.rows("scene/" + names.get(0))) {
            boolean forward = row[0].startsWith("to") || row[0].equals("forward");
            compared += compare(forward ? from : to, forward ? to : from, adaptation, row);
        }
        assertTrue(compared >= 200, "compared " + compared);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("DISPLAY_FILES")
    void valuesOfDisplaysAreThoseOfOpenColorIo(String file) {
        String key = file.substring("CIE-XYZ-D65-to-".length(), file.length() - ".csv".length());
        ColorSpace display = ColorSpaces.byName(DISPLAYS.get(key)).orElseThrow();
        if (ZERO_NEGATIVES.contains(key)) {
            GammaCurve curve = (GammaCurve) display.curve();
            display = new ColorSpace(
                    key,
                    List.of(),
                    display.chromaticities(),
                    new GammaCurve(key, curve.gamma(), curve.gain(), GammaCurve.Negatives.ZERO),
                    ColorSpace.Reference.DISPLAY);
        }
        ColorSpace xyz = ColorSpaces.byName("CIE XYZ-D65 - Display-referred").orElseThrow();
        int compared = 0;
        for (String[] row : ReferenceTable.rows("display/" + file)) {
            boolean forward = row[0].equals("fromXYZ-D65");
            double[] rgb = forward
                    ? xyz.matrixTo(display, Adaptation.BRADFORD).times(ReferenceTable.numbers(row, 1, 3))
                    : ReferenceTable.numbers(row, 1, 3);
            // sRGB's negatives follow its straight piece here
            if (!MIRRORED_SRGB.contains(key) || Math.min(rgb[0], Math.min(rgb[1], rgb[2])) >= 0) {
                compared += compare(forward ? xyz : display, forward ? display : xyz, Adaptation.BRADFORD, row);
            }
        }
        assertTrue(compared >= 200, "compared " + compared);
    }

    /** Compares three components, if OpenColorIO's are no limits of its tables; tells how many it compared. */
    private static int compare(ColorSpace from, ColorSpace to, Adaptation adaptation, String[] row) {
        double[] in = ReferenceTable.numbers(row, 1, 3);
        double[] expected = ReferenceTable.numbers(row, 4, 3);
        double[] light = from.decode(in);
        double[] linear = from.matrixTo(to, adaptation).times(light);
        double[] actual = to.encode(linear);
        double largest = maximum(expected);
        if (!(largest < 1e37) || beyondTables(from, in, light) || beyondTables(to, expected, linear)) {
            return 0;
        }
        if (to.name().equals("ACEScc") && Math.min(in[0], Math.min(in[1], in[2])) < 0) {
            return 0; // OpenColorIO sets negative AP0 to 0 before the matrix, the specification does not
        }
        for (int c = 0; c < 3; c++) {
            if (from.name().equals("ACEScc") && expected[c] == 0) {
                continue; // the same after the matrix
            }
            double tolerance = to.isLinear()
                    ? blackError(from) + Math.max(largest, maximum(light)) * decodeError(from)
                    : 1e-7 + 2e-6 * Math.max(1, Math.abs(expected[c])) + encodeError(to, linear[c], expected[c]);
            String place = from.name() + " to " + to.name() + ": " + String.join(" ", row) + ", component " + c;
            assertEquals(expected[c], actual[c], tolerance, place);
        }
        return 3;
    }

    /**
     * Whether a color lies where OpenColorIO's tables have ended: those of Canon at the code values 0 and 1, those of
     * ADX at exposures of 65504; their way back is too coarse for bright light.
     */
    private static boolean beyondTables(ColorSpace space, double[] encoded, double[] linear) {
        for (int c = 0; c < 3; c++) {
            if (space.curve() instanceof SymmetricLogCurve && !(encoded[c] > 0 && encoded[c] < 1)
                    || space.curve() instanceof FilmDensityCurve && linear[c] > 1000) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the results may differ by, relative. OpenColorIO has LogC3 with more digits than ARRI's table of exposure
     * indices, derives D-Log's line from its logarithm, ACEScc from a table, and sRGB's line with the slope 12.9232.
     */
    private static double decodeError(ColorSpace from) {
        if (from.curve() == TransferCurves.SRGB) {
            return 12.9232102 / 12.92 - 1 + 1e-5;
        }
        return switch (from.curve().name()) {
            case "D-Log" -> 1.2e-4;
            case "ACEScc", "ARRI LogC3 (EI800)", "Canon Log 2", "Canon Log 3" -> 2.5e-5;
            default -> 1e-5;
        };
    }

    /** The same, absolute: OpenColorIO's ACEScc ends at -5.7e-7, and D-Log's line does not begin at the same value. */
    private static double blackError(ColorSpace from) {
        return from.name().equals("ACEScc") || from.name().startsWith("D-Log") ? 1e-6 : 1e-7;
    }

    private static double maximum(double[] v) {
        return Math.max(Math.abs(v[0]), Math.max(Math.abs(v[1]), Math.abs(v[2])));
    }

    private static double encodeError(ColorSpace to, double linear, double encoded) {
        if (to.curve() == TransferCurves.SRGB) {
            return linear < 0.0032 ? 1.3e-5 + (12.9232102 / 12.92 - 1) * Math.abs(encoded) : 0;
        }
        return switch (to.curve().name()) {
            case "D-Log" -> 1e-5 + (linear < 0 ? 1.2e-4 * Math.abs(encoded) : 0);
            case "ACEScc" -> linear <= 0 ? 0.36 - 0.35844 : 2e-5;
            case "V-Log" -> linear < 0 ? 3e-6 * Math.abs(encoded) : 0;
            case "Canon Log 2", "Canon Log 3" -> 2.5e-5;
            case "ADX10", "ADX16" -> 1e-4;
            default -> 0;
        };
    }
}
