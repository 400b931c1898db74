/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect.scope;

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.PerceptualQuantizer;
import org.scenelinear.color.Whites;
import org.scenelinear.color.cie.Ictcp;
import org.scenelinear.inspect.LightCalibration;

/**
 * What helps to read a vectorscope: where the colors of bars lie, and on which line human skin does.
 *
 * @param targets the colors of bars
 * @param skin a place on the line of skin, which begins at 0
 */
public record VectorscopeTargets(List<Target> targets, double[] skin) {
    private static final List<String> NAMES = List.of("R", "Yl", "G", "Cy", "B", "Mg");
    private static final int[][] COLORS = {{1, 0, 0}, {1, 1, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}, {1, 0, 1}};

    /** The axis I of NTSC's color differences, counted from Cb: SMPTE ST 170. */
    private static final double SKIN_DEGREES = 123;

    /** Light skin of the ColorChecker24 as made since November 2014, under D50: colour-science 0.4.7. */
    private static final Chromaticity LIGHT_SKIN = new Chromaticity(0.42225, 0.37249);

    private static final PerceptualQuantizer PQ = new PerceptualQuantizer();

    /**
     * The color of a bar.
     *
     * @param name R, Yl, G, Cy, B or Mg
     * @param percent 75 or 100: how high the code value of its bright components is
     * @param place where it lies, to the right and upwards
     */
    public record Target(String name, int percent, double[] place) {}

    /** Of Cb and Cr. */
    public static VectorscopeTargets of(LumaWeights luma) {
        List<Target> targets = new ArrayList<>();
        for (int percent : new int[] {75, 100}) {
            for (int i = 0; i < NAMES.size(); i++) {
                double[] code = bar(COLORS[i], percent / 100.0);
                double luminous = luma.luma(code[0], code[1], code[2]);
                targets.add(new Target(NAMES.get(i), percent, new double[] {
                    luma.blueDifference(code[2], luminous), luma.redDifference(code[0], luminous)
                }));
            }
        }
        double angle = Math.toRadians(SKIN_DEGREES);
        return new VectorscopeTargets(targets, new double[] {0.5 * Math.cos(angle), 0.5 * Math.sin(angle)});
    }

    /**
     * Of Ct and Cp. The bars have the primaries of Rec.2020; 100 % is the light of 1, 75 % that of three quarters of
     * its PQ code value.
     *
     * @param calibration how much light 1 is
     */
    public static VectorscopeTargets ictcp(LightCalibration calibration) {
        double nits = calibration.nits();
        List<Target> targets = new ArrayList<>();
        for (int percent : new int[] {75, 100}) {
            double light = 100 * PQ.decode(PQ.encode(nits / 100) * percent / 100) / nits;
            for (int i = 0; i < NAMES.size(); i++) {
                Ictcp color = Ictcp.of(bar(COLORS[i], light), nits);
                targets.add(new Target(NAMES.get(i), percent, new double[] {color.tritan(), color.protan()}));
            }
        }
        double[] rec2020 = ColorSpaces.LINEAR_REC2020
                .chromaticities()
                .toXyz()
                .inverse()
                .times(Adaptation.BRADFORD.matrix(Whites.D50, Whites.D65))
                .times(LIGHT_SKIN.toXyz());
        Ictcp skin = Ictcp.of(rec2020, nits);
        double length = Math.hypot(skin.tritan(), skin.protan()) / 0.3;
        return new VectorscopeTargets(targets, new double[] {skin.tritan() / length, skin.protan() / length});
    }

    private static double[] bar(int[] color, double value) {
        return new double[] {color[0] * value, color[1] * value, color[2] * value};
    }
}
