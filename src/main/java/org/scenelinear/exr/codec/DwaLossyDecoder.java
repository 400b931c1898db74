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
import java.util.Arrays;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

/**
 * Turns the coefficients of lossy channels into samples: AC run lengths, inverse cosine transform, luma and color
 * differences to red, green and blue, curve to linear. Works on strips of blocks side by side, one block high. Keeps
 * scratch memory and the place in the coefficients: one thread at a time.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_decoder.h}.
 */
final class DwaLossyDecoder {
    /** Blocks in a strip: their rows of three channels, 24 KiB, stay in the first-level cache. */
    private static final int STRIP_BLOCKS = 32;

    /** From this AC symbol on, its low byte is a number of zeros, or 0 for "zeros up to the end of the block". */
    private static final int RUN = 0xFF00;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    private final float[][][] rows = new float[3][8][8 * STRIP_BLOCKS];
    private final float[][] scratch = new float[8][8 * STRIP_BLOCKS];
    private final float[] coefficients = new float[64];

    private short[] ac;
    private int acAt;
    private int acEnd;
    private short[] dc;
    private int dcAt;

    /** Takes the coefficients of a chunk, from which the groups are then decoded in order. */
    void start(short[] acSymbols, int acCount, short[] dcCoefficients) {
        ac = acSymbols;
        acAt = 0;
        acEnd = acCount;
        dc = dcCoefficients;
        dcAt = 0;
    }

    /** Whether all AC symbols have been used up. */
    boolean finished() {
        return acAt == acEnd;
    }

    /**
     * Decodes the channels of a group.
     *
     * @param width samples in a line
     * @param offsets per channel of the group, where its lines start in {@code raw}
     * @param types per channel of the group, its sample type
     * @param curved whether to take the values from the curve back to linear
     * @param raw takes the samples
     */
    void decode(int width, int[][] offsets, PixelType[] types, boolean curved, byte[] raw)
            throws CorruptChunkException {
        int height = offsets[0].length;
        int blocksAcross = width + 7 >> 3;
        int blocksDown = height + 7 >> 3;
        int plane = blocksAcross * blocksDown;
        for (int blockY = 0; blockY < blocksDown; blockY++) {
            for (int start = 0; start < blocksAcross; start += STRIP_BLOCKS) {
                int blocks = Math.min(STRIP_BLOCKS, blocksAcross - start);
                readStrip(offsets.length, blocks, dcAt + blockY * blocksAcross + start, plane);
                for (int c = 0; c < offsets.length; c++) {
                    InverseDct.columns(rows[c], scratch, 8 * blocks);
                }
                int lines = Math.min(8, height - 8 * blockY);
                int columns = Math.min(8 * blocks, width - 8 * start);
                for (int y = 0; y < lines; y++) {
                    storeLine(y, columns, offsets, 8 * blockY + y, 8 * start, types, curved, raw);
                }
            }
        }
        dcAt += plane * offsets.length;
    }

    /** Reads the blocks of a strip and transforms their rows. */
    private void readStrip(int channels, int blocks, int firstDc, int plane) throws CorruptChunkException {
        float[] half = HalfFloat.table();
        float[] block = coefficients;
        for (int c = 0; c < channels; c++) {
            for (float[] row : rows[c]) {
                Arrays.fill(row, 0, 8 * blocks, 0);
            }
        }
        for (int b = 0; b < blocks; b++) {
            for (int c = 0; c < channels; c++) {
                block[0] = half[dc[firstDc + c * plane + b] & 0xFFFF];
                int rowCount = DwaZigzag.ROWS[readAc(block, half)];
                for (int y = 0; y < rowCount; y++) {
                    InverseDct.row(block, 8 * y, rows[c][y], 8 * b);
                }
                Arrays.fill(block, 0, 8 * rowCount, 0);
            }
        }
    }

    /** Reads the AC coefficients of a block that holds zeros and returns the stored place of the last one. */
    private int readAc(float[] block, float[] half) throws CorruptChunkException {
        short[] symbols = ac;
        byte[] places = DwaZigzag.PLACE;
        int at = acAt;
        int last = 0;
        int n = 1;
        while (n < 64) {
            if (at >= acEnd) {
                throw new CorruptChunkException("the AC symbols of a DWA chunk end within a block");
            }
            int symbol = symbols[at++] & 0xFFFF;
            if (symbol >= RUN) {
                n += symbol == RUN ? 64 : symbol - RUN;
            } else {
                block[places[n]] = half[symbol];
                last = n++;
            }
        }
        acAt = at;
        return last;
    }

    private void storeLine(
            int row, int count, int[][] offsets, int line, int x, PixelType[] types, boolean curved, byte[] raw) {
        boolean triple = offsets.length == 3;
        if (triple) {
            toRgb(rows[0][row], rows[1][row], rows[2][row], scratch, count);
        }
        for (int c = 0; c < offsets.length; c++) {
            float[] values = triple ? scratch[c] : rows[c][row];
            int at = offsets[c][line] + x * types[c].bytes();
            if (types[c] == PixelType.HALF) {
                storeHalfs(values, count, curved, raw, at);
            } else {
                storeFloats(values, count, curved, raw, at);
            }
        }
    }

    /** From luma and color differences to red, green and blue, with the weights of Rec. 709. */
    private static void toRgb(float[] luma, float[] blueDifference, float[] redDifference, float[][] rgb, int count) {
        float[] r = rgb[0];
        for (int i = 0; i < count; i++) {
            r[i] = luma[i] + 1.5747f * redDifference[i];
        }
        float[] g = rgb[1];
        for (int i = 0; i < count; i++) {
            g[i] = (luma[i] - 0.1873f * blueDifference[i]) - 0.4682f * redDifference[i];
        }
        float[] b = rgb[2];
        for (int i = 0; i < count; i++) {
            b[i] = luma[i] + 1.8556f * blueDifference[i];
        }
    }

    private static void storeHalfs(float[] values, int count, boolean curved, byte[] raw, int at) {
        if (!curved) {
            for (int i = 0; i < count; i++) {
                SHORTS.set(raw, at + 2 * i, HalfFloat.fromFloat(values[i]));
            }
            return;
        }
        short[] toLinear = DwaCurve.FLOAT_TO_LINEAR;
        for (int i = 0; i < count; i++) {
            SHORTS.set(raw, at + 2 * i, toLinear[DwaCurve.floatIndex(values[i])]);
        }
    }

    private static void storeFloats(float[] values, int count, boolean curved, byte[] raw, int at) {
        short[] toLinear = DwaCurve.FLOAT_TO_LINEAR;
        for (int i = 0; i < count; i++) {
            short half = curved ? toLinear[DwaCurve.floatIndex(values[i])] : HalfFloat.fromFloat(values[i]);
            FLOATS.set(raw, at + 4 * i, HalfFloat.toFloat(half));
        }
    }
}
