/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.transform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.ReferenceTable;

class ColorSpaceConversionTest extends TransformContractTest {
    @Override
    protected ColorTransform transform() {
        return ColorSpaceConversion.between(ColorSpaces.ACES2065_1, ColorSpaces.ACESCCT, Adaptation.BRADFORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ACESCct", "ACEScg", "Camera-Rec.709", "Linear-P3-D65", "Linear-Rec.2020", "Linear-Rec.709-sRGB"
            })
    void valuesAreThoseOfTheReference(String file) {
        compareWithReference(file.equals("ACESCct") ? "ACEScct" : file, 0, 1);
    }

    /** IEC 61966-2-1 and OpenColorIO differ near black: slope 12.92 against 12.9232. */
    @ParameterizedTest
    @CsvSource({"sRGB-Encoded-Rec.709-sRGB", "sRGB-Encoded-P3-D65"})
    void encodedSrgbIsThatOfTheReferenceButForTheSlopeNearBlack(String file) {
        compareWithReference(file, 1.3e-5, 12.9232102 / 12.92);
    }

    private static void compareWithReference(String file, double nearBlack, double slopeRatio) {
        ColorSpace space = ColorSpaces.byName(
                        file.equals("Linear-Rec.709-sRGB")
                                ? "Linear Rec.709 (sRGB)"
                                : file.equals("sRGB-Encoded-Rec.709-sRGB") ? "sRGB Encoded Rec.709 (sRGB)" : file)
                .orElseThrow();
        List<String[]> rows = ReferenceTable.rows("scene/" + file + ".csv");
        for (boolean toAces : new boolean[] {true, false}) {
            List<String[]> chosen = rows.stream()
                    .filter(row -> row[0].startsWith("to") == toAces)
                    .toList();
            float[][] source = new float[3][chosen.size()];
            double[][] expected = new double[3][chosen.size()];
            for (int i = 0; i < chosen.size(); i++) {
                double[] numbers = ReferenceTable.numbers(chosen.get(i), 1, 6);
                for (int c = 0; c < 3; c++) {
                    source[c][i] = (float) numbers[c];
                    expected[c][i] = numbers[3 + c];
                }
            }
            ColorSpace aces = ColorSpaces.ACES2065_1;
            float[][] result = run(
                    toAces
                            ? ColorSpaceConversion.between(space, aces, Adaptation.BRADFORD)
                            : ColorSpaceConversion.between(aces, space, Adaptation.BRADFORD),
                    source);
            assertTrue(chosen.size() > 50, "the file has both directions");
            for (int i = 0; i < chosen.size(); i++) {
                double largest = Math.max(
                        Math.abs(expected[0][i]), Math.max(Math.abs(expected[1][i]), Math.abs(expected[2][i])));
                for (int c = 0; c < 3; c++) {
                    double tolerance = (toAces ? 1e-5 : 2e-6) * Math.max(largest, toAces ? 0 : 1) + 1e-7 + nearBlack;
                    tolerance += (slopeRatio - 1) * largest;
                    assertEquals(
                            expected[c][i],
                            result[c][i],
                            tolerance,
                            file + " " + String.join(" ", chosen.get(i)) + " component " + c);
                }
            }
        }
    }

    @Test
    void fromASpaceToItselfIsTheIdentity() {
        for (ColorSpace space : ColorSpaces.all()) {
            assertTrue(
                    ColorSpaceConversion.between(space, space, Adaptation.CAT02).isIdentity(), space.name());
        }
    }

    @Test
    void everySpaceLeadsThereAndBackAndIsWhatItsOwnEvaluationSays() {
        float[][] source = {
            {1, 0.18f, 0.5f, 0.2f, 0.013f}, {1, 0.18f, 0.4f, 0.18f, 0.011f}, {1, 0.18f, 0.3f, 0.22f, 0.012f}
        };
        ColorSpace aces = ColorSpaces.ACES2065_1;
        for (ColorSpace to : ColorSpaces.all()) {
            float[][] there = run(ColorSpaceConversion.between(aces, to, Adaptation.BRADFORD), source);
            float[][] back = run(ColorSpaceConversion.between(to, aces, Adaptation.BRADFORD), there);
            for (int i = 0; i < source[0].length; i++) {
                double[] linear = {source[0][i], source[1][i], source[2][i]};
                double[] expected =
                        to.encode(aces.matrixTo(to, Adaptation.BRADFORD).times(linear));
                for (int c = 0; c < 3; c++) {
                    assertEquals(source[c][i], back[c][i], 2e-5 * source[c][i], to.name());
                    assertEquals(expected[c], there[c][i], 2e-6 * Math.max(1, expected[c]), to.name());
                }
            }
        }
    }

    @Test
    void everyPairOfTheMostUsedSpacesLeadsThereAndBackAndKeepsWhite() {
        float[][] source = {{1, 0.18f, 0.9f, 0.02f}, {1, 0.18f, 0.3f, 0.5f}, {1, 0.18f, 0.1f, 0.7f}};
        List<ColorSpace> mostUsed = ColorSpaces.all().subList(0, 11);
        for (ColorSpace from : mostUsed) {
            for (ColorSpace to : mostUsed) {
                float[][] there = run(ColorSpaceConversion.between(from, to, Adaptation.BRADFORD), source);
                float[][] back = run(ColorSpaceConversion.between(to, from, Adaptation.BRADFORD), there);
                for (int c = 0; c < 3; c++) {
                    for (int i = 0; i < 4; i++) {
                        assertEquals(source[c][i], back[c][i], 2e-5, from.name() + " to " + to.name());
                    }
                }
                float white = (float) to.curve().encode(from.curve().decode(1));
                assertEquals(white, there[0][0], 2e-6 * white, from.name() + " to " + to.name());
                assertEquals(white, there[2][0], 2e-6 * white, from.name() + " to " + to.name());
            }
        }
    }

    @Test
    void colorsOutsideTheGamutKeepTheirNegativesUnlessClipped() {
        float[][] green = {{0, 0}, {1, 100}, {0, 0}};
        ColorSpace from = ColorSpaces.ACES2065_1;
        ColorSpace to = ColorSpaces.LINEAR_REC709;
        float[][] kept = run(ColorSpaceConversion.between(from, to, Adaptation.BRADFORD), green);
        float[][] clipped = run(ColorSpaceConversion.between(from, to, Adaptation.BRADFORD, new GamutClip()), green);
        assertTrue(kept[0][0] < -1, "AP0 green is far outside Rec.709");
        assertEquals(0, clipped[0][0]);
        assertEquals(kept[1][1], clipped[1][1]);
        assertTrue(clipped[1][1] > 100, "bright values are not clipped");
        float[][] back = run(ColorSpaceConversion.between(to, from, Adaptation.BRADFORD), kept);
        assertEquals(100, back[1][1], 1e-3);
        assertEquals(0, back[0][1], 1e-3);
    }

    @Test
    void clippingWorksOnLinearValuesOfEncodedSpaces() {
        ColorSpace srgb = ColorSpaces.SRGB;
        float[][] clipped = run(
                ColorSpaceConversion.between(srgb, srgb, Adaptation.NONE, new GamutClip()),
                new float[][] {{-0.5f}, {0.5f}, {1.5f}});
        assertEquals(0, clipped[0][0]);
        assertEquals(0.5f, clipped[1][0], 1e-6f);
        assertEquals(1.5f, clipped[2][0], 1e-6f);
    }
}
