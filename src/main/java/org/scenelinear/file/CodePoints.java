/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.Optional;
import org.scenelinear.color.Chromaticities;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpace.Reference;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.color.TransferCurves;

/**
 * The numbers that video and PNG files name a color space by: ITU-T H.273 (coding-independent code points), tables 2
 * and 3. RGB of full range only.
 *
 * @param primaries the code of primaries and white
 * @param transfer the code of the curve
 */
record CodePoints(int primaries, int transfer) {
    private static final int BT1886 = 1;
    private static final double SAME = 1e-4;

    /**
     * The code points of a space.
     *
     * @param space any space
     * @return empty if the standard has no number for its primaries or its curve
     */
    static Optional<CodePoints> of(ColorSpace space) {
        int primaries = primaries(space.chromaticities());
        int transfer = transfer(space.curve());
        return primaries > 0 && transfer > 0 ? Optional.of(new CodePoints(primaries, transfer)) : Optional.empty();
    }

    /** The space of the catalog with these code points, one of displays if there is; empty if there is none. */
    Optional<ColorSpace> space() {
        return ColorSpaces.all().stream()
                .filter(space -> space.reference() == Reference.DISPLAY)
                .filter(space -> of(space).filter(this::equals).isPresent())
                .findFirst();
    }

    private static int primaries(Chromaticities chromaticities) {
        record Known(ColorSpace space, int code) {}
        Known[] all = {
            new Known(ColorSpaces.LINEAR_REC709, 1),
            new Known(ColorSpaces.LINEAR_REC2020, 9),
            new Known(ColorSpaces.byName("CIE XYZ-D65 - Display-referred").orElseThrow(), 10),
            new Known(ColorSpaces.byName("P3-DCI").orElseThrow(), 11),
            new Known(ColorSpaces.LINEAR_P3_D65, 12)
        };
        for (Known known : all) {
            if (known.space.chromaticities().isCloseTo(chromaticities, SAME)) {
                return known.code;
            }
        }
        return 0;
    }

    /** Code 1 is the camera's curve of BT.709, which is there for displays that decode it as BT.1886 says. */
    private static int transfer(TransferCurve curve) {
        record Known(TransferCurve curve, int code) {}
        Known[] all = {
            new Known(TransferCurves.BT1886, BT1886),
            new Known(TransferCurves.GAMMA_2_2, 4),
            new Known(TransferCurves.LINEAR, 8),
            new Known(TransferCurves.SRGB, 13),
            new Known(TransferCurves.PQ, 16),
            new Known(TransferCurves.DCDM, 17),
            new Known(TransferCurves.HLG, 18)
        };
        for (Known known : all) {
            if (known.curve.equals(curve)) {
                return known.code;
            }
        }
        return 0;
    }
}
