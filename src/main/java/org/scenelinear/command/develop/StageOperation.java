/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.develop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.scenelinear.agx.BasicTone;
import org.scenelinear.agx.ColorGrading;
import org.scenelinear.agx.Dehaze;
import org.scenelinear.agx.Detail;
import org.scenelinear.agx.GradingWheel;
import org.scenelinear.agx.Grain;
import org.scenelinear.agx.HslBand;
import org.scenelinear.agx.HslBands;
import org.scenelinear.agx.Mode;
import org.scenelinear.agx.NoiseReduction;
import org.scenelinear.agx.Sharpening;
import org.scenelinear.agx.Stage;
import org.scenelinear.agx.ToneCurves;
import org.scenelinear.agx.Vignette;
import org.scenelinear.agx.WhiteBalanceExposure;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.ImageReplacement;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;

/**
 * The stages of developing as operations: labels, keys, ranges and defaults as in the presets of the AgX photo
 * pipeline, and what {@code mode}, {@code from} and {@code result} add.
 */
public enum StageOperation {
    /** Warmer or colder, greener or more magenta. */
    WHITE_BALANCE(
            "White Balance...",
            "Makes the light warmer or colder, or a picked gray neutral. Works in linear Rec.2020. The image keeps its"
                    + " color space.",
            List.of(
                    signed("Temperature (-100 to 100)", "Below 0 is bluer, above 0 more amber."),
                    signed("Tint (-100 to 100)", "Below 0 is greener, above 0 more magenta."),
                    PickedGray.PARAMETER),
            a -> new WhiteBalanceExposure(number(a, "temperature"), number(a, "tint"), 0)),
    /** Contrast and the ranges of light and dark. */
    BASIC_TONE(
            "Basic Tone...",
            "Changes contrast, highlights, shadows, whites and blacks. Works in gamma Rec.2020, where 0.5 is the middle"
                    + " for the eye. The image keeps its color space.",
            List.of(
                    signed("Contrast (-100 to 100)", "Stretches values away from 0.5, below 0 draws them towards it."),
                    signed("Highlights (-100 to 100)", "Moves values above 0.5, at 1 by up to a half."),
                    signed("Shadows (-100 to 100)", "Moves values below 0.5, at 0 by up to a half."),
                    signed("Whites (-100 to 100)", "Moves values above 0.75, at 1 by up to a quarter."),
                    signed("Blacks (-100 to 100)", "Moves values below 0.25, at 0 by up to a quarter.")),
            a -> new BasicTone(
                    number(a, "contrast"),
                    number(a, "highlights"),
                    number(a, "shadows"),
                    number(a, "whites"),
                    number(a, "blacks"))),
    /** Curves through points. */
    TONE_CURVES(
            "Tone Curves...",
            "Bends tones by curves through points, such as 0,0 0.25,0.2 0.75,0.8 1,1. Works in gamma Rec.2020. The image"
                    + " keeps its color space.",
            List.of(
                    curve("RGB points (x,y x,y ...)", "For all components. It comes first."),
                    curve("Luma points", "For luma; colors keep their ratios. It comes last."),
                    curve("Red points", "For red alone."),
                    curve("Green points", "For green alone."),
                    curve("Blue points", "For blue alone.")),
            a -> new ToneCurves(
                    CurvePoints.curve(a.text("rgb")),
                    CurvePoints.curve(a.text("luma")),
                    CurvePoints.curve(a.text("red")),
                    CurvePoints.curve(a.text("green")),
                    CurvePoints.curve(a.text("blue")))),
    /** Hue, saturation and lightness of ranges of hues. */
    HSL(
            "HSL...",
            "Changes hue, saturation and luminance of eight ranges of hues; each has these three numbers. Works in gamma"
                    + " Rec.2020. The image keeps its color space.",
            List.of(
                    band("Red (hue saturation luminance)"),
                    band("Orange"),
                    band("Yellow"),
                    band("Green"),
                    band("Aqua"),
                    band("Blue"),
                    band("Purple"),
                    band("Magenta")),
            a -> new HslBands(
                    band(a, "red"),
                    band(a, "orange"),
                    band(a, "yellow"),
                    band(a, "green"),
                    band(a, "aqua"),
                    band(a, "blue"),
                    band(a, "purple"),
                    band(a, "magenta"))),
    /** Tints of ranges of lightness. */
    COLOR_GRADING(
            "Color Grading...",
            "Tints and lifts shadows, midtones, highlights and the whole; each has the numbers hue, saturation and"
                    + " luminance. Works in gamma Rec.2020. The image keeps its color space.",
            List.of(
                    wheel("Shadows (hue saturation luminance)"),
                    wheel("Midtones"),
                    wheel("Highlights"),
                    wheel("Global"),
                    signed("Balance (-100 to 100)", "Above 0 more counts as highlights, below 0 as shadows.")),
            a -> new ColorGrading(
                    number(a, "balance"),
                    wheel(a, "shadows"),
                    wheel(a, "midtones"),
                    wheel(a, "highlights"),
                    wheel(a, "global"))),
    /** A look-up table. */
    LUT(
            "Photo LUT...",
            "Sends colors through a 3D look-up table made for sRGB (a .cube file). Works in gamma Rec.2020. The image keeps"
                    + " its color space.",
            List.of(Parameter.file(
                    "File", Parameter.Kind.INPUT_FILE, "A file of one 3D table that ends in .cube.", null)),
            a -> new LutFile(a.path("file"))),
    /** Structures of three sizes. */
    DETAIL(
            "Detail...",
            "Brings out texture, clarity and edges, or softens them. Works on the luma of gamma Rec.2020. The image keeps"
                    + " its color space.",
            List.of(
                    signed("Texture (-100 to 100)", "Fine structures, of about 3 pixels."),
                    signed("Clarity (-100 to 100)", "Broad structures, of about 20 pixels."),
                    percent("Amount of sharpening (0 to 100)", "Sharpens edges.", "0"),
                    Parameter.number(
                            "Radius of sharpening (pixels)",
                            "How broad the edges are: the sigma of the blur.",
                            "1",
                            0.5,
                            3),
                    percent(
                            "Threshold of sharpening (0 to 100)",
                            "Smaller differences are left alone, in 255ths of the range from 0 to 1.",
                            "25"),
                    percent("Masking (0 to 100)", "Keeps sharpening to edges, the more the higher.", "0")),
            a -> new Detail(
                    number(a, "texture"),
                    number(a, "clarity"),
                    new Sharpening(
                            number(a, "amount"), number(a, "radius"), number(a, "threshold"), number(a, "masking")))),
    /** Haze taken away or added. */
    DEHAZE(
            "Dehaze...",
            "Takes haze away or adds it. Works in linear Rec.2020. The image keeps its color space.",
            List.of(signed("Amount (-100 to 100)", "Above 0 takes haze away, below 0 adds it.")),
            a -> new Dehaze(number(a, "amount"))),
    /** Noise taken away. */
    NOISE_REDUCTION(
            "Noise Reduction...",
            "Takes noise out of brightness and of color. Works in linear Rec.2020. The image keeps its color space.",
            List.of(
                    percent("Luminance (0 to 100)", "How much noise is taken out of brightness.", "0"),
                    percent("Color (0 to 100)", "How much noise is taken out of color.", "0"),
                    percent("Detail (0 to 100)", "How much of the finest brightness is spared.", "0")),
            a -> new NoiseReduction(number(a, "luminance"), number(a, "color"), number(a, "detail"))),
    /** Grain of film. */
    GRAIN(
            "Grain...",
            "Adds the grain of film. The same seed gives the same grain. Works in gamma Rec.2020. The image keeps its"
                    + " color space.",
            List.of(
                    Parameter.choice(
                            "Type",
                            "silver: between the others. fine: even and mostly without color. harsh: strong, with more"
                                    + " color.",
                            List.of("silver", "fine", "harsh")),
                    percent("Amount (0 to 100)", "How strong.", "0"),
                    percent("Size (0 to 100)", "How coarse, relative to the longer edge of the image.", "50"),
                    seed("Chooses the grain. If it is not given one is drawn, and the image's history has it.")),
            a -> new Grain(
                    Grain.Type.valueOf(a.text("type").toUpperCase(Locale.ROOT)),
                    number(a, "amount"),
                    number(a, "size"),
                    Long.parseUnsignedLong(a.text("seed")))),
    /** Corners made darker or brighter. */
    VIGNETTE(
            "Vignette...",
            "Makes the corners darker or brighter. Works in gamma Rec.2020. The image keeps its color space.",
            List.of(
                    signed("Amount (-100 to 100)", "Below 0 corners get darker, above 0 brighter."),
                    Parameter.choice(
                            "Shape",
                            "elliptical: as broad and high as the image. circular: round.",
                            List.of(Vignette.Shape.ELLIPTICAL.label(), Vignette.Shape.CIRCULAR.label()))),
            a -> new Vignette(
                    number(a, "amount"), Vignette.Shape.valueOf(a.text("shape").toUpperCase(Locale.ROOT))));

    /** The parameter {@code mode}. */
    static final Parameter MODE = Parameter.choice(
            "Mode",
            "hdr: light above 1 and negative values are kept. compatible: exactly as agx-photo 0.2.0, which is made for"
                    + " values from 0 to 1.",
            List.of(Mode.HDR.label(), Mode.COMPATIBLE.label()));

    @FunctionalInterface
    private interface Maker {
        Stage make(Arguments arguments);
    }

    private final String label;
    private final String help;
    private final List<Parameter> own;
    private final Maker maker;

    StageOperation(String label, String help, List<Parameter> own, Maker maker) {
        this.label = label;
        this.help = help;
        this.own = own;
        this.maker = maker;
    }

    /** Label, keys, defaults and allowed values. */
    public Signature signature() {
        List<Parameter> parameters = new ArrayList<>(own);
        parameters.add(MODE);
        parameters.add(SourceSpace.FROM);
        parameters.add(SelectedPart.PARAMETER);
        parameters.add(ImageReplacement.RESULT);
        return new Signature(label, help, parameters);
    }

    /** What the parameter of a key does, a sentence. */
    String help(String key) {
        return own.stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .orElseThrow()
                .help();
    }

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #signature}
     * @throws StepException if they do not fit together
     */
    public Step of(Arguments arguments) throws StepException {
        SelectedPart.refuse(arguments);
        if (this == WHITE_BALANCE && PickedGray.isIn(arguments)) {
            return PickedGray.of(arguments);
        }
        return stageStep(this == GRAIN ? withSeed(arguments) : arguments);
    }

    /** The step of arguments that say all of the stage. */
    StageStep stageStep(Arguments arguments) throws StepException {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter parameter : own) {
            String value = arguments.text(parameter.key());
            if (!value.isEmpty()) {
                parameters.put(parameter.key(), value);
            }
        }
        try {
            Stage stage = maker.make(arguments);
            return new StageStep(label, parameters, stage, mode(arguments), SourceSpace.given(arguments));
        } catch (IllegalArgumentException e) {
            throw new StepException(label + ": " + e.getMessage());
        }
    }

    /** What {@code mode} says. */
    static Mode mode(Arguments arguments) {
        return Mode.valueOf(arguments.text(MODE.key()).toUpperCase(Locale.ROOT));
    }

    /** A seed that nobody chose. */
    static long drawnSeed() {
        return ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE);
    }

    private static Arguments withSeed(Arguments arguments) {
        return arguments.text("seed").isEmpty() ? arguments.with("seed", String.valueOf(drawnSeed())) : arguments;
    }

    /** The parameter {@code seed}. */
    static Parameter seed(String help) {
        return Parameter.text(
                "Seed", help, StageOperation::canonicalSeed, "a whole number from 0 to 18446744073709551615");
    }

    private static Optional<String> canonicalSeed(String text) {
        try {
            return text.startsWith("+")
                    ? Optional.empty()
                    : Optional.of(Long.toUnsignedString(Long.parseUnsignedLong(text.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Parameter signed(String label, String help) {
        return Parameter.number(label, help, "0", -100, 100);
    }

    private static Parameter percent(String label, String help, String usual) {
        return Parameter.number(label, help, usual, 0, 100);
    }

    private static Parameter curve(String label, String help) {
        return Parameter.text(
                label,
                help + " If it is not given, nothing is bent.",
                CurvePoints::canonical,
                "two points x,y or more, such as 0,0 0.5,0.6 1,1, with x rising and all numbers from 0 to 1");
    }

    private static Parameter band(String label) {
        return Parameter.triple(
                label,
                "Degrees that hues turn by (-180 to 180), percent of saturation and of luminance (-100 to 100).",
                "0 0 0",
                -180,
                180);
    }

    private static HslBand band(Arguments arguments, String key) {
        double[] n = arguments.triple(key);
        return new HslBand(n[0], n[1], n[2]);
    }

    private static Parameter wheel(String label) {
        return Parameter.triple(
                label,
                "Hue of the tint in degrees (0 to 360), its percentage (0 to 100), percent that is added (-100 to 100).",
                "0 0 0",
                -100,
                360);
    }

    private static GradingWheel wheel(Arguments arguments, String key) {
        double[] n = arguments.triple(key);
        return new GradingWheel(n[0], n[1], n[2]);
    }

    private static double number(Arguments arguments, String key) {
        return Double.parseDouble(arguments.text(key));
    }
}
