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

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.scenelinear.color.Chromaticities;

/**
 * One rendering with an encoding and what OpenColorIO's inverse makes of it.
 *
 * @param name the name of the rendering
 * @param transform forward
 * @param highestCode the code value of the peak
 */
record InverseFigures(String name, OutputTransform transform, double highestCode) {
    /** All 31 renderings. */
    static Stream<InverseFigures> all() {
        List<InverseFigures> all = new ArrayList<>();
        try (InputStream in = InverseFigures.class.getResourceAsStream("/aces/inverse/presets.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                all.add(of(line.split(",")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.stream();
    }

    private static InverseFigures of(String[] cells) {
        RenderingParameters rendering = new RenderingParameters(Double.parseDouble(cells[1]), chromaticities(cells[2]));
        DisplayEncoding encoding = new DisplayEncoding(
                chromaticities(cells[3]),
                DisplayCurve.valueOf(cells[4]),
                Double.parseDouble(cells[5]),
                Boolean.parseBoolean(cells[6]));
        return new InverseFigures(cells[0], new OutputTransform(rendering, encoding), Double.parseDouble(cells[7]));
    }

    /** The code values that were inverted. */
    List<double[]> codes() {
        return grid().map(rgb ->
                        Arrays.stream(rgb).map(v -> (float) (v * highestCode)).toArray())
                .toList();
    }

    /** Linear light of the limiting gamut that was inverted without any clamp. */
    List<double[]> light() {
        double peak = transform.rendering().peak();
        return grid().map(rgb -> Arrays.stream(rgb)
                        .map(v -> (float) (Math.pow(v, 2.4) * peak))
                        .toArray())
                .toList();
    }

    /** The AP0 colors of the {@link #codes}. */
    List<double[]> fromCodes() {
        return table().triples("dispinv.r");
    }

    /** The AP0 colors of the {@link #light}. */
    List<double[]> fromLight() {
        return table().triples("ffinv.r");
    }

    private ReferenceTable table() {
        return ReferenceTable.read("inverse/" + name + ".csv");
    }

    private static Stream<double[]> grid() {
        return ReferenceTable.read("inverse/grid.csv").triples("r").stream();
    }

    /** The chromaticities by the names of the figures. */
    static Chromaticities chromaticities(String name) {
        return switch (name) {
            case "Rec709" -> Primaries.REC709;
            case "Rec709-D60" -> Primaries.REC709_D60;
            case "P3-D65" -> Primaries.P3_D65;
            case "P3-D60" -> Primaries.P3_D60;
            case "Rec2020" -> Primaries.REC2020;
            case "Rec2020-D60" -> Primaries.REC2020_D60;
            case "XYZ-E" -> Primaries.XYZ_E;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
