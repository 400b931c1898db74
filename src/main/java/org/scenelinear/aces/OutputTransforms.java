/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.aces;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.scenelinear.color.Chromaticities;

/**
 * The standard ACES 2 output transforms by name: by display and view as the OpenColorIO 2.6 studio config
 * (studio-config-v5.0.0_aces-v2.1_ocio-v2.6) calls them, and by ACES transform id. Names ignore case, blanks, dashes
 * and underscores; the words {@code Display} at the end of a display and {@code ACES 2.0} before a view may be left
 * out.
 *
 * <pre>{@code
 * OutputTransform transform = OutputTransforms.find("sRGB", "ACES 2.0 - SDR 100 nits (Rec.709)").orElseThrow();
 * }</pre>
 */
public final class OutputTransforms {
    private static final String SDR = "ACES 2.0 - SDR 100 nits (Rec.709)";
    private static final String SDR_P3 = "ACES 2.0 - SDR 100 nits (P3 D65)";

    private static final Map<String, CinemaScale> VIEWS = buildViews();
    private static final Map<String, Display> DISPLAYS = buildDisplays();

    private OutputTransforms() {}

    /** A display and the names of its views, the usual one first. */
    private record Display(Chromaticities chromaticities, DisplayCurve curve, List<String> views) {
        /** The room that a cinema's distribution master leaves for whites of other colors. */
        double scale() {
            return chromaticities.equals(Primaries.XYZ_E) && curve == DisplayCurve.GAMMA_2_6
                    ? CinemaScale.DISTRIBUTION_MASTER
                    : 1;
        }
    }

    /** The names of the displays, the usual one first. */
    public static List<String> displays() {
        return List.copyOf(DISPLAYS.keySet());
    }

    /**
     * The names of a display's views, the usual one first.
     *
     * @param display a name or alias of a display
     * @return the names, none if there is no such display
     */
    public static List<String> views(String display) {
        return displayName(display).map(name -> DISPLAYS.get(name).views()).orElse(List.of());
    }

    /**
     * The full name of a display.
     *
     * @param display a name or alias
     * @return the name, empty if there is no such display
     */
    public static Optional<String> displayName(String display) {
        return match(DISPLAYS.keySet(), display, OutputTransforms::displayKey);
    }

    /**
     * The full name of a display's view.
     *
     * @param display a name or alias of a display
     * @param view a name or alias of a view
     * @return the name, empty if there is no such display or it has no such view
     */
    public static Optional<String> viewName(String display, String view) {
        return match(views(display), view, OutputTransforms::viewKey);
    }

    /**
     * The output transform of a view on a display.
     *
     * @param display a name or alias of a display
     * @param view a name or alias of one of its views
     * @return the transform, empty if there is no such display or it has no such view
     */
    public static Optional<OutputTransform> find(String display, String view) {
        return viewName(display, view).map(name -> {
            Display target = DISPLAYS.get(displayName(display).orElseThrow());
            CinemaScale rendered = VIEWS.get(name);
            return new OutputTransform(
                    rendered.rendering(),
                    new DisplayEncoding(
                            target.chromaticities(), target.curve(), rendered.linearScale() * target.scale(), false));
        });
    }

    /**
     * The encoding of a display for light that is shown as bright as it is rendered.
     *
     * @param display a name or alias of a display
     * @return empty if there is no such display
     */
    public static Optional<DisplayEncoding> encoding(String display) {
        return displayName(display)
                .map(DISPLAYS::get)
                .map(found -> DisplayEncoding.of(found.chromaticities(), found.curve()));
    }

    /** The ACES transform ids of all standard output transforms, as an ACES Metadata File names them. */
    public static List<String> ids() {
        return List.copyOf(TransformIds.TRANSFORMS.keySet());
    }

    /**
     * The output transform with an ACES transform id.
     *
     * @param id such as
     *     {@code urn:ampas:aces:transformId:v2.0:Output.Academy.Rec709-D65_100nit_in_Rec709-D65_sRGB-Piecewise.a2.v1}
     * @return the transform, empty if the id is none of {@link #ids()}
     */
    public static Optional<OutputTransform> findById(String id) {
        return Optional.ofNullable(TransformIds.TRANSFORMS.get(id.strip()));
    }

    private static Optional<String> match(Iterable<String> names, String wanted, UnaryOperator<String> key) {
        String wantedKey = key.apply(wanted);
        for (String name : names) {
            if (key.apply(name).equals(wantedKey)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    private static String displayKey(String display) {
        String key = plain(display);
        return key.endsWith("display") ? key.substring(0, key.length() - "display".length()) : key;
    }

    private static String viewKey(String view) {
        String key = plain(view);
        return key.startsWith("aces2.0") ? key.substring("aces2.0".length()) : key;
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    private static Map<String, CinemaScale> buildViews() {
        Map<String, CinemaScale> views = new LinkedHashMap<>();
        views.put(SDR, CinemaScale.of(100, Primaries.REC709));
        views.put(SDR_P3, CinemaScale.of(100, Primaries.P3_D65));
        for (int nits : new int[] {108, 300, 500, 1000, 2000, 4000}) {
            views.put(hdrP3(nits), CinemaScale.of(nits, Primaries.P3_D65));
        }
        for (int nits : new int[] {500, 1000, 2000, 4000}) {
            views.put(hdr(nits), CinemaScale.of(nits, Primaries.REC2020));
        }
        return views;
    }

    private static Map<String, Display> buildDisplays() {
        Map<String, Display> displays = new LinkedHashMap<>();
        add(displays, "sRGB - Display", Primaries.REC709, DisplayCurve.SRGB, SDR);
        add(displays, "Gamma 2.2 Rec.709 - Display", Primaries.REC709, DisplayCurve.GAMMA_2_2, SDR);
        add(displays, "Display P3 - Display", Primaries.P3_D65, DisplayCurve.SRGB, SDR_P3);
        add(displays, "Display P3 HDR - Display", Primaries.P3_D65, DisplayCurve.SRGB, hdrP3(1000), SDR);
        add(displays, "Gamma 2.6 P3-D65 - Display", Primaries.P3_D65, DisplayCurve.GAMMA_2_6, SDR_P3, SDR);
        add(displays, "DCDM XYZ - Display", Primaries.XYZ_E, DisplayCurve.GAMMA_2_6, SDR_P3);
        add(displays, "Rec.1886 Rec.709 - Display", Primaries.REC709, DisplayCurve.GAMMA_2_4, SDR);
        add(displays, "Rec.2100-HLG - Display", Primaries.REC2020, DisplayCurve.HLG, hdrP3(1000));
        add(
                displays,
                "Rec.2100-PQ - Display",
                Primaries.REC2020,
                DisplayCurve.PQ,
                hdrP3(1000),
                hdr(1000),
                hdrP3(2000),
                hdr(2000),
                hdrP3(4000),
                hdr(4000),
                hdrP3(500),
                hdr(500),
                SDR);
        add(
                displays,
                "ST2084-P3-D65 - Display",
                Primaries.P3_D65,
                DisplayCurve.PQ,
                hdrP3(1000),
                hdrP3(2000),
                hdrP3(4000),
                hdrP3(500),
                hdrP3(108),
                SDR);
        add(displays, "ST2084-DCDM XYZ - Display", Primaries.XYZ_E, DisplayCurve.PQ, hdrP3(300));
        return displays;
    }

    private static void add(
            Map<String, Display> displays,
            String name,
            Chromaticities chromaticities,
            DisplayCurve curve,
            String... views) {
        displays.put(name, new Display(chromaticities, curve, List.of(views)));
    }

    private static String hdrP3(int nits) {
        return "ACES 2.0 - HDR " + nits + " nits (P3 D65)";
    }

    private static String hdr(int nits) {
        return "ACES 2.0 - HDR " + nits + " nits (Rec.2020)";
    }
}
