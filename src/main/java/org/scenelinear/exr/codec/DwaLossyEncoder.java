/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

/**
 * Turns the samples of lossy channels into coefficients: curve, red, green and blue to luma and color differences,
 * cosine transform, quantization, AC run lengths. Works on strips of blocks side by side, one block high; blocks that
 * reach over the edge are filled by mirroring. Keeps scratch memory and what it has made: one thread at a time.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_encoder.h}.
 */
final class DwaLossyEncoder {
    /** Blocks in a strip: their rows of three channels, 24 KiB, stay in the first-level cache. */
    private static final int STRIP_BLOCKS = 32;

    private static final int RUN = 0xFF00;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final DwaQuantizer luma;
    private final DwaQuantizer color;
    private final float[][][] rows = new float[3][8][8 * STRIP_BLOCKS];
    private final float[][] scratch = new float[ForwardDct.SCRATCH][8 * STRIP_BLOCKS];
    private final float[] coefficients = new float[64];
    private final byte[] places = new byte[65];
    private final short[] stored = new short[64];

    private short[] ac = {};
    private int acCount;
    private short[] dc = {};
    private int dcCount;

    DwaLossyEncoder(float level) {
        luma = new DwaQuantizer(level, false);
        color = new DwaQuantizer(level, true);
    }

    /** Begins a chunk. */
    void start(int cosineBlocks) {
        if (dc.length < cosineBlocks) {
            dc = new short[cosineBlocks];
            ac = new short[63 * cosineBlocks];
        }
        acCount = 0;
        dcCount = 0;
    }

    /** The AC symbols made since {@link #start}. */
    short[] ac() {
        return ac;
    }

    int acCount() {
        return acCount;
    }

    /** The DC coefficients made since {@link #start}. */
    short[] dc() {
        return dc;
    }

    int dcCount() {
        return dcCount;
    }

    /**
     * Encodes the channels of a group.
     *
     * @param width samples in a line
     * @param offsets per channel of the group, where its lines start in {@code raw}
     * @param types per channel of the group, its sample type
     * @param curved whether to put the values on the curve
     * @param raw the samples
     */
    void encode(int width, int[][] offsets, PixelType[] types, boolean curved, byte[] raw) {
        short[] toNonlinear = curved ? DwaCurve.TO_NONLINEAR : null;
        int channels = offsets.length;
        int height = offsets[0].length;
        int blocksAcross = width + 7 >> 3;
        int blocksDown = height + 7 >> 3;
        int plane = blocksAcross * blocksDown;
        for (int blockY = 0; blockY < blocksDown; blockY++) {
            for (int start = 0; start < blocksAcross; start += STRIP_BLOCKS) {
                int blocks = Math.min(STRIP_BLOCKS, blocksAcross - start);
                for (int y = 0; y < 8; y++) {
                    int line = mirrored(8 * blockY + y, height);
                    for (int c = 0; c < channels; c++) {
                        load(raw, offsets[c][line], types[c], toNonlinear, 8 * start, width, rows[c][y], 8 * blocks);
                    }
                    if (channels == 3) {
                        toLuma(rows[0][y], rows[1][y], rows[2][y], scratch[0], scratch[1], 8 * blocks);
                    }
                }
                for (int c = 0; c < channels; c++) {
                    ForwardDct.columns(rows[c], scratch, 8 * blocks);
                }
                int firstDc = dcCount + blockY * blocksAcross + start;
                for (int b = 0; b < blocks; b++) {
                    for (int c = 0; c < channels; c++) {
                        long used = quantize(rows[c], 8 * b, c == 0 ? luma : color);
                        dc[firstDc + c * plane + b] = (used & 1) != 0 ? stored[0] : 0;
                        writeAc(used >>> 1);
                    }
                }
            }
        }
        dcCount += plane * channels;
    }

    /** Transforms and quantizes a block; fills {@link #stored} and returns which of its entries are not 0. */
    private long quantize(float[][] block, int column, DwaQuantizer quantizer) {
        float[] values = coefficients;
        for (int y = 0; y < 8; y++) {
            ForwardDct.row(block[y], column, values, 8 * y);
        }
        int count = quantizer.select(values, places);
        long used = 0;
        for (int i = 0; i < count; i++) {
            int place = places[i];
            int half = quantizer.quantize(values[place], place);
            if (half != 0) {
                stored[DwaZigzag.STORED[place]] = (short) half;
                used |= 1L << DwaZigzag.STORED[place];
            }
        }
        return used;
    }

    /** Appends the AC coefficients of a block, runs of zeros shortened. Bit 0 stands for the first of 63. */
    private void writeAc(long used) {
        short[] to = ac;
        int at = acCount;
        long left = used;
        int n = 1;
        while (left != 0) {
            int zeros = Long.numberOfTrailingZeros(left);
            if (zeros > 0) {
                to[at++] = (short) (zeros == 1 ? 0 : RUN | zeros);
                n += zeros;
            }
            to[at++] = stored[n++];
            left = left >>> zeros >>> 1;
        }
        if (n == 63) {
            to[at++] = 0;
        } else if (n < 63) {
            to[at++] = (short) RUN;
        }
        acCount = at;
    }

    /** Line or column that stands for one behind the edge. */
    private static int mirrored(int at, int size) {
        if (at < size) {
            return at;
        }
        int mirror = 2 * size - 1 - at;
        return mirror < 0 ? size - 1 : mirror;
    }

    private static void load(
            byte[] raw, int offset, PixelType type, short[] toNonlinear, int start, int width, float[] to, int count) {
        float[] half = HalfFloat.table();
        int inside = Math.min(count, width - start);
        int at = offset + start * type.bytes();
        if (type == PixelType.HALF && toNonlinear != null) {
            for (int i = 0; i < inside; i++) {
                int bits = (short) SHORTS.get(raw, at + 2 * i) & 0xFFFF;
                to[i] = half[toNonlinear[bits] & 0xFFFF];
            }
        } else {
            for (int i = 0; i < inside; i++) {
                to[i] = sample(raw, offset, type, toNonlinear, start + i);
            }
        }
        for (int i = inside; i < count; i++) {
            to[i] = sample(raw, offset, type, toNonlinear, mirrored(start + i, width));
        }
    }

    private static float sample(byte[] raw, int offset, PixelType type, short[] toNonlinear, int x) {
        int bits;
        if (type == PixelType.HALF) {
            bits = (short) SHORTS.get(raw, offset + 2 * x) & 0xFFFF;
        } else {
            float value = (float) FLOATS.get(raw, offset + 4 * x);
            bits = HalfFloat.fromFloat(Math.max(-HalfFloat.MAX, Math.min(HalfFloat.MAX, value))) & 0xFFFF;
        }
        return HalfFloat.table()[toNonlinear == null ? bits : toNonlinear[bits] & 0xFFFF];
    }

    /** From red, green and blue to luma and color differences, in place, with the weights of Rec. 709. */
    private static void toLuma(float[] r, float[] g, float[] b, float[] luma, float[] blue, int count) {
        for (int i = 0; i < count; i++) {
            luma[i] = (0.2126f * r[i] + 0.7152f * g[i]) + 0.0722f * b[i];
        }
        for (int i = 0; i < count; i++) {
            blue[i] = (-0.1146f * r[i] - 0.3854f * g[i]) + 0.5f * b[i];
        }
        for (int i = 0; i < count; i++) {
            b[i] = (0.5f * r[i] - 0.4542f * g[i]) - 0.0458f * b[i];
        }
        System.arraycopy(luma, 0, r, 0, count);
        System.arraycopy(blue, 0, g, 0, count);
    }
}
