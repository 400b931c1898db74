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
import org.scenelinear.math.Matrix3;

/**
 * Scene-referred spaces that belong to no camera, besides the most used ones in {@link ColorSpaces}: other encodings of
 * ACES, film densities, CIE XYZ, photographers' spaces, and textures encoded by a plain exponent.
 *
 * <p>XYZ is adapted from the white of its name; D60 is the white of ACES. Plain exponents keep negative values as they
 * are, as OpenColorIO's spaces of these names do.
 */
final class SceneSpaces {
    /**
     * From densities as a scanner with the response of printing film sees them to those of each dye: SMPTE ST
     * 2065-3:2012, as in the Academy's transform from ADX to ACES.
     */
    private static final ChannelCoupling DYES = new ChannelCoupling.Mixing(
            Matrix3.of(0.75573, 0.22197, 0.02230, 0.05901, 0.96928, -0.02829, 0.16134, 0.07406, 0.76460));

    private static final List<ColorSpace> ALL = List.of(
            ColorSpace.scene(
                    "ACEScc",
                    Gamuts.AP1,
                    TransferCurves.ACESCC,
                    "ACES - ACEScc",
                    "acescc_ap1",
                    "ocio:acescc_ap1_scene",
                    ColorSpaces.AMF_INPUT + "Academy.ACEScc_to_ACES.a2.v1"),
            ColorSpace.scene(
                    "ACESproxy",
                    Gamuts.AP1,
                    TransferCurves.ACES_PROXY,
                    "ACESproxy10i",
                    ColorSpaces.AMF_INPUT + "Academy.ACESproxy10i_to_ACES.a2.v1"),
            ColorSpace.scene(
                    "ACESproxy12i",
                    Gamuts.AP1,
                    TransferCurves.ACES_PROXY_12,
                    ColorSpaces.AMF_INPUT + "Academy.ACESproxy12i_to_ACES.a2.v1"),
            ColorSpace.scene(
                            "ADX10",
                            Gamuts.ADX,
                            TransferCurves.ADX10,
                            "Input - ADX - ADX10",
                            "ocio:adx10_apd_scene",
                            ColorSpaces.AMF_INPUT + "Academy.ADX10_to_ACES.a2.v1")
                    .under(Whites.ACES)
                    .with(DYES),
            ColorSpace.scene(
                            "ADX16",
                            Gamuts.ADX,
                            TransferCurves.ADX16,
                            "Input - ADX - ADX16",
                            "ocio:adx16_apd_scene",
                            ColorSpaces.AMF_INPUT + "Academy.ADX16_to_ACES.a2.v1")
                    .under(Whites.ACES)
                    .with(DYES),
            ColorSpace.linear("CIE XYZ-E", Gamuts.XYZ, "CIE XYZ", "XYZ"),
            ColorSpace.linear(
                            "CIE XYZ-D65 - Scene-referred",
                            Gamuts.XYZ,
                            "cie_xyz_d65_scene",
                            "lin_ciexyzd65_scene",
                            "cie_xyz_d65_scene",
                            "lin_ciexyzd65_scene",
                            "CIE XYZ-D65")
                    .under(Whites.D65),
            ColorSpace.linear("CIE XYZ-D60", Gamuts.XYZ, "lin_ciexyzd60_scene").under(Whites.ACES),
            ColorSpace.linear("CIE XYZ-D50", Gamuts.XYZ, "lin_ciexyzd50_scene").under(Whites.D50),
            ColorSpace.linear("Linear P3-DCI", Gamuts.P3_DCI, "lin_p3dci"),
            ColorSpace.linear("Linear P3-D60", Gamuts.P3_D60, "lin_p3d60"),
            ColorSpace.linear(
                    "Linear AdobeRGB",
                    Gamuts.ADOBE_RGB,
                    "lin_adobergb",
                    "lin_adobergb_scene",
                    "Utility - Linear - Adobe RGB",
                    "Linear Adobe RGB (1998)"),
            ColorSpace.linear(
                    "Linear ProPhoto RGB",
                    Gamuts.PROPHOTO,
                    "lin_prophoto",
                    "Linear ROMM RGB",
                    "Utility - Linear - RIMM/ROMM (ProPhoto)"),
            ColorSpace.scene("ProPhoto RGB", Gamuts.PROPHOTO, TransferCurves.ROMM, "ProPhoto", "ROMM RGB"),
            ColorSpace.scene(
                    "Adobe RGB (1998)",
                    Gamuts.ADOBE_RGB,
                    TransferCurves.ADOBE_RGB,
                    "g22_adobergb_scene",
                    "Gamma 2.2 Encoded AdobeRGB",
                    "g22_encoded_adobergb",
                    "adobergb",
                    "AdobeRGB1998"),
            ColorSpace.scene(
                    "Gamma 1.8 Encoded Rec.709",
                    Gamuts.REC709,
                    TransferCurves.keeping(1.8),
                    "g18_encoded_rec709",
                    "g18_rec709",
                    "Utility - Gamma 1.8 - Rec.709 - Texture",
                    "Gamma 1.8 Rec.709 - Texture",
                    "g18_rec709_tx",
                    "g18_rec709_scene"),
            ColorSpace.scene(
                    "Gamma 2.2 Encoded Rec.709",
                    Gamuts.REC709,
                    TransferCurves.keeping(2.2),
                    "g22_encoded_rec709",
                    "g22_rec709",
                    "Utility - Gamma 2.2 - Rec.709 - Texture",
                    "Gamma 2.2 Rec.709 - Texture",
                    "g22_rec709_tx",
                    "g22_rec709_scene"),
            ColorSpace.scene(
                    "Gamma 2.4 Encoded Rec.709",
                    Gamuts.REC709,
                    TransferCurves.keeping(2.4),
                    "g24_encoded_rec709",
                    "g24_rec709",
                    "rec709_display",
                    "Utility - Rec.709 - Display",
                    "Gamma 2.4 Rec.709 - Texture",
                    "g24_rec709_tx",
                    "ocio:g24_rec709_scene",
                    "g24_rec709_scene"),
            ColorSpace.scene(
                    "Gamma 2.2 Encoded AP1",
                    Gamuts.AP1,
                    TransferCurves.keeping(2.2),
                    "g22_encoded_ap1",
                    "g22_ap1",
                    "Gamma 2.2 AP1 - Texture",
                    "g22_ap1_tx",
                    "g22_ap1_scene"),
            ColorSpace.scene(
                    "sRGB Encoded AP1",
                    Gamuts.AP1,
                    TransferCurves.SRGB,
                    "srgb_encoded_ap1",
                    "srgb_ap1",
                    "srgb_ap1_scene",
                    "sRGB Encoded AP1 - Texture",
                    "srgb_encoded_ap1_tx"));

    private SceneSpaces() {}

    static List<ColorSpace> all() {
        return ALL;
    }
}
