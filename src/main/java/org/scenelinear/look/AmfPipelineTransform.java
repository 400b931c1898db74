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
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.aces.InverseOutputTransform;
import org.scenelinear.aces.OutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.look.AmfReference.Kind;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * What is left to be done with a clip's pixels so that they show what the author of an ACES Metadata File saw. Steps
 * that are in the pixels already are not part of it. Grades are not limited to 0 to 1.
 *
 * @param convertsInput whether it begins with the clip's own values; otherwise with ACES2065-1
 * @param scene input transform and looks, in order; ends in ACES2065-1
 * @param output from there to code values of a display; empty if the file names none or it was applied
 * @param outputId the ACES transform id of the output; empty without one
 * @param skipped what the pixels have gone through already, in words
 */
public record AmfPipelineTransform(
        boolean convertsInput,
        TransformChain scene,
        Optional<OutputTransform> output,
        String outputId,
        List<String> skipped) {
    /** Keeps an unmodifiable copy of the list. */
    public AmfPipelineTransform {
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads a metadata file and the files it refers to.
     *
     * @param path an {@code .amf} file; others are looked for beside it
     * @throws FileProblemException if one of them cannot be read or is not what it should be, has another hash than the
     *     metadata file says, or a transform id, UUID or kind of reference is not known here; the message names it
     * @throws IOException if reading fails otherwise
     */
    public static AmfPipelineTransform read(Path path) throws IOException {
        return new Builder(path).build(AmfReader.read(path).pipeline());
    }

    /**
     * Reads a metadata file and the files it refers to, but for its input transform: what is left begins with
     * ACES2065-1.
     *
     * @param path as {@link #read}
     * @throws IOException as {@link #read}
     */
    public static AmfPipelineTransform readFromAces(Path path) throws IOException {
        AmfPipeline whole = AmfReader.read(path).pipeline();
        return new Builder(path)
                .build(new AmfPipeline(
                        whole.info(),
                        whole.system(),
                        Optional.empty(),
                        whole.looks(),
                        whole.workingLocation(),
                        whole.output()));
    }

    /** Input, looks and output in one. */
    public TransformChain whole() {
        return output.<TransformChain>map(rendering -> TransformChain.of(scene, rendering))
                .orElse(scene);
    }

    /** A name as it stands if there is such a file, otherwise with the escapes of URIs undone. */
    static Path resolve(Path path, String uri) throws FileProblemException {
        try {
            Path plain = uri.startsWith("file:") ? Path.of(new URI(uri)) : path.resolveSibling(uri);
            if (Files.exists(plain) || !uri.contains("%") || uri.startsWith("file:")) {
                return plain;
            }
            return path.resolveSibling(new URI(uri).getPath());
        } catch (URISyntaxException | InvalidPathException e) {
            throw new InvalidFileException(path.toString(), "file " + uri, "is no name of a file");
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFileException(path.toString(), "file " + uri, "is not on this machine");
        }
    }

    private record Builder(Path path) {
        AmfPipelineTransform build(AmfPipeline pipeline) throws FileProblemException {
            List<ColorTransform> transforms = new ArrayList<>();
            List<String> skipped = new ArrayList<>();
            boolean convertsInput = false;
            if (pipeline.input().isPresent()) {
                AmfTransform input = pipeline.input().get();
                if (input.applied()) {
                    skipped.add("input transform " + names(input));
                } else {
                    convertsInput = true;
                    for (AmfTransform.Part part : input.parts()) {
                        transforms.add(input(part));
                    }
                }
            }
            int number = 0;
            for (AmfLook look : pipeline.looks()) {
                number++;
                if (look.applied()) {
                    skipped.add("look " + number + (look.description().isEmpty() ? "" : ": " + look.description()));
                } else {
                    transforms.add(look(look));
                }
            }
            Optional<OutputTransform> output = Optional.empty();
            String outputId = "";
            if (pipeline.output().isPresent()) {
                AmfTransform last = pipeline.output().get();
                if (last.applied()) {
                    skipped.add("output transform " + names(last));
                } else {
                    AmfReference reference = last.parts().get(0).reference();
                    output = Optional.of(output(reference));
                    outputId = reference.value();
                }
            }
            return new AmfPipelineTransform(convertsInput, new TransformChain(transforms), output, outputId, skipped);
        }

        private static String names(AmfTransform transform) {
            return String.join(
                    ", ",
                    transform.parts().stream()
                            .map(part -> part.reference().value())
                            .toList());
        }

        private ColorTransform input(AmfTransform.Part part) throws FileProblemException {
            AmfReference reference = part.reference();
            if (reference.kind() == Kind.TRANSFORM_ID && part.role().startsWith("inverse")) {
                Optional<OutputTransform> forward = OutputTransforms.findById(reference.value());
                if (forward.isPresent()) {
                    return new InverseOutputTransform(forward.get());
                }
            }
            return referenced(reference, part.hash());
        }

        private OutputTransform output(AmfReference reference) throws FileProblemException {
            return Optional.of(reference)
                    .filter(r -> r.kind() == Kind.TRANSFORM_ID)
                    .flatMap(r -> OutputTransforms.findById(r.value()))
                    .orElseThrow(() -> unknown("outputTransform", reference));
        }

        private ColorTransform look(AmfLook look) throws FileProblemException {
            if (look.content() instanceof AmfLook.Grade grade) {
                try {
                    CdlTransform cdl = new CdlTransform(
                            CdlTransform.Style.FORWARD_NO_CLAMP,
                            values(grade.slope()),
                            values(grade.offset()),
                            values(grade.power()),
                            grade.saturation());
                    return within(grade.space(), cdl);
                } catch (IllegalArgumentException e) {
                    throw new InvalidFileException(path.toString(), "lookTransform", e.getMessage());
                }
            }
            if (look.content() instanceof AmfLook.GradeInFile grade) {
                return within(grade.space(), file(grade.file(), grade.id(), look.hash()));
            }
            return referenced(((AmfLook.Referenced) look.content()).reference(), look.hash());
        }

        private static ChannelValues values(List<Double> three) {
            return new ChannelValues(three.get(0), three.get(1), three.get(2));
        }

        private ColorTransform within(AmfLook.WorkingSpace space, ColorTransform grade) throws FileProblemException {
            ColorTransform back = referenced(space.from(), Optional.empty());
            ColorTransform there = space.to().isPresent()
                    ? referenced(space.to().get(), Optional.empty())
                    : AmfTransforms.fromAces(space.from().value())
                            .orElseThrow(() -> unknown("cdlWorkingSpace", space.from()));
            return TransformChain.of(there, grade, back);
        }

        private ColorTransform referenced(AmfReference reference, Optional<AmfHash> hash) throws FileProblemException {
            if (reference.kind() == Kind.FILE) {
                return file(reference.value(), "", hash);
            }
            return Optional.of(reference)
                    .filter(r -> r.kind() == Kind.TRANSFORM_ID)
                    .flatMap(r -> AmfTransforms.find(r.value()))
                    .orElseThrow(() -> unknown("pipeline", reference));
        }

        private UnsupportedFileException unknown(String place, AmfReference reference) {
            return new UnsupportedFileException(path.toString(), place, "not known here: " + reference);
        }

        private ColorTransform file(String uri, String correction, Optional<AmfHash> hash) throws FileProblemException {
            Path file = resolve(path, uri);
            if (hash.isPresent() && !hash.get().matches(bytes(file))) {
                throw new InvalidFileException(
                        path.toString(), "file " + uri, "its hash is not the one written here; it was changed since");
            }
            return LutFiles.read(file, new LutFiles.Options(correction, Lut3D.Interpolation.TETRAHEDRAL))
                    .chain();
        }

        private static byte[] bytes(Path file) throws FileProblemException {
            try (ByteSource source = ByteSource.open(file)) {
                byte[] bytes = new byte[SizeLimits.arraySize(source.name(), "", source.size(), 1)];
                source.read("", 0, bytes, 0, bytes.length);
                return bytes;
            }
        }
    }
}
