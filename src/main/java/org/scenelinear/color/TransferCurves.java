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
 * The standards' curves; those of cameras are in {@link CameraCurves}. Behavior below 0, above 1 and for NaN and
 * infinities as in the family of each, such as {@link PowerCurve} and {@link LogCurve}, where nothing is clipped.
 */
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

    /** The curve of ACEScc; see its class. */
    public static final TransferCurve ACESCC = new AcesCcCurve();

    /** ACESproxy in 10 bits, code values 64 to 940 of 1023: Academy specification S-2013-001. */
    public static final TransferCurve ACES_PROXY =
            new PureLogCurve("ACESproxy", 1, 0, 50 / 1023.0, (425 + 2.5 * 50) / 1023, 64 / 1023.0, 940 / 1023.0);

    /** ACESproxy in 12 bits, code values 256 to 3760 of 4095: the same specification. */
    public static final TransferCurve ACES_PROXY_12 = new PureLogCurve(
            "ACESproxy12i", 1, 0, 200 / 4095.0, (1700 + 2.5 * 200) / 4095, 256 / 4095.0, 3760 / 4095.0);

    /** ADX in 10 bits, 500 code values per unit of density: SMPTE ST 2065-3:2012. */
    public static final TransferCurve ADX10 = new FilmDensityCurve("ADX10", 1023 / 500.0);

    /** ADX in 16 bits, 8000 code values per unit of density: SMPTE ST 2065-3:2012. */
    public static final TransferCurve ADX16 = new FilmDensityCurve("ADX16", 65535 / 8000.0);

    /** The curve of ROMM (ProPhoto) RGB: ISO 22028-2:2013; a line below linear 1/512. */
    public static final TransferCurve ROMM = new PowerCurve("ROMM", 0, 1 / 1.8, 16, 0x1p-9, 0x1p-5);

    /**
     * The exponent of Adobe RGB, 563/256, rounded to 2.2 in names: Adobe RGB (1998) Color Image Encoding, version
     * 2005-05. Negative values stay as they are, as in OpenColorIO.
     */
    public static final TransferCurve ADOBE_RGB = keeping(563 / 256.0);

    /** The exponent 2.2 of office screens, mirrored below 0. */
    public static final TransferCurve GAMMA_2_2 = mirrored("gamma 2.2", 2.2);

    /** ITU-R BT.1886 for a display whose black is 0: the exponent 2.4, mirrored below 0. */
    public static final TransferCurve BT1886 = mirrored("BT.1886", 2.4);

    /** The exponent 2.6 of projectors, mirrored below 0: SMPTE RP 431-2:2011. */
    public static final TransferCurve GAMMA_2_6 = mirrored("gamma 2.6", 2.6);

    /** The exponent 2.6 of projectors, where negative values become 0. */
    public static final TransferCurve PROJECTOR = new GammaCurve("gamma 2.6", 2.6, 1, GammaCurve.Negatives.ZERO);

    /**
     * Digital cinema distribution masters: SMPTE ST 428-1:2019, where code value 1 is 52.37 cd/m² and white, linear 1,
     * 48 cd/m². Negative values become 0.
     */
    public static final TransferCurve DCDM = new GammaCurve("DCDM", 2.6, 48 / 52.37, GammaCurve.Negatives.ZERO);

    /** The perceptual quantizer, mirrored below 0 as in OpenColorIO. Linear 1 is 100 cd/m². */
    public static final TransferCurve PQ = new MirroredCurve(new PerceptualQuantizer());

    /**
     * Hybrid log-gamma's curve from light in the scene, 1 at its peak, mirrored below 0 as in OpenColorIO: ITU-R
     * BT.2100-2, table 5. The constants b and c are those that make the pieces meet with the same slope.
     */
    public static final TransferCurve HLG = new MirroredCurve(hybridLogGamma());

    private TransferCurves() {}

    /** An exponent whose negative values stay as they are. */
    static TransferCurve keeping(double gamma) {
        return new GammaCurve("gamma " + gamma, gamma, 1, GammaCurve.Negatives.KEEP);
    }

    private static TransferCurve mirrored(String name, double gamma) {
        return new GammaCurve(name, gamma, 1, GammaCurve.Negatives.MIRROR);
    }

    private static TransferCurve hybridLogGamma() {
        double a = 0.17883277;
        double b = 1 - 4 * a;
        double c = 0.5 - a * Math.log(4 * a);
        // a ln(12 x - b) + c, with the 12 taken out of the logarithm
        return new PowerLogCurve(
                "HLG", Math.sqrt(3), 0, 0.5, -b / 12, a * Math.log(2), c + a * Math.log(12), 1 / 12.0, 0.5);
    }
}
