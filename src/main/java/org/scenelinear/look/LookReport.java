/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.math.HalfFloat;
import org.scenelinear.run.Run;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ColorSpaceConversion;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * What a look does to a scene, measured: what it cuts, whether grays rise, whether it can be undone and how exactly,
 * which gamut it reaches, and of what kind it is. Grays go from 12 stops below middle gray, 0.18, to 10 above.
 *
 * <pre>{@code
 * LookReport report = LookReport.of(look.chain(), Run.inThisThread());
 * }</pre>
 *
 * @param lines what was found, the most important first
 */
public record LookReport(List<Line> lines) {
    private static final int COLORS = 20_000;

    /** The stops at which the largest half lies above middle gray. */
    private static final double LARGEST_HALF = Math.log(HalfFloat.MAX / ProbeColors.GRAY) / Math.log(2);

    /** Below this part of the largest component a negative one is rounding. */
    private static final float ROUNDING = 1e-5f;

    /** Powers outside of this are severe. */
    private static final double LEAST_POWER = 0.5;

    private static final double MOST_POWER = 2;

    private static final float DARK = -0.02f;

    /**
     * A finding.
     *
     * @param property what was measured
     * @param value the result
     * @param meaning what it means for a picture
     */
    public record Line(String property, String value, String meaning) {}

    /** Keeps an unmodifiable copy of the list. */
    public LookReport {
        lines = List.copyOf(lines);
    }

    /**
     * Measures a look.
     *
     * @param look from ACES2065-1 to ACES2065-1
     * @param run where; can be canceled
     */
    public static LookReport of(TransformChain look, Run run) {
        return new LookReport(new Measuring(look, run).lines());
    }

    /** The value of a property. */
    public Optional<String> value(String property) {
        return lines.stream()
                .filter(line -> line.property.equals(property))
                .map(Line::value)
                .findFirst();
    }

    /** What is known to do harm in a grade: limits, and powers that distort; phrases. */
    static List<String> gradeWarnings(CdlTransform grade) {
        List<String> found = new ArrayList<>();
        if (grade.style().clamps()) {
            found.add("the ASC CDL limits values to 0 to 1");
        }
        for (int c = 0; c < 3; c++) {
            double power = grade.power().get(c);
            if (power < LEAST_POWER || power > MOST_POWER) {
                found.add("the ASC CDL power " + power + " distorts severely");
            }
        }
        return found.stream().distinct().toList();
    }

    private static final class Measuring {
        private final TransformChain look;
        private final List<ColorTransform> operations;
        private final Run run;
        private final List<Line> lines = new ArrayList<>();
        private final float[][] colors = ProbeColors.withinAcesCg(COLORS);
        private final float[][] results;

        Measuring(TransformChain look, Run run) {
            this.look = look;
            this.run = run;
            operations = look.simplified().transforms();
            results = ProbeColors.through(look, colors, run);
        }

        List<Line> lines() {
            kind();
            ramp();
            negatives();
            colors();
            inverse();
            warnings();
            return lines;
        }

        private void add(String property, String value, String meaning) {
            lines.add(new Line(property, value, meaning));
        }

        private void kind() {
            boolean empirical = operations.stream().anyMatch(Lut3D.class::isInstance);
            add(
                    "kind",
                    empirical ? "empirical" : "analytic",
                    empirical
                            ? "it has a 3D LUT: samples of some process, right only between them"
                            : "ordered operations and 1D tables, each exact for every value");
            add(
                    "operations",
                    operations.isEmpty()
                            ? "none"
                            : operations.stream()
                                    .map(operation -> operation.description().split(" ")[0])
                                    .collect(Collectors.joining(", ")),
                    "what is done, first to last, as far as it could not be put together");
            List<String> tables = operations.stream()
                    .filter(operation -> operation instanceof Lut1D || operation instanceof Lut3D)
                    .map(operation ->
                            operation instanceof Lut1D ? "linear " + operation.description() : operation.description())
                    .toList();
            add(
                    "interpolation",
                    tables.isEmpty() ? "none" : String.join("; ", tables),
                    tables.isEmpty() ? "there is no table" : "how values between the entries of tables are found");
        }

        private void ramp() {
            float[][] grays = ProbeColors.grays(ProbeColors.DARKEST, ProbeColors.BRIGHTEST, GrayRamp.PER_STOP);
            float[][] aces = ProbeColors.through(look, grays, run);
            GrayRamp inAces = new GrayRamp(ProbeColors.DARKEST, aces);
            GrayRamp inAcesCg = new GrayRamp(ProbeColors.DARKEST, in(ColorSpaces.ACESCG, aces));
            add(
                    "cuts highlights",
                    either(inAces.cutHighlights(), inAcesCg.cutHighlights()),
                    "where brighter grays come out as one: detail in lights is lost there");
            add(
                    "cuts shadows",
                    either(inAces.cutShadows(), inAcesCg.cutShadows()),
                    "where darker grays come out as one: detail in shadows is lost there");
            add(
                    "other plateaus",
                    either(inAces.otherPlateaus(), inAcesCg.otherPlateaus()),
                    "where grays in between come out as one");
            String falls = either(inAces.falls(), inAcesCg.falls());
            add(
                    "gray ramp rises",
                    falls.equals("none") ? "yes" : "no: falls, " + falls,
                    "if not, a brighter gray comes out darker somewhere");
            add(
                    "grays below 0",
                    either(inAces.negative(), ""),
                    "components that become negative for some gray: black for most displays");
            int middle = -ProbeColors.DARKEST * GrayRamp.PER_STOP;
            add("12 stops below middle gray", light(aces, 0), "what becomes of a gray of " + number(grays[1][0]));
            add("middle gray", light(aces, middle), "what becomes of a gray of 0.18");
            add(
                    "10 stops above middle gray",
                    light(aces, aces[0].length - 1),
                    "what becomes of a gray of " + number(grays[1][grays[1].length - 1]));
            double end = Math.floor(LARGEST_HALF * GrayRamp.PER_STOP) / GrayRamp.PER_STOP;
            float[][] bright = ProbeColors.grays(0, end, GrayRamp.PER_STOP);
            double last = new GrayRamp(0, ProbeColors.through(look, bright, run)).lastWithin(HalfFloat.MAX);
            add(
                    "half floats hold it",
                    Double.isNaN(last) ? "no" : "up to " + String.format(Locale.ROOT, "%+.2f stops", last),
                    String.format(
                            Locale.ROOT,
                            "brighter grays come out above 65504; half floats end at %+.2f stops themselves",
                            LARGEST_HALF));
        }

        /** What was found in ACES2065-1, else what shows in ACEScg. */
        private static String either(String inAces, String inAcesCg) {
            if (!inAces.isEmpty()) {
                return inAces;
            }
            return inAcesCg.isEmpty() ? "none" : inAcesCg + " (of ACEScg)";
        }

        private static String light(float[][] planes, int index) {
            return number(planes[0][index]) + "  " + number(planes[1][index]) + "  " + number(planes[2][index]);
        }

        private static String number(float value) {
            return String.format(Locale.ROOT, "%.4g", value);
        }

        /** Whether two colors outside of a gamut come out as one. */
        private void negatives() {
            List<String> cut = new ArrayList<>();
            for (ColorSpace space : List.of(ColorSpaces.ACES2065_1, ColorSpaces.ACESCG)) {
                StringBuilder components = new StringBuilder();
                for (int c = 0; c < 3; c++) {
                    float[][] two = {{0.18f, 0.18f}, {0.18f, 0.18f}, {0.18f, 0.18f}};
                    two[c] = new float[] {DARK, 2 * DARK};
                    float[][] out = ProbeColors.through(TransformChain.of(toAces(space), look), two, run);
                    if (distance(out, 0, out, 1) < ROUNDING) {
                        components.append("rgb".charAt(c));
                    }
                }
                if (!components.isEmpty()) {
                    cut.add(String.join(", ", components.toString().split("")) + " of " + space.name());
                }
            }
            add(
                    "cuts negative components",
                    cut.isEmpty() ? "none" : String.join("; ", cut),
                    "colors outside of that gamut lose what tells them apart");
        }

        private static ColorTransform toAces(ColorSpace space) {
            return ColorSpaceConversion.between(space, ColorSpaces.ACES2065_1, Adaptation.BRADFORD);
        }

        private float[][] in(ColorSpace space, float[][] aces) {
            return ProbeColors.through(
                    ColorSpaceConversion.between(ColorSpaces.ACES2065_1, space, Adaptation.BRADFORD), aces, run);
        }

        private void colors() {
            for (ColorSpace space : List.of(ColorSpaces.ACESCG, ColorSpaces.LINEAR_REC2020, ColorSpaces.ACES2065_1)) {
                add(
                        "outside of " + space.name(),
                        percent(outside(in(space, results))),
                        "of " + COLORS + " colors within ACEScg; before the look "
                                + percent(outside(in(space, colors)))
                                + (space.equals(ColorSpaces.ACES2065_1) ? "; these have negative components" : ""));
            }
            long broken = notFinite(results)
                    + notFinite(ProbeColors.through(look, ProbeColors.spectral(), run))
                    + notFinite(ProbeColors.through(look, ProbeColors.extremes(), run));
            add(
                    "NaN or infinite",
                    broken == 0 ? "none" : broken + " colors",
                    "of these, the colors of all wavelengths, and imaginary ones to the ends of half floats");
        }

        private static double outside(float[][] planes) {
            int count = 0;
            for (int i = 0; i < planes[0].length; i++) {
                float least = Math.min(planes[0][i], Math.min(planes[1][i], planes[2][i]));
                float most = Math.max(planes[0][i], Math.max(planes[1][i], planes[2][i]));
                if (least < -ROUNDING * Math.abs(most)) {
                    count++;
                }
            }
            return (double) count / planes[0].length;
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * share);
        }

        private static long notFinite(float[][] planes) {
            long count = 0;
            for (int i = 0; i < planes[0].length; i++) {
                if (!Float.isFinite(planes[0][i] + planes[1][i] + planes[2][i])) {
                    count++;
                }
            }
            return count;
        }

        private void inverse() {
            Optional<ColorTransform> inverse = look.inverse();
            add(
                    "can be undone",
                    inverse.isPresent() ? "yes" : "no",
                    inverse.isPresent()
                            ? "direction=inverse works, as exactly as the next line says"
                            : "an operation in it has no inverse");
            inverse.ifPresent(undoing -> {
                float[][] back = ProbeColors.through(undoing, results, run);
                double worst = 0;
                for (int i = 0; i < COLORS; i++) {
                    double distance = distance(colors, i, back, i);
                    worst = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : Math.max(worst, distance);
                }
                add(
                        "largest error when undone",
                        String.format(Locale.ROOT, "%.3g %%", 100 * worst),
                        "of the largest component of a color within ACEScg");
            });
        }

        /** The largest difference of two colors, relative to the first one's largest component. */
        private static double distance(float[][] a, int i, float[][] b, int j) {
            double largest = 0;
            double difference = 0;
            for (int c = 0; c < 3; c++) {
                largest = Math.max(largest, Math.abs(a[c][i]));
                difference = Math.max(difference, Math.abs((double) a[c][i] - b[c][j]));
            }
            return difference == 0 ? 0 : difference / largest;
        }

        private void warnings() {
            List<String> found = new ArrayList<>();
            for (ColorTransform operation : operations) {
                if (operation instanceof CdlTransform grade) {
                    found.addAll(gradeWarnings(grade));
                }
                if (operation.description().contains("ACEScc")
                        && !operation.description().contains("ACEScct")) {
                    found.add("ACEScc makes negative components 0, which shrinks the color volume");
                }
            }
            add(
                    "warnings",
                    found.isEmpty() ? "none" : found.stream().distinct().collect(Collectors.joining("; ")),
                    "what is known to do harm");
        }
    }
}
