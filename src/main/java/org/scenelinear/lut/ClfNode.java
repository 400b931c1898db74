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

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/**
 * A node of a Common LUT Format file as it is read: its attributes, its place for messages, and what all nodes share.
 */
final class ClfNode {
    private static final Set<String> SHARED = Set.of("id", "name", "inBitDepth", "outBitDepth");

    /** Fewest bytes that one number of a table can take: a digit and a space. */
    private static final int BYTES_PER_NUMBER = 2;

    final XmlCursor xml;
    final String name;
    final String place;
    final BitDepth in;
    final BitDepth out;

    private final long fileSize;
    private final Map<String, String> attributes;

    /**
     * The node that the cursor stands at.
     *
     * @param fileSize bytes of the file, which limit what tables it can hold
     * @param own the attributes that this kind of node has beside those that all have
     */
    ClfNode(XmlCursor xml, long fileSize, Set<String> own) throws FileProblemException {
        this.xml = xml;
        this.fileSize = fileSize;
        name = xml.name();
        place = xml.place();
        attributes = xml.attributes();
        requireKnown(attributes, own, SHARED);
        in = bitDepth("inBitDepth");
        out = bitDepth("outBitDepth");
    }

    private BitDepth bitDepth(String attribute) throws FileProblemException {
        String text = attributes.get(attribute);
        if (text == null) {
            throw invalid("the attribute " + attribute + " is missing");
        }
        return BitDepth.of(text)
                .orElseThrow(() ->
                        invalid("the " + attribute + " \"" + text + "\" is none of 8i, 10i, 12i, 16i, 16f and 32f"));
    }

    private void requireKnown(Map<String, String> present, Set<String> own, Set<String> shared)
            throws FileProblemException {
        for (String attribute : present.keySet()) {
            if (!own.contains(attribute) && !shared.contains(attribute)) {
                throw xml.unsupported("the attribute " + attribute + " is not known here");
            }
        }
    }

    /** An attribute of the node, or another text if it is not there. */
    String attribute(String attribute, String otherwise) {
        return attributes.getOrDefault(attribute, otherwise);
    }

    /** An attribute that has to be there. */
    String requiredAttribute(String attribute) throws FileProblemException {
        String text = attributes.get(attribute);
        if (text == null) {
            throw invalid("the attribute " + attribute + " is missing");
        }
        return text;
    }

    /** Whether an attribute says true; not if it is missing. */
    boolean flag(String attribute) throws FileProblemException {
        String text = attributes.getOrDefault(attribute, "false");
        if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw invalid("the attribute " + attribute + " is neither true nor false: " + XmlCursor.quoted(text));
        }
        return text.equalsIgnoreCase("true");
    }

    /** What reads a child of the node. */
    interface Child {
        /** Reads the child with a name; its end is where the cursor has to stand after. */
        void read(String child) throws FileProblemException;
    }

    /** Reads all children but descriptions. */
    void children(Child reader) throws FileProblemException {
        while (xml.nextChild()) {
            if (xml.name().equals("Description")) {
                xml.text();
            } else {
                reader.read(xml.name());
            }
        }
    }

    /** The error of a child that this kind of node does not have. */
    FileProblemException unknownChild() {
        return xml.invalid("the element " + xml.name() + " is not known in " + name);
    }

    /** The attributes of a child which has no content, all of them known. */
    Map<String, String> emptyChild(Set<String> known) throws FileProblemException {
        Map<String, String> present = xml.attributes();
        requireKnown(present, known, Set.of());
        String text = xml.text();
        if (!text.isEmpty()) {
            throw xml.invalid("text where none is expected: " + XmlCursor.quoted(text));
        }
        return present;
    }

    /** A finite number. */
    double number(String text, String what) throws FileProblemException {
        try {
            double value = Numbers.parse(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw invalid("the " + what + " is not a finite number: " + XmlCursor.quoted(text));
    }

    /** The numbers of an array and their dimensions. */
    record Array(int[] dimensions, double[] values) {}

    /** The array that the cursor stands at, with its dimensions checked before any memory is taken. */
    Array array(ArrayShape shape) throws FileProblemException {
        Map<String, String> present = xml.attributes();
        requireKnown(present, Set.of("dim"), Set.of());
        int[] dimensions = dimensions(present.get("dim"));
        String wrong = shape.problem(dimensions);
        if (wrong != null) {
            throw xml.invalid("the dimensions " + XmlCursor.quoted(present.get("dim")) + " do not fit: " + wrong);
        }
        long count = shape.count(dimensions);
        if (count > fileSize / BYTES_PER_NUMBER) {
            throw xml.invalid(count + " numbers are claimed, more than a file of " + fileSize + " bytes holds");
        }
        double[] values = new double[SizeLimits.arraySize(xml.file(), xml.place(), count, Double.BYTES)];
        int[] filled = {0};
        xml.words(word -> {
            if (filled[0] < values.length) {
                values[filled[0]] = parse(word, filled[0]);
            }
            filled[0]++;
        });
        if (filled[0] != count) {
            throw xml.invalid(count + " numbers are needed for the dimensions " + XmlCursor.quoted(present.get("dim"))
                    + ", found " + filled[0]);
        }
        return new Array(dimensions, values);
    }

    private double parse(String word, int index) throws FileProblemException {
        try {
            return Numbers.parse(word);
        } catch (NumberFormatException e) {
            throw xml.invalid("number " + (index + 1) + " of the array is not one: " + XmlCursor.quoted(word));
        }
    }

    private int[] dimensions(String text) throws FileProblemException {
        if (text == null) {
            throw xml.invalid("the attribute dim is missing");
        }
        String[] words = text.strip().split("\\s+");
        int[] dimensions = new int[words.length];
        try {
            for (int i = 0; i < words.length; i++) {
                dimensions[i] = Integer.parseInt(words[i]);
            }
        } catch (NumberFormatException e) {
            throw xml.invalid("the dimensions are not whole numbers: " + XmlCursor.quoted(text));
        }
        return dimensions;
    }

    /** What dimensions an array may have. */
    interface ArrayShape {
        /** What is wrong with dimensions, or null. */
        String problem(int[] dimensions);

        /** How many numbers there are for sound dimensions. */
        long count(int[] dimensions);

        /** A shape of two functions. */
        static ArrayShape of(Function<int[], String> problem, ToLongFunction<int[]> count) {
            return new ArrayShape() {
                @Override
                public String problem(int[] dimensions) {
                    return problem.apply(dimensions);
                }

                @Override
                public long count(int[] dimensions) {
                    return count.applyAsLong(dimensions);
                }
            };
        }
    }

    /** An error of the node: something known that is not handled. */
    UnsupportedFileException unsupported(String what) {
        return new UnsupportedFileException(xml.file(), place, what);
    }

    /** An error of the node. */
    InvalidFileException invalid(String what) {
        return new InvalidFileException(xml.file(), place, what);
    }
}
