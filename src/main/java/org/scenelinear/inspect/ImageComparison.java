/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.scenelinear.color.Adaptation;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.color.ColorSpaces;
import org.scenelinear.color.PerceptualQuantizer;
import org.scenelinear.color.cie.CieLab;
import org.scenelinear.color.cie.ColorDifference;
import org.scenelinear.color.cie.Ictcp;
import org.scenelinear.color.cie.PerceptuallyUniform;
import org.scenelinear.math.Matrix3;
import org.scenelinear.run.Run;

/**
 * How far the colors of a picture are from those of another of the same size, pixel by pixel and as a whole. A pixel
 * with a NaN or an infinity in one of the two is left out and counted.
 *
 * <pre>{@code
 * ImageComparison comparison = ImageComparison.of(ColorSpaces.ACES2065_1, first, second, width, light, run);
 * double largest = comparison.summary(Measure.DE_ITP, Area.whole(width, height), run).largest();
 * }</pre>
 */
public final class ImageComparison {
    /** What is compared of two pixels. */
    public enum Measure {
        /** The largest difference of a component of linear light, in the first picture's primaries. */
        DIFFERENCE("difference"),
        /** How many stops the luminance of the second is above the first's; NaN where one of them is not above 0. */
        STOPS("stops"),
        /** CIEDE2000, with the white of D65 at Y = 1; whites are adapted by Bradford's transform. */
        DE_2000("dE2000"),
        /** The difference of ITU-R BT.2124 in light as the calibration says. */
        DE_ITP("dEITP");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        /** The word for it. */
        public String label() {
            return label;
        }
    }

    /**
     * A measure over an area, of its magnitudes.
     *
     * @param mean NaN if no pixel counts
     * @param percentile99 not more than this are 99 of 100
     * @param largest of all
     */
    public record Summary(double mean, double percentile99, double largest) {}

    /**
     * What is compared of whole pictures.
     *
     * @param pixels that count
     * @param invalid pixels left out for a NaN or an infinity
     * @param psnr the peak signal-to-noise ratio of linear light in dB, peak as asked for; infinite for equal pictures
     * @param pu21 the same of PU21 codes of luminance, against {@link PerceptuallyUniform#PEAK}
     * @param ssim the structural similarity of PQ luma (BT.2100, Rec.2020): 1 for equal pictures; NaN where no window
     *     of 11 x 11 fits
     */
    public record Quality(long pixels, long invalid, double psnr, double pu21, double ssim) {}

    /** The weights of BT.2020 as the standard rounds them. */
    private static final double[] LUMA = {0.2627, 0.6780, 0.0593};

    private static final PerceptualQuantizer PQ = new PerceptualQuantizer();

    /** What 1 is to the quantizer, in cd/m². */
    private static final double UNIT = 100;

    private final int width;
    private final int height;
    private final float[][] first;
    private final float[][] second;
    private final Colors colors;
    private final Map<Measure, float[]> maps = new EnumMap<>(Measure.class);

    private ImageComparison(float[][] first, float[][] second, int width, Colors colors) {
        this.first = first;
        this.second = second;
        this.width = width;
        this.height = first[0].length / width;
        this.colors = colors;
    }

    /**
     * A comparison.
     *
     * @param space linear; what the planes of both are
     * @param first planes of R, G and B; not changed
     * @param second planes of R, G and B; not changed
     * @param width columns of both
     * @param light what 1 is
     * @param run where
     */
    public static ImageComparison of(
            ColorSpace space, float[][] first, float[][] second, int width, LightCalibration light, Run run) {
        ImageComparison comparison = new ImageComparison(first, second, width, Colors.of(space, light.nits()));
        comparison.measure(run);
        return comparison;
    }

    /** What is needed of a space. */
    private record Colors(Matrix3 toRec2020, Matrix3 toXyz, double[] luminance, double nits) {
        static Colors of(ColorSpace space, double nits) {
            Matrix3 toRec2020 = space.matrixTo(ColorSpaces.LINEAR_REC2020, Adaptation.BRADFORD);
            Matrix3 toXyz = ColorSpaces.LINEAR_REC2020.chromaticities().toXyz().times(toRec2020);
            Matrix3 own = space.chromaticities().toXyz();
            return new Colors(toRec2020, toXyz, new double[] {own.get(1, 0), own.get(1, 1), own.get(1, 2)}, nits);
        }

        double luminance(double[] rgb) {
            return luminance[0] * rgb[0] + luminance[1] * rgb[1] + luminance[2] * rgb[2];
        }

        CieLab lab(double[] rgb) {
            return CieLab.of(
                    toXyz.times(rgb),
                    ColorSpaces.LINEAR_REC2020.chromaticities().white());
        }

        Ictcp ictcp(double[] rgb) {
            return Ictcp.of(toRec2020.times(rgb), nits);
        }
    }

    private void measure(Run run) {
        int pixels = first[0].length;
        for (Measure measure : Measure.values()) {
            maps.put(measure, new float[pixels]);
        }
        run.forEach("comparing colors", height, () -> new double[2][3], (rgb, line) -> {
            for (int i = line * width; i < (line + 1) * width; i++) {
                if (read(i, rgb)) {
                    measure(i, rgb[0], rgb[1]);
                } else {
                    for (float[] map : maps.values()) {
                        map[i] = Float.NaN;
                    }
                }
            }
        });
    }

    /** The colors of a pixel; false if one is not finite. */
    private boolean read(int i, double[][] rgb) {
        boolean finite = true;
        for (int c = 0; c < 3; c++) {
            rgb[0][c] = first[c][i];
            rgb[1][c] = second[c][i];
            finite &= Float.isFinite(first[c][i]) && Float.isFinite(second[c][i]);
        }
        return finite;
    }

    private void measure(int i, double[] a, double[] b) {
        double largest = 0;
        for (int c = 0; c < 3; c++) {
            largest = Math.max(largest, Math.abs(b[c] - a[c]));
        }
        double before = colors.luminance(a);
        double after = colors.luminance(b);
        boolean light = before > 0 && after > 0;
        maps.get(Measure.DIFFERENCE)[i] = (float) largest;
        maps.get(Measure.STOPS)[i] = light ? (float) (Math.log(after / before) / Math.log(2)) : Float.NaN;
        maps.get(Measure.DE_2000)[i] = (float) ColorDifference.ciede2000(colors.lab(a), colors.lab(b));
        maps.get(Measure.DE_ITP)[i] = (float) ColorDifference.itp(colors.ictcp(a), colors.ictcp(b));
    }

    /** The measure of each pixel, line by line; NaN where there is none. Not to be changed. */
    public float[] map(Measure measure) {
        return maps.get(measure);
    }

    /** A measure over an area. */
    public Summary summary(Measure measure, Area area, Run run) {
        float[] map = maps.get(measure);
        float[] found = new float[area.count()];
        int count = 0;
        double sum = 0;
        double largest = Double.NaN;
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                float value = Math.abs(map[y * width + x]);
                if (area.contains(x, y) && !Float.isNaN(value)) {
                    found[count++] = value;
                    sum += value;
                    largest = value <= largest ? largest : value;
                }
            }
        }
        double percentile = OrderStatistics.percentiles(Arrays.copyOf(found, count), new double[] {99}, run)[0];
        return new Summary(sum / count, percentile, largest);
    }

    /**
     * The whole of an area.
     *
     * @param peak what counts as the peak of linear light
     */
    public Quality quality(Area area, double peak, Run run) {
        double linear = 0;
        double encoded = 0;
        long pixels = 0;
        double[][] rgb = new double[2][3];
        for (int y = area.y(); y < area.y() + area.height(); y++) {
            run.checkCanceled();
            for (int x = area.x(); x < area.x() + area.width(); x++) {
                if (!area.contains(x, y) || !read(y * width + x, rgb)) {
                    continue;
                }
                pixels++;
                for (int c = 0; c < 3; c++) {
                    linear += (rgb[0][c] - rgb[1][c]) * (rgb[0][c] - rgb[1][c]);
                }
                double difference = PerceptuallyUniform.encode(colors.luminance(rgb[0]) * colors.nits())
                        - PerceptuallyUniform.encode(colors.luminance(rgb[1]) * colors.nits());
                encoded += difference * difference;
            }
        }
        return new Quality(
                pixels,
                area.count() - pixels,
                ratio(peak, linear / (3.0 * pixels)),
                ratio(PerceptuallyUniform.PEAK, encoded / pixels),
                similarity(area, run));
    }

    private static double ratio(double peak, double squaredError) {
        return 10 * Math.log10(peak * peak / squaredError);
    }

    /** Of the rectangle around an area; pixels that are not finite count as black in both. */
    private double similarity(Area area, Run run) {
        float[][] luma = new float[2][area.width() * area.height()];
        boolean[] counts = new boolean[luma[0].length];
        run.forEach("encoding", area.height(), () -> new double[2][3], (rgb, line) -> {
            for (int x = 0; x < area.width(); x++) {
                int i = line * area.width() + x;
                if (read((area.y() + line) * width + area.x() + x, rgb)) {
                    luma[0][i] = (float) luma(rgb[0]);
                    luma[1][i] = (float) luma(rgb[1]);
                }
                counts[i] = area.contains(area.x() + x, area.y() + line);
            }
        });
        return StructuralSimilarity.mean(luma[0], luma[1], area.width(), area.height(), counts, run);
    }

    private double luma(double[] rgb) {
        double[] light = colors.toRec2020().times(rgb);
        double luma = 0;
        for (int c = 0; c < 3; c++) {
            luma += LUMA[c] * PQ.encode(Math.max(0, light[c]) * colors.nits() / UNIT);
        }
        return luma;
    }
}
