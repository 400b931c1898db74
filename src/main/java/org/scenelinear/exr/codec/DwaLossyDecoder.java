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
    /** Blocks in a strip: their rows of three channels stay in the second-level cache. */
    private static final int STRIP_BLOCKS = 64;

    /** From this AC symbol on, its low byte is a number of zeros, or 0 for "zeros up to the end of the block". */
    private static final int RUN = 0xFF00;

    /** Largest half code of the floats that halve normally: from here to infinity they round by adding. */
    private static final int SMALLEST_NORMAL = 0x38800000;

    private static final int FIRST_INFINITE = 0x47800000;

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
     * @param toLinear the curve, or null to leave the values as they are
     * @param raw takes the samples
     */
    void decode(int width, int[][] offsets, PixelType[] types, short[] toLinear, byte[] raw)
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
                    if (offsets.length == 3) {
                        toRgb(rows[0][y], rows[1][y], rows[2][y], scratch[0], columns);
                    }
                    for (int c = 0; c < offsets.length; c++) {
                        int at = offsets[c][8 * blockY + y] + 8 * start * types[c].bytes();
                        if (types[c] == PixelType.HALF) {
                            storeHalfs(rows[c][y], columns, toLinear, raw, at);
                        } else {
                            storeFloats(rows[c][y], columns, toLinear, raw, at);
                        }
                    }
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

    /** From luma and color differences to red, green and blue, in place, with the weights of Rec. 709. */
    private static void toRgb(float[] r, float[] g, float[] b, float[] luma, int count) {
        System.arraycopy(r, 0, luma, 0, count);
        for (int i = 0; i < count; i++) {
            r[i] = luma[i] + 1.5747f * b[i];
        }
        for (int i = 0; i < count; i++) {
            b[i] = (luma[i] - 0.1873f * g[i]) - 0.4682f * b[i];
        }
        for (int i = 0; i < count; i++) {
            luma[i] = luma[i] + 1.8556f * g[i];
        }
        System.arraycopy(b, 0, g, 0, count);
        System.arraycopy(luma, 0, b, 0, count);
    }

    private static void storeHalfs(float[] values, int count, short[] toLinear, byte[] raw, int at) {
        if (toLinear == null) {
            for (int i = 0; i < count; i++) {
                SHORTS.set(raw, at + 2 * i, (short) half(values[i]));
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            SHORTS.set(raw, at + 2 * i, toLinear[half(values[i])]);
        }
    }

    private static void storeFloats(float[] values, int count, short[] toLinear, byte[] raw, int at) {
        float[] half = HalfFloat.table();
        for (int i = 0; i < count; i++) {
            int bits = half(values[i]);
            FLOATS.set(raw, at + 4 * i, half[toLinear == null ? bits : toLinear[bits] & 0xFFFF]);
        }
    }

    /** The bits of the nearest half, 0 to 65535. */
    private static int half(float value) {
        int bits = Float.floatToRawIntBits(value);
        int magnitude = bits & 0x7FFFFFFF;
        if (magnitude >= SMALLEST_NORMAL && magnitude < FIRST_INFINITE) {
            return bits >>> 16 & 0x8000 | magnitude + 0xFFF + (magnitude >>> 13 & 1) - 0x38000000 >>> 13;
        }
        return HalfFloat.fromFloat(value) & 0xFFFF;
    }
}
