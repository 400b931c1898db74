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
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformRunner;

class AmfPipelineTransformTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "look");
    private static final String CSC = "urn:ampas:aces:transformId:v2.0:CSC.";

    @TempDir
    Path folder;

    /** The tolerances are those measured between OpenColorIO and a double evaluation of the output transforms. */
    @ParameterizedTest
    @CsvSource({
        "sample1_output_only.amf, sample1_output_only.csv, 2e-4",
        "sample2_full_pipeline.amf, sample2_full_pipeline.csv, 1e-3",
        "sample3_applied_refs_archived.amf, sample3_applied_refs_archived.csv, 2e-3",
        "sample4_asc_sop_spelling.amf, sample2_full_pipeline.csv, 1e-3",
    })
    void theAuthorsPictureIsSeen(String file, String expected, double tolerance) throws IOException {
        AmfPipelineTransform pipeline = AmfPipelineTransform.read(FOLDER.resolve(file));
        List<String[]> rows = Files.readAllLines(FOLDER.resolve("expected").resolve(expected)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        float[][] planes = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                planes[c][i] = Float.parseFloat(rows.get(i)[c]);
            }
        }
        float[][] actual = apply(pipeline.whole(), planes);
        for (int i = 0; i < rows.size(); i++) {
            for (int c = 0; c < 3; c++) {
                float code = Float.parseFloat(rows.get(i)[3 + c]);
                double allowed = code < 0.001 ? Math.max(tolerance, 0.001) : tolerance; // codes are steep at black
                assertEquals(code, actual[c][i], allowed, "row " + i + ", " + c);
            }
        }
    }

    @Test
    void whatThePixelsHaveGoneThroughIsSkippedAndListed() throws IOException {
        AmfPipelineTransform pipeline = AmfPipelineTransform.read(FOLDER.resolve("sample3_applied_refs_archived.amf"));
        assertFalse(pipeline.convertsInput());
        assertEquals(
                List.of(
                        "input transform " + CSC + "Sony.SLog3_SGamut3Cine_to_ACES.a2.v1",
                        "look 1: already in the pixels: must be skipped"),
                pipeline.skipped());
    }

    @Test
    void aFileThatWasChangedIsRefused() throws IOException {
        Path amf = sampleWithHash();
        assertTrue(AmfPipelineTransform.read(amf).output().isPresent());
        Path look = folder.resolve("sample_look.clf");
        Files.writeString(look, Files.readString(look) + "\n");
        FileProblemException refusal = assertThrows(FileProblemException.class, () -> AmfPipelineTransform.read(amf));
        assertTrue(refusal.getMessage().contains("sample_look.clf: its hash"), refusal.getMessage());
    }

    private Path sampleWithHash() throws IOException {
        byte[] look = Files.readAllBytes(FOLDER.resolve("sample_look.clf"));
        Files.write(folder.resolve("sample_look.clf"), look);
        Amf amf = AmfReader.read(FOLDER.resolve("sample2_full_pipeline.amf"));
        AmfPipeline p = amf.pipeline();
        List<AmfLook> looks = p.looks().stream()
                .map(l -> l.content() instanceof AmfLook.Referenced r
                                && r.reference().kind() == AmfReference.Kind.FILE
                        ? new AmfLook(l.description(), false, Optional.of(AmfHash.sha256(look)), r)
                        : l)
                .toList();
        AmfPipeline hashed = new AmfPipeline(p.info(), p.system(), p.input(), looks, p.workingLocation(), p.output());
        Path file = folder.resolve("hashed.amf");
        AmfWriter.write(new Amf(amf.info(), amf.clip(), hashed, List.of()), file);
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "Arri.LogC4_to_ACES, Arri.LogC5_to_ACES",
        "Look.Academy.ReferenceGamutCompress, Look.Academy.BlueLightFix",
        "Academy.ACEScct_to_ACES, Academy.ACESxx_to_ACES",
        "Output.Academy.P3-D65_1000nit, Output.Academy.P3-D65_1001nit",
    })
    void anUnknownTransformIsNamed(String known, String unknown) throws IOException {
        Files.copy(FOLDER.resolve("sample_look.clf"), folder.resolve("sample_look.clf"));
        Path file = folder.resolve("a.amf");
        Files.writeString(
                file,
                Files.readString(FOLDER.resolve("sample2_full_pipeline.amf")).replace(known, unknown));
        FileProblemException refusal = assertThrows(FileProblemException.class, () -> AmfPipelineTransform.read(file));
        assertTrue(refusal.getMessage().contains(unknown), refusal.getMessage());
    }

    @Test
    void aMissingLookFileIsNamed() throws IOException {
        Path file = folder.resolve("a.amf");
        Files.copy(FOLDER.resolve("sample2_full_pipeline.amf"), file);
        FileProblemException refusal = assertThrows(FileProblemException.class, () -> AmfPipelineTransform.read(file));
        assertTrue(refusal.getMessage().contains("sample_look.clf"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Academy.ACES_to_ACEScct",
                "Academy.ACES_to_BMDFilm_WideGamut_Gen5",
                "Apple.ACES_to_AppleLog_BT2020",
                "Arri.ACES_to_LogC4",
                "Panasonic.ACES_to_VLog_VGamut",
                "Red.ACES_to_Log3G10_RWG",
                "Sony.ACES_to_Venice_SLog3_SGamut3Cine",
            })
    void theWayFromAcesToACameraIsKnownAndLeadsBack(String name) {
        ColorTransform there = AmfTransforms.find(CSC + name + ".a2.v1").orElseThrow();
        float[][] gray = {{0.18f, 0.9f}, {0.2f, 0.7f}, {0.16f, 0.8f}};
        float[][] encoded = apply(there, gray);
        assertTrue(encoded[0][1] > encoded[0][0], name);
        float[][] back = apply(there.inverse().orElseThrow(), encoded);
        for (int c = 0; c < 3; c++) {
            assertEquals(gray[c][0], back[c][0], 1e-5, name);
            assertEquals(gray[c][1], back[c][1], 1e-5, name);
        }
    }

    private static float[][] apply(ColorTransform transform, float[][] source) {
        float[][] result = new float[3][source[0].length];
        TransformRunner.apply(transform.compile(), source, result, source[0].length, Run.inThisThread());
        return result;
    }
}
