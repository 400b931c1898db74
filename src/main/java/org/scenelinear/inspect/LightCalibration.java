/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.scenelinear.image.FileAttribute;
import org.scenelinear.image.FloatImage;

/**
 * How much light the values of an image stand for. An image carries it as the attribute {@code whiteLuminance} of
 * OpenEXR (Standard Attributes: the luminance of RGB 1, 1, 1 in cd/m²), so it survives Duplicate and saving as EXR or
 * TIFF.
 *
 * @param nits the luminance in cd/m² of R = G = B = 1, above 0 and finite
 */
public record LightCalibration(double nits) {
    /** What is taken where an image says nothing: 1 is 100 cd/m², the reference white of video for SDR. */
    public static final LightCalibration ASSUMED = new LightCalibration(100);

    private static final String ATTRIBUTE = "whiteLuminance";
    private static final String TYPE = "float";

    /** Checks that it is an amount of light. */
    public LightCalibration {
        if (!(nits > 0) || Double.isInfinite(nits)) {
            throw new IllegalArgumentException("a white of " + nits + " cd/m² is no light");
        }
    }

    /** What an image says; empty if it says nothing, or nothing that can be meant. */
    public static Optional<LightCalibration> of(FloatImage image) {
        return image.attributes().stream()
                .filter(attribute ->
                        attribute.name().equals(ATTRIBUTE) && attribute.type().equals(TYPE))
                .findFirst()
                .flatMap(LightCalibration::read);
    }

    private static Optional<LightCalibration> read(FileAttribute attribute) {
        try {
            byte[] bytes = Base64.getDecoder().decode(attribute.value());
            return bytes.length == Float.BYTES
                    ? Optional.of(new LightCalibration(ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getFloat()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a property that somebody edited, or a file that says 0
        }
    }

    /** The same image, which says this from now on. */
    public FloatImage applyTo(FloatImage image) {
        byte[] bytes = ByteBuffer.allocate(Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat((float) nits)
                .array();
        List<FileAttribute> attributes = new ArrayList<>(image.attributes());
        attributes.removeIf(attribute -> attribute.name().equals(ATTRIBUTE));
        attributes.add(new FileAttribute(ATTRIBUTE, TYPE, Base64.getEncoder().encodeToString(bytes)));
        return new FloatImage(
                image.name(),
                image.dataWindow(),
                image.displayWindow(),
                image.pixelAspectRatio(),
                image.channels(),
                image.color(),
                image.history(),
                attributes,
                image.losses());
    }
}
