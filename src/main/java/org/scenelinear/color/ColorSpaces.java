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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.scenelinear.color.ColorSpace.Reference;

/**
 * The catalog of named RGB spaces: the most used ones here, the others in {@link SceneSpaces}, {@link DisplaySpaces}
 * and {@link CameraSpaces}. A space's own name is the one that is recorded; the others it answers to are those of
 * OpenColorIO's ACES configurations, of the Color Interop Forum (the {@code colorInteropID} of EXR files), of the
 * Python package colour-science, the input transform ids of AMF files, and the short ones people type. A short name of
 * a standard without the word linear ({@code sRGB}, {@code Rec709}, {@code P3}) means the encoded space.
 *
 * <pre>{@code
 * ColorSpace space = ColorSpaces.byName("lin_ap1_scene").orElseThrow(); // ACEScg
 * }</pre>
 */
public final class ColorSpaces {
    /** How the ids begin by which AMF files of version 2 name input transforms, which are aliases here. */
    static final String AMF_INPUT = "urn:ampas:aces:transformId:v2.0:CSC.";

    /** The archive and interchange space of ACES, linear AP0: SMPTE ST 2065-1:2012. */
    public static final ColorSpace ACES2065_1 = ColorSpace.scene(
            "ACES2065-1",
            Gamuts.AP0,
            TransferCurves.LINEAR,
            "ACES",
            "ACES",
            "AP0",
            "Linear AP0",
            "lin_ap0",
            "lin_ap0_scene",
            "ACES - ACES2065-1");

    /** The working space of ACES for rendering and compositing, linear AP1: Academy specification S-2014-004. */
    public static final ColorSpace ACESCG = ColorSpace.scene(
            "ACEScg",
            Gamuts.AP1,
            TransferCurves.LINEAR,
            "AP1",
            "Linear AP1",
            "lin_ap1",
            "lin_ap1_scene",
            "ACES - ACEScg",
            AMF_INPUT + "Academy.ACEScg_to_ACES.a2.v1");

    /** The grading space of ACES, a logarithm with a toe over AP1: Academy specification S-2016-001. */
    public static final ColorSpace ACESCCT = ColorSpace.scene(
            "ACEScct",
            Gamuts.AP1,
            TransferCurves.ACESCCT,
            "acescct_ap1",
            "acescct_ap1_scene",
            "ocio:acescct_ap1_scene",
            "ACES - ACEScct",
            AMF_INPUT + "Academy.ACEScct_to_ACES.a2.v1");

    /** Linear light with the primaries of BT.709 and sRGB; what an EXR file without chromaticities is taken for. */
    public static final ColorSpace LINEAR_REC709 = ColorSpace.scene(
            "Linear Rec.709 (sRGB)",
            Gamuts.REC709,
            TransferCurves.LINEAR,
            "Linear Rec.709",
            "Linear Rec709",
            "Linear BT.709",
            "Linear sRGB",
            "lin_rec709_srgb",
            "lin_rec709",
            "lin_rec709_scene",
            "lin_srgb",
            "Utility - Linear - sRGB",
            "Utility - Linear - Rec.709");

    /** Linear light with the primaries of P3 and the white D65. */
    public static final ColorSpace LINEAR_P3_D65 = ColorSpace.scene(
            "Linear P3-D65",
            Gamuts.P3_D65,
            TransferCurves.LINEAR,
            "Linear P3",
            "Linear Display P3",
            "lin_p3d65",
            "lin_displayp3",
            "lin_p3d65_scene",
            "Utility - Linear - P3-D65");

    /** Linear light with the primaries of BT.2020. */
    public static final ColorSpace LINEAR_REC2020 = ColorSpace.scene(
            "Linear Rec.2020",
            Gamuts.REC2020,
            TransferCurves.LINEAR,
            "Linear Rec2020",
            "Linear BT.2020",
            "lin_rec2020",
            "lin_rec2020_scene",
            "Utility - Linear - Rec.2020",
            "Linear F-Gamut",
            "Linear N-Gamut",
            "Linear L-Gamut");

    /**
     * The space of screens and the web: IEC 61966-2-1:1999. The same numbers serve scene-referred textures and finished
     * pictures, so it answers to the names of both. Negative values follow the straight piece, as in OpenColorIO's
     * textures; its displays mirror the whole curve instead.
     */
    public static final ColorSpace SRGB = ColorSpace.display(
            "sRGB",
            Gamuts.REC709,
            TransferCurves.SRGB,
            "sRGB Encoded Rec.709 (sRGB)",
            "srgb_encoded_rec709_srgb",
            "sRGB - Texture",
            "srgb_texture",
            "srgb_tx",
            "srgb_rec709_scene",
            "Utility - sRGB - Texture",
            "Input - Generic - sRGB - Texture",
            "sRGB - Display",
            "srgb_display",
            "srgb_rec709_display");

    /**
     * P3 primaries with the curve of sRGB, the space of Apple's displays; below 0 as {@link #SRGB}. Values above 1 are
     * the brighter ones of displays of high dynamic range.
     */
    public static final ColorSpace DISPLAY_P3 = ColorSpace.display(
            "Display P3",
            Gamuts.P3_D65,
            TransferCurves.SRGB,
            "P3",
            "sRGB Encoded P3-D65",
            "srgb_encoded_p3d65",
            "srgb_p3d65",
            "srgb_displayp3",
            "srgb_p3d65_scene",
            "sRGB Encoded P3-D65 - Texture",
            "srgb_encoded_p3d65_tx",
            "Display P3 - Display",
            "displayp3_display",
            "srgb_p3d65_display",
            "Display P3 HDR - Display",
            "displayp3_hdr_display",
            "srgbe_p3d65_display");

    /** High definition video as the standard's camera encodes it: ITU-R BT.709-6. */
    public static final ColorSpace REC709 = ColorSpace.scene(
            "Rec.709", Gamuts.REC709, TransferCurves.BT709, "Rec709", "BT.709", "BT709", "ITU-R BT.709");

    /**
     * The same with OpenColorIO's smooth form of the curve, for pictures that passed through its space of this name.
     */
    public static final ColorSpace CAMERA_REC709 = ColorSpace.scene(
            "Camera Rec.709",
            Gamuts.REC709,
            TransferCurves.CAMERA_REC709,
            "camera_rec709",
            "rec709_camera",
            "Utility - Rec.709 - Camera",
            "itu709_rec709_scene",
            "ocio:itu709_rec709_scene");

    /** Ultra high definition video as the standard's camera encodes it for 10 bits: ITU-R BT.2020-2. */
    public static final ColorSpace REC2020 = ColorSpace.scene(
            "Rec.2020", Gamuts.REC2020, TransferCurves.BT709, "Rec2020", "BT.2020", "BT2020", "ITU-R BT.2020");

    private static final List<ColorSpace> ALL = Stream.of(
                    List.of(
                            ACES2065_1,
                            ACESCG,
                            ACESCCT,
                            LINEAR_REC709,
                            LINEAR_P3_D65,
                            LINEAR_REC2020,
                            SRGB,
                            DISPLAY_P3,
                            REC709,
                            CAMERA_REC709,
                            REC2020),
                    SceneSpaces.all(),
                    DisplaySpaces.all(),
                    CameraSpaces.all())
            .flatMap(List::stream)
            .toList();

    private static final Map<String, ColorSpace> BY_KEY = index(ALL);

    private ColorSpaces() {}

    /** All spaces, the most used of each kind first. */
    public static List<ColorSpace> all() {
        return ALL;
    }

    /**
     * The space that answers to a name; case, blanks, dashes and underscores do not matter.
     *
     * @param name a space's name, one of its aliases, or the text of an {@link UnnamedSpace} or a {@link CustomSpace}
     * @return the space, or empty if none answers
     */
    public static Optional<ColorSpace> byName(String name) {
        return catalog(name).or(() -> UnnamedSpace.parse(name)).or(() -> CustomSpace.parse(name));
    }

    /** The space of {@link #all} that answers to a name. */
    static Optional<ColorSpace> catalog(String name) {
        return Optional.ofNullable(BY_KEY.get(SpaceNames.key(name)));
    }

    /**
     * The linear scene-referred space with given primaries and white, for files that tell only these.
     *
     * @param chromaticities primaries and white
     * @param tolerance how far each coordinate may be off; 1e-4 suits files that round to four digits
     * @return the first space of {@link #all} that fits, or empty
     */
    public static Optional<ColorSpace> matching(Chromaticities chromaticities, double tolerance) {
        return ALL.stream()
                .filter(space -> space.isLinear() && space.reference() == Reference.SCENE)
                .filter(space -> space.white().equals(space.chromaticities().white()))
                .filter(space -> space.chromaticities().isCloseTo(chromaticities, tolerance))
                .findFirst();
    }

    /** Spaces by the comparable form of each of their names. Fails if two spaces answer to the same. */
    static Map<String, ColorSpace> index(List<ColorSpace> spaces) {
        Map<String, ColorSpace> byKey = new HashMap<>();
        for (ColorSpace space : spaces) {
            put(byKey, space.name(), space);
            for (String alias : space.aliases()) {
                put(byKey, alias, space);
            }
        }
        return Map.copyOf(byKey);
    }

    private static void put(Map<String, ColorSpace> byKey, String name, ColorSpace space) {
        ColorSpace other = byKey.put(SpaceNames.key(name), space);
        if (other != null && !other.equals(space)) {
            throw new IllegalArgumentException(
                    "two color spaces answer to " + name + ": " + other.name() + " and " + space.name());
        }
    }
}
