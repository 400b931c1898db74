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

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scenelinear.image.StepException;

/**
 * One parameter of an operation: its key in macros, its label in dialogs (whose first word in lower case is the key, as
 * ImageJ's recorder demands), its default and the values it takes. Immutable.
 */
public final class Parameter {
    /** What a dialog shows for it. */
    public enum Kind {
        /** Any text. */
        TEXT,
        /** One of a list of names. */
        CHOICE,
        /** A number. */
        NUMBER,
        /** A number without fraction. */
        WHOLE_NUMBER,
        /** The path of a file to read. */
        INPUT_FILE,
        /** The path of a file to write. */
        OUTPUT_FILE
    }

    private final String label;
    private final Kind kind;
    private final String help;
    private final String defaultValue;
    private final Supplier<List<String>> choices;
    private final Function<String, Optional<String>> reader;
    private final String allowed;
    private final Leader leader;

    /** What decides which of the choices there are: another parameter, and the choices for each of its values. */
    private record Leader(Parameter parameter, Function<String, List<String>> choices) {}

    private Parameter(
            String label,
            Kind kind,
            String help,
            String defaultValue,
            List<String> choices,
            Function<String, Optional<String>> reader,
            String allowed) {
        this(label, kind, help, defaultValue, always(choices), reader, allowed, null);
    }

    private Parameter(
            String label,
            Kind kind,
            String help,
            String defaultValue,
            Supplier<List<String>> choices,
            Function<String, Optional<String>> reader,
            String allowed,
            Leader leader) {
        this.label = label;
        this.kind = kind;
        this.help = help;
        this.defaultValue = defaultValue;
        this.choices = choices;
        this.reader = reader;
        this.allowed = allowed;
        this.leader = leader;
    }

    /**
     * Any text; empty by default.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     */
    public static Parameter text(String label, String help) {
        return new Parameter(label, Kind.TEXT, help, "", List.of(), Optional::of, "any text");
    }

    /**
     * A name of a catalog too long to choose from; empty by default.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param reader finds the canonical name of what was given, empty if there is none
     * @param allowed the values it takes, in words
     */
    public static Parameter text(String label, String help, Function<String, Optional<String>> reader, String allowed) {
        return new Parameter(label, Kind.TEXT, help, "", List.of(), reader, allowed);
    }

    /**
     * A path.
     *
     * @param label the label in dialogs
     * @param kind {@link Kind#INPUT_FILE} or {@link Kind#OUTPUT_FILE}
     * @param help what it does, a sentence
     * @param defaultValue empty for an optional path, null if it must be given
     */
    public static Parameter file(String label, Kind kind, String help, String defaultValue) {
        return new Parameter(label, kind, help, defaultValue, List.of(), Parameter::path, "a path");
    }

    /**
     * One of a few words. Case, blanks, dashes and underscores of what is given do not matter.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param choices the words; the first is the default
     */
    public static Parameter choice(String label, String help, List<String> choices) {
        return named(label, help, choices.get(0), choices, value -> match(choices, value));
    }

    /**
     * One of the names of a catalog that knows aliases.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default; empty if there is one that depends on the image; null if it must be given
     * @param choices the canonical names
     * @param reader finds the canonical name of what was given, empty if there is none
     */
    public static Parameter named(
            String label,
            String help,
            String defaultValue,
            List<String> choices,
            Function<String, Optional<String>> reader) {
        return new Parameter(
                label, Kind.CHOICE, help, defaultValue, choices, reader, "one of " + String.join(", ", choices));
    }

    /**
     * One of the names of a catalog; which of them there are depends on another parameter.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param leader the other one, a choice that stands before this
     * @param choices the canonical names for a value of the leader, at least one; the first is the default
     * @param reader finds the canonical name of what was given, empty if there is none for any value of the leader
     */
    public static Parameter following(
            String label,
            String help,
            Parameter leader,
            Function<String, List<String>> choices,
            Function<String, Optional<String>> reader) {
        List<String> all = leader.choices().stream()
                .flatMap(value -> choices.apply(value).stream())
                .distinct()
                .toList();
        String allowed = "what goes with " + leader.key() + ", one of " + String.join(", ", all);
        return new Parameter(label, Kind.CHOICE, help, "", always(all), reader, allowed, new Leader(leader, choices));
    }

    /**
     * One of what there is when a dialog opens, such as open images, or anything else that is found under such a text.
     * Must be given.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param choices looks what there is
     * @param allowed the values it takes, in words
     */
    public static Parameter found(String label, String help, Supplier<List<String>> choices, String allowed) {
        Function<String, Optional<String>> reader = text -> Optional.of(text).filter(t -> !t.isBlank());
        return new Parameter(label, Kind.CHOICE, help, null, choices, reader, allowed, null);
    }

    /**
     * A number.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    public static Parameter number(String label, String help, String defaultValue, double least, double most) {
        Function<String, Optional<String>> reader = text -> decimal(text)
                .filter(number -> number.doubleValue() >= least && number.doubleValue() <= most)
                .map(Parameter::plain);
        String allowed = "a number from " + plain(BigDecimal.valueOf(least)) + " to " + plain(BigDecimal.valueOf(most));
        return new Parameter(label, Kind.NUMBER, help, defaultValue, List.of(), reader, allowed);
    }

    /**
     * A whole number from 0.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default
     */
    public static Parameter wholeNumber(String label, String help, int defaultValue) {
        Function<String, Optional<String>> reader = text -> decimal(text)
                .filter(number -> number.signum() >= 0
                        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                        && number.stripTrailingZeros().scale() <= 0)
                .map(Parameter::plain);
        return new Parameter(
                label,
                Kind.WHOLE_NUMBER,
                help,
                String.valueOf(defaultValue),
                List.of(),
                reader,
                "a whole number, 0 or more");
    }

    /**
     * Some whole numbers in one text, separated by blanks or commas: {@code [16 8]}.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default; empty for none
     * @param allowed the values it takes, in words
     * @param test whether these numbers are among them
     */
    public static Parameter numbers(
            String label, String help, String defaultValue, String allowed, Predicate<int[]> test) {
        Function<String, Optional<String>> reader = text -> {
            try {
                int[] numbers = Arguments.wholeNumbersOf(text);
                return Optional.of(numbers)
                        .filter(test)
                        .map(found ->
                                Arrays.stream(found).mapToObj(String::valueOf).collect(Collectors.joining(" ")));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        };
        return new Parameter(label, Kind.TEXT, help, defaultValue, List.of(), reader, allowed);
    }

    /**
     * Three numbers in one text, for red, green and blue, separated by blanks or commas: {@code [1.1 1 0.9]}. One
     * number stands for all three.
     *
     * @param label the label in dialogs
     * @param help what it does, a sentence
     * @param defaultValue the default, three numbers
     * @param least the smallest allowed
     * @param most the largest allowed
     */
    public static Parameter triple(String label, String help, String defaultValue, double least, double most) {
        Parameter each = number(label, help, "0", least, most);
        Function<String, Optional<String>> reader = text -> {
            List<String> words = Arrays.asList(text.strip().split("[\\s,]+"));
            List<String> three = words.size() == 1 ? Collections.nCopies(3, words.get(0)) : words;
            List<String> read = three.stream()
                    .flatMap(word -> each.reader.apply(word).stream())
                    .toList();
            return three.size() == 3 && read.size() == 3 ? Optional.of(String.join(" ", read)) : Optional.empty();
        };
        return new Parameter(
                label, Kind.TEXT, help, defaultValue, List.of(), reader, "three numbers, each " + each.allowed);
    }

    /** The key in macros: the label's first word in lower case. */
    public String key() {
        return label.split(" ")[0].toLowerCase(Locale.ROOT);
    }

    /** The label in dialogs. */
    public String label() {
        return label;
    }

    /** What a dialog shows for it. */
    public Kind kind() {
        return kind;
    }

    /** What it does, a sentence. */
    public String help() {
        return help;
    }

    /** What it is when not given; empty if it must be given. */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** The canonical names of a {@link Kind#CHOICE}, those there are now; none for other kinds. */
    public List<String> choices() {
        return choices.get();
    }

    /** The key of the parameter that decides which of the choices there are, if there is one. */
    public Optional<String> leader() {
        return Optional.ofNullable(leader).map(found -> found.parameter().key());
    }

    /**
     * The canonical names of a {@link Kind#CHOICE} that go with other values.
     *
     * @param others canonical values by key; what is missing has its default
     * @return {@link #choices()} if it has no leader
     */
    public List<String> choices(Map<String, String> others) {
        if (leader == null) {
            return choices();
        }
        return leader.choices().apply(others.getOrDefault(leader.parameter().key(), leader.parameter().defaultValue));
    }

    /** The values it takes, in words: {@code a whole number, 0 or more}. */
    public String allowed() {
        return allowed;
    }

    /**
     * The canonical form of a value.
     *
     * @param value as a user wrote it
     * @return as it is recorded
     * @throws StepException if it is none of the allowed values
     */
    public String read(String value) throws StepException {
        if (value.isEmpty() && "".equals(defaultValue)) {
            return value;
        }
        return reader.apply(value)
                .orElseThrow(() -> new StepException(key() + "=" + value + " is not allowed; give " + allowed));
    }

    /**
     * The canonical form of a value that must go with others.
     *
     * @param value as a user wrote it; if it has a leader and is empty, the first that goes with that is meant
     * @param others canonical values of the parameters before it, by key
     * @return as it is recorded
     * @throws StepException if it is none of the values allowed with these
     */
    String read(String value, Map<String, String> others) throws StepException {
        if (leader == null) {
            return read(value);
        }
        List<String> fitting = choices(others);
        if (value.isEmpty()) {
            return fitting.get(0);
        }
        return reader.apply(value).filter(fitting::contains).orElseThrow(() -> {
            String key = leader.parameter().key();
            return new StepException(key() + "=" + value + " does not go with " + key + "=" + others.get(key)
                    + "; give one of " + String.join(", ", fitting));
        });
    }

    private static Supplier<List<String>> always(List<String> choices) {
        List<String> fixed = List.copyOf(choices);
        return () -> fixed;
    }

    private static Optional<String> match(List<String> choices, String value) {
        return choices.stream()
                .filter(choice -> simplified(choice).equals(simplified(value)))
                .findFirst();
    }

    private static String simplified(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> path(String text) {
        try {
            return Optional.of(text).filter(path -> !Path.of(path).toString().isBlank());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text.strip())).filter(n -> Math.abs(n.scale()) < 400);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
