/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.List;

/** Compares the code values of an output transform with those of OpenColorIO. */
final class CodeValues {
    private CodeValues() {}

    /**
     * Fails unless the code values of all {@link ReferenceTable#inputs()} agree. Near black, where a curve is steep,
     * the float noise of the reference decides: what is below a millionth of 100 cd/m² counts as that. Negative code
     * values of the reference (Rec.2020 does not quite hold the red of P3) count as 0 too.
     */
    static void assertAgreement(String id, OutputTransform transform, List<double[]> actual) {
        DisplayCurve curve = transform.encoding().curve();
        String name = id.substring(id.indexOf("Academy.") + "Academy.".length(), id.indexOf(".a2.v1"));
        List<double[]> expected =
                ReferenceTable.read("by-transform-id/" + name + ".csv").triples("r");
        double darkest = curve.encode(1e-6);
        Deviations deviations = Deviations.between(name, raised(expected, darkest), raised(actual, darkest), 1);
        System.out.println("code values, " + deviations);
        if (curve == DisplayCurve.PQ) {
            deviations.assertWithin(1, 1e-3).assertWithin(0.99, 2e-5);
        } else {
            deviations.assertWithin(1, 2e-4);
        }
    }

    private static List<double[]> raised(List<double[]> codes, double darkest) {
        return codes.stream()
                .map(rgb ->
                        new double[] {Math.max(darkest, rgb[0]), Math.max(darkest, rgb[1]), Math.max(darkest, rgb[2])})
                .toList();
    }
}
