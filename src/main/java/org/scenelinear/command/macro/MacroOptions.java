/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.macro;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.scenelinear.image.StepException;

/**
 * The grammar of ImageJ's macro options: words {@code key=value}, separated by blanks; a value with blanks stands in
 * brackets, which may nest, or in single quotes.
 */
public final class MacroOptions {
    private final String text;
    private int position;

    /** Below it whole numbers are written with all their digits. */
    private static final double LARGEST_WHOLE = 1e15;

    private MacroOptions(String text) {
        this.text = text;
    }

    /**
     * The keys and values of a text, in its order.
     *
     * @param text such as {@code from=ACEScg view=[SDR 100 nits]}; null counts as empty
     * @return values by key, keys in lower case
     * @throws StepException if a word has no value, a bracket is not closed, or a key stands twice
     */
    public static Map<String, String> parse(String text) throws StepException {
        return new MacroOptions(text == null ? "" : text).parseAll();
    }

    /** The text of keys and values, as ImageJ's recorder writes it: brackets only around values that need them. */
    public static String format(Map<String, String> values) {
        StringBuilder words = new StringBuilder();
        values.forEach((key, value) ->
                words.append(words.isEmpty() ? "" : " ").append(key).append('=').append(quoted(value)));
        return words.toString();
    }

    /** A number as short as people write it: without a point if it is whole. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String quoted(String value) {
        boolean bare = !value.isEmpty() && value.chars().noneMatch(Character::isWhitespace);
        if (bare && value.charAt(0) != '[' && value.charAt(0) != '\'') {
            return value;
        }
        return closingBracket("[" + value + "]", 0) == value.length() + 1 || value.indexOf('\'') >= 0
                ? "[" + value + "]"
                : "'" + value + "'";
    }

    private Map<String, String> parseAll() throws StepException {
        Map<String, String> values = new LinkedHashMap<>();
        for (skipBlanks(); position < text.length(); skipBlanks()) {
            int equals = text.indexOf('=', position);
            String word = text.substring(position, wordEnd());
            if (equals < 0 || equals >= position + word.length()) {
                throw new StepException(word + " has no value; write " + word + "=value");
            }
            String key = text.substring(position, equals).toLowerCase(Locale.ROOT);
            position = equals + 1;
            if (values.put(key, parseValue(key)) != null) {
                throw new StepException(key + " is given twice");
            }
        }
        return values;
    }

    private String parseValue(String key) throws StepException {
        int start = position;
        char first = position < text.length() ? text.charAt(position) : ' ';
        if (first != '[' && first != '\'') {
            position = wordEnd();
            return text.substring(start, position);
        }
        int end = first == '[' ? closingBracket(text, start) : text.indexOf('\'', start + 1);
        if (end < 0) {
            throw new StepException(key + "=" + text.substring(start).strip() + " lacks the closing "
                    + (first == '[' ? "bracket ]" : "quote '"));
        }
        position = end + 1;
        return text.substring(start + 1, end);
    }

    private static int closingBracket(String text, int opening) {
        int depth = 0;
        for (int i = opening; i < text.length(); i++) {
            if (text.charAt(i) == '[') {
                depth++;
            } else if (text.charAt(i) == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void skipBlanks() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private int wordEnd() {
        int end = position;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
