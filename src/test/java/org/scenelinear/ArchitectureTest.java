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

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the code to the tables and rules of {@code docs/architecture.md}. */
class ArchitectureTest {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Path SOURCES = Path.of("src");
    private static final Path MAIN = SOURCES.resolve(Path.of("main", "java"));
    private static final int LONGEST_FILE = 500;
    private static final Set<String> NAMES_THAT_SAY_NOTHING = Set.of("util", "common", "helper", "misc", "impl");

    private static final Pattern STARTING_PLACE =
            Pattern.compile("Start(?:\\s|\\*)+reading(?:\\s|\\*)+at[\\s*]+\\{@link [\\w.]+");

    private static RoomTable table;
    private static JavaClasses code;

    @BeforeAll
    static void readPageAndCode() throws IOException {
        table = RoomTable.parse(Files.readString(PAGE));
        code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(RoomTable.ROOT);
    }

    @TestFactory
    Stream<DynamicTest> aRoomImportsOnlyWhatItsRowAllows() {
        return table.rooms().values().stream()
                .map(room -> dynamicTest(room.name(), () -> rule(table, room).check(code)));
    }

    @Test
    void aRuleFindsAnImportThatItsRowDoesNotAllow() throws IOException {
        String page = Files.readString(PAGE);
        String stricter = page.replaceFirst("(\\| 2 \\| `image` \\|.*)`color`", "$1");
        assertFalse(stricter.equals(page), "the row of the room image has changed its form");
        RoomTable stricterTable = RoomTable.parse(stricter);
        ArchRule rule = rule(stricterTable, stricterTable.rooms().get("image"));
        List<String> found = rule.evaluate(code).getFailureReport().getDetails();
        assertTrue(found.stream().anyMatch(line -> line.contains("org.scenelinear.color.ColorSpace")), found::toString);
    }

    @Test
    void everyPackageBelongsToARoom() {
        Set<String> packages = new TreeSet<>();
        code.forEach(type -> packages.add(type.getPackageName()));
        assertTrue(packages.size() > 5, packages::toString);
        packages.forEach(table::roomOf);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching(RoomTable.ROOT + ".(**)").should().beFreeOfCycles().check(code);
    }

    @Test
    void theEngineKeepsNoStateInStaticFields() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(engine())
                .and()
                .areStatic()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(code);
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        noClasses()
                .that()
                .resideOutsideOfPackage(RoomTable.ROOT + ".cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(code);
    }

    @Test
    void theEngineDoesNotLog() {
        noClasses()
                .that()
                .resideInAnyPackage(engine())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(code);
    }

    @Test
    void noPackageHasANameThatSaysNothing() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : sourceFiles()) {
            for (Path part : file.getParent()) {
                if (NAMES_THAT_SAY_NOTHING.contains(part.toString())) {
                    found.add(file);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void everyPackageSaysWhereToStartReading() throws IOException {
        Set<Path> wrong = new TreeSet<>();
        for (Path file : sourceFiles()) {
            if (!file.startsWith(MAIN)) {
                continue;
            }
            Path info = file.resolveSibling("package-info.java");
            if (!Files.exists(info)
                    || !STARTING_PLACE.matcher(Files.readString(info)).find()) {
                wrong.add(info);
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void noSourceFileIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sourceFiles()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE
                    && !table.longFiles().contains(file.getFileName().toString())) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertEquals(List.of(), tooLong);
    }

    private static ArchRule rule(RoomTable rooms, RoomTable.Room room) {
        return classes()
                .that()
                .resideInAPackage(room.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(rooms.allowedPackages(room).toArray(String[]::new))
                .allowEmptyShould(true); // a room may stand on the page before it is built
    }

    private static String[] engine() {
        return table.rooms().values().stream()
                .filter(RoomTable.Room::isEngine)
                .map(RoomTable.Room::packages)
                .toArray(String[]::new);
    }

    private static List<Path> sourceFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            assertTrue(found.size() > 20, "found only " + found);
            return found;
        }
    }
}
