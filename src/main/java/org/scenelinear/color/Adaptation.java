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

import java.util.Optional;
import org.scenelinear.math.Matrix3;

/**
 * How colors seen under one white are carried over to another, so that the first white becomes the second. All methods
 * scale the signals of three (real or idealized) cone types by the ratio of the whites' signals; they differ in the
 * matrix from XYZ to those signals.
 */
public enum Adaptation {
    /**
     * The linearized Bradford transform, usual in film and in ICC profiles, and the one ACES names: Lam, Metamerism and
     * Colour Constancy, University of Bradford 1985; matrix as in ICC.1:2010, annex E.
     */
    BRADFORD("Bradford", Matrix3.of(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296)),
    /** That of the CIECAM02 appearance model: CIE 159:2004. */
    CAT02("CAT02", Matrix3.of(0.7328, 0.4296, -0.1624, -0.7036, 1.6975, 0.0061, 0.0030, 0.0136, 0.9834)),
    /** That of CAM16, which keeps all colors' signals positive: Li et al., Color Research and Application 42, 2017. */
    CAT16(
            "CAT16",
            Matrix3.of(0.401288, 0.650173, -0.051461, -0.250268, 1.204414, 0.045854, -0.002079, 0.048952, 0.953127)),
    /**
     * Von Kries' rule with the cone signals of Hunt, Pointer and Estevez, normalized to D65: Hunt, The Reproduction of
     * Colour, 6th edition, 2004.
     */
    VON_KRIES("von Kries", Matrix3.of(0.40024, 0.70760, -0.08081, -0.22630, 1.16532, 0.04570, 0, 0, 0.91822)),
    /** X, Y and Z scaled by themselves. The crudest; for comparison with old software. */
    XYZ_SCALING("XYZ scaling", Matrix3.IDENTITY),
    /** No adaptation: the same XYZ, so a white becomes a tinted color. */
    NONE("none", Matrix3.IDENTITY);

    private final String label;
    private final Matrix3 toCones;

    Adaptation(String label, Matrix3 toCones) {
        this.label = label;
        this.toCones = toCones;
    }

    /** The name people know it by, as in dialogs and macros. */
    public String label() {
        return label;
    }

    /**
     * The method of a name; case, blanks, dashes and underscores do not matter.
     *
     * @param name a {@link #label}
     * @return the method, or empty if there is none of this name
     */
    public static Optional<Adaptation> byName(String name) {
        String key = SpaceNames.key(name);
        for (Adaptation adaptation : values()) {
            if (SpaceNames.key(adaptation.label).equals(key)) {
                return Optional.of(adaptation);
            }
        }
        return Optional.empty();
    }

    /**
     * The matrix that carries XYZ under one white to XYZ under another.
     *
     * @param from the white of the colors to carry over
     * @param to the white they shall have
     * @return the matrix; exactly the identity if the whites are equal
     */
    public Matrix3 matrix(Chromaticity from, Chromaticity to) {
        if (this == NONE || from.equals(to)) {
            return Matrix3.IDENTITY;
        }
        double[] source = toCones.times(from.toXyz());
        double[] target = toCones.times(to.toXyz());
        Matrix3 gains = Matrix3.diagonal(target[0] / source[0], target[1] / source[1], target[2] / source[2]);
        return toCones.inverse().times(gains).times(toCones);
    }
}
