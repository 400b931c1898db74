/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.command.color.SourceSpace;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.output.AcesOutputTransform.Result;
import org.scenelinear.command.output.DisplayTarget;
import org.scenelinear.image.ColorState;
import org.scenelinear.image.FloatImage;
import org.scenelinear.image.PreparedStep;
import org.scenelinear.image.SampleType;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;
import org.scenelinear.look.AmfPipelineTransform;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;
import org.scenelinear.transform.TransformRunner;

/**
 * The picture that the author of an ACES Metadata File saw: input transform, looks and output transform, but for what
 * the pixels have gone through already. Without an output transform the scene in ACES2065-1.
 *
 * @param file ends in {@code .amf}; read, with the files it refers to, when the step is applied
 * @param result the bits the samples of a picture are meant for; a scene is 32-bit float
 * @param from the space to take the source for if the file does not convert it; empty for the one the image says
 */
public record ApplyAmf(Path file, Result result, Optional<ColorSpace> from) implements Step {
    /** Label, keys, defaults and allowed values. */
    public static final Signature SIGNATURE = new Signature(
            "Apply AMF...",
            "Shows what the author of an ACES Metadata File saw: its input transform, looks and output transform.",
            List.of(
                    Parameter.file(
                            "File",
                            Parameter.Kind.INPUT_FILE,
                            "A file that ends in .amf, version 2; the files it refers to are looked for beside it.",
                            null),
                    Result.parameter(" Without an output transform the result is the scene, as 32-bit floats."),
                    SourceSpace.FROM));

    /**
     * The step of checked arguments.
     *
     * @param arguments of {@link #SIGNATURE}
     */
    public static ApplyAmf of(Arguments arguments) {
        return new ApplyAmf(arguments.path("file"), Result.of(arguments), SourceSpace.given(arguments));
    }

    /** What the file says was applied already is told to the log. */
    @Override
    public FloatImage apply(FloatImage source, Run run) throws StepException {
        return apply(pipeline(), source, run);
    }

    @Override
    public Step prepared() throws StepException {
        AmfPipelineTransform pipeline = pipeline();
        return new PreparedStep(text(), (source, run) -> apply(pipeline, source, run));
    }

    private FloatImage apply(AmfPipelineTransform pipeline, FloatImage source, Run run) throws StepException {
        float[][] rgb = SourceSpace.rgb(source);
        Optional<ColorSpace> known = pipeline.convertsInput() ? from : Optional.of(SourceSpace.of(from, source));
        ColorTransform transform = pipeline.convertsInput()
                ? pipeline.whole()
                : TransformChain.of(
                        ColorSpaceConversion.between(known.orElseThrow(), ColorSpaces.ACES2065_1, Adaptation.BRADFORD),
                        pipeline.whole());
        if (!pipeline.skipped().isEmpty()) {
            run.warn(file + ": not applied, as the image has gone through it already: "
                    + String.join("; ", pipeline.skipped()));
        }
        float[][] shown = new float[3][rgb[0].length];
        TransformRunner.apply(transform.compile(), rgb, shown, rgb[0].length, run);
        boolean rendered = pipeline.output().isPresent();
        ColorState color = rendered
                ? new ColorState(
                        OutputTransforms.findById(pipeline.outputId())
                                .flatMap(output -> DisplayTarget.codes(output.encoding())),
                        "rendered: " + pipeline.outputId())
                : ColorState.of(ColorSpaces.ACES2065_1, "by the metadata file " + file.getFileName());
        return source.withRgb(shown, color, new ApplyAmf(file, result, known).text())
                .withRgbFor(rendered ? result.samples() : SampleType.FLOAT);
    }

    private AmfPipelineTransform pipeline() throws StepException {
        try {
            return AmfPipelineTransform.read(file);
        } catch (IOException e) {
            throw new StepException(e.getMessage());
        }
    }

    @Override
    public String text() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        values.put("result", result.label());
        from.ifPresent(space -> values.put("from", space.name()));
        return SIGNATURE.label() + " " + MacroOptions.format(values);
    }
}
