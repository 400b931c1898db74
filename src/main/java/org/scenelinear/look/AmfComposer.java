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
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.lut.LookFile;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.TransformChain;

/**
 * Says in an ACES Metadata File what is done to a clip: transforms that other programs know by their ACES id, grades in
 * spaces that have one as they are, all else as a file of the Common LUT Format beside it. Reading it with
 * {@link AmfPipelineTransform} gives the same picture.
 */
public final class AmfComposer {
    /** Entries of a table along each edge, where a look has operations that a file of a look has not. */
    private static final int TABLE = 65;

    private static final String SYSTEM = "2.0.0";

    private final String stem;
    private final Run run;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private AmfComposer(String stem, Run run) {
        this.stem = stem;
        this.run = run;
    }

    /**
     * What to say.
     *
     * @param clip the name of the file that the metadata are for
     * @param input its space
     * @param applied how many of the looks the pixels of the clip have gone through
     * @param looks first to last; what is off is left out
     * @param output what follows; empty for none
     * @param outputApplied whether the pixels have gone through that too
     */
    public record Content(
            String clip,
            ColorSpace input,
            int applied,
            List<ChainedLook> looks,
            Optional<LookChain.Output> output,
            boolean outputApplied) {
        /** Keeps an unmodifiable copy of the list. */
        public Content {
            looks = List.copyOf(looks);
        }
    }

    /**
     * Makes the metadata and the files it needs. Nothing is written yet.
     *
     * @param content what to say
     * @param target where it will lie; the names of the other files begin with its name
     * @throws FileProblemException if the file of a look cannot be read
     * @throws IllegalArgumentException if the output transform has no ACES id, or a look undoes the gamut compression
     */
    public static AmfFiles compose(Content content, Path target, Run run) throws IOException {
        String name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        AmfComposer composer = new AmfComposer(dot > 0 ? name.substring(0, dot) : name, run);
        AmfPipeline pipeline = composer.pipeline(content);
        AmfClip clip = new AmfClip(content.clip(), new AmfClip.File(uri(content.clip())));
        return new AmfFiles(new Amf(info(""), Optional.of(clip), pipeline, List.of()), composer.files);
    }

    private static AmfInfo info(String description) {
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        return new AmfInfo(description, List.of(), now, now, "urn:uuid:" + UUID.randomUUID());
    }

    private AmfPipeline pipeline(Content content) throws IOException {
        List<AmfLook> looks = new ArrayList<>();
        for (int i = 0; i < content.looks().size(); i++) {
            ChainedLook look = content.looks().get(i);
            if (look.on() && look.strength() > 0) {
                looks.add(look(look, i + 1, i < content.applied()));
            }
        }
        Optional<AmfTransform> output = content.output()
                .map(found -> new AmfTransform(
                        found.name(),
                        content.outputApplied(),
                        List.of(new AmfTransform.Part("", AmfReference.id(id(found)), Optional.empty()))));
        return new AmfPipeline(
                info(""), SYSTEM, input(content.input(), content.outputApplied()), looks, OptionalInt.empty(), output);
    }

    private Optional<AmfTransform> input(ColorSpace space, boolean applied) {
        if (space.equals(ColorSpaces.ACES2065_1)) {
            return Optional.empty();
        }
        TransformChain exact =
                TransformChain.of(ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD));
        Optional<String> id = AmfTransforms.idToAces(space);
        Written written = id.isPresent()
                ? new Written(AmfReference.id(id.get()), Optional.empty())
                : write("input-" + slug(space.name()), LookFile.of(exact));
        return Optional.of(new AmfTransform(
                space.name(), applied, List.of(new AmfTransform.Part("", written.reference(), written.hash()))));
    }

    private static String id(LookChain.Output output) {
        return output.id().isEmpty()
                ? OutputTransforms.ids().stream()
                        .filter(id -> OutputTransforms.findById(id).equals(Optional.of(output.transform())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(output.name() + " has no ACES transform id"))
                : output.id();
    }

    private AmfLook look(ChainedLook look, int number, boolean applied) throws IOException {
        Optional<AmfLook.Content> content = look.strength() == 1 ? named(look.content()) : Optional.empty();
        if (content.isPresent()) {
            return new AmfLook(look.name(), applied, Optional.empty(), content.get());
        }
        String name = number + "-" + slug(look.name());
        if (look.strength() == 1 && look.content() instanceof ChainedLook.OfLibrary own && !own.inverse()) {
            Written written = write(name, LookLibrary.find(own.name()).orElseThrow());
            return referenced(look.name() + " (" + LookLibrary.id(own.name()) + ")", applied, written);
        }
        boolean asItIs = look.strength() == 1
                && look.content() instanceof ChainedLook.OfFile file
                && !file.inverse()
                && file.space().isEmpty()
                && file.file().toString().toLowerCase(Locale.ROOT).endsWith(".clf");
        return referenced(
                look.name(),
                applied,
                asItIs
                        ? write(name, Files.readAllBytes(((ChainedLook.OfFile) look.content()).file()))
                        : write(name, baked(look)));
    }

    private static AmfLook referenced(String description, boolean applied, Written written) {
        return new AmfLook(description, applied, written.hash(), new AmfLook.Referenced(written.reference()));
    }

    /** What needs no file. */
    private static Optional<AmfLook.Content> named(ChainedLook.Content content) throws FileProblemException {
        if (content instanceof ChainedLook.GamutCompression compression) {
            if (compression.inverse()) { // the schema's pattern of looks has no place for the id of an inverse
                throw new IllegalArgumentException(
                        "the inverse of Reference Gamut Compress is no look of an ACES Metadata File");
            }
            return Optional.of(new AmfLook.Referenced(AmfReference.id(AmfTransforms.gamutCompressId(false))));
        }
        if (content instanceof ChainedLook.Grade grade) {
            return grade(grade.cdl(), grade.space());
        }
        return Optional.empty();
    }

    private static Optional<AmfLook.Content> grade(CdlTransform cdl, Optional<ColorSpace> space) {
        if (cdl.style() != CdlTransform.Style.FORWARD_NO_CLAMP) {
            return Optional.empty();
        }
        return AmfTransforms.idToAces(space.orElse(ColorSpaces.ACES2065_1))
                .map(id -> new AmfLook.Grade(
                        new AmfLook.WorkingSpace(Optional.empty(), AmfReference.id(id)),
                        list(cdl.slope()),
                        list(cdl.offset()),
                        list(cdl.power()),
                        cdl.saturation()));
    }

    private static List<Double> list(ChannelValues values) {
        return List.of(values.r(), values.g(), values.b());
    }

    private LookFile baked(ChainedLook look) throws IOException {
        BakedLook.Request request = new BakedLook.Request(look.name(), look.transform(), false, TABLE, Shaper.LOG);
        BakedLook baked = BakedLook.clf(request, run);
        if (baked.sampled()) {
            run.warn(look.name() + " is in a table now: " + baked.error().text());
        }
        return baked.file();
    }

    /** A file beside the metadata. */
    private record Written(AmfReference reference, Optional<AmfHash> hash) {}

    private Written write(String name, LookFile look) {
        return write(name, LutFiles.clf(look));
    }

    private Written write(String name, byte[] content) {
        String file = stem + "-" + name + ".clf";
        files.put(file, content);
        return new Written(AmfReference.file(uri(file)), Optional.of(AmfHash.sha256(content)));
    }

    private static String slug(String name) {
        return name.replaceAll("\\.[A-Za-z0-9]{2,6}$", "")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String uri(String fileName) {
        try {
            return new URI(null, null, fileName.contains(":") ? "./" + fileName : fileName, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(fileName + " is no name of a file", e);
        }
    }
}
