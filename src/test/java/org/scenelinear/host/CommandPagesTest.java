/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;

/**
 * Every menu entry has a page in {@code docs/commands}: a reference made of what the entry says of itself, then words
 * and macro lines that people wrote. If an entry changes, the test leaves its new page in {@code target/commands}; copy
 * it.
 */
class CommandPagesTest {
    private static final Path PAGES = Path.of("docs", "commands");
    private static final Path NEW_PAGES = Path.of("target", "commands");
    private static final String END = "\n<!-- What follows is written by hand. -->\n";
    private static final int MOST_CHOICES = 12;
    private static final Pattern MACRO_LINE = Pattern.compile("(?m)^ {4}run\\(\"([^\"]+)\"(?:, \"(.*)\")?\\);$");

    private static String slug(String label) {
        return label.replaceAll("[.]+$", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static String reference(Signature signature) {
        StringBuilder page = new StringBuilder("# " + signature.label() + "\n\n");
        page.append(signature.help())
                .append("\n\n`Plugins > SceneLinear > ")
                .append(signature.label())
                .append("`\n");
        String picture = "../pictures/dialog-" + slug(signature.label()) + ".png";
        if (Files.exists(PAGES.resolve(picture))) {
            page.append("\n![the dialog](").append(picture).append(")\n");
        }
        if (!signature.parameters().isEmpty()) {
            page.append("\n| key | what it does | takes | if left out |\n|---|---|---|---|\n");
            signature.parameters().forEach(parameter -> page.append(row(parameter)));
        }
        return page.append(END).toString();
    }

    private static String row(Parameter parameter) {
        String usual = parameter
                .defaultValue()
                .map(value -> value.isEmpty() ? "empty" : "`" + value + "`")
                .orElse("must be given");
        return "| `" + parameter.key() + "` | " + parameter.help() + " | " + takes(parameter) + " | " + usual + " |\n";
    }

    /** Long lists of names are not for a table. */
    private static String takes(Parameter parameter) {
        List<String> choices = parameter.choices();
        if (choices.size() <= MOST_CHOICES) {
            return cell(parameter.allowed());
        }
        return cell("a name such as " + choices.stream().limit(3).collect(Collectors.joining(", ")));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    @Test
    void everyMenuEntryHasAPageThatSaysWhatTheEntrySays() throws Exception {
        Files.createDirectories(NEW_PAGES);
        List<String> stale = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (Signature signature : MenuTest.signatures()) {
            String name = slug(signature.label()) + ".md";
            expected.add(name);
            Path path = PAGES.resolve(name);
            String page = Files.exists(path) ? Files.readString(path, StandardCharsets.UTF_8) : "";
            int end = page.indexOf(END);
            String byHand = end < 0 ? "" : page.substring(end + END.length());
            String now = reference(signature) + byHand;
            if (!now.equals(page)) {
                Files.writeString(NEW_PAGES.resolve(name), now, StandardCharsets.UTF_8);
                stale.add(name);
            }
        }
        assertEquals(List.of(), stale, "pages to copy from " + NEW_PAGES + " to " + PAGES);
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertEquals(
                    expected,
                    pages.map(path -> path.getFileName().toString())
                            .filter(name -> !name.equals("README.md"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void everyPageShowsAMacroLineAndAllLinesCanBeRun() throws Exception {
        for (Signature signature : MenuTest.signatures()) {
            String page = Files.readString(PAGES.resolve(slug(signature.label()) + ".md"), StandardCharsets.UTF_8);
            Matcher line = MACRO_LINE.matcher(page);
            boolean own = false;
            while (line.find()) {
                String label = line.group(1);
                own |= label.equals(signature.label());
                Signature called = MenuTest.signatures().stream()
                        .filter(other -> other.label().equals(label))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(label + " is no menu entry"));
                String options = line.group(2);
                assertDoesNotThrow(() -> called.parse(options), signature.label() + ": " + options);
            }
            assertTrue(own, signature.label() + " shows no macro line of its own");
        }
    }

    @Test
    void theListOfPagesNamesEachOnce() throws IOException {
        String list = Files.readString(PAGES.resolve("README.md"), StandardCharsets.UTF_8);
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                String name = page.getFileName().toString();
                if (!name.equals("README.md")) {
                    assertEquals(2, list.split(Pattern.quote("(" + name + ")"), -1).length, name);
                }
            }
        }
    }
}
