/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.command.Recipes;
import org.scenelinear.image.StepException;

/**
 * Holds {@code docs/requirements.md} to the code: whatever it names is there. It cannot tell whether a claim is true.
 */
class RequirementsPageTest {
    private static final Path PAGE = Path.of("docs", "requirements.md");
    private static final Path MAIN = Path.of("src", "main", "java", "org", "scenelinear");
    private static final Path MENU = Path.of("src", "main", "resources", "plugins.config");
    private static final List<Path> TESTS = List.of(
            Path.of("src", "test", "java"),
            Path.of("src", "ui", "test", "java"),
            Path.of("src", "scifio", "test", "java"));

    /** How many requirements each group has, from group 0 on. */
    private static final int[] ROWS_OF_GROUPS = {30, 16, 30, 41, 48};

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[a-z]+(\\.[a-z]+)*\\.[A-Z]\\w*");

    private static List<Row> rows;
    private static List<String> labels;

    private record Row(String number, String kind, String where, String test) {
        static Row of(String line) {
            String[] cells = line.strip().replaceAll("^\\||\\|$", "").split("\\|", -1);
            assertEquals(5, cells.length, "cells of " + line);
            return new Row(cells[0].strip(), cells[1].strip(), cells[3].strip(), cells[4].strip());
        }

        boolean isBuilt() {
            return !where.equals("not yet");
        }
    }

    @BeforeAll
    static void readThePageAndTheMenu() throws IOException {
        rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.matches("\\| \\d.*"))
                .map(Row::of)
                .toList();
        labels = Pattern.compile("(?m)^[^#\"]+\"([^\"]+)\"")
                .matcher(Files.readString(MENU))
                .results()
                .map(entry -> entry.group(1))
                .toList();
    }

    @Test
    void everyRequirementHasItsRowInOrder() {
        List<String> expected = new ArrayList<>();
        for (int group = 0; group < ROWS_OF_GROUPS.length; group++) {
            for (int row = 1; row <= ROWS_OF_GROUPS[group]; row++) {
                expected.add(group + "." + row);
            }
        }
        assertEquals(165, Arrays.stream(ROWS_OF_GROUPS).sum());
        assertEquals(expected, rows.stream().map(Row::number).toList());
        rows.forEach(row -> assertTrue(row.kind().matches("[FDUWT]"), row.number() + " is of kind " + row.kind()));
    }

    @Test
    void whatIsBuiltNamesAPlaceAndATestAndWhatIsNotNamesNeither() {
        for (Row row : rows) {
            assertEquals(row.isBuilt(), !quoted(row.where()).isEmpty(), row.number() + " names a place");
            assertEquals(row.isBuilt(), !quoted(row.test()).isEmpty(), row.number() + " names a test");
            assertTrue(row.isBuilt() || row.test().isEmpty(), row.number() + " is not built: " + row.test());
        }
    }

    @Test
    void everyPlaceExists() throws StepException {
        for (Row row : rows) {
            for (String name : quoted(row.where())) {
                if (CLASS.matcher(name).matches()) {
                    Path file = MAIN.resolve(name.replace('.', '/') + ".java");
                    assertTrue(Files.isRegularFile(file), row.number() + " names " + name);
                } else if (name.contains("nit_in_")) {
                    assertTrue(
                            OutputTransforms.ids().stream().anyMatch(id -> id.contains("." + name + ".")),
                            row.number() + " names " + name);
                } else {
                    assertIsMacroLine(row.number(), name);
                }
            }
        }
    }

    /** It is a menu entry; options after it are parsed, so they must be allowed. */
    private static void assertIsMacroLine(String number, String line) throws StepException {
        String label = labels.stream()
                .filter(l -> line.equals(l) || line.startsWith(l + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(number + " names " + line));
        if (!line.equals(label)) {
            String text = Recipes.parse(label, line.substring(label.length())).text();
            assertTrue(text.startsWith(label), number + ": " + text);
        }
    }

    @Test
    void everyTestExists() throws IOException {
        for (Row row : rows) {
            for (String name : quoted(row.test())) {
                String[] parts = name.split("\\.");
                assertEquals(2, parts.length, row.number() + " names a class and a method: " + name);
                String source = Files.readString(testSource(row, parts[0]));
                int method = source.indexOf("    void " + parts[1] + "(");
                assertTrue(method >= 0, row.number() + " names " + name);
                String annotations = source.substring(source.lastIndexOf("\n\n", method), method);
                assertTrue(
                        annotations.matches("(?s).*@\\w*Test\\b.*"),
                        row.number() + " names " + name + ", which is no test");
            }
        }
    }

    private static Path testSource(Row row, String className) throws IOException {
        for (Path root : TESTS) {
            try (Stream<Path> files = Files.walk(root)) {
                List<Path> found = files.filter(
                                file -> file.getFileName().toString().equals(className + ".java"))
                        .toList();
                if (!found.isEmpty()) {
                    return found.get(0);
                }
            }
        }
        throw new AssertionError(row.number() + " names the test class " + className);
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(match -> match.group(1)).toList();
    }
}
