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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.scenelinear.io.AtomicFile;

/**
 * Writes ACES Metadata Files of version 2.0 with the elements in the order the schema wants.
 *
 * <p>Reading a written file gives an equal {@link Amf}.
 */
public final class AmfWriter {
    private static final String AMF = "aces";
    private static final String CDL = "cdl";

    private final XMLStreamWriter xml;
    private int depth;

    private AmfWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * Writes a file whole or not at all.
     *
     * @param amf what to write
     * @param path the file to create or replace
     * @throws IOException if it cannot be written; the message names the file
     */
    public static void write(Amf amf, Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(amf));
        AtomicFile.write(path, channel -> {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    /** The content of a file. */
    static byte[] bytes(Amf amf) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(content, StandardCharsets.UTF_8.name());
            new AmfWriter(xml).document(amf);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing into memory does not fail", e);
        }
        return content.toByteArray();
    }

    private void document(Amf amf) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine();
        xml.writeStartElement(AMF, "acesMetadataFile", AmfReader.NAMESPACE);
        xml.writeNamespace(AMF, AmfReader.NAMESPACE);
        xml.writeNamespace(CDL, AmfReader.CDL_NAMESPACE);
        xml.writeAttribute("version", "2.0");
        depth = 1;
        begin("amfInfo");
        info(amf.info());
        end();
        if (amf.clip().isPresent()) {
            clip(amf.clip().get());
        }
        pipeline("pipeline", amf.pipeline());
        for (AmfPipeline archived : amf.archived()) {
            pipeline("archivedPipeline", archived);
        }
        end();
        newLine();
        xml.writeEndDocument();
    }

    private void info(AmfInfo info) throws XMLStreamException {
        description(info.description());
        for (AmfInfo.Author author : info.authors()) {
            begin("author");
            text("name", author.name());
            text("emailAddress", author.address());
            end();
        }
        begin("dateTime");
        text("creationDateTime", info.created());
        text("modificationDateTime", info.modified());
        end();
        text("uuid", info.uuid());
    }

    private void clip(AmfClip clip) throws XMLStreamException {
        begin("clipId");
        text("clipName", clip.name());
        if (clip.location() instanceof AmfClip.File file) {
            text("file", file.uri());
        } else if (clip.location() instanceof AmfClip.ByUuid byUuid) {
            text("uuid", byUuid.uuid());
        } else if (clip.location() instanceof AmfClip.Sequence sequence) {
            open(AMF, "sequence");
            xml.writeAttribute("idx", sequence.mark());
            xml.writeAttribute("min", String.valueOf(sequence.first()));
            xml.writeAttribute("max", String.valueOf(sequence.last()));
            xml.writeCharacters(sequence.pattern());
            xml.writeEndElement();
        }
        end();
    }

    private void pipeline(String element, AmfPipeline pipeline) throws XMLStreamException {
        begin(element);
        begin("pipelineInfo");
        info(pipeline.info());
        String[] system = pipeline.system().split("\\.");
        begin("systemVersion");
        text("majorVersion", system[0]);
        text("minorVersion", system[1]);
        text("patchVersion", system[2]);
        end();
        end();
        if (pipeline.input().isPresent()) {
            transform("inputTransform", pipeline.input().get());
        }
        for (int i = 0; i < pipeline.looks().size(); i++) {
            workingLocation(pipeline, i);
            look(pipeline.looks().get(i));
        }
        workingLocation(pipeline, pipeline.looks().size());
        if (pipeline.output().isPresent()) {
            transform("outputTransform", pipeline.output().get());
        }
        end();
    }

    private void workingLocation(AmfPipeline pipeline, int looksBefore) throws XMLStreamException {
        if (pipeline.workingLocation().isPresent() && pipeline.workingLocation().getAsInt() == looksBefore) {
            newLine();
            xml.writeEmptyElement(AMF, "workingLocation", AmfReader.NAMESPACE);
        }
    }

    private void transform(String element, AmfTransform transform) throws XMLStreamException {
        beginStep(element, transform.applied());
        description(transform.description());
        for (AmfTransform.Part part : transform.parts()) {
            boolean nested = !part.role().isEmpty();
            if (nested) {
                begin(part.role());
            }
            hash(part.hash());
            reference(part.reference());
            if (nested) {
                end();
            }
        }
        end();
    }

    private void look(AmfLook look) throws XMLStreamException {
        beginStep("lookTransform", look.applied());
        description(look.description());
        hash(look.hash());
        if (look.content() instanceof AmfLook.Referenced referenced) {
            reference(referenced.reference());
        } else if (look.content() instanceof AmfLook.Grade grade) {
            workingSpace(grade.space());
            beginCdl("SOPNode");
            cdlText("Slope", grade.slope());
            cdlText("Offset", grade.offset());
            cdlText("Power", grade.power());
            end();
            beginCdl("SatNode");
            cdlText("Saturation", List.of(grade.saturation()));
            end();
        } else if (look.content() instanceof AmfLook.GradeInFile inFile) {
            workingSpace(inFile.space());
            newLine();
            xml.writeEmptyElement(CDL, "ColorCorrectionRef", AmfReader.CDL_NAMESPACE);
            xml.writeAttribute("ref", inFile.id());
            text("file", inFile.file());
        }
        end();
    }

    private void workingSpace(AmfLook.WorkingSpace space) throws XMLStreamException {
        begin("cdlWorkingSpace");
        if (space.to().isPresent()) {
            begin("toCdlWorkingSpace");
            reference(space.to().get());
            end();
        }
        begin("fromCdlWorkingSpace");
        reference(space.from());
        end();
        end();
    }

    private void hash(Optional<AmfHash> hash) throws XMLStreamException {
        if (hash.isPresent()) {
            open(AMF, "hash");
            xml.writeAttribute("algorithm", hash.get().algorithm().uri());
            xml.writeCharacters(hash.get().value());
            xml.writeEndElement();
        }
    }

    private void reference(AmfReference reference) throws XMLStreamException {
        text(reference.kind().element(), reference.value());
    }

    private void description(String description) throws XMLStreamException {
        if (!description.isEmpty()) {
            text("description", description);
        }
    }

    private void beginStep(String element, boolean applied) throws XMLStreamException {
        begin(element);
        xml.writeAttribute("applied", String.valueOf(applied));
    }

    private void begin(String element) throws XMLStreamException {
        open(AMF, element);
        depth++;
    }

    private void beginCdl(String element) throws XMLStreamException {
        open(CDL, element);
        depth++;
    }

    private void end() throws XMLStreamException {
        depth--;
        newLine();
        xml.writeEndElement();
    }

    private void text(String element, String text) throws XMLStreamException {
        open(AMF, element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void cdlText(String element, List<Double> numbers) throws XMLStreamException {
        open(CDL, element);
        xml.writeCharacters(numbers.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        xml.writeEndElement();
    }

    private void open(String prefix, String element) throws XMLStreamException {
        newLine();
        xml.writeStartElement(prefix, element, prefix.equals(CDL) ? AmfReader.CDL_NAMESPACE : AmfReader.NAMESPACE);
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + "    ".repeat(depth));
    }
}
