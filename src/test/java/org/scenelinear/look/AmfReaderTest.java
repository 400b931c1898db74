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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.UnsupportedFileException;

class AmfReaderTest {
    @TempDir
    Path folder;

    private static Path sample(String name) {
        return Path.of("src", "test", "resources", "look", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sample1_output_only.amf",
                "sample2_full_pipeline.amf",
                "sample3_applied_refs_archived.amf",
                "sample4_asc_sop_spelling.amf"
            })
    void whatIsWrittenReadsTheSame(String name) throws IOException {
        Amf amf = AmfReader.read(sample(name));
        Path copy = folder.resolve(name);
        AmfWriter.write(amf, copy);
        assertEquals(amf, AmfReader.read(copy));
    }

    @Test
    void aPipelineIsReadInItsOrder() throws IOException {
        Amf amf = AmfReader.read(sample("sample2_full_pipeline.amf"));
        AmfPipeline pipeline = amf.pipeline();
        assertEquals(
                Optional.of(new AmfClip("A001C002", new AmfClip.Sequence("A001C002_####.exr", "#", 1001, 1010))),
                amf.clip());
        assertEquals("2.0.0", pipeline.system());
        assertEquals(
                AmfReference.id("urn:ampas:aces:transformId:v2.0:CSC.Arri.LogC4_to_ACES.a2.v1"),
                pipeline.input().orElseThrow().parts().get(0).reference());
        assertEquals(
                List.of("Reference gamut compression", "Shot grade", "Look file beside the AMF"),
                pipeline.looks().stream().map(AmfLook::description).toList());
        assertEquals(OptionalInt.of(2), pipeline.workingLocation());
        AmfLook.Grade grade = (AmfLook.Grade) pipeline.looks().get(1).content();
        assertEquals(List.of(1.1, 1.0, 0.9), grade.slope());
        assertEquals(List.of(-0.01, 0.02, 0.0), grade.offset());
        assertEquals(List.of(1.05, 1.0, 0.95), grade.power());
        assertEquals(1.1, grade.saturation());
        assertEquals(
                Optional.of(AmfReference.id("urn:ampas:aces:transformId:v2.0:CSC.Academy.ACES_to_ACEScct.a2.v1")),
                grade.space().to());
        assertEquals(
                new AmfLook.Referenced(AmfReference.file("sample_look.clf")),
                pipeline.looks().get(2).content());
    }

    @Test
    void bothSpellingsOfAColorDecisionListSayTheSame() throws IOException {
        assertEquals(
                AmfReader.read(sample("sample2_full_pipeline.amf")).pipeline().looks(),
                AmfReader.read(sample("sample4_asc_sop_spelling.amf"))
                        .pipeline()
                        .looks());
    }

    @Test
    void appliedStepsAndArchivedPipelinesAreTold() throws IOException {
        Amf amf = AmfReader.read(sample("sample3_applied_refs_archived.amf"));
        assertTrue(amf.pipeline().input().orElseThrow().applied());
        assertTrue(amf.pipeline().looks().get(0).applied());
        assertFalse(amf.pipeline().looks().get(1).applied());
        AmfLook.GradeInFile grade =
                (AmfLook.GradeInFile) amf.pipeline().looks().get(1).content();
        assertEquals("cc.002", grade.id());
        assertEquals("grades.ccc", grade.file());
        assertEquals(1, amf.archived().size());
    }

    /** What to change in the sample, what to put there, and what the message must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<aces:workingLocation/>|<aces:workingSpot/>|line 33, workingSpot: is not known in pipeline",
                "applied=\"false\"|applied=\"maybe\"|line 16, inputTransform: has applied=\"maybe\", not true or false",
                "applied=\"false\"|aplied=\"false\"|line 16, inputTransform: the attribute applied is missing",
                "1.1 1.0 0.9|1.1 1.0|line 30, Slope: holds 2 numbers, not 3",
                "1.1 1.0 0.9|1.1 1.0 zero|line 30, Slope: \"zero\" is not a number",
                "1.1 1.0 0.9|1.1 NaN 1|line 30, Slope: NaN is not a finite number",
                "1.1 1.0 0.9|1.1 -1 1|line 30, SOPNode: has a negative slope or saturation",
                "1.05 1.0 0.95|0 1.0 0.95|line 30, SOPNode: has a power that is not above 0",
                "min=\"1001\"|min=\"first\"|line 9, sequence: min=\"first\" is not a whole number",
                "<aces:file>sample_look.clf</aces:file>|<aces:file/>|file: is empty",
                "<aces:file>sample_look.clf</aces:file>||lookTransform: has no transformId or file or uuid",
                "urn:ampas:aces:amf:v2.0|urn:example|is of the namespace urn:example",
                "</aces:pipeline>||is not well-formed XML",
            })
    void aBrokenFileNamesItsLineAndItsElement(String from, String to, String message) throws IOException {
        String text = Files.readString(sample("sample2_full_pipeline.amf"), StandardCharsets.UTF_8);
        Path broken = folder.resolve("broken.amf");
        Files.writeString(broken, text.replaceFirst(Pattern.quote(from), to == null ? "" : to), StandardCharsets.UTF_8);
        InvalidFileException problem = assertThrows(InvalidFileException.class, () -> AmfReader.read(broken));
        assertTrue(problem.getMessage().contains(message), problem.getMessage());
        assertTrue(problem.getMessage().startsWith(broken.toString()), problem.getMessage());
    }

    @Test
    void anotherVersionIsToldApartFromABrokenFile() throws IOException {
        String text = Files.readString(sample("sample1_output_only.amf"), StandardCharsets.UTF_8);
        Path old = folder.resolve("old.amf");
        Files.writeString(old, text.replace("amf:v2.0", "amf:v1.0"), StandardCharsets.UTF_8);
        assertThrows(UnsupportedFileException.class, () -> AmfReader.read(old));
    }

    @Test
    void aDocumentTypeDefinitionIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("entities.amf");
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY a0 \"x\">");
        for (int i = 1; i < 40; i++) {
            text.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        text.append("]>\n<a>&a39;</a>");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        FileProblemException problem = assertThrows(FileProblemException.class, () -> AmfReader.read(file));
        assertTrue(problem.getMessage().contains("document type definition"), problem.getMessage());
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("missing.amf");
        FileProblemException problem = assertThrows(FileProblemException.class, () -> AmfReader.read(missing));
        assertEquals(missing + ": does not exist", problem.getMessage());
    }

    @Test
    void aHashIsReadAsBase64AndAsHexadecimal() {
        byte[] content = "look".getBytes(StandardCharsets.UTF_8);
        // sha256sum and base64 of the GNU core utilities
        String hexadecimal = "3c01eba119e00d79c82b6f65d70bc5f1044d568618bf41377e6d1432023fc2b8";
        String base64 = "PAHroRngDXnIK29l1wvF8QRNVoYYv0E3fm0UMgI/wrg=";
        assertEquals(new AmfHash(AmfHash.Algorithm.SHA_256, base64), AmfHash.sha256(content));
        assertTrue(new AmfHash(AmfHash.Algorithm.SHA_256, base64).matches(content));
        assertTrue(new AmfHash(AmfHash.Algorithm.SHA_256, hexadecimal).matches(content));
        assertFalse(new AmfHash(AmfHash.Algorithm.SHA_256, hexadecimal).matches(new byte[] {1}));
        assertFalse(new AmfHash(AmfHash.Algorithm.MD5, "not a digest!").matches(content));
    }

    @ParameterizedTest
    @CsvSource({
        "A001_0012.exr, 12",
        "A001_0100.exr, 100",
        "A001_0101.exr,",
        "A001_12.exr,",
        "B001_0012.exr,",
        "A001_0x12.exr,"
    })
    void aFrameOfASequenceIsKnownByItsNumber(String name, Integer number) {
        AmfClip.Sequence sequence = new AmfClip.Sequence("A001_####.exr", "#", 1, 100);
        assertEquals(Optional.ofNullable(number), sequence.numberOf(name));
    }
}
