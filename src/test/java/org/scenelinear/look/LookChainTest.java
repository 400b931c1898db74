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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.look.ChainedLook.Role;
import org.scenelinear.lut.LutFiles;

class LookChainTest {
    /** One of each kind. */
    private static final String TEXT = """
            [[look]]
            name = "Match"
            role = "pre-grade"
            slope = 1.1
            space = "none"

            [[look]]
            slope = [1.2, 0.9, 1.05]
            offset = [0.02, -0.03, 0.01]
            power = [1.1, 0.95, 1]
            saturation = 0.8
            through = "Day for Night"

            [[look]]
            look = "Reference Gamut Compress"

            [[look]]
            look = "day-for-night"
            strength = 0.75

            [[look]]
            file = "looks/print.clf"
            name = "Print"
            on = false

            [output]
            display = "sRGB - Display"
            """;

    @TempDir
    private Path folder;

    private LookChain chain() throws IOException {
        Files.createDirectories(folder.resolve("looks"));
        Files.writeString(folder.resolve("looks/print.clf"), CLF);
        return chain(TEXT);
    }

    private LookChain chain(String text) throws IOException {
        Path file = folder.resolve("shot.toml");
        Files.writeString(file, text);
        return LookChain.read(file);
    }

    private static final String CLF = """
            <ProcessList compCLFversion="3" id="print">
            <Matrix inBitDepth="32f" outBitDepth="32f"><Array dim="3 3">2 0 0 0 2 0 0 0 2</Array></Matrix>
            </ProcessList>
            """;

    @Test
    void aChainIsReadInItsOrderWithItsDefaults() throws IOException {
        LookChain chain = chain();
        assertEquals(
                List.of("Match", "Grade", "Reference Gamut Compress", "Day for Night", "Print"),
                chain.looks().stream().map(ChainedLook::name).toList());
        assertEquals(
                List.of(Role.PRE_GRADE, Role.GRADE, Role.LOOK, Role.LOOK, Role.LOOK),
                chain.looks().stream().map(ChainedLook::role).toList());
        assertEquals(0.75, chain.looks().get(3).strength());
        assertEquals(
                "ACEScct",
                ((ChainedLook.Grade) chain.looks().get(1).content())
                        .space()
                        .orElseThrow()
                        .name());
        assertEquals("sRGB - Display", chain.output().orElseThrow().display());
    }

    @Test
    void aChainWrittenIsReadAsTheSameFromAnotherFolderToo() throws IOException {
        LookChain chain = chain();
        Path other = Files.createDirectories(folder.resolve("a/b")).resolve("copy.toml");
        chain.write(other);
        assertEquals(chain, LookChain.read(other));
        assertTrue(Files.readString(other).contains("\"../../looks/print.clf\""), Files.readString(other));
    }

    @Test
    void swappingALookLeavesTheOthersAsTheyAre() throws IOException {
        LookChain night = chain();
        LookChain dusk = night.swapped("day for night", "Day for Dusk", folder);
        for (int i : new int[] {0, 1, 2, 4}) {
            assertEquals(night.looks().get(i), dusk.looks().get(i));
        }
        assertEquals("Day for Dusk", dusk.looks().get(3).name());
        assertEquals(0.75, dusk.looks().get(3).strength());
        assertEquals(
                LookLibrary.find("Day for Dusk").orElseThrow().chain(),
                dusk.looks().get(3).withStrength(1).transform());
        assertEquals(night, dusk.swapped("Day for Dusk", "Day for Night", folder));
    }

    @Test
    void whatIsOffOrWithoutStrengthDoesNothing() throws IOException {
        LookChain chain = chain();
        assertEquals(0, chain.looks().get(4).transform().transforms().size());
        LookChain all = chain.changed("Print", look -> look.switched(true));
        assertEquals(1, all.looks().get(4).transform().transforms().size());
        LookChain none = all.changed("Print", look -> look.withStrength(0));
        assertEquals(chain.scene(), none.scene());
    }

    @Test
    void aGradeWhoseLookIsGoneOrAnotherIsWarnedOf() throws IOException {
        LookChain night = chain();
        assertEquals(List.of(), night.warnings());
        String swapped = night.swapped("Day for Night", "Day for Dusk", folder)
                .warnings()
                .toString();
        assertTrue(swapped.contains("Grade was judged through Day for Night"), swapped);
        assertTrue(swapped.contains("Day for Dusk"), swapped);
        String off = night.changed("Day for Night", look -> look.switched(false))
                .warnings()
                .toString();
        assertTrue(off.contains("judged through Day for Night"), off);
        assertEquals(
                List.of(),
                night.changed("Day for Night", look -> look.switched(false))
                        .changed("Grade", look -> look.switched(false))
                        .warnings());
    }

    @Test
    void distortingPowersAndAcesCcAreWarnedOf() throws IOException {
        List<String> warnings =
                chain("[[look]]\npower = [1, 9, 1]\nspace = \"ACEScc\"\n").warnings();
        assertEquals(2, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains("power 9.0 distorts"), warnings.get(0));
        assertTrue(warnings.get(1).contains("ACEScc"), warnings.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [[look]]/look = "Nothing Such"                       | line 2, column 1, look 1, look | Bleach Bypass
            [[look]]/file = "gone.clf"                           | line 2, column 1, look 1, file | does not exist
            [[look]]/name = "empty"                              | line 1, column 1, look 1: | nothing to do
            [[look]]/slope = 1/look = "Print Film"               | line 2, column 1, look 1, slope | does not go with
            [[look]]/slop = 1/saturation = 1                     | line 2, column 1, look 1, slop | unknown
            [[look]]/slope = [1, 2]                              | look 1, slope | one number or three
            [[look]]/slope = [1, 2, "x"]                         | look 1, slope | must be a number
            [[look]]/slope = nan                                 | look 1, slope | must be a number
            [[look]]/power = 0                                   | look 1 | power
            [[look]]/slope = 1/strength = 1.5                    | look 1 | strength
            [[look]]/slope = 1/on = "yes"                        | look 1, on | true or false
            [[look]]/slope = 1/role = "grading"                  | look 1, role | pre-grade, grade, look
            [[look]]/slope = 1/space = "AcesXyz"                 | look 1, space | AcesXyz
            [[look]]/look = "Print Film"/[[look]]/slope = 1      | shot.toml | cannot follow
            [[look]]/slope = 1/[[look]]/slope = 1                | shot.toml | same name
            look = 3                                             | line 1, column 1, look | tables
            [output]/display = "Radio"                           | line 2, column 1, output, display | sRGB
            [output]/display = "sRGB - Display"/view = "Nope"    | output, view | SDR 100 nits
            [output]/id = "urn:x"                                | output | urn:x
            [outputs]/id = "urn:x"                               | outputs | unknown
            [[look/                                              | line 1, column | expected
            """)
    void whatIsWrongIsToldWithItsPlace(String text, String place, String problem) throws IOException {
        FileProblemException e = assertThrows(FileProblemException.class, () -> chain(text.replace('/', '\n')));
        assertTrue(e.getMessage().contains("shot.toml"), e.getMessage());
        assertTrue(e.getMessage().contains(place), e.getMessage());
        assertTrue(
                e.getMessage().toLowerCase(java.util.Locale.ROOT).contains(problem.toLowerCase(java.util.Locale.ROOT)),
                e.getMessage());
    }

    @Test
    void anUnknownNameIsToldWithThoseThereAre() throws IOException {
        LookChain chain = chain();
        String message = assertThrows(
                        IllegalArgumentException.class, () -> chain.swapped("Sepia", "Print Film", folder))
                .getMessage();
        assertTrue(message.contains("Sepia") && message.contains("Day for Night"), message);
        assertThrows(FileProblemException.class, () -> chain.swapped("Print", "gone.clf", folder));
    }

    @Test
    void aChainIsASourceOfLooksForBaking() throws IOException {
        LookChain chain = chain();
        LookSource source = LookSource.read(folder.resolve("shot.toml"), LutFiles.Options.DEFAULT);
        assertEquals(chain.scene(), source.look());
        assertEquals(Optional.of(chain.output().orElseThrow().transform()), source.output());
        assertTrue(source.isPipeline());
    }
}
