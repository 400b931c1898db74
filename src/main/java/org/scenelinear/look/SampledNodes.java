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
import org.scenelinear.run.Run;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/** Puts a three-dimensional table, with what it needs around it, in the place of transforms. */
record SampledNodes(BakedLook.Request request, Run run) {
    /** Values above are light, not codes. */
    private static final float LARGEST_CODE = 2;

    /** Below 0 by less than this is rounding. */
    private static final float ROUNDING = 1e-4f;

    private static final int PROBES = 20_000;

    /**
     * Nodes with a table in the place of some.
     *
     * @param nodes all, first to last
     * @param begin the first to replace
     * @param end after the last to replace
     */
    TransformChain replace(List<ColorTransform> nodes, int begin, int end) {
        List<ColorTransform> before = new ArrayList<>(nodes.subList(0, begin));
        List<ColorTransform> inside = new ArrayList<>(nodes.subList(begin, end));
        List<ColorTransform> after = new ArrayList<>(nodes.subList(end, nodes.size()));
        if (request.shaper() != Shaper.NONE) {
            // In the primaries of ACEScg colors fill more of the cube than in those of ACES2065-1.
            if (before.isEmpty() || inside.get(0) instanceof OutputTransform) {
                before.add(BakedLook.TO_ACESCG);
                inside.add(0, BakedLook.FROM_ACESCG);
            }
            if (after.isEmpty() && !request.rendered()) {
                inside.add(BakedLook.TO_ACESCG);
                after.add(BakedLook.FROM_ACESCG);
            }
            shape(before, inside, after);
        }
        before.add(Lattice.sample(new TransformChain(inside), request.size(), run));
        before.addAll(after);
        return new TransformChain(before).simplified();
    }

    /** Puts a shaper where light goes in and its inverse where light comes out; codes need none. */
    private void shape(List<ColorTransform> before, List<ColorTransform> inside, List<ColorTransform> after) {
        float[][] entering = ProbeColors.through(new TransformChain(before), ProbeColors.withinAcesCg(PROBES), run);
        float[][] leaving = ProbeColors.through(new TransformChain(inside), entering, run);
        boolean rendered = request.rendered() && after.isEmpty();
        if (!rendered && largest(leaving, 1) > LARGEST_CODE) {
            ColorTransform curve = request.shaper().curve(false, stops(leaving));
            inside.add(curve);
            after.add(0, curve.inverse().orElseThrow());
        }
        if (largest(entering, 1) > LARGEST_CODE) {
            ColorTransform curve = request.shaper().curve(rendered, stops(entering));
            before.add(curve);
            inside.add(0, curve.inverse().orElseThrow());
            entering = ProbeColors.through(curve, entering, run);
        }
        float low = -largest(entering, -1);
        float high = largest(entering, 1);
        if (low < -ROUNDING || high > 1 + ROUNDING) {
            ColorTransform toUnit =
                    AffineTransform.toUnit(ChannelValues.same(Math.min(0, low)), ChannelValues.same(Math.max(1, high)));
            before.add(toUnit);
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
