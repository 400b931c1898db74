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
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.UnnamedSpace;
import org.scenelinear.image.ColorState;

/**
 * What an OpenEXR header tells of its color, and what follows from it. In order of weight:
 *
 * <ol>
 *   <li>{@code acesImageContainerFlag} = 1: the file claims SMPTE ST 2065-4, which allows ACES2065-1 alone;
 *   <li>{@code colorInteropID}: the name of a space; {@code data} and {@code unknown} say that there is none;
 *   <li>{@code chromaticities}: the linear space of those primaries and white, named or not;
 *   <li>nothing: half-float pixels in DWAA or DWAB are taken for ACES2065-1, as HDR video models deliver them; all
 *       others for linear Rec.709, as the OpenEXR documentation asks (Technical Introduction, "RGB Color").
 * </ol>
 *
 * <p>The evidence of an assumption begins with {@code assumed}, that of a contradiction ends with what contradicts.
 *
 * @param chromaticities the attribute of that name, if present
 * @param interopId {@code colorInteropID}, if present and not empty
 * @param acesContainer whether {@code acesImageContainerFlag} is 1
 * @param halfDwa whether the red, green and blue are half-float in DWAA or DWAB
 */
record ColorEvidence(
        Optional<Chromaticities> chromaticities, Optional<String> interopId, boolean acesContainer, boolean halfDwa) {
    /** The difference that rounding to float and to a few printed digits makes. */
    private static final double TOLERANCE = 1e-4;

    /** The color state of the file's red, green and blue. */
    ColorState conclude() {
        if (acesContainer) {
            return ColorState.of(
                    ColorSpaces.ACES2065_1, "acesImageContainerFlag" + contradiction(ColorSpaces.ACES2065_1));
        }
        if (interopId.isPresent()) {
            return fromInteropId(interopId.get());
        }
        if (chromaticities.isPresent()) {
            return fromChromaticities(chromaticities.get());
        }
        return halfDwa
                ? ColorState.of(ColorSpaces.ACES2065_1, "assumed: half DWA without chromaticities")
                : ColorState.of(ColorSpaces.LINEAR_REC709, "assumed: no chromaticities");
    }

    private ColorState fromInteropId(String id) {
        if (id.equals("data") || id.equals("unknown")) {
            return new ColorState(Optional.empty(), "colorInteropID " + id);
        }
        Optional<ColorSpace> space = InteropId.space(id);
        if (space.isPresent()) {
            return ColorState.of(space.get(), "colorInteropID " + id + contradiction(space.get()));
        }
        return new ColorState(Optional.empty(), "colorInteropID " + id + " is not a known space");
    }

    private static ColorState fromChromaticities(Chromaticities given) {
        Optional<ColorSpace> known = ColorSpaces.matching(given, TOLERANCE);
        if (known.isPresent()) {
            return ColorState.of(known.get(), "chromaticities");
        }
        try {
            return ColorState.of(UnnamedSpace.of(given), "chromaticities of no named space");
        } catch (IllegalArgumentException e) {
            return new ColorState(Optional.empty(), "chromaticities that make no color space: " + e.getMessage());
        }
    }

    private String contradiction(ColorSpace claimed) {
        boolean agrees = chromaticities
                .map(c -> c.isCloseTo(claimed.chromaticities(), TOLERANCE))
                .orElse(true);
        return agrees ? "" : ", contradicted by the chromaticities";
    }
}
