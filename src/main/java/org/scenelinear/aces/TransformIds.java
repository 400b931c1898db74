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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scenelinear.color.Chromaticities;

/**
 * The output transforms of ACES 2.0 by ACES transform id (Academy S-2014-002). A name says everything: limiting
 * primaries and white, peak luminance, primaries and white of the signal, curve.
 */
final class TransformIds {
    /** All by full id, in the order of their names. Not to be changed. */
    static final Map<String, OutputTransform> TRANSFORMS = build();

    private static final String PREFIX = "urn:ampas:aces:transformId:v2.0:Output.Academy.";
    private static final String SUFFIX = ".a2.v1";

    private TransformIds() {}

    private static Map<String, OutputTransform> build() {
        Map<String, OutputTransform> transforms = new LinkedHashMap<>();
        for (String name : NAMES.strip().split("\\s+")) {
            transforms.put(PREFIX + name + SUFFIX, transform(name));
        }
        return Collections.unmodifiableMap(transforms);
    }

    private static OutputTransform transform(String name) {
        String[] parts = name.split("_"); // limiting, peak, "in", signal, curve
        int nits = Integer.parseInt(parts[1].substring(0, parts[1].length() - "nit".length()));
        CinemaScale rendered = CinemaScale.of(nits, chromaticities(parts[0]));
        DisplayCurve curve = curve(parts[4]);
        double scale = rendered.linearScale();
        boolean fitWhite = parts[0].endsWith("D60");
        if (parts[3].equals("XYZ-E") && curve == DisplayCurve.GAMMA_2_6) {
            scale *= CinemaScale.DISTRIBUTION_MASTER;
            fitWhite = false; // the scale leaves room for any white
        }
        return new OutputTransform(
                rendered.rendering(), new DisplayEncoding(chromaticities(parts[3]), curve, scale, fitWhite));
    }

    private static Chromaticities chromaticities(String name) {
        return switch (name) {
            case "Rec709-D65" -> Primaries.REC709;
            case "Rec709-D60" -> Primaries.REC709_D60;
            case "P3-D65" -> Primaries.P3_D65;
            case "P3-D60" -> Primaries.P3_D60;
            case "Rec2100-D65" -> Primaries.REC2020;
            case "Rec2100-D60" -> Primaries.REC2020_D60;
            case "XYZ-E" -> Primaries.XYZ_E;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static DisplayCurve curve(String name) {
        return switch (name) {
            case "sRGB-Piecewise" -> DisplayCurve.SRGB;
            case "BT1886" -> DisplayCurve.GAMMA_2_4;
            case "Gamma2pt2" -> DisplayCurve.GAMMA_2_2;
            case "Gamma2pt6" -> DisplayCurve.GAMMA_2_6;
            case "ST2084" -> DisplayCurve.PQ;
            case "HLG" -> DisplayCurve.HLG;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static final String NAMES = """
            P3-D60_1000nit_in_P3-D65_ST2084
            P3-D60_1000nit_in_P3-D65_sRGB-Piecewise
            P3-D60_1000nit_in_Rec2100-D65_HLG
            P3-D60_1000nit_in_Rec2100-D65_ST2084
            P3-D60_100nit_in_P3-D65_Gamma2pt2
            P3-D60_100nit_in_P3-D65_sRGB-Piecewise
            P3-D60_108nit_in_P3-D65_ST2084
            P3-D60_2000nit_in_P3-D65_ST2084
            P3-D60_2000nit_in_Rec2100-D65_ST2084
            P3-D60_300nit_in_XYZ-E_ST2084
            P3-D60_4000nit_in_P3-D65_ST2084
            P3-D60_4000nit_in_Rec2100-D65_ST2084
            P3-D60_48nit_in_P3-D65_Gamma2pt6
            P3-D60_48nit_in_XYZ-E_Gamma2pt6
            P3-D60_500nit_in_P3-D65_ST2084
            P3-D60_500nit_in_Rec2100-D65_ST2084
            P3-D65_1000nit_in_P3-D65_ST2084
            P3-D65_1000nit_in_P3-D65_sRGB-Piecewise
            P3-D65_1000nit_in_Rec2100-D65_HLG
            P3-D65_1000nit_in_Rec2100-D65_ST2084
            P3-D65_100nit_in_P3-D65_Gamma2pt2
            P3-D65_100nit_in_P3-D65_sRGB-Piecewise
            P3-D65_108nit_in_P3-D65_ST2084
            P3-D65_2000nit_in_P3-D65_ST2084
            P3-D65_2000nit_in_Rec2100-D65_ST2084
            P3-D65_300nit_in_XYZ-E_ST2084
            P3-D65_4000nit_in_P3-D65_ST2084
            P3-D65_4000nit_in_Rec2100-D65_ST2084
            P3-D65_48nit_in_P3-D65_Gamma2pt6
            P3-D65_48nit_in_XYZ-E_Gamma2pt6
            P3-D65_500nit_in_P3-D65_ST2084
            P3-D65_500nit_in_Rec2100-D65_ST2084
            Rec2100-D60_1000nit_in_Rec2100-D65_ST2084
            Rec2100-D60_2000nit_in_Rec2100-D65_ST2084
            Rec2100-D60_4000nit_in_Rec2100-D65_ST2084
            Rec2100-D60_500nit_in_Rec2100-D65_ST2084
            Rec2100-D65_1000nit_in_Rec2100-D65_ST2084
            Rec2100-D65_2000nit_in_Rec2100-D65_ST2084
            Rec2100-D65_4000nit_in_Rec2100-D65_ST2084
            Rec2100-D65_500nit_in_Rec2100-D65_ST2084
            Rec709-D60_100nit_in_P3-D65_ST2084
            Rec709-D60_100nit_in_P3-D65_sRGB-Piecewise
            Rec709-D60_100nit_in_Rec2100-D65_ST2084
            Rec709-D60_100nit_in_Rec709-D65_BT1886
            Rec709-D60_100nit_in_Rec709-D65_Gamma2pt2
            Rec709-D60_100nit_in_Rec709-D65_sRGB-Piecewise
            Rec709-D60_48nit_in_P3-D65_Gamma2pt6
            Rec709-D65_100nit_in_P3-D65_ST2084
            Rec709-D65_100nit_in_P3-D65_sRGB-Piecewise
            Rec709-D65_100nit_in_Rec2100-D65_ST2084
            Rec709-D65_100nit_in_Rec709-D65_BT1886
            Rec709-D65_100nit_in_Rec709-D65_Gamma2pt2
            Rec709-D65_100nit_in_Rec709-D65_sRGB-Piecewise
            Rec709-D65_48nit_in_P3-D65_Gamma2pt6
            """;
}
