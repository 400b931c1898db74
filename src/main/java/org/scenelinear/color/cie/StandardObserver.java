/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.color.cie;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The color matching functions of the CIE 1931 standard observer of 2 degrees: ISO/CIE 11664-1:2019, table 1. */
final class StandardObserver {
    /** The shortest wavelength, in nm. */
    static final int FIRST = 360;
    /** The longest wavelength, in nm. */
    static final int LAST = 830;

    private static final double[][] FUNCTIONS = read();

    private StandardObserver() {}

    /** X, Y, Z of monochromatic light of a wavelength in nm, {@link #FIRST} to {@link #LAST}. Not to be changed. */
    static double[] at(int wavelength) {
        return FUNCTIONS[wavelength - FIRST];
    }

    private static double[][] read() {
        try (InputStream in = StandardObserver.class.getResourceAsStream("standard-observer-1931.csv");
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> rows =
                    reader.lines().filter(line -> !line.startsWith("#")).toList();
            double[][] functions = new double[LAST - FIRST + 1][3];
            for (int i = 0; i < functions.length; i++) {
                String[] cells = rows.get(i).split(",");
                for (int j = 0; j < 3; j++) {
                    functions[i][j] = Double.parseDouble(cells[j + 1]);
                }
            }
            return functions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
