/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.image;

/**
 * What the header of a file says of an image beside its pixels, color and windows: who made it, when, with which
 * camera. It is carried as it is, and written back when the image is saved in the same format.
 *
 * @param name such as {@code owner}
 * @param type the format's name of the value's type: {@code string}
 * @param value the bytes of the value in the file, in Base64
 */
public record FileAttribute(String name, String type, String value) {}
