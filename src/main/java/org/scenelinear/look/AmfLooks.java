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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.look.ChainedLook.Role;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;

/**
 * What is left to be done of an ACES Metadata File, as links of a chain: the same as {@link AmfPipelineTransform}, to
 * be written again or changed.
 *
 * @param input the space of the clip; empty if the file says nothing of it
 * @param looks first to last
 * @param output empty if the file names none, or it was applied
 */
public record AmfLooks(Optional<ColorSpace> input, List<ChainedLook> looks, Optional<LookChain.Output> output) {
    /** Keeps an unmodifiable copy of the list. */
    public AmfLooks {
        looks = List.copyOf(looks);
    }

    /**
     * Reads a metadata file; the files it refers to are not opened.
     *
     * @throws FileProblemException if it cannot be read, is broken, or refers to something that has no name here
     */
    public static AmfLooks read(Path path) throws IOException {
        AmfPipeline pipeline = AmfReader.read(path).pipeline();
        Optional<ColorSpace> input = Optional.empty();
        if (pipeline.input().isPresent() && !pipeline.input().get().applied()) {
            List<AmfTransform.Part> parts = pipeline.input().get().parts();
            AmfReference reference = parts.get(0).reference();
            input = Optional.of(Optional.of(reference)
                    .filter(known -> parts.size() == 1)
                    .flatMap(AmfLooks::space)
                    .orElseThrow(() -> unknown(path, "inputTransform", reference)));
        }
        List<ChainedLook> looks = new ArrayList<>();
        for (AmfLook look : pipeline.looks()) {
            if (!look.applied()) {
                looks.add(link(path, look, looks.size() + 1));
            }
        }
        Optional<LookChain.Output> output = pipeline.output()
                .filter(last -> !last.applied())
                .map(last -> new LookChain.Output(
                        "", "", last.parts().get(0).reference().value()));
        return new AmfLooks(input, looks, output);
    }

    private static Optional<ColorSpace> space(AmfReference reference) {
        return Optional.of(reference)
                .filter(known -> known.kind() == AmfReference.Kind.TRANSFORM_ID)
                .flatMap(known -> AmfTransforms.spaceOf(known.value()));
    }

    private static ChainedLook link(Path path, AmfLook look, int number) throws FileProblemException {
        Role role = look.content() instanceof AmfLook.Referenced ? Role.LOOK : Role.GRADE;
        String name = look.description().isBlank() ? role.label() + " " + number : look.description();
        return ChainedLook.of(name, role, content(path, look));
    }

    private static ChainedLook.Content content(Path path, AmfLook look) throws FileProblemException {
        if (look.content() instanceof AmfLook.Grade grade) {
            CdlTransform cdl = new CdlTransform(
                    CdlTransform.Style.FORWARD_NO_CLAMP,
                    values(grade.slope()),
                    values(grade.offset()),
                    values(grade.power()),
                    grade.saturation());
            return new ChainedLook.Grade(cdl, working(path, grade.space()));
        }
        if (look.content() instanceof AmfLook.GradeInFile grade) {
            return new ChainedLook.OfFile(file(path, grade.file()), grade.id(), working(path, grade.space()), false);
        }
        AmfReference reference = ((AmfLook.Referenced) look.content()).reference();
        if (reference.kind() == AmfReference.Kind.FILE) {
            return new ChainedLook.OfFile(file(path, reference.value()), "", Optional.empty(), false);
        }
        for (boolean inverse : new boolean[] {false, true}) {
            if (reference.equals(AmfReference.id(AmfTransforms.gamutCompressId(inverse)))) {
                return new ChainedLook.GamutCompression(inverse);
            }
        }
        return LookLibrary.nameOf(reference.value())
                .filter(known -> reference.kind() == AmfReference.Kind.TRANSFORM_ID)
                .map(known -> new ChainedLook.OfLibrary(known, false))
                .orElseThrow(() -> unknown(path, "lookTransform", reference));
    }

    private static Optional<ColorSpace> working(Path path, AmfLook.WorkingSpace space) throws FileProblemException {
        ColorSpace known = space(space.from()).orElseThrow(() -> unknown(path, "cdlWorkingSpace", space.from()));
        return Optional.of(known).filter(other -> !other.equals(ColorSpaces.ACES2065_1));
    }

    private static Path file(Path path, String uri) throws FileProblemException {
        return AmfPipelineTransform.resolve(path, uri).toAbsolutePath().normalize();
    }

    private static ChannelValues values(List<Double> three) {
        return new ChannelValues(three.get(0), three.get(1), three.get(2));
    }

    private static UnsupportedFileException unknown(Path path, String place, AmfReference reference) {
        return new UnsupportedFileException(
                path.toString(), place, "has no name here, so it cannot be taken over: " + reference);
    }
}
