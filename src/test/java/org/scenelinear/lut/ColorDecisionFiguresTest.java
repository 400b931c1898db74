/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.CdlTransform.Style;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/** Color decisions against the figures of OpenColorIO 2.6.0, as they stand and inside the logarithmic ACES spaces. */
class ColorDecisionFiguresTest {
    private static final double TOLERANCE = 1e-6;

    /**
     * Through the curve of the working space and back. In the lights, above 1, this allows 2e-4 of the value: so far
     * are the fast powers of OpenColorIO from the formulas evaluated in double, ours a hundredth of that.
     */
    private static final double TOLERANCE_IN_SPACE = 2e-5;

    private static final double INVERSE_TOLERANCE = 2e-5;

    /** A row of the table of parameters, with limits or without. */
    record Decision(int number, boolean clamps, CdlTransform transform) {
        String file() {
            return "cdl/cdl" + number + (clamps ? "-asc-v1.2-clamp" : "-noclamp");
        }
    }

    static List<Decision> decisions() throws IOException {
        List<Decision> decisions = new ArrayList<>();
        for (String[] row : Samples.rows("cdl/parameters.csv")) {
            double[] n = new double[row.length];
            for (int i = 0; i < n.length; i++) {
                n[i] = Double.parseDouble(row[i]);
            }
            for (boolean clamps : new boolean[] {true, false}) {
                decisions.add(new Decision(
                        (int) n[0],
                        clamps,
                        new CdlTransform(
                                clamps ? Style.FORWARD : Style.FORWARD_NO_CLAMP,
                                new ChannelValues(n[1], n[2], n[3]),
                                new ChannelValues(n[4], n[5], n[6]),
                                new ChannelValues(n[7], n[8], n[9]),
                                n[10])));
            }
        }
        return decisions;
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionGivesTheFiguresOfOpenColorIo(Decision decision) throws IOException {
        float[][] inputs = Samples.planes("cdl/inputs.csv", 1);
        Samples.assertClose(
                Samples.planes(decision.file() + ".csv", 1),
                Samples.apply(decision.transform(), inputs),
                TOLERANCE,
                decision.file());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void theInverseGivesTheFiguresOfOpenColorIo(Decision decision) throws IOException {
        Optional<ColorTransform> inverse = decision.transform().inverse();
        if (inverse.isEmpty()) {
            return; // a saturation of 0, for which OpenColorIO takes 0.01
        }
        float[][] inputs = Samples.planes("cdl/inputs.csv", 1);
        Samples.assertClose(
                Samples.planes(decision.file() + ".csv", 4),
                Samples.apply(inverse.get(), inputs),
                INVERSE_TOLERANCE,
                "inverse of " + decision.file());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionInAcesCctGivesTheFiguresOfOpenColorIo(Decision decision) throws IOException {
        ColorTransform toSpace =
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD);
        ColorTransform graded = TransformChain.of(
                toSpace, decision.transform(), toSpace.inverse().orElseThrow());
        float[][] inputs = Samples.planes("cdl/inputs_scene_linear.csv", 1);
        Samples.assertClose(
                Samples.planes(decision.file() + "-in-ACEScct-on-ACES2065-1.csv", 1),
                Samples.apply(graded, inputs),
                TOLERANCE_IN_SPACE,
                decision.file());
    }
}
