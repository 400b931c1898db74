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
import java.util.Locale;
import org.scenelinear.io.FileProblemException;

/** The stages of a preset, in the order of the pipeline. */
public final class PresetStages {
    private PresetStages() {}

    /**
     * The stages.
     *
     * @param preset what they do
     * @param seed chooses the grain
     * @throws FileProblemException if the look-up table that the preset names cannot be read
     */
    public static StageSequence of(Preset preset, long seed) throws FileProblemException {
        List<Stage> stages = new ArrayList<>(light(preset));
        stages.add(new ToneCurves(
                curve(preset, "rgb"),
                curve(preset, "luma"),
                curve(preset, "red"),
                curve(preset, "green"),
                curve(preset, "blue")));
        stages.add(new HslBands(
                band(preset, "red"),
                band(preset, "orange"),
                band(preset, "yellow"),
                band(preset, "green"),
                band(preset, "aqua"),
                band(preset, "blue"),
                band(preset, "purple"),
                band(preset, "magenta")));
        stages.add(new ColorGrading(
                preset.number("color_grading.balance"),
                wheel(preset, "shadows"),
                wheel(preset, "midtones"),
                wheel(preset, "highlights"),
                wheel(preset, "global")));
        if (preset.lut().isPresent()) {
            stages.add(PresetLut.read(preset.lut().get()));
        }
        stages.addAll(finish(preset, seed));
        return new StageSequence(stages);
    }

    private static List<Stage> light(Preset preset) {
        return List.of(
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
                        preset.number("tone.blacks")));
    }

    private static List<Stage> finish(Preset preset, long seed) {
        return List.of(
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
                        seed),
                new Vignette(
                        preset.number("vignette.amount"),
                        Vignette.Shape.valueOf(preset.word("vignette.shape").toUpperCase(Locale.ROOT))));
    }

    private static ToneCurve curve(Preset preset, String name) {
        return new ToneCurve(preset.points(name).stream()
                .map(point -> new ToneCurve.Point(point.get(0), point.get(1)))
                .toList());
    }

    private static HslBand band(Preset preset, String name) {
        String table = "hsl." + name;
        return new HslBand(
                preset.number(table + ".hue"),
                preset.number(table + ".saturation"),
                preset.number(table + ".luminance"));
    }

    private static GradingWheel wheel(Preset preset, String name) {
        String table = "color_grading." + name;
        return new GradingWheel(
                preset.number(table + ".hue"),
                preset.number(table + ".saturation"),
                preset.number(table + ".luminance"));
    }
}
