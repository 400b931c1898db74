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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut3D;

/** Every sample against the figures of OpenColorIO 2.6.0, forward and, where there is an inverse, back. */
class SampleFilesTest {
    private static final double TOLERANCE = 1e-6;

    /** For a grade between a logarithm and its inverse, where both sides are about 5e-7 from the formulas in double. */
    private static final double TOLERANCE_IN_LOGARITHM = 2e-6;

    /** How steep inverses magnify the rounding of floats. */
    private static final double INVERSE_TOLERANCE = 2e-5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvFileSource(resources = "/lut/cases.csv", numLinesToSkip = 1)
    void aSampleGivesTheFiguresOfOpenColorIo(String file, String correction, String interpolation, String expected)
            throws IOException {
        double tolerance = file.contains("cdl_in_acescct") ? TOLERANCE_IN_LOGARITHM : TOLERANCE;
        ColorTransform forward = read(file, correction, interpolation).chain();
        float[][] probe = Samples.planes("probe.csv", 1);
        Samples.assertClose(Samples.planes(expected, 1), Samples.apply(forward, probe), tolerance, file);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/lut/cases.csv", numLinesToSkip = 1)
    void theInverseOfASampleGivesTheFiguresOfOpenColorIo(
            String file, String correction, String interpolation, String expected) throws IOException {
        Optional<ColorTransform> inverse =
                read(file, correction, interpolation).chain().inverse();
        float[][] figures = Samples.planes(expected, 4);
        if (inverse.isEmpty() || figures == null) {
            return; // which have none is told in the tests of the transforms
        }
        float[][] probe = Samples.planes("probe.csv", 1);
        Samples.assertClose(figures, Samples.apply(inverse.get(), probe), INVERSE_TOLERANCE, "inverse of " + file);
    }

    private LookFile read(String file, String correction, String interpolation) throws IOException {
        Lut3D.Interpolation kind = Lut3D.Interpolation.valueOf(interpolation.toUpperCase(Locale.ROOT));
        return LutFiles.read(
                Samples.file(file, folder), new LutFiles.Options(correction == null ? "" : correction, kind));
    }

    static Stream<String> badFiles() throws IOException {
        return Stream.of(
                        Samples.names("clf/bad", ""),
                        Samples.names("other", "bad_"),
                        List.of("clf/empty_processlist.clf"))
                .flatMap(List::stream)
                .filter(name -> !name.endsWith(".txt") && !name.endsWith("log_perchannel_different_bases.clf"));
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsRefusedWithItsNameAndTheReason(String file) throws IOException {
        Path path = Samples.file(file, folder);
        FileProblemException problem = assertThrows(FileProblemException.class, () -> LutFiles.read(path));
        assertEquals(path.toString(), problem.file());
        assertFalse(problem.what().isBlank());
        assertFalse(problem.getMessage().contains("CANARY"));
        assertTrue(problem.place().startsWith("line ") || file.contains("empty.clf"), problem.getMessage());
    }
}
