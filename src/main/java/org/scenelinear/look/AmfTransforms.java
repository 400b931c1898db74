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

import java.util.Optional;
import java.util.Set;
import org.scenelinear.aces.InverseOutputTransform;
import org.scenelinear.aces.OutputTransforms;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.lut.LookFile;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.GamutCompress;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

/**
 * The transforms that ACES transform ids of version 2 name (Academy S-2014-002): conversions of color spaces, the
 * Reference Gamut Compress, the looks of {@link LookLibrary}, output transforms and their inverses. All but the last
 * ones lead from or to ACES2065-1.
 */
final class AmfTransforms {
    private static final String PREFIX = "urn:ampas:aces:transformId:v2.0:";
    private static final String CONVERSION = PREFIX + "CSC.";
    private static final String UNITY = CONVERSION + "Academy.Unity.a2.v1";
    private static final String ACESCC = CONVERSION + "Academy.ACEScc_to_ACES.a2.v1";
    private static final String COMPRESS = PREFIX + "Look.Academy.ReferenceGamutCompress.a2.v1";
    private static final String EXPAND = PREFIX + "InvLook.Academy.ReferenceGamutCompress.a2.v1";
    private static final ColorTransform NOT_NEGATIVE =
            new RangeTransform(0, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, true);
    private static final String TO_ACES = "_to_ACES.";
    private static final String FROM_ACES = ".ACES_to_";

    /** Whose input transforms adapt the white by CAT02; those of others do by Bradford. So does OpenColorIO. */
    private static final Set<String> CAT02_MAKERS = Set.of("Arri", "Blackmagic", "Canon", "DJI", "Sony");

    private AmfTransforms() {}

    /**
     * A transform that ends or begins in ACES2065-1, but no output transform.
     *
     * @param id the whole id
     * @return empty if the id is not known
     */
    static Optional<ColorTransform> find(String id) {
        if (id.equals(UNITY)) {
            return Optional.of(TransformChain.of());
        }
        if (id.startsWith(CONVERSION) && id.contains(TO_ACES)) {
            return toAces(id);
        }
        if (id.startsWith(CONVERSION) && id.contains(FROM_ACES)) {
            String back = opposite(id);
            return back.isEmpty() ? Optional.empty() : fromAces(back);
        }
        if (id.equals(COMPRESS)) {
            return Optional.of(inAp1(GamutCompress.REFERENCE));
        }
        if (id.equals(EXPAND)) {
            return inAp1(GamutCompress.REFERENCE).inverse();
        }
        if (id.startsWith(PREFIX + "InvOutput.")) {
            return OutputTransforms.findById(id.replace(":InvOutput.", ":Output."))
                    .map(InverseOutputTransform::new);
        }
        return LookLibrary.find(id).map(LookFile::chain);
    }

    /**
     * The id of the conversion from a space to ACES2065-1.
     *
     * @return empty if it has none, or if the one that has adapts the white in another way than Bradford's
     */
    static Optional<String> idToAces(ColorSpace space) {
        if (space.equals(ColorSpaces.ACES2065_1)) {
            return Optional.of(UNITY);
        }
        ColorTransform exact = ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        return space.aliases().stream()
                .filter(alias -> alias.startsWith(CONVERSION) && alias.contains(TO_ACES))
                .filter(alias -> toAces(alias).equals(Optional.of(exact)))
                .findFirst();
    }

    /** The space that {@link #idToAces} gives an id for. */
    static Optional<ColorSpace> spaceOf(String id) {
        Optional<ColorSpace> space = id.equals(UNITY) ? Optional.of(ColorSpaces.ACES2065_1) : ColorSpaces.byName(id);
        return space.filter(known -> idToAces(known).isPresent());
    }

    /** The id of the Reference Gamut Compress. */
    static String gamutCompressId(boolean inverse) {
        return inverse ? EXPAND : COMPRESS;
    }

    private static Optional<ColorTransform> toAces(String id) {
        Adaptation adaptation = CAT02_MAKERS.contains(maker(id)) ? Adaptation.CAT02 : Adaptation.BRADFORD;
        return ColorSpaces.byName(id)
                .map(space -> ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, adaptation));
    }

    /**
     * The way back of a conversion to ACES2065-1. To ACEScc, negative components of ACES2065-1 become 0 first: Academy
     * specification S-2014-003, as its reference implementation and OpenColorIO have it.
     *
     * @param id of the conversion to ACES2065-1
     */
    static Optional<ColorTransform> fromAces(String id) {
        Optional<ColorTransform> back = find(id).flatMap(ColorTransform::inverse);
        return id.equals(ACESCC) ? back.map(to -> TransformChain.of(NOT_NEGATIVE, to)) : back;
    }

    private static String maker(String id) {
        String rest = id.substring(CONVERSION.length());
        return rest.substring(0, rest.indexOf('.'));
    }

    /** {@code CSC.Maker.ACES_to_Space.a2.v1} becomes {@code CSC.Maker.Space_to_ACES.a2.v1}. */
    private static String opposite(String id) {
        int begin = id.indexOf(FROM_ACES);
        String space = id.substring(begin + FROM_ACES.length());
        int end = space.indexOf('.');
        if (end < 0) {
            return "";
        }
        String maker = id.substring(0, begin);
        if (space.startsWith("BMDFilm")) {
            maker = CONVERSION + "Blackmagic"; // the id of the way out has another maker than that of the way in
        }
        return maker + "." + space.substring(0, end) + "_to_ACES" + space.substring(end);
    }

    private static TransformChain inAp1(ColorTransform transform) {
        return LookSpace.onAces(transform, Optional.of(ColorSpaces.ACESCG));
    }
}
