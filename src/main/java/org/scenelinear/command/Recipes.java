/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.command.color.AddLight;
import org.scenelinear.command.color.AssignColorSpace;
import org.scenelinear.command.color.CompositeOver;
import org.scenelinear.command.color.ConvertColorSpace;
import org.scenelinear.command.color.Exposure;
import org.scenelinear.command.color.MultiplyLight;
import org.scenelinear.command.develop.ApplyPreset;
import org.scenelinear.command.develop.StageOperation;
import org.scenelinear.command.file.SaveExr;
import org.scenelinear.command.file.SavePng;
import org.scenelinear.command.inspect.SetLightCalibration;
import org.scenelinear.command.look.ApplyAmf;
import org.scenelinear.command.look.ApplyLook;
import org.scenelinear.command.look.AscCdl;
import org.scenelinear.command.look.BakeLook;
import org.scenelinear.command.look.LookFromSamples;
import org.scenelinear.command.look.ReferenceGamutCompress;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.output.AcesOutputTransform;
import org.scenelinear.command.output.InverseAcesOutputTransform;
import org.scenelinear.image.Step;
import org.scenelinear.image.StepException;

/**
 * The catalog of operations on an image: macro text into steps, for macros, headless calls and batches alike.
 *
 * <pre>{@code
 * Step step = Recipes.parse("Convert Color Space...", "to=ACEScg");
 * }</pre>
 */
public final class Recipes {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(ConvertColorSpace.SIGNATURE, ConvertColorSpace::of),
            new Entry(AssignColorSpace.SIGNATURE, AssignColorSpace::of),
            new Entry(SetLightCalibration.SIGNATURE, SetLightCalibration::of),
            new Entry(Exposure.SIGNATURE, Exposure::of),
            new Entry(AddLight.SIGNATURE, AddLight::of),
            new Entry(MultiplyLight.SIGNATURE, MultiplyLight::of),
            new Entry(CompositeOver.SIGNATURE, CompositeOver::of),
            stage(StageOperation.WHITE_BALANCE),
            stage(StageOperation.BASIC_TONE),
            stage(StageOperation.TONE_CURVES),
            stage(StageOperation.HSL),
            stage(StageOperation.COLOR_GRADING),
            stage(StageOperation.LUT),
            stage(StageOperation.DETAIL),
            stage(StageOperation.DEHAZE),
            stage(StageOperation.NOISE_REDUCTION),
            stage(StageOperation.GRAIN),
            stage(StageOperation.VIGNETTE),
            new Entry(ApplyPreset.SIGNATURE, ApplyPreset::of),
            new Entry(AcesOutputTransform.SIGNATURE, AcesOutputTransform::of),
            new Entry(InverseAcesOutputTransform.SIGNATURE, InverseAcesOutputTransform::of),
            new Entry(ApplyAmf.SIGNATURE, ApplyAmf::of),
            new Entry(ApplyLook.SIGNATURE, ApplyLook::of),
            new Entry(BakeLook.SIGNATURE, BakeLook::of),
            new Entry(LookFromSamples.SIGNATURE, LookFromSamples::of),
            new Entry(AscCdl.SIGNATURE, AscCdl::of),
            new Entry(ReferenceGamutCompress.SIGNATURE, ReferenceGamutCompress::of),
            new Entry(SaveExr.SIGNATURE, SaveExr::of),
            new Entry(SavePng.SIGNATURE, SavePng::of));

    private Recipes() {}

    @FunctionalInterface
    private interface Maker {
        Step make(Arguments arguments) throws StepException;
    }

    private record Entry(Signature signature, Maker maker) {}

    private static Entry stage(StageOperation operation) {
        return new Entry(operation.signature(), operation::of);
    }

    /** Every operation with its label, parameters, defaults and allowed values. */
    public static List<Signature> all() {
        return ENTRIES.stream().map(Entry::signature).toList();
    }

    /**
     * The label and parameters of an operation.
     *
     * @param label the label in the menu; case and the dots at its end do not matter
     * @return empty if there is no such operation
     */
    public static Optional<Signature> find(String label) {
        return all().stream()
                .filter(signature -> plain(signature.label()).equals(plain(label)))
                .findFirst();
    }

    /**
     * The step of a macro line.
     *
     * @param label the label in the menu; case and the dots at its end do not matter
     * @param options {@code key=value} words, as in {@code run(label, options)}; null counts as empty
     * @return ready to be applied
     * @throws StepException if there is no such operation, a key is unknown, a value is not allowed, or a required one
     *     is missing; the message says what is allowed
     */
    public static Step parse(String label, String options) throws StepException {
        Entry entry = entry(label);
        return entry.maker().make(entry.signature().parse(options));
    }

    /**
     * The step of values by key; they may hold what a macro line has no way to write.
     *
     * @param label as {@link #parse(String, String)}
     * @param values as users wrote them; what is missing takes its default
     * @return ready to be applied
     * @throws StepException as {@link #parse(String, String)}
     */
    public static Step parse(String label, Map<String, String> values) throws StepException {
        Entry entry = entry(label);
        return entry.maker().make(entry.signature().arguments(values));
    }

    private static Entry entry(String label) throws StepException {
        for (Entry entry : ENTRIES) {
            if (plain(entry.signature().label()).equals(plain(label))) {
                return entry;
            }
        }
        throw new StepException("there is no operation " + label + "; the operations are "
                + all().stream().map(Signature::label).collect(Collectors.joining(", ")));
    }

    private static String plain(String label) {
        return label.strip().replaceAll("[.…]+$", "").strip().toLowerCase(Locale.ROOT);
    }
}
