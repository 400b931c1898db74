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

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Transforms as one file for other programs, with its error measured against them.
 *
 * <p>A Common LUT Format file keeps what the format has nodes for as it is: neighboring matrices multiplied, nothing
 * sampled. Curves it has no node for become one-dimensional tables over all half floats. Only neighbors that depend on
 * all components and have no node become a three-dimensional table, with a shaper before it, and its inverse after it
 * where light of a scene comes out.
 *
 * <p>A {@code .cube} file has no place for a curve after its table, and programs use such files in a logarithmic space;
 * so it takes ACEScct, and gives ACEScct or the code values of a display. Its shaper is a one-dimensional table before
 * the three-dimensional one, in the form of Resolve.
 *
 * @param file the transforms, with a name and words about what they take and give
 * @param sampled whether there is a three-dimensional table in it
 * @param error how far it is from the exact transforms
 */
public record BakedLook(LookFile file, boolean sampled, BakingError error) {
    static final ColorTransform TO_ACESCG =
            ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG, Adaptation.BRADFORD);
    static final ColorTransform FROM_ACESCG =
            ColorSpaceConversion.between(ColorSpaces.ACESCG, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);

    /** Entries of the one-dimensional table of a .cube file: they lie close enough 12 stops below middle gray. */
    private static final int TABLE = 16384;

    /**
     * What to bake, and how.
     *
     * @param name what to call it
     * @param exact the transforms, from ACES2065-1
     * @param rendered whether they give code values of a display; otherwise ACES2065-1
     * @param size entries along each edge of a three-dimensional table, 2 or more
     * @param shaper what stands before such a table
     */
    public record Request(String name, TransformChain exact, boolean rendered, int size, Shaper shaper) {}

    /**
     * Bakes for the Common LUT Format.
     *
     * @param request what and how
     * @param run where; can be canceled
     * @throws IllegalArgumentException if the transforms give values that no table can hold
     */
    public static BakedLook clf(Request request, Run run) {
        List<ColorTransform> nodes = nodes(request.exact());
        boolean sampled = !nodes.stream().allMatch(LutFiles::hasClfNodes);
        TransformChain baked = sampled ? new SampledNodes(request, run).replaced(nodes) : new TransformChain(nodes);
        String result = request.rendered() ? "code values of a display" : ColorSpaces.ACES2065_1.name();
        return of(request, baked, baked, sampled, ColorSpaces.ACES2065_1.name(), result, run);
    }

    /**
     * Bakes for a {@code .cube} file.
     *
     * @param request what and how
     * @param run where; can be canceled
     * @throws IllegalArgumentException if the transforms give values that no table can hold
     */
    public static BakedLook cube(Request request, Run run) {
        boolean rendered = request.rendered();
        boolean shaped = request.shaper() != Shaper.NONE;
        ColorTransform toCode = shaped
                ? TransformChain.of(TO_ACESCG, Shaper.ACESCCT.curve(rendered, Shaper.ACESCCT_STOPS))
                : TransformChain.of();
        ColorTransform fromCode = toCode.inverse().orElseThrow();
        ColorTransform toLattice = TransformChain.of(); // from ACEScct
        List<ColorTransform> tables = new ArrayList<>();
        if (request.shaper() == Shaper.LOG) {
            ColorTransform curve = request.shaper().curve(rendered, Shaper.ACESCCT_STOPS);
            toLattice = TransformChain.of(fromCode, TO_ACESCG, curve).simplified();
            tables.add(Lattice.overUnit(toLattice, TABLE, run));
        }
        tables.add(Lattice.sample(
                TransformChain.of(
                        toLattice.inverse().orElseThrow(),
                        fromCode,
                        request.exact(),
                        rendered ? TransformChain.of() : toCode),
                request.size(),
                run));
        TransformChain baked = new TransformChain(tables);
        TransformChain used = TransformChain.of(toCode, baked, rendered ? TransformChain.of() : fromCode);
        String space = shaped ? ColorSpaces.ACESCCT.name() : ColorSpaces.ACES2065_1.name() + " from 0 to 1";
        return of(request, baked, used, true, space, rendered ? "code values of a display" : space, run);
    }

    /** The name tells what comes in and out: a .cube file has no other place that programs show. */
    private static BakedLook of(
            Request request,
            TransformChain baked,
            TransformChain used,
            boolean sampled,
            String input,
            String output,
            Run run) {
        BakingError error = BakingError.of(request.exact(), used, request.rendered(), run);
        String how = sampled
                ? "3D LUT of " + request.size() + " entries along each edge, to be interpolated tetrahedrally"
                : "No 3D LUT";
        LookFile file = new LookFile(
                baked,
                "",
                request.name() + " (" + input + " to " + output + ")",
                "",
                List.of("Takes " + input + ", gives " + output + ".", how + ": " + error.text() + "."),
                input,
                output,
                List.of());
        return new BakedLook(file, sampled, error);
    }

    /** Simplified, with tables in the place of curves that have no node. */
    private static List<ColorTransform> nodes(TransformChain exact) {
        List<ColorTransform> nodes = new ArrayList<>();
        for (ColorTransform transform : exact.simplified().transforms()) {
            boolean isCurve = transform instanceof CurveTransform && !LutFiles.hasClfNodes(transform);
            nodes.add(isCurve ? Lattice.overHalfs((CurveTransform) transform) : transform);
        }
        return nodes;
    }
}
