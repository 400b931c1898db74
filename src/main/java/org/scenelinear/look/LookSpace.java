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

import java.util.Optional;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CountedConversion;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

/** The ways into the space that a look works in, and back. */
public final class LookSpace {
    private static final String ACESCC = "ACEScc";

    private LookSpace() {}

    /**
     * A look as one from ACES2065-1 to ACES2065-1.
     *
     * @param look what to apply
     * @param working where it works; empty for the values as they are
     */
    public static TransformChain onAces(ColorTransform look, Optional<ColorSpace> working) {
        return within(ColorSpaces.ACES2065_1, look, working);
    }

    /**
     * A look on values of some space, which are of that space afterwards.
     *
     * @param known the space of the values
     * @param look what to apply
     * @param working where it works; empty for the values as they are
     */
    public static TransformChain within(ColorSpace known, ColorTransform look, Optional<ColorSpace> working) {
        return working.map(space -> TransformChain.of(
                        conversion(known, space),
                        look,
                        ColorSpaceConversion.between(space, known, Adaptation.BRADFORD)))
                .orElse(TransformChain.of(look));
    }

    /**
     * A look on values of some space, in parts that count on the way: light with the primaries of the space that the
     * look works in, the look on that, and the way back to the values.
     *
     * @param known the space of the values
     * @param look what to apply
     * @param working where it works; empty for the values as they are
     */
    public static CountedConversion counted(ColorSpace known, ColorTransform look, Optional<ColorSpace> working) {
        ColorSpace primaries = working.orElse(known);
        ColorSpace light = ColorSpaces.all().stream()
                .filter(space -> space.isLinear()
                        && space.reference() == ColorSpace.Reference.SCENE
                        && space.chromaticities().equals(primaries.chromaticities()))
                .findFirst()
                .orElse(ColorSpaces.ACES2065_1);
        TransformChain onLight = within(light, look, Optional.of(primaries));
        ColorTransform back = ColorSpaceConversion.between(light, known, Adaptation.BRADFORD);
        return new CountedConversion(
                ColorSpaceConversion.between(known, light, Adaptation.BRADFORD),
                onLight,
                back,
                within(known, look, Optional.of(primaries)).inverse().orElse(TransformChain.of()));
    }

    /** Whether negative components of ACES2065-1 are lost on the way into a space. */
    public static boolean cutsNegative(ColorSpace from, ColorSpace working) {
        return working.name().equals(ACESCC) && !from.equals(working);
    }

    /** To ACEScc, negative components of ACES2065-1 become 0 first (Academy specification S-2014-003). */
    private static ColorTransform conversion(ColorSpace from, ColorSpace working) {
        if (!cutsNegative(from, working)) {
            return ColorSpaceConversion.between(from, working, Adaptation.BRADFORD);
        }
        return TransformChain.of(
                ColorSpaceConversion.between(from, ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                new RangeTransform(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, true),
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, working, Adaptation.BRADFORD));
    }
}
