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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ExponentTransform;
import org.scenelinear.transform.InverseLut1D;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;

/** One small broken file for each rule of the formats, and small files of what the samples leave out. */
class LutFileRulesTest {
    private static final String DEPTHS = " inBitDepth=\"32f\" outBitDepth=\"32f\"";

    @TempDir
    Path folder;

    private static String clf(String nodes) {
        return "<ProcessList compCLFversion=\"3\" id=\"x\">\n" + nodes + "\n</ProcessList>";
    }

    private static String matrix(String attributes, String array) {
        return clf("<Matrix" + DEPTHS + attributes + ">" + array + "</Matrix>");
    }

    private static String identity(String dimensions) {
        return "<Array dim=\"" + dimensions + "\">1 0 0 0 1 0 0 0 1</Array>";
    }

    private static String lut1D(String attributes, String values) {
        return clf("<LUT1D" + DEPTHS + attributes + "><Array dim=\"2 1\">" + values + "</Array></LUT1D>");
    }

    private static String correction(String content) {
        return "<ColorCorrection id=\"a\">" + content + "</ColorCorrection>";
    }

    static Stream<Arguments> brokenFiles() {
        String range = "<minInValue>0</minInValue><minOutValue>0</minOutValue>";
        String sop = "<SOPNode><Slope>1 1 1</Slope><Offset>0 0 0</Offset><Power>1 1 1</Power></SOPNode>";
        return Stream.of(
                arguments("a.clf", matrix(" bypass=\"true\"", identity("3 3")), "attribute bypass is not known"),
                arguments("a.clf", matrix("", identity("3")), "do not fit"),
                arguments("a.clf", matrix("", identity("three 3")), "not whole numbers"),
                arguments("a.clf", matrix("", ""), "Array is missing"),
                arguments("a.clf", matrix("", identity("3 3") + identity("3 3")), "second Array"),
                arguments("a.clf", matrix("", identity("3 3").replace("dim", "size")), "size is not known"),
                arguments("a.clf", matrix("", identity("3 3") + "<Offset/>"), "Offset is not known in Matrix"),
                arguments("a.clf", matrix("", identity("3 3").replace("1 0", "1 <b/>0")), "only numbers are expected"),
                arguments("a.clf", matrix("", "words" + identity("3 3")), "only elements are expected"),
                arguments("a.clf", matrix("", identity("3 3")).replace("id=\"x\"", "id=\"&y;\""), "line 1"),
                arguments("a.clf", matrix("", identity("3 3")) + "<more/>", "line 3"),
                arguments("a.ctf", matrix("", "<Array dim=\"4 4\">1 0 0 0 0 1 0 0 0 0 1 0 0 0 .5 1</Array>"), "alpha"),
                arguments("a.clf", lut1D(" interpolation=\"cubic\"", "0 1"), "not linear"),
                arguments("a.clf", lut1D(" rawHalfs=\"maybe\"", "0 1"), "neither true nor false"),
                arguments("a.clf", lut1D(" rawHalfs=\"true\"", "0 70000"), "not the bits of a half"),
                arguments("a.clf", lut1D(" rawHalfs=\"true\"", "0 31744"), "Infinity"),
                arguments("a.clf", lut1D("", "0 0x10"), "number 2 of the array"),
                arguments("a.clf", lut1D("", "0 1e99"), "Infinity"),
                arguments("a.clf", lut1D("", "0 1 2"), "found 3"),
                arguments("a.clf", lut1D("", "0 1").replace("<Array", "<IndexMap dim=\"2\"/><Array"), "IndexMap"),
                arguments("a.clf", clf("<LUT3D" + DEPTHS + " interpolation=\"best\"/>"), "neither trilinear"),
                arguments("a.clf", clf("<Range" + DEPTHS + " style=\"soft\">" + range + "</Range>"), "neither Clamp"),
                arguments("a.clf", clf("<Range" + DEPTHS + ">" + range + range + "</Range>"), "second minInValue"),
                arguments("a.clf", clf("<Range" + DEPTHS + "><middle>0</middle></Range>"), "middle is not known"),
                arguments("a.clf", clf("<Log" + DEPTHS + "/>"), "style is missing"),
                arguments("a.clf", clf("<Log" + DEPTHS + " style=\"linToLog\"/>"), "needs LogParams"),
                arguments(
                        "a.clf",
                        clf("<Log" + DEPTHS + " style=\"log2\"><LogParams base=\"2\"/></Log>"),
                        "has no LogParams"),
                arguments(
                        "a.clf",
                        clf("<Log" + DEPTHS + " style=\"linToLog\"><LogParams base=\"2\" channel=\"R\"/></Log>"),
                        "channel G are missing"),
                arguments(
                        "a.clf",
                        clf("<Log" + DEPTHS + " style=\"linToLog\"><LogParams channel=\"A\"/></Log>"),
                        "none of R, G and B"),
                arguments(
                        "a.clf",
                        clf("<Log" + DEPTHS + " style=\"linToLog\"><LogParams/><LogParams channel=\"R\"/></Log>"),
                        "for all channels and for one"),
                arguments(
                        "a.clf",
                        clf("<Log" + DEPTHS + " style=\"linToLog\"><LogParams base=\"e\"/></Log>"),
                        "not a finite number"),
                arguments(
                        "a.clf",
                        clf("<Exponent" + DEPTHS + " style=\"basicFwd\"><ExponentParams power=\"2\"/></Exponent>"),
                        "power is not known"),
                arguments("a.clf", clf("<ASC_CDL" + DEPTHS + ">" + sop + sop + "</ASC_CDL>"), "second SOPNode"),
                arguments("a.clf", clf("<Info>" + "<a>".repeat(100_000)), "too deep"),
                arguments("a.clf", "<!DOCTYPE l [<!ENTITY a \u0003>]><ProcessList/>", "well-formed|declaration"),
                arguments("a.clf", "<?xml version=\"1.0\" encoding=\"none-such\"?><ProcessList/>", "none-such"),
                arguments("a.clf", "<ProcessList compCLFversion=\"three\" id=\"x\"/>", "is not one"),
                arguments("a.cc", correction("<SOPNode><Slope>1 1 1</Slope></SOPNode>"), "Offset is missing"),
                arguments("a.cc", correction(sop + "<Curve/>"), "Curve is not known"),
                arguments("a.cc", correction("<SatNode/>"), "Saturation is missing"),
                arguments("a.cc", correction(sop.replace("1 1 1</Power>", "1 nan 1</Power>")), "not a finite number"),
                arguments("a.cc", correction(sop.replace("1 1 1</Slope>", "1 1 -1</Slope>")), "slope"),
                arguments("a.ccc", "<ColorCorrectionCollection/>", "no ColorCorrection"),
                arguments(
                        "a.ccc",
                        "<ColorCorrectionCollection>" + correction(sop) + correction(sop)
                                + "</ColorCorrectionCollection>",
                        "have the id \"a\""),
                arguments(
                        "a.cdl",
                        "<ColorDecisionList><ColorDecision><ColorCorrectionRef ref=\"b\"/></ColorDecision></ColorDecisionList>",
                        "reference"),
                arguments("a.cdl", "<Look/>", "none of ColorCorrection"),
                arguments("a.cube", "LUT_1D_SIZE 2\nLUT_1D_SIZE 2\n0 0 0\n1 1 1\n", "second LUT_1D_SIZE"),
                arguments("a.cube", "LUT_1D_SIZE 2\n0 0 0\n1 1\n", "3 numbers are needed"),
                arguments("a.cube", "LUT_1D_SIZE 2\n0 0 0\n1 1 1\n2 2 2\n", "line 4: more than the rows"),
                arguments("a.cube", "LUT_1D_SIZE 2\nLUT_IN_VIDEO_RANGE\n0 0 0\n1 1 1\n", "LUT_IN_VIDEO_RANGE"),
                arguments("a.cube", "LUT_1D_SIZE two\n0 0 0\n", "whole number"),
                arguments(
                        "a.cube",
                        "LUT_1D_SIZE 2\nDOMAIN_MIN 0 0 0\nLUT_1D_INPUT_RANGE 0 1\n0 0 0\n1 1 1\n",
                        "does not go with"),
                arguments("a.spi1d", "Version 2\nFrom 0 1\n", "version is not 1"),
                arguments("a.spi1d", "Version 1\nFrom 1 1\nLength 2\nComponents 1\n{\n0\n1\n}\n", "interval"),
                arguments("a.spi1d", "Version 1\nComponents 1\n{\n0\n1\n}\n", "Length is missing"),
                arguments("a.spi1d", "Version 1\nLength 2\nComponents 2\n{\n0 0\n1 1\n}\n", "neither 1 nor 3"),
                arguments("a.spi1d", "Version 1\nLength 2\nComponents 1\n{\n0\n1\n", "before the closing brace"),
                arguments("a.spi1d", "Version 1\nLength 9999999\nComponents 1\n{\n0\n", "rows are claimed"),
                arguments("a.spi3d", "SPILUT 1.0\n3 3\n2 2 3\n", "three times the same size"),
                arguments("a.spi3d", "SPILUT 1.0\n3 4\n2 2 2\n", "3 components"),
                arguments("a.spi3d", "LUT 1.0\n", "SPILUT"),
                arguments("a.spi3d", "SPILUT 1.0\n3 3\n2 2 2\n" + "0 0 0 1 1 1\n".repeat(8), "second entry"),
                arguments("a.spi3d", "SPILUT 1.0\n3 3\n2 2 2\n" + "0 2 0 1 1 1\n".repeat(8), "outside"),
                arguments("a.spi3d", "SPILUT 1.0\n3 3\n999 999 999\n0 0 0 0 0 0\n", "rows are claimed"),
                arguments("a.spimtx", "1 0 0 0\n0 1 0 0\n0 0 1\n", "found 11"),
                arguments("a.spimtx", "1 0 0 0\n0 1 0 0\n0 0 1 0 5\n", "more than 12"),
                arguments("a.3dl", "0 512 1023\n0 0 0\n", "three codes are needed|rows are not|none of 8"),
                arguments("a.3dl", "0 341 682 1023\n" + "0 0 4095\n".repeat(9), "9 rows"),
                arguments("a.3dl", "0 341 682 1023\n" + "0 0 0.5\n".repeat(8), "whole number"),
                arguments("a.3dl", "0 341 682 1023\n" + "0 0 1\n".repeat(8), "none of 8 to 16 bits"),
                arguments("a.3dl", "hello\n", "known keyword"),
                arguments("a.csp", "CSPLUTV100\n2D\n", "neither 1D nor 3D"),
                arguments("a.csp", "CSPLUTV200\n", "CSPLUTV100"),
                arguments("a.csp", "CSPLUTV100\n1D\nBEGIN METADATA\n", "END METADATA"),
                arguments("a.csp", "CSPLUTV100\n1D\n2\n0 0\n0 1\n", "have to rise"),
                arguments("a.csp", "CSPLUTV100\n1D\n0\n0\n0\n1\n0 0 0\n", "2 or more"),
                arguments("a.csp", "CSPLUTV100\n3D\n0\n0\n0\n2 2 3\n", "same size"),
                arguments("a.xyz", "", "ending .xyz"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedWithTheReason(String name, String content, String reason) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        FileProblemException problem = assertThrows(FileProblemException.class, () -> LutFiles.read(file));
        assertEquals(file.toString(), problem.file());
        String message = problem.getMessage();
        assertTrue(Stream.of(reason.split("\\|")).anyMatch(message::contains), message);
    }

    private LookFile read(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        return LutFiles.read(file);
    }

    @Test
    void theNamesThatCtfHasForTheSameNodesAreKnown() throws IOException {
        LookFile look = read(
                "a.ctf",
                "<ProcessList version=\"1.7\">"
                        + "<Matrix inBitDepth=\"10i\" outBitDepth=\"32f\"><Array dim=\"4 5 4\">0.5 0 0 0 0 0 1 0 0 0"
                        + " 0 0 1 0 0 0 0 0 0.000977517106549365 0</Array></Matrix>"
                        + "<Gamma" + DEPTHS + " style=\"basicFwd\"><GammaParams gamma=\"2\"/></Gamma>"
                        + "<ASC_CDL" + DEPTHS + " style=\"noClampFwd\"/>"
                        + "</ProcessList>");
        assertEquals(
                new MatrixTransform(Matrix3.diagonal(511.5, 1023, 1023)),
                look.chain().transforms().get(0));
        assertEquals(
                ExponentTransform.same(ExponentTransform.Style.BASIC_FORWARD, new ExponentTransform.Power(2, 0)),
                look.chain().transforms().get(1));
        assertEquals("", look.id());
    }

    @Test
    void aTableOverHalfsMaySayAnythingWhereNoNumberIs() throws IOException {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < Lut1D.HALF_ENTRIES; i++) {
            values.append((i & 0x7FFF) > 0x7C00 ? "nan\n" : (i & 0x7FFF) == 0x7C00 ? "inf\n" : "0.5\n");
        }
        LookFile look = read(
                "a.clf",
                clf("<LUT1D" + DEPTHS + " halfDomain=\"true\"><Array dim=\"65536 1\">" + values + "</Array></LUT1D>"));
        float[] colors = {Float.POSITIVE_INFINITY, 0.2f};
        assertEquals(0.5f, Samples.apply(look.chain(), new float[][] {colors, colors, colors})[0][0]);
    }

    @Test
    void bytesThatAreNoCharactersAreRefused() throws IOException {
        Path file = folder.resolve("a.clf");
        Files.write(file, clf("<Description>\u00e9</Description>").getBytes(StandardCharsets.ISO_8859_1));
        FileProblemException problem = assertThrows(FileProblemException.class, () -> LutFiles.read(file));
        assertTrue(problem.getMessage().contains("no characters"), problem.getMessage());
    }

    @Test
    void otherEncodingsThanUtf8AreRead() throws IOException {
        String text = clf("<Description>\u00e9</Description><Range" + DEPTHS
                + "><minInValue>0</minInValue><minOutValue>0</minOutValue></Range>");
        Path file = folder.resolve("a.clf");
        Files.write(file, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of("\u00e9"), LutFiles.read(file).descriptions());
        Files.write(
                file, ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + text).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(List.of("\u00e9"), LutFiles.read(file).descriptions());
        Files.writeString(file, "\uFEFF" + text);
        assertEquals(List.of("\u00e9"), LutFiles.read(file).descriptions());
    }

    @Test
    void theInformationOfAClfFileIsKept() throws IOException {
        LookFile look = LutFiles.read(Samples.file("clf/info_descriptions.clf", folder));
        assertEquals("urn:uuid:9b3f5f84-0000-4000-8000-000000000001", look.id());
        assertEquals("Sample with metadata", look.name());
        assertEquals("urn:uuid:9b3f5f84-0000-4000-8000-000000000002", look.inverseOf());
        assertEquals(List.of("First line", "Second line: é© <tag> &"), look.descriptions());
        assertEquals("ACES2065-1", look.inputDescriptor());
        assertEquals("ACEScct", look.outputDescriptor());
        assertEquals(
                "urn:ampas:aces:transformId:v2.0:Look.Example.Sample.a2.v1",
                look.transformId().orElseThrow());
        assertTrue(look.info().contains(new LookFile.Info("CalibrationInfo/DisplayDeviceSerialNum", "12")));
    }

    @Test
    void everyCorrectionOfAFileIsListedAndOneThatIsNotThereIsNamed() throws IOException {
        Path file = Samples.file("other/grades.ccc", folder);
        List<LookFile> corrections = LutFiles.readCorrections(file);
        assertEquals(
                List.of("cc.001", "cc.002"),
                corrections.stream().map(LookFile::id).toList());
        assertEquals(List.of("shot"), corrections.get(0).descriptions());
        LutFiles.Options other = new LutFiles.Options("cc.003", LutFiles.Options.DEFAULT.interpolation());
        FileProblemException problem = assertThrows(FileProblemException.class, () -> LutFiles.read(file, other));
        assertTrue(
                problem.getMessage().contains("cc.003") && problem.getMessage().contains("cc.001, cc.002"));
    }

    @Test
    void theSpellingsOfAcesMetadataFilesAreKnownInCorrections() throws IOException {
        LookFile look = read(
                "a.cc",
                correction("<ASC_SOP><Slope>2 2 2</Slope><Offset>0 0 0</Offset><Power>1 1 1</Power></ASC_SOP>"
                        + "<ASC_SAT><Saturation>0.5</Saturation></ASC_SAT>"));
        assertEquals(
                TransformChain.of(new CdlTransform(
                        CdlTransform.Style.FORWARD_NO_CLAMP,
                        ChannelValues.same(2),
                        ChannelValues.ZERO,
                        ChannelValues.ONE,
                        0.5)),
                look.chain());
    }

    @Test
    void aLineOfUnevenCodesIn3dlIsATableBeforeTheOther() throws IOException {
        LookFile look = read("a.3dl", "0 100 400 1023\n" + "4095 0 0\n".repeat(8));
        assertEquals(2, look.chain().transforms().size());
        assertEquals(100 / 1023f, ((Lut1D) look.chain().transforms().get(0)).entry(0, 1));
    }

    @Test
    void aTableReadBackwardsIsTheInverse() throws IOException {
        LookFile look = read(
                "a.ctf",
                "<ProcessList version=\"2\"><InverseLUT1D inBitDepth=\"8i\" outBitDepth=\"32f\"><Array dim=\"2 1\">51 255"
                        + "</Array></InverseLUT1D></ProcessList>");
        assertEquals(TransformChain.of(new InverseLut1D(Lut1D.of(false, new float[] {0.2f, 1}))), look.chain());
    }
}
