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

import java.util.List;
import org.scenelinear.math.Matrix3;

/**
 * A named RGB (or XYZ) color space.
 *
 * @param name the canonical name, which is recorded in macros and tags
 * @param aliases other names it answers to
 * @param chromaticities primaries and white, from which the matrix to XYZ follows
 * @param white the white that colors are seen under, from which they are adapted; it is that of the chromaticities, but
 *     for XYZ itself, whose component values are equal for the white E whatever the white of the scene
 * @param curve between linear light and stored values; {@link LinearCurve} for linear spaces
 * @param coupling how components depend on each other; {@link ChannelCoupling.None} for nearly all spaces
 * @param reference whether values are light in a scene or light on a display
 */
public record ColorSpace(
        String name,
        List<String> aliases,
        Chromaticities chromaticities,
        Chromaticity white,
        TransferCurve curve,
        ChannelCoupling coupling,
        Reference reference) {
    /** What the values of a space stand for. */
    public enum Reference {
        /** Relative light in a scene. */
        SCENE,
        /** Light, or code values, of a display. */
        DISPLAY
    }

    /** A space whose white is that of its chromaticities and whose components are encoded each by itself. */
    public ColorSpace(
            String name,
            List<String> aliases,
            Chromaticities chromaticities,
            TransferCurve curve,
            Reference reference) {
        this(name, aliases, chromaticities, chromaticities.white(), curve, new ChannelCoupling.None(), reference);
    }

    static ColorSpace scene(String name, Chromaticities chromaticities, TransferCurve curve, String... aliases) {
        return new ColorSpace(name, List.of(aliases), chromaticities, curve, Reference.SCENE);
    }

    static ColorSpace linear(String name, Chromaticities chromaticities, String... aliases) {
        return scene(name, chromaticities, TransferCurves.LINEAR, aliases);
    }

    static ColorSpace display(String name, Chromaticities chromaticities, TransferCurve curve, String... aliases) {
        return new ColorSpace(name, List.of(aliases), chromaticities, curve, Reference.DISPLAY);
    }

    /** This space with another white than that of its chromaticities. */
    ColorSpace under(Chromaticity otherWhite) {
        return new ColorSpace(name, aliases, chromaticities, otherWhite, curve, coupling, reference);
    }

    /** This space with components that depend on each other. */
    ColorSpace with(ChannelCoupling otherCoupling) {
        return new ColorSpace(name, aliases, chromaticities, white, curve, otherCoupling, reference);
    }

    /** Whether stored values are proportional to light. */
    public boolean isLinear() {
        return curve instanceof LinearCurve && coupling instanceof ChannelCoupling.None;
    }

    /**
     * The matrix from linear values of this space to linear values of another.
     *
     * @param target the space to go to
     * @param adaptation how to carry this space's white over to the target's
     * @return the matrix; exactly the identity if primaries and whites are equal
     */
    public Matrix3 matrixTo(ColorSpace target, Adaptation adaptation) {
        if (chromaticities.equals(target.chromaticities) && white.equals(target.white)) {
            return Matrix3.IDENTITY;
        }
        return target.chromaticities
                .toXyz()
                .inverse()
                .times(adaptation.matrix(white, target.white))
                .times(chromaticities.toXyz());
    }

    /**
     * The linear values of stored ones: the reference evaluation in double, with which faster forms are compared.
     *
     * @param encoded three stored values
     * @return three linear values, in the same primaries
     */
    public double[] decode(double[] encoded) {
        double[] v = coupling instanceof ChannelCoupling.Mixing mixing
                ? mixing.toCurve().times(encoded)
                : encoded;
        double r = curve.decode(v[0]);
        double g = curve.decode(v[1]);
        double b = curve.decode(v[2]);
        double gain = coupling instanceof ChannelCoupling.SystemGamma gamma ? gamma.displayGain(r, g, b) : 1;
        return new double[] {gain * r, gain * g, gain * b};
    }

    /**
     * The stored values of linear ones: undoes {@link #decode}.
     *
     * @param linear three linear values in this space's primaries
     * @return three stored values
     */
    public double[] encode(double[] linear) {
        double gain = coupling instanceof ChannelCoupling.SystemGamma gamma
                ? gamma.sceneGain(linear[0], linear[1], linear[2])
                : 1;
        double[] encoded = {
            curve.encode(gain * linear[0]), curve.encode(gain * linear[1]), curve.encode(gain * linear[2])
        };
        return coupling instanceof ChannelCoupling.Mixing mixing
                ? mixing.toCurve().inverse().times(encoded)
                : encoded;
    }
}
