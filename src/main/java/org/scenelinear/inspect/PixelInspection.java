/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.Chromaticity;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.Whites;
import org.scenelinear.color.cie.CieLab;
import org.scenelinear.color.cie.Ictcp;
import org.scenelinear.color.cie.PlanckianLocus;
import org.scenelinear.math.Matrix3;

/** Makes reports of pixels of one space, calibration and view. Takes about a millisecond each, most for the CCT. */
public final class PixelInspection {
    /** The usual gamuts, the smallest first. */
    static final List<ColorSpace> GAMUTS = List.of(
            ColorSpaces.LINEAR_REC709, ColorSpaces.LINEAR_P3_D65, ColorSpaces.LINEAR_REC2020, ColorSpaces.ACESCG);
    /** What they are called. */
    static final List<String> NAMES = List.of("Rec.709", "P3-D65", "Rec.2020", "AP1");

    private final ColorSpace space;
    private final LightCalibration calibration;
    private final Optional<UnaryOperator<double[]>> view;
    private final Matrix3 toXyz;
    private final Matrix3 toD65;
    private final Matrix3 toRec2020;
    private final Matrix3 toAp0;
    private final List<Matrix3> toGamuts;

    /**
     * Prepares reports.
     *
     * @param space what the values of pixels mean
     * @param calibration how much light they stand for
     * @param view what renders light of a scene; not asked for light of a display
     */
    public PixelInspection(ColorSpace space, LightCalibration calibration, OutputTransform view) {
        this.space = space;
        this.calibration = calibration;
        this.view = space.reference() == ColorSpace.Reference.SCENE ? Optional.of(view.reference()) : Optional.empty();
        this.toXyz = space.chromaticities().toXyz();
        this.toD65 = Adaptation.BRADFORD.matrix(space.white(), Whites.D65).times(toXyz);
        this.toRec2020 = space.matrixTo(ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
        this.toAp0 = space.matrixTo(ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        this.toGamuts = GAMUTS.stream()
                .map(gamut -> space.matrixTo(gamut, Adaptation.BRADFORD))
                .toList();
    }

    /** The names of the gamuts that a pixel is tested for, the smallest first. */
    public static List<String> gamuts() {
        return NAMES;
    }

    /** The report of a pixel of which the image has these values. */
    public PixelReport report(float red, float green, float blue) {
        double[] linear = space.decode(new double[] {red, green, blue});
        double[] xyz = toXyz.times(linear);
        Optional<Chromaticity> chromaticity = chromaticity(xyz);
        List<String> inside = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            double[] rgb = toGamuts.get(i).times(linear);
            if (GamutBorder.isInside(rgb[0], rgb[1], rgb[2])) {
                inside.add(NAMES.get(i));
            }
        }
        return new PixelReport(
                List.of(red, green, blue),
                list(linear),
                xyz[1],
                xyz[1] * calibration.nits(),
                chromaticity,
                chromaticity.flatMap(PlanckianLocus::nearest),
                Ictcp.of(toRec2020.times(linear), calibration.nits()),
                CieLab.of(toD65.times(linear), Whites.D65),
                inside,
                view.map(render -> list(render.apply(toAp0.times(linear)))).orElse(List.of()));
    }

    private static Optional<Chromaticity> chromaticity(double[] xyz) {
        double sum = xyz[0] + xyz[1] + xyz[2];
        return sum > 0 && xyz[1] != 0 && Double.isFinite(sum)
                ? Optional.of(new Chromaticity(xyz[0] / sum, xyz[1] / sum))
                : Optional.empty();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
