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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.InverseLut1D;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.TransformChain;

class WrittenFilesTest {
    @TempDir
    Path folder;

    static Stream<String> samples() throws IOException {
        return Samples.rows("cases.csv").stream().map(row -> row[0]).distinct();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleWrittenAsClfReadsAsTheSame(String file) throws IOException {
        LookFile look = LutFiles.read(Samples.file(file, folder));
        Path written = folder.resolve("written.clf");
        LutFiles.write(look, written);
        LookFile again = LutFiles.read(written);
        assertEquals(look.name(), again.name());
        assertEquals(look.inverseOf(), again.inverseOf());
        assertEquals(look.descriptions(), again.descriptions());
        assertEquals(look.inputDescriptor(), again.inputDescriptor());
        assertEquals(look.outputDescriptor(), again.outputDescriptor());
        assertEquals(look.info(), again.info());
        assertEquals(look.id().isEmpty() ? again.id() : look.id(), again.id());
        assertFalse(again.id().isEmpty());
        assertEquals(look.chain(), again.chain());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void tablesWrittenAsTheFormatTheyCameInReadAsTheSame(String file) throws IOException {
        String ending = file.substring(file.lastIndexOf('.')).toLowerCase(Locale.ROOT);
        if (!List.of(".cube", ".spi1d", ".spi3d").contains(ending)) {
            return;
        }
        LookFile look = LutFiles.read(Samples.file(file, folder));
        Path written = folder.resolve("written" + ending);
        LutFiles.write(look, written);
        LookFile again = LutFiles.read(written);
        assertEquals(look.name(), again.name());
        assertEquals(look.descriptions(), again.descriptions());
        float[][] probe = Samples.planes("probe.csv", 1);
        Samples.assertClose(
                Samples.apply(look.chain(), probe), Samples.apply(again.chain(), probe), 1e-7, "written " + file);
    }

    @Test
    void aGradeInAcesCctIsWrittenAsAnalyticNodes() throws IOException {
        ColorTransform toSpace =
                ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD);
        ColorTransform grade = new CdlTransform(
                CdlTransform.Style.FORWARD_NO_CLAMP,
                new ChannelValues(1.2, 0.9, 1.05),
                new ChannelValues(0.02, -0.03, 0.01),
                new ChannelValues(1.1, 0.95, 1.3),
                1.2);
        TransformChain chain =
                TransformChain.of(toSpace, grade, toSpace.inverse().orElseThrow());
        Path written = folder.resolve("grade.clf");
        LutFiles.write(LookFile.of(chain), written);
        TransformChain again = LutFiles.read(written).chain();
        assertEquals(5, again.transforms().size());
        float[][] probe = Samples.planes("cdl/inputs_scene_linear.csv", 1);
        Samples.assertClose(Samples.apply(chain, probe), Samples.apply(again, probe), 1e-6, "grade");
    }

    @Test
    void textThatXmlReservesComesBack() throws IOException {
        TransformChain chain = TransformChain.of(Lut1D.of(false, new float[] {0.25f, 0.5f}));
        LookFile look = new LookFile(
                chain,
                "a&b",
                "\"<name>\"",
                "x>y",
                List.of("é < & > \" '"),
                "in & out",
                "",
                List.of(new LookFile.Info("A/B", "1"), new LookFile.Info("A/C/D", "2"), new LookFile.Info("E", "<3>")));
        Path written = folder.resolve("text.clf");
        LutFiles.write(look, written);
        assertEquals(look, LutFiles.read(written));
    }

    @Test
    void aTextThatXmlCannotHoldIsRefused() {
        LookFile look =
                LookFile.named(TransformChain.of(Lut1D.of(false, new float[] {0, 1})), "bell \u0007", List.of());
        assertThrows(IllegalArgumentException.class, () -> LutFiles.write(look, folder.resolve("bell.clf")));
        assertFalse(Files.exists(folder.resolve("bell.clf")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clf", "cube", "spi1d", "spi3d"})
    void aTransformThatAFormatCannotHoldIsNamedAndTheOlderFileStays(String ending) throws IOException {
        Path written = folder.resolve("look." + ending);
        Files.writeString(written, "older");
        TransformChain chain = TransformChain.of(new InverseLut1D(Lut1D.of(false, new float[] {0, 1})));
        IllegalArgumentException problem =
                assertThrows(IllegalArgumentException.class, () -> LutFiles.write(LookFile.of(chain), written));
        assertTrue(problem.getMessage().contains("inverse 1D LUT"), problem.getMessage());
        assertArrayEquals("older".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(written));
    }

    @Test
    void anEndingThatIsNotWrittenIsRefused() {
        LookFile look = LookFile.of(TransformChain.of(Lut1D.of(false, new float[] {0, 1})));
        FileProblemException problem =
                assertThrows(FileProblemException.class, () -> LutFiles.write(look, folder.resolve("look.3dl")));
        assertTrue(problem.getMessage().contains(".3dl"));
    }

    @Test
    void whatCannotBeUndoneIsNamed() throws IOException {
        LookFile look = LutFiles.read(Samples.file("clf/multi_shaper_lut3d.clf", folder));
        IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, look::inverse);
        assertTrue(problem.getMessage().contains("3D LUT of 9x9x9"), problem.getMessage());
    }
}
