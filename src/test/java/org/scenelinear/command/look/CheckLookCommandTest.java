/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.scenelinear.image.StepException;
import org.scenelinear.look.LookLibrary;
import org.scenelinear.look.LookReport;
import org.scenelinear.look.LookSource;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.run.Run;

class CheckLookCommandTest {
    private static final Path LOOKS = Path.of("src/test/resources");

    private static LookReport report(String file, String options) throws IOException, StepException {
        LookSource source = LookSource.read(Path.of(file), LutFiles.Options.DEFAULT);
        return LookReport.of(
                CheckLookCommand.look(source, CheckLookCommand.SIGNATURE.parse(options)), Run.inThisThread());
    }

    @Test
    void theTableHasALineForEachFindingWithWhatItMeans() throws IOException, StepException {
        LookReport report = report("Bleach Bypass", "");
        ResultsTable table = CheckLookCommand.table(report);
        assertEquals(report.lines().size(), table.size());
        assertEquals("kind", table.getStringValue("Property", 0));
        assertEquals("analytic", table.getStringValue("Value", 0));
        for (int row = 0; row < table.size(); row++) {
            assertTrue(table.getStringValue("Meaning", row).length() > 8, "line " + row);
        }
    }

    @Test
    void withoutAFileTheLooksThatComeWithItAreListed() {
        ResultsTable table = CheckLookCommand.library();
        assertEquals(LookLibrary.names().size(), table.size());
        assertEquals(LookLibrary.id("Day for Night"), table.getStringValue("Transform id", 1));
    }

    /** 2.75 stops darker one way, brighter the other way. */
    @Test
    void theInverseIsMeasuredToo() throws IOException, StepException {
        assertTrue(green(report("Day for Night", "")) < 0.1);
        assertTrue(green(report("Day for Night", "direction=inverse")) > 0.5);
    }

    private static double green(LookReport report) {
        return Double.parseDouble(report.value("middle gray").orElseThrow().split(" +")[1]);
    }

    @Test
    void theLooksOfAMetadataFileAreMeasuredWithoutItsOutputTransform() throws IOException, StepException {
        LookReport report =
                report(LOOKS.resolve("look/sample2_full_pipeline.amf").toString(), "");
        assertEquals("analytic", report.value("kind").orElseThrow());
        assertEquals("none", report.value("cuts highlights").orElseThrow());
    }

    /** In ACEScct 1 is 222.86 or 10.27 stops above middle gray, in sRGB 2.47 stops above. */
    @Test
    void whereATableEndsDependsOnTheSpaceItIsUsedIn() throws IOException, StepException {
        String table = LOOKS.resolve("lut/clf/lut3d_5_tetrahedral.clf").toString();
        String inSrgb = report(table, "space=sRGB").value("cuts highlights").orElseThrow();
        assertTrue(inSrgb.contains("from +2.50 stops on"), inSrgb);
        assertEquals(
                "none", report(table, "space=ACEScct").value("cuts highlights").orElseThrow());
    }

    @Test
    void whatCannotBeUndoneIsToldWithItsName() throws IOException {
        LookSource source = LookSource.read(LOOKS.resolve("lut/clf/lut3d_5_tetrahedral.clf"), LutFiles.Options.DEFAULT);
        StepException problem = assertThrows(
                StepException.class,
                () -> CheckLookCommand.look(source, CheckLookCommand.SIGNATURE.parse("direction=inverse")));
        assertTrue(problem.getMessage().contains("cannot be undone: tetrahedral 3D LUT"), problem.getMessage());
        CheckLookCommand command = new CheckLookCommand();
        command.runMacro("file=[/no/such/look]");
        assertTrue(command.getCancelReason().contains("/no/such/look"), command.getCancelReason());
    }
}
