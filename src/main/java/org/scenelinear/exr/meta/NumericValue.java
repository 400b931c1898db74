/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.List;
import org.scenelinear.io.LittleEndianOutput;

/** A value that is nothing but a fixed number of numbers. */
public sealed interface NumericValue extends AttributeValue
        permits Box2i,
                ChromaticitiesValue,
                KeyCode,
                TimeCode,
                Numbers.IntValue,
                Numbers.FloatValue,
                Numbers.DoubleValue,
                Numbers.Rational,
                Numbers.V2i,
                Numbers.V2f,
                Numbers.V2d,
                Numbers.V3i,
                Numbers.V3f,
                Numbers.V3d,
                Numbers.Box2f,
                Numbers.FloatMatrix,
                Numbers.DoubleMatrix {
    /** The numbers in the order of the file: all {@link Integer}, all {@link Float} or all {@link Double}. */
    List<Number> numbers();

    @Override
    default void writeTo(LittleEndianOutput out) {
        for (Number number : numbers()) {
            if (number instanceof Integer) {
                out.writeInt(number.intValue());
            } else if (number instanceof Float) {
                out.writeFloat(number.floatValue());
            } else {
                out.writeDouble(number.doubleValue());
            }
        }
    }
}
