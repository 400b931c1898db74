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

import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/**
 * A walk through the lines of a text file that are not blank, with errors that name file and line. Ends of lines may be
 * those of any system; words are divided by spaces or tabs.
 */
final class TextLines {
    /** Fewest bytes of a line of three numbers. */
    private static final int BYTES_PER_ROW = 6;

    private static final int LONGEST_LINE = 1 << 20;

    private final String file;
    private final byte[] bytes;
    private int position;
    private int number;
    private boolean again;
    private String line = "";
    private String[] words = {};

    /**
     * A walk that stands before the first line.
     *
     * @param file the file's name, for messages
     * @param bytes its content
     */
    TextLines(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Lets the next step stay at the line it stands at. */
    void stepBack() {
        again = true;
    }

    /** Goes to the next line that is not blank and no comment behind a number sign. */
    boolean next() throws FileProblemException {
        if (again) {
            again = false;
            return true;
        }
        while (nextWithComments()) {
            if (!line.startsWith("#")) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line that is not blank. */
    boolean nextWithComments() throws FileProblemException {
        while (position < bytes.length) {
            int end = position;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            number++;
            if (end - position > LONGEST_LINE) {
                throw invalid("the line is longer than " + LONGEST_LINE + " characters");
            }
            line = new String(bytes, position, end - position, StandardCharsets.UTF_8).strip();
            boolean pair = end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n';
            position = end + (pair ? 2 : 1);
            if (!line.isEmpty()) {
                split();
                return true;
            }
        }
        return false;
    }

    /** Goes to the next line, which has to be there. */
    void require(String what) throws FileProblemException {
        if (!next()) {
            throw new InvalidFileException(file, "line " + number, "the file ends before " + what);
        }
    }

    private void split() {
        StringTokenizer tokens = new StringTokenizer(line);
        words = new String[tokens.countTokens()];
        for (int i = 0; i < words.length; i++) {
            words[i] = tokens.nextToken();
        }
    }

    /** The file's name, for messages. */
    String file() {
        return file;
    }

    /** Where it stands. */
    String place() {
        return "line " + number;
    }

    /** The line, without white space around it. */
    String line() {
        return line;
    }

    /** How many words the line has. */
    int count() {
        return words.length;
    }

    /** A word of the line. */
    String word(int index) {
        return words[index];
    }

    /** Whether the line begins with a word, in upper or lower case. */
    boolean beginsWith(String word) {
        return words[0].equalsIgnoreCase(word);
    }

    /** The numbers of the line from a word on. */
    double[] numbers(int firstWord, int count) throws FileProblemException {
        if (words.length - firstWord != count) {
            throw invalid(count + (count == 1 ? " number is" : " numbers are") + " needed: " + XmlCursor.quoted(line));
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number(words[firstWord + i]);
        }
        return numbers;
    }

    private double number(String word) throws FileProblemException {
        try {
            double value = Numbers.parse(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw invalid("not a finite number: " + XmlCursor.quoted(word));
    }

    /** The whole number in a word of the line, from 0 to a million. */
    int whole(int word) throws FileProblemException {
        if (word >= words.length || !words[word].matches("[0-9]{1,7}")) {
            throw invalid("a whole number is needed: " + XmlCursor.quoted(line));
        }
        return Integer.parseInt(words[word]);
    }

    /** The only whole number after the first word of the line. */
    int size() throws FileProblemException {
        if (words.length != 2) {
            throw invalid("one number is needed: " + XmlCursor.quoted(line));
        }
        return whole(1);
    }

    /**
     * The length of an array for rows of numbers, checked before it is made.
     *
     * @param rows how many the file claims
     * @param columns numbers of each
     */
    int arraySize(long rows, int columns) throws FileProblemException {
        long bytesOfRow = columns == 1 ? 2 : BYTES_PER_ROW;
        if (rows - 1 > bytes.length / bytesOfRow) { // the last row may lack the end of its line
            throw invalid(rows + " rows are claimed, more than a file of " + bytes.length + " bytes holds");
        }
        return SizeLimits.arraySize(file, place(), rows * columns);
    }

    /** An error at the line it stands at. */
    InvalidFileException invalid(String what) {
        return new InvalidFileException(file, place(), what);
    }

    /** An error at the line it stands at: something known that is not handled. */
    UnsupportedFileException unsupported(String what) {
        return new UnsupportedFileException(file, place(), what);
    }
}
