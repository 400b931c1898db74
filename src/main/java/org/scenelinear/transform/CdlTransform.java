/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import java.util.Optional;

/**
 * The color decision list of the American Society of Cinematographers, version 1.2: slope, offset and power of each
 * component, then saturation; as the {@code ASC_CDL} node of the Common LUT Format has it, in four styles.
 *
 * <pre>
 * forward: x = x * slope + offset, limited to 0 to 1; x = x^power; x = luma + saturation * (x - luma), limited to 0 to 1
 * reverse: the same steps back, limited before the first, before the power and after the last
 * luma = 0.2126 r + 0.7152 g + 0.0722 b
 * </pre>
 *
 * <p>The styles without limits leave out the limiting, and the power passes values below 0 as they are. NaN stays NaN
 * (OpenColorIO makes it 0); through the saturation it reaches all components of its pixel. With limits, infinities
 * become 0 or 1; without, they stay unless the saturation subtracts one from another.
 *
 * @param style direction, and with limits or without
 * @param slope 0 or more; above 0 in reverse
 * @param offset any
 * @param power above 0
 * @param saturation 0 or more; above 0 in reverse
 */
public record CdlTransform(
        Style style, ChannelValues slope, ChannelValues offset, ChannelValues power, double saturation)
        implements ColorTransform {
    /** Direction, and with limits or without; with the name in files of the Common LUT Format. */
    public enum Style {
        /** Forward, limited to 0 to 1. */
        FORWARD("Fwd"),
        /** Reverse, limited to 0 to 1. */
        REVERSE("Rev"),
        /** Forward, not limited. */
        FORWARD_NO_CLAMP("FwdNoClamp"),
        /** Reverse, not limited. */
        REVERSE_NO_CLAMP("RevNoClamp");

        private final String text;

        Style(String text) {
            this.text = text;
        }

        /** Its name in files. */
        public String text() {
            return text;
        }

        /** Whether it undoes a grade. */
        public boolean isReverse() {
            return this == REVERSE || this == REVERSE_NO_CLAMP;
        }

        /** Whether values are limited to 0 to 1. */
        public boolean clamps() {
            return this == FORWARD || this == REVERSE;
        }

        /** The same the other way. */
        Style opposite() {
            return values()[ordinal() ^ 1];
        }
    }

    /** Refuses values outside the ranges of the parameters. */
    public CdlTransform {
        if (slope.least() < 0) {
            throw new IllegalArgumentException("the slope " + slope + " is below 0");
        }
        if (!(power.least() > 0)) {
            throw new IllegalArgumentException("the power " + power + " is not above 0");
        }
        if (!(saturation >= 0 && saturation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the saturation " + saturation + " is not 0 or more");
        }
        if (style.isReverse() && (slope.least() == 0 || saturation == 0)) {
            throw new IllegalArgumentException("a slope or saturation of 0 cannot be undone");
        }
    }

    /** The grade the other way; empty for a slope or saturation of 0. */
    @Override
    public Optional<ColorTransform> inverse() {
        if (slope.least() == 0 || saturation == 0) {
            return Optional.empty();
        }
        return Optional.of(new CdlTransform(style.opposite(), slope, offset, power, saturation));
    }

    /** Whether no value is changed; never so with limits. */
    @Override
    public boolean isIdentity() {
        return !style.clamps()
                && slope.equals(ChannelValues.ONE)
                && offset.equals(ChannelValues.ZERO)
                && power.equals(ChannelValues.ONE)
                && saturation == 1;
    }

    @Override
    public String description() {
        return "ASC CDL " + style.text + " slope " + slope + " offset " + offset + " power " + power + " saturation "
                + saturation;
    }

    @Override
    public Kernel compile() {
        return new CdlKernel(this);
    }
}
