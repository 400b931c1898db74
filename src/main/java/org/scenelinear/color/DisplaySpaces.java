/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color;

import java.util.List;

/**
 * The encodings of displays, besides {@link ColorSpaces#SRGB} and {@link ColorSpaces#DISPLAY_P3}. Linear 1 is the white
 * of a display of standard dynamic range, and 100 cd/m² where the encoding is absolute (PQ) or has a peak (HLG, 1000
 * cd/m²).
 *
 * <p>Negative values are mirrored, as in OpenColorIO's displays of these names, but for P3-D60, P3-DCI and DCDM, where
 * they become 0.
 */
final class DisplaySpaces {
    private static final List<ColorSpace> ALL = List.of(
            ColorSpace.display(
                    "Gamma 2.2 Rec.709 - Display", Gamuts.REC709, TransferCurves.GAMMA_2_2, "g22_rec709_display"),
            ColorSpace.display(
                    "Rec.1886 Rec.709 - Display",
                    Gamuts.REC709,
                    TransferCurves.BT1886,
                    "g24_rec709_display",
                    "rec1886_rec709_display",
                    "Rec.1886",
                    "BT.1886"),
            ColorSpace.display(
                    "Rec.1886 Rec.2020 - Display",
                    Gamuts.REC2020,
                    TransferCurves.BT1886,
                    "g24_rec2020_display",
                    "rec1886_rec2020_display"),
            ColorSpace.display(
                    "Gamma 2.6 P3-D65 - Display",
                    Gamuts.P3_D65,
                    TransferCurves.GAMMA_2_6,
                    "g26_p3d65_display",
                    "P3-D65 - Display",
                    "p3d65_display",
                    "P3-D65"),
            ColorSpace.display(
                    "Gamma 2.6 P3-D60 - Display",
                    Gamuts.P3_D60,
                    TransferCurves.PROJECTOR,
                    "g26_p3d60_display",
                    "P3-D60",
                    "P3-D60 - Display"),
            ColorSpace.display(
                    "Gamma 2.6 P3-DCI - Display",
                    Gamuts.P3_DCI,
                    TransferCurves.PROJECTOR,
                    "g26_p3dci_display",
                    "DCI-P3",
                    "P3-DCI",
                    "P3-DCI - Display"),
            ColorSpace.display(
                    "Rec.2100-PQ - Display",
                    Gamuts.REC2020,
                    TransferCurves.PQ,
                    "pq_rec2020_display",
                    "rec2100_pq_display",
                    "Rec.2100-PQ",
                    "ITU-R BT.2100 PQ"),
            ColorSpace.display(
                            "Rec.2100-HLG - Display",
                            Gamuts.REC2020,
                            TransferCurves.HLG,
                            "hlg_rec2020_display",
                            "rec2100_hlg_display",
                            "Rec.2100-HLG",
                            "ITU-R BT.2100 HLG")
                    .with(new ChannelCoupling.SystemGamma(10, 1.2)),
            ColorSpace.display(
                    "ST2084-P3-D65 - Display",
                    Gamuts.P3_D65,
                    TransferCurves.PQ,
                    "pq_p3d65_display",
                    "st2084_p3d65_display"),
            ColorSpace.display("DCDM D65 - Display", Gamuts.XYZ, TransferCurves.DCDM, "DCDM", "DCDM XYZ")
                    .under(Whites.D65),
            ColorSpace.display("ST2084-DCDM-D65 - Display", Gamuts.XYZ, TransferCurves.PQ, "pq_xyzd65_display")
                    .under(Whites.D65),
            ColorSpace.display(
                            "CIE XYZ-D65 - Display-referred",
                            Gamuts.XYZ,
                            TransferCurves.LINEAR,
                            "ocio:lin_ciexyzd65_display",
                            "cie_xyz_d65_display",
                            "lin_ciexyzd65_display",
                            "lin_ciexyzd65_display",
                            "cie_xyz_d65_display")
                    .under(Whites.D65));

    private DisplaySpaces() {}

    static List<ColorSpace> all() {
        return ALL;
    }
}
