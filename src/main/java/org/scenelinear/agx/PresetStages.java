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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stages of a preset, in the order of the pipeline. */
public final class PresetStages {
    /** Tables whose stages are not built. */
    private static final List<String> MISSING = List.of("lut", "hsl", "vignette", "color_grading", "tone_curve");

    private PresetStages() {}

    /**
     * The stages.
     *
     * @param preset what they do
     * @param seed chooses the grain
     * @throws IllegalArgumentException if the preset has a value, not neutral, of a stage that is not built; the
     *     message names it
     */
    public static StageSequence of(Preset preset, long seed) {
        for (Map.Entry<String, Object> value : preset.values().entrySet()) {
            String path = value.getKey();
            if (MISSING.contains(path.split("\\.")[0]) && changesSomething(path, value.getValue())) {
                throw new IllegalArgumentException(
                        path + " is set, and this stage cannot be developed; those that can are"
                                + " white_balance, tone, dehaze, noise_reduction, detail and grain");
            }
        }
        return new StageSequence(List.of(
                new WhiteBalanceExposure(
                        preset.number("white_balance.temperature"),
                        preset.number("white_balance.tint"),
                        preset.number("tone.exposure")),
                new Dehaze(preset.number("dehaze.amount")),
                new NoiseReduction(
                        preset.number("noise_reduction.luminance"),
                        preset.number("noise_reduction.color"),
                        preset.number("noise_reduction.detail")),
                new BasicTone(
                        preset.number("tone.contrast"),
                        preset.number("tone.highlights"),
                        preset.number("tone.shadows"),
                        preset.number("tone.whites"),
                        preset.number("tone.blacks")),
                new Detail(
                        preset.number("detail.texture"),
                        preset.number("detail.clarity"),
                        new Sharpening(
                                preset.number("detail.sharpening.amount"),
                                preset.number("detail.sharpening.radius"),
                                preset.number("detail.sharpening.threshold"),
                                preset.number("detail.sharpening.masking"))),
                new Grain(
                        Grain.Type.valueOf(preset.word("grain.type").toUpperCase(Locale.ROOT)),
                        preset.number("grain.amount"),
                        preset.number("grain.size"),
                        seed)));
    }

    /** A hue without saturation, a balance without tint and a shape without amount change nothing by themselves. */
    private static boolean changesSomething(String path, Object value) {
        boolean alone = !path.equals("vignette.shape")
                && !path.equals("color_grading.balance")
                && !(path.startsWith("color_grading.") && path.endsWith(".hue"));
        return alone && !Optional.of(value).equals(PresetField.all().get(path).usual());
    }
}
