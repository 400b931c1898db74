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

/** The standards' curves. Behavior outside 0 to 1 as in {@link PowerCurve} and {@link LogCurve}: nothing is clipped. */
public final class TransferCurves {
    /** Stored values are the light itself. */
    public static final TransferCurve LINEAR = new LinearCurve();

    /**
     * The curve of sRGB: IEC 61966-2-1:1999 and its amendment 1 of 2003. OpenColorIO's has a slope of 12.9232 instead
     * of 12.92 near black, where the two differ by up to 1e-5; both extend the straight piece to negative values.
     */
    public static final TransferCurve SRGB = new PowerCurve("sRGB", 0.055, 1 / 2.4, 12.92, 0.0031308, 0.04045);

    /**
     * The camera curve of high definition video: ITU-R BT.709-6, item 1.2; ITU-R BT.2020-2 has the same for 10 bits.
     * With the standard's rounded constants the pieces miss each other by 2.5e-4 at linear 0.018; encoded values inside
     * the gap, which no linear value has, decode by the power piece.
     */
    public static final TransferCurve BT709 = new PowerCurve("BT.709", 0.099, 0.45, 4.5, 0.018, 0.081);

    /**
     * The BT.709 camera curve with pieces that meet with the same slope (4.5138), as in OpenColorIO's space "Camera
     * Rec.709". Differs from {@link #BT709} by up to 2.5e-4 near linear 0.018.
     */
    public static final TransferCurve CAMERA_REC709 = PowerCurve.smooth("Camera Rec.709", 1 / 0.45, 0.099);

    /**
     * The curve of ACEScct: Academy specification S-2016-001. The specification stops decoding at 65504, the largest
     * half float; this curve goes on, so that nothing is lost on the way there and back.
     */
    public static final TransferCurve ACESCCT = new LogCurve(
            "ACEScct",
            1,
            0,
            1 / 17.52,
            9.72 / 17.52,
            10.5402377416545,
            0.0729055341958355,
            0.0078125,
            0.155251141552511);

    private TransferCurves() {}
}
