/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.scenelinear.exr.meta.Attribute;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.image.FileAttribute;
import org.scenelinear.image.FloatImage;
import org.scenelinear.io.FileProblemException;

/** The attributes of an OpenEXR header that an image carries from one file to the next, and which it does not. */
final class CarriedAttributes {
    /**
     * What an image says of itself by other means, what describes how a file is cut and packed, and a preview, which
     * would show another picture than the one that is saved.
     */
    private static final Set<String> LEFT = Set.of(
            "channels",
            "compression",
            "dataWindow",
            "displayWindow",
            "lineOrder",
            "pixelAspectRatio",
            "chromaticities",
            "colorInteropID",
            "acesImageContainerFlag",
            "tiles",
            "type",
            "name",
            "version",
            "chunkCount",
            "maxSamplesPerPixel",
            "deepImageState",
            "multiView",
            "preview",
            "dwaCompressionLevel",
            "scenelinearHistory",
            "scenelinearLosses");

    /** How much light a value of 1 is: only said of values that are light. */
    private static final String WHITE_LUMINANCE = "whiteLuminance";

    private CarriedAttributes() {}

    /** What an image takes along from the header of its part. */
    static List<FileAttribute> of(Header header) {
        List<FileAttribute> carried = new ArrayList<>();
        for (Attribute attribute : header.attributes()) {
            if (!LEFT.contains(attribute.name())) {
                carried.add(new FileAttribute(
                        attribute.name(),
                        attribute.value().typeName(),
                        Base64.getEncoder().encodeToString(attribute.valueBytes())));
            }
        }
        return carried;
    }

    /** Adds what an image carries to the header it is saved with, where that says nothing of its own. */
    static void add(FloatImage image, Header.Builder header) {
        boolean light = image.color().space().map(space -> space.isLinear()).orElse(true);
        for (FileAttribute carried : image.attributes()) {
            if (LEFT.contains(carried.name()) || carried.name().equals(WHITE_LUMINANCE) && !light) {
                continue;
            }
            try {
                byte[] bytes = Base64.getDecoder().decode(carried.value());
                Attribute attribute = Attribute.parse(carried.name(), carried.type(), bytes);
                header.attribute(attribute.name(), attribute.value());
            } catch (IllegalArgumentException | FileProblemException e) {
                continue; // a property that somebody edited: no longer what a file can say
            }
        }
    }
}
