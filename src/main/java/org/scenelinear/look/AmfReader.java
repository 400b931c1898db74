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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.look.AmfLook.Content;
import org.scenelinear.look.AmfLook.WorkingSpace;
import org.scenelinear.look.AmfReference.Kind;

/**
 * Reads ACES Metadata Files of version 2.0 (SMPTE ST 2065-7; schema {@code urn:ampas:aces:amf:v2.0}).
 *
 * <p>As strict as the schema about what there is, more generous about its order. The schema's other spellings of the
 * nodes of a color decision list are taken ({@code ASC_SOP}, {@code ASC_SAT}, {@code ASC_CC_XML}). Document type
 * definitions are refused, whatever they hold.
 */
public final class AmfReader {
    static final String NAMESPACE = "urn:ampas:aces:amf:v2.0";
    static final String CDL_NAMESPACE = "urn:ASC:CDL:v1.01";

    /** Far more than any pipeline needs. */
    private static final long LARGEST_FILE = 8L << 20;

    private static final int DEEPEST = 32;
    private static final String[] REFERENCES = {"transformId", "file", "uuid"};

    private AmfReader() {}

    /**
     * Reads a file.
     *
     * @param path an {@code .amf} file
     * @throws InvalidFileException if it is not such a file; the message names the line and the element
     * @throws UnsupportedFileException if it is of another version
     * @throws FileAccessException if it cannot be read
     */
    public static Amf read(Path path) throws IOException {
        String file = path.toString();
        byte[] content;
        try {
            if (Files.size(path) > LARGEST_FILE) {
                throw new InvalidFileException(file, "", "is too large for a metadata file");
            }
            content = Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new FileAccessException(file, "", "does not exist", e);
        }
        return amf(parse(file, content));
    }

    private static AmfElement parse(String file, byte[] content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return tree(file, factory.createXMLStreamReader(new ByteArrayInputStream(content)));
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new InvalidFileException(
                    file, line > 0 ? "line " + line : "", "is not well-formed XML: " + lastLine(e), e);
        }
    }

    private static AmfElement tree(String file, XMLStreamReader xml) throws XMLStreamException, IOException {
        Deque<AmfElement> open = new ArrayDeque<>();
        AmfElement root = null;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new InvalidFileException(
                            file,
                            "line " + xml.getLocation().getLineNumber(),
                            "has a document type definition, which a metadata file has no use for");
                case XMLStreamConstants.START_ELEMENT -> {
                    AmfElement element = element(file, xml);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw element.problem("lies too deep in other elements");
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().add(xml.getText());
                    }
                }
                default -> {} // comments and processing instructions say nothing about pixels
            }
        }
        return root;
    }

    private static AmfElement element(String file, XMLStreamReader xml) throws IOException {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.put(
                    xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
        }
        AmfElement element =
                new AmfElement(file, xml.getLocalName(), xml.getLocation().getLineNumber(), attributes);
        String namespace = xml.getNamespaceURI();
        if (!NAMESPACE.equals(namespace) && !CDL_NAMESPACE.equals(namespace)) {
            if (namespace != null && namespace.startsWith("urn:ampas:aces:amf:")) {
                throw new UnsupportedFileException(
                        file, "", "is of the version " + namespace + "; only " + NAMESPACE + " can be read");
            }
            throw element.problem("is of the namespace " + namespace + ", not " + NAMESPACE);
        }
        return element;
    }

    private static Amf amf(AmfElement root) throws InvalidFileException {
        if (!root.name().equals("acesMetadataFile")) {
            throw root.problem("is not acesMetadataFile");
        }
        AmfInfo info = info(root.need("amfInfo"), true);
        Optional<AmfElement> clip = root.take("clipId");
        AmfPipeline pipeline = pipeline(root.need("pipeline"));
        List<AmfPipeline> archived = new ArrayList<>();
        for (AmfElement element : root.takeAll("archivedPipeline")) {
            archived.add(pipeline(element));
        }
        root.requireAllTaken();
        return new Amf(info, clip.isEmpty() ? Optional.empty() : Optional.of(clip(clip.get())), pipeline, archived);
    }

    private static AmfInfo info(AmfElement element, boolean complete) throws InvalidFileException {
        String description = element.takeText("description");
        List<AmfInfo.Author> authors = new ArrayList<>();
        for (AmfElement author : element.takeAll("author")) {
            authors.add(new AmfInfo.Author(
                    author.need("name").text(), author.need("emailAddress").text()));
            author.requireAllTaken();
        }
        AmfElement dateTime = element.need("dateTime");
        AmfInfo info = new AmfInfo(
                description,
                authors,
                dateTime.need("creationDateTime").text(),
                dateTime.need("modificationDateTime").text(),
                element.need("uuid").text());
        dateTime.requireAllTaken();
        if (complete) {
            element.requireAllTaken();
        }
        return info;
    }

    private static AmfClip clip(AmfElement element) throws InvalidFileException {
        String name = element.need("clipName").text();
        AmfElement place = element.need("sequence", "file", "uuid");
        element.requireAllTaken();
        AmfClip.Location location = switch (place.name()) {
            case "file" -> new AmfClip.File(place.text());
            case "uuid" -> new AmfClip.ByUuid(place.text());
            default ->
                new AmfClip.Sequence(place.text(), place.attribute("idx"), number(place, "min"), number(place, "max"));
        };
        return new AmfClip(name, location);
    }

    private static AmfPipeline pipeline(AmfElement element) throws InvalidFileException {
        AmfElement infoElement = element.need("pipelineInfo");
        AmfInfo info = info(infoElement, false);
        String system = system(infoElement.need("systemVersion"));
        infoElement.requireAllTaken();
        Optional<AmfElement> input = element.take("inputTransform");
        Optional<AmfElement> output = element.take("outputTransform");
        List<AmfLook> looks = new ArrayList<>();
        OptionalInt workingLocation = OptionalInt.empty();
        for (AmfElement step : element.takeAll("lookTransform", "workingLocation")) {
            if (step.name().equals("lookTransform")) {
                looks.add(look(step));
            } else if (workingLocation.isPresent()) {
                throw step.problem("stands twice in " + element.name());
            } else {
                workingLocation = OptionalInt.of(looks.size());
            }
        }
        element.requireAllTaken();
        return new AmfPipeline(
                info,
                system,
                input.isEmpty() ? Optional.empty() : Optional.of(transform(input.get())),
                looks,
                workingLocation,
                output.isEmpty() ? Optional.empty() : Optional.of(transform(output.get())));
    }

    private static String system(AmfElement version) throws InvalidFileException {
        String system = version.need("majorVersion").text() + "."
                + version.need("minorVersion").text() + "."
                + version.need("patchVersion").text();
        version.requireAllTaken();
        return system;
    }

    private static AmfTransform transform(AmfElement element) throws InvalidFileException {
        String description = element.takeText("description");
        boolean applied = applied(element);
        List<AmfTransform.Part> parts = new ArrayList<>();
        Optional<AmfHash> hash = hash(element);
        Optional<AmfElement> own = element.take(REFERENCES);
        if (own.isPresent()) {
            parts.add(new AmfTransform.Part("", reference(own.get()), hash));
        } else {
            for (AmfElement part : element.takeAll(
                    "inverseOutputTransform",
                    "inverseOutputDeviceTransform",
                    "inverseReferenceRenderingTransform",
                    "referenceRenderingTransform",
                    "outputDeviceTransform")) {
                part.takeText("description");
                Optional<AmfHash> partHash = hash(part);
                parts.add(new AmfTransform.Part(part.name(), reference(part.need(REFERENCES)), partHash));
                part.requireAllTaken();
            }
        }
        if (parts.isEmpty()) {
            throw element.problem("names no transform");
        }
        element.requireAllTaken();
        return new AmfTransform(description, applied, parts);
    }

    private static AmfLook look(AmfElement element) throws InvalidFileException {
        String description = element.takeText("description");
        boolean applied = applied(element);
        Optional<AmfHash> hash = hash(element);
        Optional<AmfElement> space = element.take("cdlWorkingSpace");
        Content content = space.isEmpty()
                ? new AmfLook.Referenced(reference(element.need(REFERENCES)))
                : grade(element, workingSpace(space.get()));
        element.requireAllTaken();
        return new AmfLook(description, applied, hash, content);
    }

    private static WorkingSpace workingSpace(AmfElement element) throws InvalidFileException {
        Optional<AmfElement> to = element.take("toCdlWorkingSpace");
        WorkingSpace space = new WorkingSpace(
                to.isEmpty() ? Optional.empty() : Optional.of(conversion(to.get())),
                conversion(element.need("fromCdlWorkingSpace")));
        element.requireAllTaken();
        return space;
    }

    private static AmfReference conversion(AmfElement element) throws InvalidFileException {
        element.takeText("description");
        hash(element);
        AmfReference reference = reference(element.need(REFERENCES));
        element.requireAllTaken();
        return reference;
    }

    private static Content grade(AmfElement element, WorkingSpace space) throws InvalidFileException {
        Optional<AmfElement> correction = element.take("ColorCorrectionRef", "ASC_CC_XML");
        if (correction.isPresent()) {
            return new AmfLook.GradeInFile(
                    space,
                    correction.get().attribute("ref"),
                    element.need("file").text());
        }
        AmfElement sop = element.need("SOPNode", "ASC_SOP");
        AmfElement saturation = element.need("SatNode", "ASC_SAT");
        sop.takeAll("Description");
        saturation.takeAll("Description");
        AmfLook.Grade grade = new AmfLook.Grade(
                space,
                numbers(sop.need("Slope"), 3),
                numbers(sop.need("Offset"), 3),
                numbers(sop.need("Power"), 3),
                numbers(saturation.need("Saturation"), 1).get(0));
        sop.requireAllTaken();
        saturation.requireAllTaken();
        if (grade.slope().stream().anyMatch(slope -> slope < 0) || grade.saturation() < 0) {
            throw sop.problem("has a negative slope or saturation");
        }
        if (grade.power().stream().anyMatch(power -> power <= 0)) {
            throw sop.problem("has a power that is not above 0");
        }
        return grade;
    }

    private static AmfReference reference(AmfElement element) throws InvalidFileException {
        if (element.text().isEmpty()) {
            throw element.problem("is empty");
        }
        for (Kind kind : Kind.values()) {
            if (kind.element().equals(element.name())) {
                return new AmfReference(kind, element.text());
            }
        }
        throw new IllegalStateException(element.name());
    }

    private static Optional<AmfHash> hash(AmfElement element) throws InvalidFileException {
        Optional<AmfElement> hash = element.take("hash");
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        String uri = hash.get().attribute("algorithm");
        for (AmfHash.Algorithm algorithm : AmfHash.Algorithm.values()) {
            if (algorithm.uri().equals(uri)) {
                return Optional.of(new AmfHash(algorithm, hash.get().text()));
            }
        }
        throw hash.get().problem("has the unknown algorithm " + uri);
    }

    private static boolean applied(AmfElement element) throws InvalidFileException {
        return switch (element.attribute("applied")) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw element.problem("has applied=\"" + element.attribute("applied") + "\", not true or false");
        };
    }

    private static int number(AmfElement element, String attribute) throws InvalidFileException {
        try {
            return Integer.parseUnsignedInt(element.attribute(attribute));
        } catch (NumberFormatException e) {
            throw element.problem(attribute + "=\"" + element.attribute(attribute) + "\" is not a whole number");
        }
    }

    private static List<Double> numbers(AmfElement element, int count) throws InvalidFileException {
        List<Double> numbers = new ArrayList<>();
        for (String word : element.text().split("\\s+")) {
            double number;
            try {
                number = Double.parseDouble(word);
            } catch (NumberFormatException e) {
                throw element.problem("\"" + word + "\" is not a number");
            }
            if (!Double.isFinite(number)) {
                throw element.problem(word + " is not a finite number");
            }
            numbers.add(number);
        }
        if (numbers.size() != count) {
            throw element.problem("holds " + numbers.size() + " numbers, not " + count);
        }
        return numbers;
    }

    private static String lastLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.substring(message.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    }
}
