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

/**
 * The curve between linear light and the stored (encoded) value of one component: the reference evaluation in double,
 * with which faster forms are compared.
 */
public interface TransferCurve {
    /** The encoded value of a linear one. */
    double encode(double linear);

    /** The linear value of an encoded one: undoes {@link #encode}. */
    double decode(double encoded);

    /** The name of the curve in its standard, such as {@code sRGB}. */
    String name();
}
