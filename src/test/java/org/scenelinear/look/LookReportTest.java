/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

class LookReportTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static LookReport report(ColorTransform... look) {
        return LookReport.of(TransformChain.of(look), Run.inThisThread());
    }

    private static String value(LookReport report, String property) {
        return report.value(property).orElseThrow(() -> new AssertionError(property));
    }

    private static ColorTransform in(ColorTransform inner) {
        return TransformChain.of(
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG, Adaptation.BRADFORD),
                inner,
                ColorSpaceConversion.between(ColorSpaces.ACESCG, ColorSpaces.ACES2065_1, Adaptation.BRADFORD));
    }

    private static ColorTransform gain(double r, double g, double b) {
        return new MatrixTransform(Matrix3.diagonal(r, g, b));
    }

    @Test
    void aLookThatDoesNothingIsFoundToDoNothing() {
        LookReport report = report();
        assertEquals("analytic", value(report, "kind"));
        assertEquals("none", value(report, "cuts highlights"));
        assertEquals("none", value(report, "cuts shadows"));
        assertEquals("yes", value(report, "gray ramp rises"));
        assertEquals("yes", value(report, "can be undone"));
        assertEquals("0 %", value(report, "largest error when undone").replace("0.00", "0"));
        assertEquals("0.0 %", value(report, "outside of ACEScg"));
        assertEquals("0.1800  0.1800  0.1800", value(report, "middle gray"));
    }

    /** 0.72 is two stops above middle gray; only the components that are cut are named. */
    @Test
    void cutHighlightsAreToldInStopsAndByComponent() {
        LookReport all = report(new RangeTransform(0, 0.72, 0, 0.72, true));
        assertEquals(
                "r from +2.00 stops on, g from +2.00 stops on, b from +2.00 stops on", value(all, "cuts highlights"));
        assertEquals(
                "r, g, b of ACES2065-1", value(all, "cuts negative components").split(";")[0]);
        LookReport red = report(gain(4, 1, 1), new RangeTransform(-OPEN, 7.2, -OPEN, 7.2, true), gain(0.25, 1, 1));
        assertEquals( // 7.2 is 5.32 stops above middle gray, for red two less
                "r from +3.38 stops on, g from +5.38 stops on, b from +5.38 stops on", value(red, "cuts highlights"));
    }

    @Test
    void cutShadowsAreToldInStops() {
        LookReport report = report(new RangeTransform(0.045, OPEN, 0.045, OPEN, true));
        assertEquals("r up to -2.00 stops, g up to -2.00 stops, b up to -2.00 stops", value(report, "cuts shadows"));
        assertEquals("none", value(report, "cuts highlights"));
    }

    @Test
    void aPlateauBetweenAndAFallAreFound() {
        float[] table = new float[1025];
        for (int i = 0; i < table.length; i++) {
            float x = i / 1024f;
            table[i] = x < 0.25f ? x : x < 0.75f ? 0.25f : 1 - x;
        }
        LookReport report = report(Lut1D.of(false, table));
        assertTrue(
                value(report, "other plateaus").startsWith("r from +0.50 stops to +2."),
                value(report, "other plateaus"));
        assertTrue(
                value(report, "gray ramp rises").startsWith("no: falls, r at +2."), value(report, "gray ramp rises"));
        assertEquals("no", value(report, "can be undone"));
        assertTrue(value(report, "interpolation").startsWith("linear 1D LUT of 1025"));
    }

    @Test
    void negativeComponentsCutInAcesCgAreFoundThere() {
        LookReport report = report(in(new RangeTransform(0, OPEN, 0, OPEN, true)));
        assertTrue(
                value(report, "cuts negative components").contains("r, g, b of ACEScg"),
                value(report, "cuts negative components"));
    }

    @Test
    void aTableOfThreeDimensionsIsEmpiricalAndItsInterpolationTold() {
        float[] entries = {0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 1};
        LookReport report = report(Lut3D.of(2, entries, Lut3D.Interpolation.TRILINEAR));
        assertEquals("empirical", value(report, "kind"));
        assertEquals("trilinear 3D LUT of 2x2x2 entries", value(report, "interpolation"));
        assertEquals("no", value(report, "can be undone"));
    }

    /** Three times the saturation drives more than half of the colors out. */
    @Test
    void theGamutThatIsReachedIsMeasured() {
        double a = 3 - 2 / 3.0;
        double b = -2 / 3.0;
        LookReport report = report(in(new MatrixTransform(Matrix3.of(a, b, b, b, a, b, b, b, a))));
        double outside = Double.parseDouble(value(report, "outside of ACEScg").replace(" %", ""));
        assertTrue(outside > 50, outside + " %");
        double back =
                Double.parseDouble(value(report, "largest error when undone").replace(" %", ""));
        assertTrue(back < 0.01, back + " %");
        assertEquals("0.0 %", value(report(in(gain(2, 2, 2))), "outside of ACEScg"));
    }

    @Test
    void infinitiesAreCounted() {
        CdlTransform grade = new CdlTransform(
                CdlTransform.Style.FORWARD_NO_CLAMP, ChannelValues.ONE, ChannelValues.ZERO, ChannelValues.same(9), 1);
        LookReport report = report(grade);
        assertTrue(value(report, "NaN or infinite").endsWith(" colors"), value(report, "NaN or infinite"));
        assertTrue(value(report, "warnings").contains("power 9.0 distorts"), value(report, "warnings"));
    }

    @Test
    void aGradeInAcesCcAndOneThatLimitsAreWarnedOf() {
        ColorTransform there = ColorSpaceConversion.between(
                ColorSpaces.ACES2065_1, ColorSpaces.byName("ACEScc").orElseThrow(), Adaptation.BRADFORD);
        CdlTransform grade = new CdlTransform(
                CdlTransform.Style.FORWARD, ChannelValues.same(1.1), ChannelValues.ZERO, ChannelValues.ONE, 1);
        String warnings = value(report(there, grade, there.inverse().orElseThrow()), "warnings");
        assertTrue(warnings.contains("ACEScc makes negative"), warnings);
        assertTrue(warnings.contains("limits values to 0 to 1"), warnings);
    }

    @Test
    void whatHalfFloatsCannotHoldIsToldInStops() {
        assertEquals("up to +16.44 stops", value(report(gain(4, 4, 4)), "half floats hold it"));
    }
}
