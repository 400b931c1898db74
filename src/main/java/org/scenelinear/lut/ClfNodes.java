/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scenelinear.color.LogCurve;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.CurveTransform;
import org.scenelinear.transform.ExponentTransform;
import org.scenelinear.transform.GamutClip;
import org.scenelinear.transform.LogTransform;
import org.scenelinear.transform.LogTransform.Parameters;
import org.scenelinear.transform.Lut1D;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.RangeTransform;
import org.scenelinear.transform.TransformChain;

/** Transforms as nodes of a Common LUT Format file. */
final class ClfNodes {
    private static final String DEPTHS = " inBitDepth=\"32f\" outBitDepth=\"32f\"";
    private static final String[] CHANNELS = {"R", "G", "B"};

    /** How far a curve's straight piece may lie from where the format puts it. */
    private static final double TOLERANCE = 1e-7;

    private ClfNodes() {}

    /** The transforms of a chain with those of chains in it, none of which is a chain or the identity. */
    static List<ColorTransform> flattened(TransformChain chain) {
        List<ColorTransform> flat = new ArrayList<>();
        for (ColorTransform transform : chain.transforms()) {
            if (transform instanceof TransformChain inner) {
                flat.addAll(flattened(inner));
            } else if (transform instanceof CurveTransform curve) {
                flat.add(logarithm(curve).map(ColorTransform.class::cast).orElse(curve));
            } else if (transform instanceof GamutClip) {
                double open = Double.POSITIVE_INFINITY;
                flat.add(new RangeTransform(0, open, 0, open, true));
            } else {
                flat.add(transform);
            }
        }
        return flat;
    }

    /** A curve of color spaces as a node, if it is a logarithm whose straight piece meets it. */
    private static Optional<LogTransform> logarithm(CurveTransform curve) {
        if (!(curve.curve() instanceof LogCurve log)) {
            return Optional.empty();
        }
        double atBreak = log.gain() * Math.log(log.linearGain() * log.linearBreak() + log.linearOffset()) / Math.log(2)
                + log.shift();
        boolean meets = Math.abs(log.slope() * log.linearBreak() + log.offset() - atBreak) < TOLERANCE
                && Math.abs(log.encodedBreak() - atBreak) < TOLERANCE;
        if (!meets) {
            return Optional.empty();
        }
        Parameters parameters = new Parameters(
                2, log.gain(), log.shift(), log.linearGain(), log.linearOffset(), log.linearBreak(), log.slope());
        boolean encode = curve.direction() == CurveTransform.Direction.ENCODE;
        return Optional.of(LogTransform.same(
                encode ? LogTransform.Style.CAMERA_LIN_TO_LOG : LogTransform.Style.CAMERA_LOG_TO_LIN, parameters));
    }

    /** Whether the format has a node for a transform that is no chain. */
    static boolean has(ColorTransform transform) {
        return transform instanceof MatrixTransform
                || transform instanceof AffineTransform
                || transform instanceof RangeTransform
                || transform instanceof LogTransform
                || transform instanceof ExponentTransform
                || transform instanceof CdlTransform
                || transform instanceof Lut1D
                || transform instanceof Lut3D;
    }

    /** Refuses a transform for which the format has no node. */
    static void require(ColorTransform transform) {
        if (!has(transform)) {
            throw new IllegalArgumentException("the Common LUT Format has no node for: " + transform.description());
        }
    }

    /** Writes a transform that is not {@linkplain #require refused}. */
    static void write(ColorTransform transform, Writer out) throws IOException {
        if (transform instanceof MatrixTransform matrix) {
            matrix(matrix.matrix(), ChannelValues.ZERO, out);
        } else if (transform instanceof AffineTransform affine) {
            matrix(affine.matrix(), affine.offset(), out);
        } else if (transform instanceof RangeTransform range) {
            range(range, out);
        } else if (transform instanceof LogTransform log) {
            log(log, out);
        } else if (transform instanceof ExponentTransform exponent) {
            exponent(exponent, out);
        } else if (transform instanceof CdlTransform cdl) {
            cdl(cdl, out);
        } else if (transform instanceof Lut1D lut) {
            lut1D(lut, out);
        } else if (transform instanceof Lut3D lut) {
            lut3D(lut, out);
        }
    }

    private static void matrix(Matrix3 matrix, ChannelValues offset, Writer out) throws IOException {
        boolean offsets = !offset.equals(ChannelValues.ZERO);
        out.write("  <Matrix" + DEPTHS + ">\n    <Array dim=\"3 " + (offsets ? 4 : 3) + "\">\n");
        for (int row = 0; row < 3; row++) {
            out.write("      " + Numbers.text(matrix.get(row, 0)) + " " + Numbers.text(matrix.get(row, 1)) + " "
                    + Numbers.text(matrix.get(row, 2)) + (offsets ? " " + Numbers.text(offset.get(row)) : "") + "\n");
        }
        out.write("    </Array>\n  </Matrix>\n");
    }

    private static void range(RangeTransform range, Writer out) throws IOException {
        out.write("  <Range" + DEPTHS + (range.limits() ? "" : " style=\"noClamp\"") + ">\n");
        limit("minInValue", range.lowIn(), out);
        limit("maxInValue", range.highIn(), out);
        limit("minOutValue", range.lowOut(), out);
        limit("maxOutValue", range.highOut(), out);
        out.write("  </Range>\n");
    }

    private static void limit(String name, double value, Writer out) throws IOException {
        if (Double.isFinite(value)) {
            out.write("    <" + name + ">" + Numbers.text(value) + "</" + name + ">\n");
        }
    }

    private static void log(LogTransform log, Writer out) throws IOException {
        out.write("  <Log" + DEPTHS + " style=\"" + log.style().text() + "\">\n");
        if (log.style().hasParameters()) {
            boolean same = log.r().equals(log.g()) && log.r().equals(log.b());
            for (int c = 0; c < (same ? 1 : 3); c++) {
                Parameters p = log.get(c);
                out.write("    <LogParams" + attribute("base", p.base()) + attribute("logSideSlope", p.logSideSlope())
                        + attribute("logSideOffset", p.logSideOffset()) + attribute("linSideSlope", p.linSideSlope())
                        + attribute("linSideOffset", p.linSideOffset()) + attribute("linSideBreak", p.linSideBreak())
                        + attribute("linearSlope", p.linearSlope()) + channel(same, c) + "/>\n");
            }
        }
        out.write("  </Log>\n");
    }

    private static String attribute(String name, double value) {
        return Double.isNaN(value) ? "" : " " + name + "=\"" + Numbers.text(value) + "\"";
    }

    private static String channel(boolean same, int component) {
        return same ? "" : " channel=\"" + CHANNELS[component] + "\"";
    }

    private static void exponent(ExponentTransform exponent, Writer out) throws IOException {
        out.write("  <Exponent" + DEPTHS + " style=\"" + exponent.style().text() + "\">\n");
        boolean same = exponent.r().equals(exponent.g()) && exponent.r().equals(exponent.b());
        for (int c = 0; c < (same ? 1 : 3); c++) {
            ExponentTransform.Power power = exponent.get(c);
            double offset = exponent.style().isMonitor() ? power.offset() : Double.NaN;
            out.write("    <ExponentParams" + attribute("exponent", power.exponent()) + attribute("offset", offset)
                    + channel(same, c) + "/>\n");
        }
        out.write("  </Exponent>\n");
    }

    private static void cdl(CdlTransform cdl, Writer out) throws IOException {
        out.write("  <ASC_CDL" + DEPTHS + " style=\"" + cdl.style().text() + "\">\n    <SOPNode>\n");
        triple("Slope", cdl.slope(), out);
        triple("Offset", cdl.offset(), out);
        triple("Power", cdl.power(), out);
        out.write("    </SOPNode>\n    <SatNode>\n      <Saturation>" + Numbers.text(cdl.saturation())
                + "</Saturation>\n    </SatNode>\n  </ASC_CDL>\n");
    }

    private static void triple(String name, ChannelValues values, Writer out) throws IOException {
        out.write("      <" + name + ">" + Numbers.text(values.r()) + " " + Numbers.text(values.g()) + " "
                + Numbers.text(values.b()) + "</" + name + ">\n");
    }

    private static void lut1D(Lut1D lut, Writer out) throws IOException {
        int columns = lut.isCommon() ? 1 : 3;
        out.write("  <LUT1D" + DEPTHS + " interpolation=\"linear\"" + (lut.isHalfDomain() ? " halfDomain=\"true\"" : "")
                + ">\n    <Array dim=\"" + lut.length() + " " + columns + "\">\n");
        for (int i = 0; i < lut.length(); i++) {
            out.write(Numbers.text(lut.entry(0, i)));
            for (int c = 1; c < columns; c++) {
                out.write(" " + Numbers.text(lut.entry(c, i)));
            }
            out.write('\n');
        }
        out.write("    </Array>\n  </LUT1D>\n");
    }

    private static void lut3D(Lut3D lut, Writer out) throws IOException {
        int n = lut.size();
        out.write("  <LUT3D" + DEPTHS + " interpolation=\""
                + lut.interpolation().text() + "\">\n    <Array dim=\"" + n + " " + n + " " + n + " 3\">\n");
        for (int r = 0; r < n; r++) {
            for (int g = 0; g < n; g++) {
                for (int b = 0; b < n; b++) {
                    out.write(TableText.entry(lut, r, g, b));
                }
            }
        }
        out.write("    </Array>\n  </LUT3D>\n");
    }
}
