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
import org.scenelinear.color.TransferCurves;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.CurveTransform.Direction;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * Transforms as one file for other programs, with its error measured against them.
 *
 * <p>A Common LUT Format file keeps what the format has nodes for as it is: neighboring matrices multiplied, nothing
 * sampled. Curves it has no node for become one-dimensional tables over all half floats. Only from the first to the
 * last transform that depends on all components and has no node there is a three-dimensional table, with the curve of
 * ACEScct as its shaper before it, and that curve's inverse after it where light of a scene comes out.
 *
 * <p>A {@code .cube} file is one three-dimensional table. It has no place for a curve after it, and programs that read
 * such files use them in a logarithmic space; so it takes ACEScct, and gives ACEScct or the code values of a display.
 *
 * @param file the transforms, with a name and words about what they take and give
 * @param sampled whether there is a three-dimensional table in it
 * @param error how far it is from the exact transforms
 */
public record BakedLook(LookFile file, boolean sampled, BakingError error) {
    private static final ColorTransform TO_ACESCG =
            ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG, Adaptation.BRADFORD);
    private static final ColorTransform FROM_ACESCG =
            ColorSpaceConversion.between(ColorSpaces.ACESCG, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
    private static final ColorTransform ENCODE = new CurveTransform(TransferCurves.ACESCCT, Direction.ENCODE);
    private static final ColorTransform DECODE = new CurveTransform(TransferCurves.ACESCCT, Direction.DECODE);

    /** Values above are light, not codes. */
    private static final float LARGEST_CODE = 2;

    private static final int PROBES = 20_000;

    /**
     * What to bake, and how.
     *
     * @param name what to call it
     * @param exact the transforms, from ACES2065-1
     * @param rendered whether they give code values of a display; otherwise ACES2065-1
     * @param size entries along each edge of a three-dimensional table, 2 or more
     * @param shaped whether such a table gets a shaper; without, it covers values from 0 to 1 as they are
     */
    public record Request(String name, TransformChain exact, boolean rendered, int size, boolean shaped) {}

    /**
     * Bakes for the Common LUT Format.
     *
     * @param request what and how
     * @param run where; can be canceled
     * @throws IllegalArgumentException if the transforms give values that no table can hold
     */
    public static BakedLook clf(Request request, Run run) {
        List<ColorTransform> nodes = nodes(request.exact());
        int first = 0;
        while (first < nodes.size() && LutFiles.hasClfNodes(nodes.get(first))) {
            first++;
        }
        int last = nodes.size() - 1;
        while (last > first && LutFiles.hasClfNodes(nodes.get(last))) {
            last--;
        }
        boolean sampled = first < nodes.size();
        TransformChain baked = sampled
                ? new Sampling(request, run)
                        .around(
                                nodes.subList(0, first),
                                nodes.subList(first, last + 1),
                                nodes.subList(last + 1, nodes.size()))
                : new TransformChain(nodes);
        BakingError error = BakingError.of(request.exact(), baked, request.rendered(), run);
        String result = request.rendered() ? "code values of a display" : ColorSpaces.ACES2065_1.name();
        return new BakedLook(
                file(request, baked, sampled, error, ColorSpaces.ACES2065_1.name(), result), sampled, error);
    }

    /**
     * Bakes for a {@code .cube} file.
     *
     * @param request what and how
     * @param run where; can be canceled
     * @throws IllegalArgumentException if the transforms give values that no table can hold
     */
    public static BakedLook cube(Request request, Run run) {
        List<ColorTransform> before = request.shaped() ? List.of(TO_ACESCG, ENCODE) : List.of();
        List<ColorTransform> after = request.shaped() && !request.rendered() ? List.of(DECODE, FROM_ACESCG) : List.of();
        TransformChain exact = TransformChain.of(undone(before), request.exact(), undone(after));
        Lut3D table = Lattice.sample(exact, request.size(), run);
        TransformChain used = TransformChain.of(new TransformChain(before), table, new TransformChain(after));
        BakingError error = BakingError.of(request.exact(), used, request.rendered(), run);
        String space = request.shaped() ? ColorSpaces.ACESCCT.name() : ColorSpaces.ACES2065_1.name() + " from 0 to 1";
        String result = request.rendered() ? "display codes" : space;
        LookFile file = file(request, TransformChain.of(table), true, error, space, result);
        return new BakedLook(file, true, error);
    }

    /** The name tells what comes in and out: a .cube file has no other place that programs show. */
    private static LookFile file(
            Request request, TransformChain baked, boolean sampled, BakingError error, String input, String output) {
        String table = sampled
                ? "Tetrahedral interpolation of " + request.size() + " entries along each edge: " + error.text() + "."
                : "Nothing is sampled but curves without a node: " + error.text() + ".";
        return new LookFile(
                baked,
                "",
                request.name() + " (" + input + " to " + output + ")",
                "",
                List.of("Takes " + input + ", gives " + output + ".", table),
                input,
                output,
                List.of());
    }

    /** Simplified, with tables in the place of curves that have no node. */
    private static List<ColorTransform> nodes(TransformChain exact) {
        List<ColorTransform> nodes = new ArrayList<>();
        for (ColorTransform transform : exact.simplified().transforms()) {
            boolean isCurve = transform instanceof CurveTransform;
            nodes.add(
                    isCurve && !LutFiles.hasClfNodes(transform)
                            ? Lattice.overHalfs((CurveTransform) transform)
                            : transform);
        }
        return nodes;
    }

    private static ColorTransform undone(List<ColorTransform> transforms) {
        return new TransformChain(transforms).inverse().orElseThrow();
    }

    /** The part that is sampled. */
    private record Sampling(Request request, Run run) {
        TransformChain around(List<ColorTransform> before, List<ColorTransform> middle, List<ColorTransform> after) {
            List<ColorTransform> first = new ArrayList<>(before);
            List<ColorTransform> last = new ArrayList<>(after);
            List<ColorTransform> inside = new ArrayList<>(middle);
            if (request.shaped() && before.isEmpty()) {
                first.add(TO_ACESCG); // fewer colors have negative components there
                inside.add(0, FROM_ACESCG);
            }
            if (request.shaped() && after.isEmpty() && !request.rendered()) {
                inside.add(TO_ACESCG);
                last.add(0, FROM_ACESCG);
            }
            if (request.shaped()) {
                shape(first, inside, last);
            }
            Lut3D table = Lattice.sample(new TransformChain(inside), request.size(), run);
            first.add(table);
            first.addAll(last);
            return new TransformChain(first);
        }

        /** Puts a shaper where light goes in and its inverse where light comes out; codes need none. */
        private void shape(List<ColorTransform> first, List<ColorTransform> inside, List<ColorTransform> last) {
            float[][] probes = ProbeColors.withinAcesCg(PROBES);
            float[][] entering = ProbeColors.through(new TransformChain(first), probes, run);
            float[][] leaving = ProbeColors.through(new TransformChain(inside), entering, run);
            if (largest(leaving) > LARGEST_CODE && !(request.rendered() && last.isEmpty())) {
                inside.add(ENCODE);
                last.add(0, DECODE);
            }
            if (largest(entering) > LARGEST_CODE) {
                first.add(ENCODE);
                inside.add(0, DECODE);
                entering = ProbeColors.through(ENCODE, entering, run);
            }
            float low = -largest(negated(entering));
            float high = largest(entering);
            if (low < 0 || high > 1) {
                ColorTransform domain = AffineTransform.toUnit(
                        ChannelValues.same(Math.min(0, low)), ChannelValues.same(Math.max(1, high)));
                first.add(domain);
                inside.add(0, domain.inverse().orElseThrow());
            }
        }

        private static float largest(float[][] planes) {
            float largest = 0;
            for (float[] plane : planes) {
                for (float value : plane) {
                    largest = Math.max(largest, value);
                }
            }
            return largest;
        }

        private static float[][] negated(float[][] planes) {
            float[][] negated = new float[planes.length][planes[0].length];
            for (int c = 0; c < planes.length; c++) {
                for (int i = 0; i < planes[c].length; i++) {
                    negated[c][i] = -planes[c][i];
                }
            }
            return negated;
        }
    }
}
