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

import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

/**
 * A walk through the elements of an XML file, with errors that name file, line and element. A document type declaration
 * is refused before it is read, so that nothing it declares can take memory or lead to other files. Prefixes of names
 * are dropped, declared or not, as OpenColorIO does.
 */
final class XmlCursor {
    /** Longer texts than this are no names or descriptions. */
    private static final int LONGEST_TEXT = 1 << 20;

    /** Longer paths than this are no information anybody wrote. */
    private static final int LONGEST_PATH = 1000;

    private final String file;
    private final XMLStreamReader reader;

    private XmlCursor(String file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    /**
     * A walk that stands at the first element.
     *
     * @param file the file's name, for messages
     * @param bytes its content
     */
    static XmlCursor open(String file, byte[] bytes) throws FileProblemException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("an entity outside the file");
        });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(XmlEncoding.reader(file, bytes));
            XmlCursor cursor = new XmlCursor(file, reader);
            while (cursor.event() != XMLStreamConstants.START_ELEMENT) {
                // comments and white space before the first element
            }
            return cursor;
        } catch (XMLStreamException | RuntimeException e) {
            throw notXml(file, e);
        }
    }

    /** The error of what the parser threw; on some broken files that of the JDK throws what it should not. */
    private static InvalidFileException notXml(String file, Exception cause) {
        int line = -1;
        String reason = cause instanceof XMLStreamException ? String.valueOf(cause.getMessage()) : "the parser failed";
        if (cause instanceof XMLStreamException problem && problem.getLocation() != null) {
            line = problem.getLocation().getLineNumber();
        }
        for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
            if (inner instanceof CharacterCodingException) {
                reason = "bytes that are no characters in its encoding";
            }
        }
        return new InvalidFileException(
                file,
                line > 0 ? "line " + line : "",
                "is not well-formed XML: "
                        + reason.replaceAll("(?s).*Message: ", "").strip(),
                cause);
    }

    /** The next event, of which declarations of document types are refused. */
    private int event() throws FileProblemException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw invalid("a document type declaration is not allowed here");
            }
            if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw invalid("the entity " + reader.getLocalName() + " is not declared");
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                throw invalid("the file ends without an element");
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw notXml(file, e);
        }
    }

    /** The file's name, for messages. */
    String file() {
        return file;
    }

    /** The name of the element it stands at, without a prefix. */
    String name() {
        return withoutPrefix(reader.getLocalName());
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The attributes of the element it stands at. Those with a prefix belong to others and are left out. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            if (name.indexOf(':') < 0) {
                attributes.put(name, reader.getAttributeValue(i));
            }
        }
        return attributes;
    }

    /** The place it stands at: the line, and the element if it is at one. */
    String place() {
        String line = "line " + reader.getLocation().getLineNumber();
        return reader.isStartElement() || reader.isEndElement() ? line + ", " + name() : line;
    }

    /**
     * Goes into the element it stands at, to its next child or to its own end.
     *
     * @return whether there is a child
     * @throws InvalidFileException if there is text between the children
     */
    boolean nextChild() throws FileProblemException {
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
            if (reader.isCharacters() && !reader.getText().isBlank()) {
                throw invalid("text where only elements are expected: " + quoted(reader.getText()));
            }
        }
    }

    /**
     * The text of the element it stands at, without white space around it; then stands at its end.
     *
     * @throws InvalidFileException if elements are in it
     */
    String text() throws FileProblemException {
        StringBuilder text = new StringBuilder();
        String element = name();
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return text.toString().strip();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw invalid("an element in " + element + ", where only text is expected");
            }
            if (reader.isCharacters()) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                if (text.length() > LONGEST_TEXT) {
                    throw invalid("the text of " + element + " is longer than " + LONGEST_TEXT + " characters");
                }
            }
        }
    }

    /** What takes the words of a text one by one. */
    interface Words {
        /** Takes a word. */
        void accept(String word) throws FileProblemException;
    }

    /** Gives the words of the text of the element it stands at, however long the text is; then stands at its end. */
    void words(Words words) throws FileProblemException {
        StringBuilder word = new StringBuilder();
        String element = name();
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw invalid("an element in " + element + ", where only numbers are expected");
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                give(word, words);
                return;
            }
            if (reader.isCharacters()) {
                char[] text = reader.getTextCharacters();
                int end = reader.getTextStart() + reader.getTextLength();
                for (int i = reader.getTextStart(); i < end; i++) {
                    if (text[i] <= ' ' || text[i] == ',') {
                        give(word, words);
                    } else if (word.length() < LONGEST_TEXT) {
                        word.append(text[i]);
                    }
                }
            }
        }
    }

    private static void give(StringBuilder word, Words words) throws FileProblemException {
        if (word.length() > 0) {
            words.accept(word.toString());
            word.setLength(0);
        }
    }

    /**
     * Gives the text of each element within the one it stands at, with the names on the way; then stands at its end.
     */
    void leaves(String path, Leaves leaves) throws FileProblemException {
        StringBuilder text = new StringBuilder();
        boolean hasChildren = false;
        while (true) {
            int event = event();
            if (event == XMLStreamConstants.START_ELEMENT) {
                hasChildren = true;
                if (path.length() > LONGEST_PATH) {
                    throw invalid("elements are too deep within each other");
                }
                leaves(path.isEmpty() ? name() : path + "/" + name(), leaves);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (!path.isEmpty() && (!hasChildren || !text.toString().isBlank())) {
                    leaves.accept(path, text.toString().strip());
                }
                return;
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
                if (text.length() > LONGEST_TEXT) {
                    throw invalid("a text is longer than " + LONGEST_TEXT + " characters");
                }
            }
        }
    }

    /** What takes the texts of elements. */
    interface Leaves {
        /** Takes a text and the names of the elements it is in, divided by slashes. */
        void accept(String path, String text);
    }

    /** Walks to the end of the file, so that what is broken there is told. */
    void finish() throws FileProblemException {
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    throw invalid("a second root element");
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw notXml(file, e);
        }
    }

    /** An error at the place it stands at. */
    InvalidFileException invalid(String what) {
        return new InvalidFileException(file, place(), what);
    }

    /** An error at the place it stands at: something known that is not handled. */
    UnsupportedFileException unsupported(String what) {
        return new UnsupportedFileException(file, place(), what);
    }

    /** A text for a message, cut if it is long. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() > 60 ? line.substring(0, 60) + "..." : line) + "\"";
    }
}
