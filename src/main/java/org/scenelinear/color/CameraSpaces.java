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

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The spaces of cameras, of grading systems and of scanned film: a curve of {@link CameraCurves} over primaries of
 * {@link Gamuts}, where their sources are, and the same primaries with linear light. The name of a camera's gamut alone
 * means linear light. OpenColorIO's and the Academy's transforms adapt the white of ARRI, Blackmagic, Canon, DJI and
 * Sony by {@link Adaptation#CAT02}, that of Apple, Panasonic and RED by {@link Adaptation#BRADFORD}. Spaces whose curve
 * has no primaries of its own have those of Rec.709 (Cineon) or Rec.2020.
 */
final class CameraSpaces {
    private static final List<ColorSpace> ALL = Stream.concat(
                    CameraCurves.ARRI_EXPOSURE_INDICES.stream().map(CameraSpaces::arriLogC3),
                    Stream.of(
                            ColorSpace.linear(
                                    "Linear ARRI Wide Gamut 3",
                                    Gamuts.ARRI_WIDE_GAMUT_3,
                                    "lin_arri_wide_gamut_3",
                                    "lin_alexawide",
                                    "Input - ARRI - Linear - ALEXA Wide Gamut",
                                    "ocio:lin_awg3_scene",
                                    "ARRI Wide Gamut 3",
                                    "ALEXA Wide Gamut"),
                            ColorSpace.scene(
                                    "ARRI LogC4",
                                    Gamuts.ARRI_WIDE_GAMUT_4,
                                    CameraCurves.ARRI_LOGC4,
                                    "arri_logc4",
                                    "ocio:arrilogc4_awg4_scene",
                                    "LogC4",
                                    ColorSpaces.AMF_INPUT + "Arri.LogC4_to_ACES.a2.v1"),
                            ColorSpace.linear(
                                    "Linear ARRI Wide Gamut 4",
                                    Gamuts.ARRI_WIDE_GAMUT_4,
                                    "lin_arri_wide_gamut_4",
                                    "lin_awg4",
                                    "ocio:lin_awg4_scene",
                                    "ARRI Wide Gamut 4"),
                            ColorSpace.scene(
                                    "S-Log3 S-Gamut3",
                                    Gamuts.S_GAMUT3,
                                    CameraCurves.S_LOG3,
                                    "slog3_sgamut3",
                                    "Input - Sony - S-Log3 - S-Gamut3",
                                    "ocio:slog3_sgamut3_scene",
                                    ColorSpaces.AMF_INPUT + "Sony.SLog3_SGamut3_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "S-Log3 S-Gamut3.Cine",
                                    Gamuts.S_GAMUT3_CINE,
                                    CameraCurves.S_LOG3,
                                    "slog3_sgamut3cine",
                                    "slog3_sgamutcine",
                                    "Input - Sony - S-Log3 - S-Gamut3.Cine",
                                    "ocio:slog3_sgamut3cine_scene",
                                    ColorSpaces.AMF_INPUT + "Sony.SLog3_SGamut3Cine_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "S-Log3 Venice S-Gamut3",
                                    Gamuts.VENICE_S_GAMUT3,
                                    CameraCurves.S_LOG3,
                                    "slog3_venice_sgamut3",
                                    "Input - Sony - S-Log3 - Venice S-Gamut3",
                                    "ocio:slog3_sgamut3venice_scene",
                                    ColorSpaces.AMF_INPUT + "Sony.Venice_SLog3_SGamut3_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "S-Log3 Venice S-Gamut3.Cine",
                                    Gamuts.VENICE_S_GAMUT3_CINE,
                                    CameraCurves.S_LOG3,
                                    "slog3_venice_sgamut3cine",
                                    "slog3_venice_sgamutcine",
                                    "Input - Sony - S-Log3 - Venice S-Gamut3.Cine",
                                    "ocio:slog3_sgamut3cinevenice_scene",
                                    ColorSpaces.AMF_INPUT + "Sony.Venice_SLog3_SGamut3Cine_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "S-Log2 S-Gamut",
                                    Gamuts.S_GAMUT3,
                                    CameraCurves.S_LOG2,
                                    "slog2_sgamut",
                                    "Input - Sony - S-Log2 - S-Gamut"),
                            ColorSpace.scene(
                                    "S-Log S-Gamut",
                                    Gamuts.S_GAMUT3,
                                    CameraCurves.S_LOG,
                                    "slog_sgamut",
                                    "S-Log1 S-Gamut",
                                    "Input - Sony - S-Log1 - S-Gamut"),
                            academySony(
                                    "S-Log S-Gamut (10-bit)",
                                    Gamuts.S_GAMUT_TO_ACES,
                                    CameraCurves.S_LOG,
                                    "SLog1_SGamut_10i"),
                            academySony(
                                    "S-Log S-Gamut (12-bit)",
                                    Gamuts.S_GAMUT_TO_ACES,
                                    CameraCurves.S_LOG_12,
                                    "SLog1_SGamut_12i"),
                            academySony(
                                    "S-Log2 S-Gamut Daylight (10-bit)",
                                    Gamuts.S_GAMUT_DAYLIGHT,
                                    CameraCurves.S_LOG2,
                                    "SLog2_SGamut_Daylight_10i"),
                            academySony(
                                    "S-Log2 S-Gamut Daylight (12-bit)",
                                    Gamuts.S_GAMUT_DAYLIGHT,
                                    CameraCurves.S_LOG2_12,
                                    "SLog2_SGamut_Daylight_12i"),
                            academySony(
                                    "S-Log2 S-Gamut Tungsten (10-bit)",
                                    Gamuts.S_GAMUT_TUNGSTEN,
                                    CameraCurves.S_LOG2,
                                    "SLog2_SGamut_Tungsten_10i"),
                            academySony(
                                    "S-Log2 S-Gamut Tungsten (12-bit)",
                                    Gamuts.S_GAMUT_TUNGSTEN,
                                    CameraCurves.S_LOG2_12,
                                    "SLog2_SGamut_Tungsten_12i"),
                            ColorSpace.linear("Linear S-Gamut (Academy)", Gamuts.S_GAMUT_TO_ACES),
                            ColorSpace.linear("Linear S-Gamut Daylight", Gamuts.S_GAMUT_DAYLIGHT),
                            ColorSpace.linear("Linear S-Gamut Tungsten", Gamuts.S_GAMUT_TUNGSTEN),
                            ColorSpace.linear(
                                    "Linear S-Gamut3",
                                    Gamuts.S_GAMUT3,
                                    "lin_sgamut3",
                                    "Input - Sony - Linear - S-Gamut3",
                                    "ocio:lin_sgamut3_scene",
                                    "S-Gamut3",
                                    "S-Gamut",
                                    "Linear S-Gamut",
                                    "Input - Sony - Linear - S-Gamut"),
                            ColorSpace.linear(
                                    "Linear S-Gamut3.Cine",
                                    Gamuts.S_GAMUT3_CINE,
                                    "lin_sgamut3cine",
                                    "Input - Sony - Linear - S-Gamut3.Cine",
                                    "ocio:lin_sgamut3cine_scene",
                                    "S-Gamut3.Cine"),
                            ColorSpace.linear(
                                    "Linear Venice S-Gamut3",
                                    Gamuts.VENICE_S_GAMUT3,
                                    "lin_venice_sgamut3",
                                    "Input - Sony - Linear - Venice S-Gamut3",
                                    "ocio:lin_sgamut3venice_scene",
                                    "Venice S-Gamut3"),
                            ColorSpace.linear(
                                    "Linear Venice S-Gamut3.Cine",
                                    Gamuts.VENICE_S_GAMUT3_CINE,
                                    "lin_venice_sgamut3cine",
                                    "Input - Sony - Linear - Venice S-Gamut3.Cine",
                                    "ocio:lin_sgamut3cinevenice_scene",
                                    "Venice S-Gamut3.Cine"),
                            ColorSpace.scene(
                                    "Log3G10 REDWideGamutRGB",
                                    Gamuts.RED_WIDE_GAMUT,
                                    CameraCurves.LOG3G10,
                                    "log3g10_redwidegamutrgb",
                                    "rl3g10_rwg",
                                    "Input - RED - REDLog3G10 - REDWideGamutRGB",
                                    "ocio:redlog3g10_rwg_scene",
                                    ColorSpaces.AMF_INPUT + "Red.Log3G10_RWG_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "REDLogFilm REDWideGamutRGB",
                                    Gamuts.RED_WIDE_GAMUT,
                                    CameraCurves.REDLOG_FILM,
                                    "redlogfilm_rwg",
                                    "Input - RED - REDLogFilm - REDWideGamutRGB"),
                            ColorSpace.linear(
                                    "Linear REDWideGamutRGB",
                                    Gamuts.RED_WIDE_GAMUT,
                                    "lin_redwidegamutrgb",
                                    "lin_rwg",
                                    "Input - RED - Linear - REDWideGamutRGB",
                                    "ocio:lin_rwg_scene",
                                    "REDWideGamutRGB"),
                            ColorSpace.scene(
                                    "CanonLog CinemaGamut D55",
                                    Gamuts.CINEMA_GAMUT,
                                    CameraCurves.CANON_LOG,
                                    "canonlog_cinemagamut_d55",
                                    "Canon Log Cinema Gamut",
                                    "Input - Canon - Canon-Log - Cinema Gamut Daylight"),
                            ColorSpace.scene(
                                    "CanonLog2 CinemaGamut D55",
                                    Gamuts.CINEMA_GAMUT,
                                    CameraCurves.CANON_LOG2,
                                    "canonlog2_cinemagamut_d55",
                                    "canonlog2_cgamutday",
                                    "Input - Canon - Canon-Log2 - Cinema Gamut Daylight",
                                    "ocio:canonlog2_cgamutd55_scene",
                                    "Canon Log 2 Cinema Gamut",
                                    ColorSpaces.AMF_INPUT + "Canon.CLog2_CGamut_to_ACES.a1.v1"),
                            ColorSpace.scene(
                                    "CanonLog3 CinemaGamut D55",
                                    Gamuts.CINEMA_GAMUT,
                                    CameraCurves.CANON_LOG3,
                                    "canonlog3_cinemagamut_d55",
                                    "canonlog3_cgamutday",
                                    "Input - Canon - Canon-Log3 - Cinema Gamut Daylight",
                                    "ocio:canonlog3_cgamutd55_scene",
                                    "Canon Log 3 Cinema Gamut",
                                    ColorSpaces.AMF_INPUT + "Canon.CLog3_CGamut_to_ACES.a1.v1"),
                            ColorSpace.scene(
                                    "CanonLog2 Rec.2020",
                                    Gamuts.REC2020,
                                    CameraCurves.CANON_LOG2,
                                    "canonlog2_rec2020",
                                    ColorSpaces.AMF_INPUT + "Canon.CLog2_BT2020_to_ACES.a1.v1"),
                            ColorSpace.scene(
                                    "CanonLog3 Rec.2020",
                                    Gamuts.REC2020,
                                    CameraCurves.CANON_LOG3,
                                    "canonlog3_rec2020",
                                    ColorSpaces.AMF_INPUT + "Canon.CLog3_BT2020_to_ACES.a1.v1"),
                            ColorSpace.linear(
                                    "Linear CinemaGamut D55",
                                    Gamuts.CINEMA_GAMUT,
                                    "lin_cinemagamut_d55",
                                    "lin_canoncgamutday",
                                    "Input - Canon - Linear - Canon Cinema Gamut Daylight",
                                    "ocio:lin_cgamutd55_scene",
                                    "Cinema Gamut",
                                    "Linear Cinema Gamut"),
                            ColorSpace.scene(
                                    "V-Log V-Gamut",
                                    Gamuts.V_GAMUT,
                                    CameraCurves.V_LOG,
                                    "vlog_vgamut",
                                    "Input - Panasonic - V-Log - V-Gamut",
                                    "ocio:vlog_vgamut_scene",
                                    ColorSpaces.AMF_INPUT + "Panasonic.VLog_VGamut_to_ACES.a2.v1"),
                            ColorSpace.linear(
                                    "Linear V-Gamut",
                                    Gamuts.V_GAMUT,
                                    "lin_vgamut",
                                    "Input - Panasonic - Linear - V-Gamut",
                                    "ocio:lin_vgamut_scene",
                                    "V-Gamut"),
                            ColorSpace.scene(
                                    "BMDFilm WideGamut Gen5",
                                    Gamuts.BLACKMAGIC_WIDE_GAMUT,
                                    CameraCurves.BLACKMAGIC_FILM_5,
                                    "bmdfilm_widegamut_gen5",
                                    "ocio:bmdfilm5_wg5_scene",
                                    "Blackmagic Film Generation 5",
                                    ColorSpaces.AMF_INPUT + "Blackmagic.BMDFilm_WideGamut_Gen5_to_ACES.a2.v1"),
                            ColorSpace.linear(
                                    "Linear BMD WideGamut Gen5",
                                    Gamuts.BLACKMAGIC_WIDE_GAMUT,
                                    "lin_bmd_widegamut_gen5",
                                    "ocio:lin_bmdwg5_scene",
                                    "Blackmagic Wide Gamut"),
                            ColorSpace.scene(
                                    "DaVinci Intermediate WideGamut",
                                    Gamuts.DAVINCI_WIDE_GAMUT,
                                    CameraCurves.DAVINCI_INTERMEDIATE,
                                    "davinci_intermediate_widegamut",
                                    "ocio:davinci_dwg_scene",
                                    "DaVinci Intermediate"),
                            ColorSpace.linear(
                                    "Linear DaVinci WideGamut",
                                    Gamuts.DAVINCI_WIDE_GAMUT,
                                    "lin_davinci_widegamut",
                                    "ocio:lin_dwg_scene",
                                    "DaVinci Wide Gamut"),
                            ColorSpace.scene(
                                    "F-Log F-Gamut", Gamuts.REC2020, CameraCurves.F_LOG, "flog_fgamut", "F-Log"),
                            ColorSpace.scene(
                                    "F-Log2 F-Gamut", Gamuts.REC2020, CameraCurves.F_LOG2, "flog2_fgamut", "F-Log2"),
                            ColorSpace.scene(
                                    "F-Log2 F-Gamut C",
                                    Gamuts.F_GAMUT_C,
                                    CameraCurves.F_LOG2,
                                    "flog2_fgamutc",
                                    "F-Log2 C"),
                            ColorSpace.linear("Linear F-Gamut C", Gamuts.F_GAMUT_C, "F-Gamut C"),
                            ColorSpace.scene(
                                    "N-Log N-Gamut", Gamuts.REC2020, CameraCurves.N_LOG, "nlog_ngamut", "N-Log"),
                            ColorSpace.scene(
                                    "L-Log Rec.2020", Gamuts.REC2020, CameraCurves.L_LOG, "llog_rec2020", "L-Log"),
                            ColorSpace.scene(
                                    "D-Log D-Gamut",
                                    Gamuts.D_GAMUT,
                                    CameraCurves.D_LOG,
                                    "dlog_dgamut",
                                    "ocio:djilog_dgamut_scene",
                                    ColorSpaces.AMF_INPUT + "DJI.DLog_DGamut_to_ACES.a1.v1"),
                            ColorSpace.linear(
                                    "Linear D-Gamut",
                                    Gamuts.D_GAMUT,
                                    "lin_dgamut",
                                    "ocio:lin_dgamut_scene",
                                    "DJI D-Gamut"),
                            ColorSpace.scene(
                                    "Protune Native",
                                    Gamuts.PROTUNE_NATIVE,
                                    CameraCurves.PROTUNE,
                                    "Protune",
                                    "Input - GoPro - Protune Flat - Protune Native"),
                            ColorSpace.linear(
                                    "Linear Protune Native",
                                    Gamuts.PROTUNE_NATIVE,
                                    "Input - GoPro - Linear - Protune Native"),
                            ColorSpace.scene(
                                    "Apple Log",
                                    Gamuts.REC2020,
                                    CameraCurves.APPLE_LOG,
                                    "apple_log",
                                    "ocio:applelog_rec2020_scene",
                                    ColorSpaces.AMF_INPUT + "Apple.AppleLog_BT2020_to_ACES.a2.v1"),
                            ColorSpace.scene(
                                    "Apple Log 2",
                                    Gamuts.APPLE_WIDE_GAMUT,
                                    CameraCurves.APPLE_LOG,
                                    "apple_log_2",
                                    "ocio:applelog_applewg_scene"),
                            ColorSpace.linear(
                                    "Linear Apple Wide Gamut",
                                    Gamuts.APPLE_WIDE_GAMUT,
                                    "lin_apple_wide_gamut",
                                    "ocio:lin_applewg_scene",
                                    "Apple Wide Gamut"),
                            ColorSpace.scene(
                                    "Mi-Log Rec.2020", Gamuts.REC2020, CameraCurves.MI_LOG, "milog_rec2020", "Mi-Log"),
                            ColorSpace.scene(
                                    "T-Log E-Gamut",
                                    Gamuts.E_GAMUT,
                                    CameraCurves.T_LOG,
                                    "tlog_egamut",
                                    "FilmLight T-Log E-Gamut"),
                            ColorSpace.linear("Linear E-Gamut", Gamuts.E_GAMUT, "FilmLight E-Gamut", "lin_egamut"),
                            ColorSpace.scene(
                                    "Cineon",
                                    Gamuts.REC709,
                                    CameraCurves.CINEON,
                                    "Cineon Log",
                                    "Input - Generic - Cineon")))
            .toList();

    private CameraSpaces() {}

    static List<ColorSpace> all() {
        return ALL;
    }

    /** What one of the Academy's older input transforms of Sony takes; its matrix keeps the white of ACES. */
    private static ColorSpace academySony(String name, Chromaticities gamut, TransferCurve curve, String transform) {
        return ColorSpace.scene(name, gamut, curve, ColorSpaces.AMF_INPUT + "Sony." + transform + "_to_ACES.a2.v1");
    }

    /** ARRI LogC3 over Wide Gamut 3 at one exposure index. */
    private static ColorSpace arriLogC3(int exposureIndex) {
        String index = "EI" + exposureIndex;
        List<String> aliases = new ArrayList<>(List.of(
                "arri_logc3_" + index,
                "logc3" + index + "_alexawide",
                "Input - ARRI - V3 LogC (" + index + ") - Wide Gamut"));
        if (exposureIndex == 800) {
            aliases.addAll(
                    List.of("ocio:arrilogc3_awg3_scene", "LogC3", ColorSpaces.AMF_INPUT + "Arri.LogC3_to_ACES.a2.v1"));
        }
        return ColorSpace.scene(
                "ARRI LogC3 (" + index + ")",
                Gamuts.ARRI_WIDE_GAMUT_3,
                CameraCurves.arriLogC3(exposureIndex),
                aliases.toArray(String[]::new));
    }
}
