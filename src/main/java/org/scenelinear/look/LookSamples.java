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

import java.util.List;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.lut.LookFile;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * A look from samples of some other process: a picture of regular colors goes through the process, and what comes out
 * becomes a three-dimensional table. The colors are those of ACEScg at equal steps of a logarithm from 14 stops below
 * middle gray to 10 above.
 *
 * <p>The picture is {@code size * size} wide and {@code size} high: red changes from line to line, green from one
 * square of columns to the next, blue with each column.
 */
public final class LookSamples {
    private static final int TABLE = 16384;

    private LookSamples() {}

    private static ColorTransform toLattice() {
        return TransformChain.of(BakedLook.TO_ACESCG, Shaper.LOG.curve(false, Shaper.ACESCCT_STOPS));
    }

    /**
     * The colors that go through the process, in ACES2065-1.
     *
     * @param size colors along each edge, 2 or more
     * @return planes of r, g and b, {@code size^3} samples each
     */
    public static float[][] colors(int size, Run run) {
        return ProbeColors.through(toLattice().inverse().orElseThrow(), Lattice.colors(size), run);
    }

    /**
     * The look.
     *
     * @param name what to call it
     * @param results what the process made of {@link #colors}, in ACES2065-1 or as code values of a display
     * @param size colors along each edge
     * @param rendered whether the results are code values of a display
     * @param cube whether it is for a {@code .cube} file, which takes ACEScct; otherwise it takes ACES2065-1
     * @throws IllegalArgumentException if a result is not finite
     */
    public static LookFile look(String name, float[][] results, int size, boolean rendered, boolean cube, Run run) {
        ColorTransform toLattice = toLattice();
        ColorTransform toCode =
                TransformChain.of(BakedLook.TO_ACESCG, Shaper.ACESCCT.curve(rendered, Shaper.ACESCCT_STOPS));
        ColorTransform fromCode = toCode.inverse().orElseThrow();
        ColorTransform stored = rendered ? TransformChain.of() : cube ? toCode : toLattice;
        Lut3D table = Lattice.table(ProbeColors.through(stored, results, run), size);
        TransformChain chain;
        if (cube) {
            ColorTransform shaper = TransformChain.of(fromCode, toLattice).simplified();
            chain = TransformChain.of(Lattice.overUnit(shaper, TABLE, run), table);
        } else {
            chain = TransformChain.of(
                    toLattice,
                    table,
                    rendered ? TransformChain.of() : toLattice.inverse().orElseThrow());
        }
        String input = cube ? ColorSpaces.ACESCCT.name() : ColorSpaces.ACES2065_1.name();
        String output = rendered ? "code values of a display" : input;
        List<String> words = List.of(
                "Takes " + input + ", gives " + output + ".",
                "Empirical: samples of a process at " + size + " colors along each edge, right only there.");
        return new LookFile(
                chain, "", name + " (" + input + " to " + output + ")", "", words, input, output, List.of());
    }
}
