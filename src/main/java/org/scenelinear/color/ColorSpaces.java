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
import org.scenelinear.color.ColorSpace.Reference;

/**
 * The catalog of named RGB spaces. A space's own name is the one that is recorded; the others it answers to are those
 * of OpenColorIO's ACES configurations, of the Color Interop Forum (the {@code colorInteropID} of EXR files), of the
 * Python package colour-science, and the short ones people type. A short name of a standard without the word linear
 * ({@code sRGB}, {@code Rec709}, {@code P3}) means the encoded space.
 *
 * <pre>{@code
 * ColorSpace space = ColorSpaces.byName("lin_ap1_scene").orElseThrow(); // ACEScg
 * }</pre>
 */
public final class ColorSpaces {
    /** AP0: SMPTE ST 2065-1:2012, table 1; larger than all visible colors. */
    private static final Chromaticities AP0 =
            Chromaticities.of(0.7347, 0.2653, 0.0, 1.0, 0.0001, -0.0770, 0.32168, 0.33767);
    /** AP1: Academy specification S-2014-004. */
    private static final Chromaticities AP1 =
            Chromaticities.of(0.713, 0.293, 0.165, 0.830, 0.128, 0.044, 0.32168, 0.33767);
    /** ITU-R BT.709-6, item 1.3; those of sRGB too. */
    private static final Chromaticities REC709_PRIMARIES =
            Chromaticities.of(0.64, 0.33, 0.30, 0.60, 0.15, 0.06, 0.3127, 0.3290);
    /** The primaries of SMPTE RP 431-2 with the white D65, as in SMPTE EG 432-1:2010. */
    private static final Chromaticities P3_D65 =
            Chromaticities.of(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.3127, 0.3290);
    /** ITU-R BT.2020-2, table 3. */
    private static final Chromaticities REC2020_PRIMARIES =
            Chromaticities.of(0.708, 0.292, 0.170, 0.797, 0.131, 0.046, 0.3127, 0.3290);

    /** The archive and interchange space of ACES, linear AP0: SMPTE ST 2065-1:2012. */
    public static final ColorSpace ACES2065_1 = scene(
            "ACES2065-1",
            AP0,
            TransferCurves.LINEAR,
            "ACES",
            "ACES",
            "AP0",
            "Linear AP0",
            "lin_ap0",
            "lin_ap0_scene",
            "ACES - ACES2065-1");

    /** The working space of ACES for rendering and compositing, linear AP1: Academy specification S-2014-004. */
    public static final ColorSpace ACESCG = scene(
            "ACEScg", AP1, TransferCurves.LINEAR, "AP1", "Linear AP1", "lin_ap1", "lin_ap1_scene", "ACES - ACEScg");

    /** The grading space of ACES, a logarithm with a toe over AP1: Academy specification S-2016-001. */
    public static final ColorSpace ACESCCT = scene(
            "ACEScct",
            AP1,
            TransferCurves.ACESCCT,
            "acescct_ap1",
            "acescct_ap1_scene",
            "ocio:acescct_ap1_scene",
            "ACES - ACEScct");

    /** Linear light with the primaries of BT.709 and sRGB; what an EXR file without chromaticities is taken for. */
    public static final ColorSpace LINEAR_REC709 = scene(
            "Linear Rec.709 (sRGB)",
            REC709_PRIMARIES,
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
    public static final ColorSpace LINEAR_P3_D65 = scene(
            "Linear P3-D65",
            P3_D65,
            TransferCurves.LINEAR,
            "Linear P3",
            "Linear Display P3",
            "lin_p3d65",
            "lin_displayp3",
            "lin_p3d65_scene",
            "Utility - Linear - P3-D65");

    /** Linear light with the primaries of BT.2020. */
    public static final ColorSpace LINEAR_REC2020 = scene(
            "Linear Rec.2020",
            REC2020_PRIMARIES,
            TransferCurves.LINEAR,
            "Linear Rec2020",
            "Linear BT.2020",
            "lin_rec2020",
            "lin_rec2020_scene",
            "Utility - Linear - Rec.2020");

    /**
     * The space of screens and the web: IEC 61966-2-1:1999. The same numbers serve scene-referred textures and finished
     * pictures, so it answers to the names of both.
     */
    public static final ColorSpace SRGB = display(
            "sRGB",
            REC709_PRIMARIES,
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

    /** P3 primaries with the curve of sRGB, the space of Apple's displays. */
    public static final ColorSpace DISPLAY_P3 = display(
            "Display P3",
            P3_D65,
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
            "srgb_p3d65_display");

    /** High definition video as the standard's camera encodes it: ITU-R BT.709-6. */
    public static final ColorSpace REC709 =
            scene("Rec.709", REC709_PRIMARIES, TransferCurves.BT709, "Rec709", "BT.709", "BT709", "ITU-R BT.709");

    /**
     * The same with OpenColorIO's smooth form of the curve, for pictures that passed through its space of this name.
     */
    public static final ColorSpace CAMERA_REC709 = scene(
            "Camera Rec.709",
            REC709_PRIMARIES,
            TransferCurves.CAMERA_REC709,
            "camera_rec709",
            "rec709_camera",
            "Utility - Rec.709 - Camera",
            "itu709_rec709_scene",
            "ocio:itu709_rec709_scene");

    /** Ultra high definition video as the standard's camera encodes it for 10 bits: ITU-R BT.2020-2. */
    public static final ColorSpace REC2020 =
            scene("Rec.2020", REC2020_PRIMARIES, TransferCurves.BT709, "Rec2020", "BT.2020", "BT2020", "ITU-R BT.2020");

    private static final List<ColorSpace> ALL = List.of(
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
            REC2020);

    private static final Map<String, ColorSpace> BY_KEY = index(ALL);

    private ColorSpaces() {}

    /** All spaces, the most used of each kind first. */
    public static List<ColorSpace> all() {
        return ALL;
    }

    /**
     * The space that answers to a name; case, blanks, dashes and underscores do not matter.
     *
     * @param name a space's name, one of its aliases, or the name of an {@link UnnamedSpace}
     * @return the space, or empty if none answers
     */
    public static Optional<ColorSpace> byName(String name) {
        ColorSpace known = BY_KEY.get(SpaceNames.key(name));
        return known != null ? Optional.of(known) : UnnamedSpace.parse(name);
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

    private static ColorSpace scene(
            String name, Chromaticities chromaticities, TransferCurve curve, String... aliases) {
        return new ColorSpace(name, List.of(aliases), chromaticities, curve, Reference.SCENE);
    }

    private static ColorSpace display(
            String name, Chromaticities chromaticities, TransferCurve curve, String... aliases) {
        return new ColorSpace(name, List.of(aliases), chromaticities, curve, Reference.DISPLAY);
    }
}
