/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Reads the files of color decisions of the American Society of Cinematographers (version 1.2): a
 * {@code ColorCorrection}, a collection or a decision list of them. Without limits, as OpenColorIO reads them.
 */
final class CdlReader {
    private static final Set<String> DESCRIPTIONS = Set.of("Description", "InputDescription", "ViewingDescription");

    private final XmlCursor xml;
    private final List<LookFile> corrections = new ArrayList<>();

    private CdlReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** All corrections in a file's bytes, in its order. */
    static List<LookFile> readAll(String file, byte[] bytes) throws FileProblemException {
        CdlReader reader = new CdlReader(XmlCursor.open(file, bytes));
        reader.read();
        return reader.corrections;
    }

    /** The correction with an id, or the first. */
    static LookFile read(String file, byte[] bytes, String id) throws FileProblemException {
        List<LookFile> corrections = readAll(file, bytes);
        if (id.isEmpty()) {
            return corrections.get(0);
        }
        return corrections.stream()
                .filter(correction -> correction.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InvalidFileException(
                        file,
                        "",
                        "there is no color correction " + XmlCursor.quoted(id) + ", only "
                                + String.join(
                                        ", ",
                                        corrections.stream().map(LookFile::id).toList())));
    }

    private void read() throws FileProblemException {
        switch (xml.name()) {
            case "ColorCorrection" -> correction(List.of());
            case "ColorCorrectionCollection" -> corrections("ColorCorrectionCollection", List.of());
            case "ColorDecisionList" -> decisions();
            default ->
                throw xml.invalid("the first element is none of ColorCorrection, ColorCorrectionCollection and"
                        + " ColorDecisionList");
        }
        if (corrections.isEmpty()) {
            throw xml.invalid("there is no ColorCorrection");
        }
        xml.finish();
        Map<String, LookFile> ids = new LinkedHashMap<>();
        for (LookFile correction : corrections) {
            if (!correction.id().isEmpty() && ids.put(correction.id(), correction) != null) {
                throw xml.invalid("two color corrections have the id " + XmlCursor.quoted(correction.id()));
            }
        }
    }

    private void decisions() throws FileProblemException {
        List<String> shared = new ArrayList<>();
        while (xml.nextChild()) {
            if (DESCRIPTIONS.contains(xml.name())) {
                shared.add(xml.text());
            } else if (xml.name().equals("ColorDecision")) {
                corrections("ColorDecision", shared);
            } else {
                throw xml.invalid("the element " + xml.name() + " is not known in ColorDecisionList");
            }
        }
    }

    private void corrections(String within, List<String> descriptions) throws FileProblemException {
        List<String> shared = new ArrayList<>(descriptions);
        while (xml.nextChild()) {
            if (DESCRIPTIONS.contains(xml.name())) {
                shared.add(xml.text());
            } else if (xml.name().equals("ColorCorrection")) {
                correction(shared);
            } else if (xml.name().equals("MediaRef")) {
                xml.text(); // which pictures it is for, not what becomes of them
            } else if (xml.name().equals("ColorCorrectionRef")) {
                throw xml.unsupported("a reference to a color correction elsewhere");
            } else {
                throw xml.invalid("the element " + xml.name() + " is not known in " + within);
            }
        }
    }

    private void correction(List<String> shared) throws FileProblemException {
        String id = xml.attributes().getOrDefault("id", "");
        String place = xml.place();
        List<String> descriptions = new ArrayList<>(shared);
        CdlParameters parameters = new CdlParameters(xml);
        while (xml.nextChild()) {
            if (DESCRIPTIONS.contains(xml.name())) {
                descriptions.add(xml.text());
            } else if (!parameters.read()) {
                throw xml.invalid("the element " + xml.name() + " is not known in ColorCorrection");
            }
        }
        descriptions.addAll(parameters.descriptions());
        try {
            TransformChain chain = TransformChain.of(parameters.transform(CdlTransform.Style.FORWARD_NO_CLAMP));
            corrections.add(new LookFile(chain, id, "", "", descriptions, "", "", List.of()));
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(xml.file(), place, e.getMessage());
        }
    }
}
