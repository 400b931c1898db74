/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.util.ArrayList;
import java.util.List;
import org.scenelinear.color.MirroredCurve;
import org.scenelinear.color.TransferCurve;
import org.scenelinear.color.TransferCurves;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.CurveTransform.Direction;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * Stages one after the other, each in its own space. What looks at single pixels between two stages that look at
 * neighbors is done in one pass. Neutral stages are left out.
 *
 * @param stages first to last
 */
public record StageSequence(List<Stage> stages) {
    /** The curve of sRGB as the original has it: mirrored for negative values. */
    private static final TransferCurve GAMMA = new MirroredCurve(TransferCurves.SRGB);

    /** Leaves out the neutral ones. */
    public StageSequence {
        stages = stages.stream().filter(stage -> !stage.isNeutral()).toList();
    }

    /** Whether there is nothing to do. */
    public boolean isNeutral() {
        return stages.isEmpty();
    }

    /**
     * Develops an image.
     *
     * @param source red, green and blue, line after line; not changed
     * @param in from the source's space to linear Rec.2020
     * @param out from linear Rec.2020 to the result's space
     * @param width samples of a line
     * @param height lines
     * @param mode what becomes of light outside 0 to 1
     * @param run on how many threads, who hears of it, who can cancel
     * @return new planes
     */
    public float[][] develop(
            float[][] source, ColorTransform in, ColorTransform out, int width, int height, Mode mode, Run run) {
        int length = width * height;
        float[][] result = new float[3][length];
        float[][] from = source;
        List<ColorTransform> pending = new ArrayList<>(List.of(in));
        WorkingSpace space = WorkingSpace.LINEAR;
        for (Stage stage : stages) {
            if (stage.space() != space) {
                space = stage.space();
                pending.add(to(space));
            }
            if (stage instanceof PixelStage pixels) {
                pending.add(pixels.transform(mode));
            } else if (stage instanceof PlaneStage planes) {
                pass(pending, from, result, length, run);
                from = result;
                pending.clear();
                planes.apply(result, width, height, mode, run);
            }
        }
        if (space == WorkingSpace.GAMMA) {
            pending.add(to(WorkingSpace.LINEAR));
        }
        pending.add(out);
        pass(pending, from, result, length, run);
        return result;
    }

    /** From the other working space to one. */
    static ColorTransform to(WorkingSpace space) {
        return new CurveTransform(GAMMA, space == WorkingSpace.GAMMA ? Direction.ENCODE : Direction.DECODE);
    }

    private static void pass(List<ColorTransform> transforms, float[][] from, float[][] to, int length, Run run) {
        ColorTransform all = new TransformChain(transforms).simplified();
        TransformRunner.apply(all.compile(), from, to, length, run);
    }
}
