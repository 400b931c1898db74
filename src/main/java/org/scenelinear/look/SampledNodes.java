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
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.TransformChain;

/**
 * Puts three-dimensional tables, with what they need around them, in the place of transforms for which the Common LUT
 * Format has no node.
 */
record SampledNodes(BakedLook.Request request, Run run) {
    /** Values above are light, not codes. */
    private static final float LARGEST_CODE = 2;

    /** What codes are beyond 0 and 1 by less than this is rounding. */
    private static final float ROUNDING = 1e-4f;

    private static final int PROBES = 20_000;

    /** The nodes with a table for each run of neighbors that have no node, simplified. */
    TransformChain replaced(List<ColorTransform> nodes) {
        List<ColorTransform> done = new ArrayList<>();
        int begin = 0;
        while (begin < nodes.size()) {
            if (LutFiles.hasClfNodes(nodes.get(begin))) {
                done.add(nodes.get(begin));
                begin++;
                continue;
            }
            int end = begin + 1;
            while (end < nodes.size() && !LutFiles.hasClfNodes(nodes.get(end))) {
                end++;
            }
            sample(done, nodes.subList(begin, end), request.rendered() && end == nodes.size());
            begin = end;
        }
        return new TransformChain(done).simplified();
    }

    /**
     * Adds a table.
     *
     * @param done what stands before it
     * @param neighbors what it stands for
     * @param rendered whether it gives the code values of a display
     */
    private void sample(List<ColorTransform> done, List<ColorTransform> neighbors, boolean rendered) {
        List<ColorTransform> inside = new ArrayList<>(neighbors);
        List<ColorTransform> after = new ArrayList<>();
        if (request.shaper() != Shaper.NONE) {
            primaries(done, inside, after);
            shape(done, inside, after, rendered);
        }
        done.add(Lattice.sample(new TransformChain(inside), request.size(), run));
        done.addAll(after);
    }

    /**
     * Chooses primaries in which no color that matters has negative components, which a table cuts: for an output
     * transform, which cuts what is outside of ACEScg itself, those of ACEScg, where colors fill more of the table; for
     * the gamut compression, whose purpose are colors outside of ACEScg, those of ACES2065-1.
     */
    private static void primaries(List<ColorTransform> done, List<ColorTransform> inside, List<ColorTransform> after) {
        if (inside.get(inside.size() - 1) instanceof GamutCompress) {
            inside.add(BakedLook.FROM_ACESCG);
            after.add(BakedLook.TO_ACESCG);
        }
        if (inside.get(0) instanceof GamutCompress) {
            done.add(BakedLook.FROM_ACESCG);
            inside.add(0, BakedLook.TO_ACESCG);
        } else if (inside.get(0) instanceof OutputTransform) {
            done.add(BakedLook.TO_ACESCG);
            inside.add(0, BakedLook.FROM_ACESCG);
        }
    }

    /** Puts a shaper where light goes in and its inverse where light comes out; codes need none. */
    private void shape(
            List<ColorTransform> done, List<ColorTransform> inside, List<ColorTransform> after, boolean rendered) {
        float[][] entering = ProbeColors.through(new TransformChain(done), ProbeColors.withinAcesCg(PROBES), run);
        float[][] leaving = ProbeColors.through(new TransformChain(inside), entering, run);
        if (!rendered && largest(leaving, 1) > LARGEST_CODE) {
            ColorTransform curve = request.shaper().curve(false, stops(leaving));
            inside.add(curve);
            after.add(0, curve.inverse().orElseThrow());
        }
        float low = -largest(entering, -1);
        float high = largest(entering, 1);
        if (high > LARGEST_CODE) {
            ColorTransform curve = request.shaper().curve(rendered, stops(entering));
            done.add(curve);
            inside.add(0, curve.inverse().orElseThrow());
        } else if (low < -ROUNDING || high > 1 + ROUNDING) {
            ColorTransform toUnit =
                    AffineTransform.toUnit(ChannelValues.same(Math.min(0, low)), ChannelValues.same(Math.max(1, high)));
            done.add(toUnit);
            inside.add(0, toUnit.inverse().orElseThrow());
        }
    }

    /** Where the brightest component lies, in stops from middle gray, but no less than ACEScct reaches. */
    private static double stops(float[][] light) {
        return Math.max(Shaper.ACESCCT_STOPS, Math.log(largest(light, 1) / ProbeColors.GRAY) / Math.log(2));
    }

    /** The largest component after multiplication with a sign, or 0. */
    private static float largest(float[][] planes, int sign) {
        float largest = 0;
        for (float[] plane : planes) {
            for (float value : plane) {
                largest = Math.max(largest, sign * value);
            }
        }
        return largest;
    }
}
