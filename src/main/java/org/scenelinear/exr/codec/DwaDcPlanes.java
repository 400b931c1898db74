/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

/**
 * The form DC coefficients take before they are deflated: all low bytes, then all high bytes, each byte as the
 * difference to the one before it plus 128. The form of OpenEXR's ZIP compression.
 */
final class DwaDcPlanes {
    private DwaDcPlanes() {}

    /** From the split form in {@code planes}, which is changed, to {@code count} halfs. */
    static void join(byte[] planes, short[] halfs, int count) {
        int value = planes[0];
        for (int i = 1; i < 2 * count; i++) {
            value += planes[i] - 128;
            planes[i] = (byte) value;
        }
        for (int i = 0; i < count; i++) {
            halfs[i] = (short) (planes[count + i] << 8 | planes[i] & 0xFF);
        }
    }

    /** From {@code count} halfs to the split form. */
    static void split(short[] halfs, int count, byte[] planes) {
        int before = 0;
        for (int i = 0; i < 2 * count; i++) {
            int value = i < count ? halfs[i] & 0xFF : halfs[i - count] >> 8 & 0xFF;
            planes[i] = (byte) (i == 0 ? value : value - before + 128);
            before = value;
        }
    }
}
