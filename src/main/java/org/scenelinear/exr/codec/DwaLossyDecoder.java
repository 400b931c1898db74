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
 * differences to red, green and blue, curve to linear. Works on many blocks at once: the samples at one place of all of
 * them lie side by side, in an array of their own. Keeps scratch memory and the place in the coefficients: one thread
 * at a time.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_decoder.h}.
 */
final class DwaLossyDecoder {
    /** Blocks at once: enough for long loops, few enough for the second-level cache (192 KiB). */
    private static final int MOST_BLOCKS = 256;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle FLOATS =
            MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

    /** By channel, row and column: coefficients and samples of all blocks. */
    private final float[][][][] rows = new float[3][8][8][MOST_BLOCKS];

    /** The same arrays by channel, column and row. */
    private final float[][][][] columns = new float[3][8][8][];

    /** The same arrays by channel and in the order in which coefficients are stored; the rest takes zeros. */
    private final float[][][] stored = new float[3][AcSource.REACH][];

    private final float[][] scratch = new float[InverseDct.SCRATCH][MOST_BLOCKS];

    private AcSource ac;
    private short[] dc;
    private int dcAt;

    DwaLossyDecoder() {
        float[] zeros = new float[MOST_BLOCKS];
        for (int c = 0; c < 3; c++) {
            Arrays.fill(stored[c], zeros);
            for (int n = 0; n < 64; n++) {
                int y = DwaZigzag.PLACE[n] / 8;
                int x = DwaZigzag.PLACE[n] % 8;
                stored[c][n] = rows[c][y][x];
                columns[c][x][y] = rows[c][y][x];
            }
        }
    }

    /** Takes the coefficients of a chunk, from which the groups are then decoded in order. */
    void start(AcSource acCoefficients, short[] dcCoefficients) {
        ac = acCoefficients;
        dc = dcCoefficients;
        dcAt = 0;
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
        for (int first = 0; first < plane; first += MOST_BLOCKS) {
            int blocks = Math.min(MOST_BLOCKS, plane - first);
            readBlocks(offsets.length, blocks, dcAt + first, plane);
            for (int y = 0; y < 8; y++) {
                float[][][] samples = toColors(offsets.length, y, blocks);
                // The blocks of one line of blocks after the other.
                int across;
                for (int b = 0; b < blocks; b += across) {
                    int blockX = (first + b) % blocksAcross;
                    int line = (first + b) / blocksAcross * 8 + y;
                    across = Math.min(blocks - b, blocksAcross - blockX);
                    for (int c = 0; c < offsets.length && line < height; c++) {
                        int at = offsets[c][line] + 8 * blockX * types[c].bytes();
                        int count = Math.min(8 * across, width - 8 * blockX);
                        store(samples[c], b, count, types[c], curved, raw, at);
                    }
                }
            }
        }
        dcAt += plane * offsets.length;
    }

    /** Reads blocks and transforms them. */
    private void readBlocks(int channelCount, int blocks, int firstDc, int plane) throws CorruptChunkException {
        float[] half = HalfFloat.table();
        for (int c = 0; c < channelCount; c++) {
            for (int n = 1; n < 64; n++) {
                Arrays.fill(stored[c][n], 0, blocks, 0);
            }
            float[] means = stored[c][0];
            int from = firstDc + c * plane;
            for (int b = 0; b < blocks; b++) {
                means[b] = half[dc[from + b] & 0xFFFF];
            }
        }
        int rowCount = DwaZigzag.ROWS[ac.read(stored, channelCount, blocks)];
        for (int c = 0; c < channelCount; c++) {
            for (int y = 0; y < rowCount; y++) {
                InverseDct.rows(rows[c][y], scratch, blocks);
            }
            for (int x = 0; x < 8; x++) {
                InverseDct.columns(columns[c][x], scratch, blocks);
            }
        }
    }

    /** A row of all blocks by channel and column; red, green and blue if there are three channels. */
    private float[][][] toColors(int channelCount, int y, int blocks) {
        float[][] luma = rows[0][y];
        if (channelCount == 1) {
            return new float[][][] {luma};
        }
        float[][] blueDifference = rows[1][y];
        float[][] redDifference = rows[2][y];
        for (int x = 0; x < 8; x++) {
            toRgb(luma[x], blueDifference[x], redDifference[x], scratch[x], blocks);
        }
        return new float[][][] {redDifference, scratch, blueDifference};
    }

    /**
     * From luma and color differences to red, green and blue, with the weights of Rec. 709. Red takes the place of its
     * difference, and so does blue.
     */
    private static void toRgb(float[] luma, float[] blueDifference, float[] redDifference, float[] green, int count) {
        for (int i = 0; i < count; i++) {
            green[i] = (luma[i] - 0.1873f * blueDifference[i]) - 0.4682f * redDifference[i];
        }
        for (int i = 0; i < count; i++) {
            redDifference[i] = luma[i] + 1.5747f * redDifference[i];
        }
        for (int i = 0; i < count; i++) {
            blueDifference[i] = luma[i] + 1.8556f * blueDifference[i];
        }
    }

    /** Stores samples of one line of blocks that lie side by side. */
    private static void store(
            float[][] values, int from, int count, PixelType type, boolean curved, byte[] raw, int at) {
        int whole = 0;
        if (curved && type == PixelType.HALF) {
            whole = count >> 3;
            storeHalfs(values[0], values[1], values[2], values[3], from, whole, raw, at);
            storeHalfs(values[4], values[5], values[6], values[7], from, whole, raw, at + 4 * Short.BYTES);
        }
        for (int x = 0; x < 8; x++) {
            int blocks = (count - x + 7 >> 3) - whole;
            int to = at + (8 * whole + x) * type.bytes();
            if (!curved) {
                storeAsTheyAre(values[x], from, blocks, type, raw, to);
            } else if (type == PixelType.HALF) {
                storeHalfs(values[x], from + whole, blocks, raw, to);
            } else {
                storeFloats(values[x], from, blocks, raw, to);
            }
        }
    }

    private static void storeAsTheyAre(float[] values, int from, int blocks, PixelType type, byte[] raw, int at) {
        for (int b = 0; b < blocks; b++) {
            short half = HalfFloat.fromFloat(values[from + b]);
            if (type == PixelType.HALF) {
                SHORTS.set(raw, at + 16 * b, half);
            } else {
                FLOATS.set(raw, at + 32 * b, HalfFloat.toFloat(half));
            }
        }
    }

    /** Stores four columns of whole blocks, a line of each in one piece. */
    private static void storeHalfs(
            float[] first, float[] second, float[] third, float[] fourth, int from, int blocks, byte[] raw, int at) {
        short[] toLinear = DwaCurve.FLOAT_TO_LINEAR;
        for (int b = 0; b < blocks; b++) {
            long lower = toLinear[DwaCurve.floatIndex(first[from + b])] & 0xFFFFL
                    | (toLinear[DwaCurve.floatIndex(second[from + b])] & 0xFFFFL) << 16;
            long upper = toLinear[DwaCurve.floatIndex(third[from + b])] & 0xFFFFL
                    | (toLinear[DwaCurve.floatIndex(fourth[from + b])] & 0xFFFFL) << 16;
            LONGS.set(raw, at + 16 * b, lower | upper << 32);
        }
    }

    private static void storeHalfs(float[] values, int from, int blocks, byte[] raw, int at) {
        short[] toLinear = DwaCurve.FLOAT_TO_LINEAR;
        for (int b = 0; b < blocks; b++) {
            SHORTS.set(raw, at + 16 * b, toLinear[DwaCurve.floatIndex(values[from + b])]);
        }
    }

    private static void storeFloats(float[] values, int from, int blocks, byte[] raw, int at) {
        short[] toLinear = DwaCurve.FLOAT_TO_LINEAR;
        float[] halfs = HalfFloat.table();
        for (int b = 0; b < blocks; b++) {
            FLOATS.set(raw, at + 32 * b, halfs[toLinear[DwaCurve.floatIndex(values[from + b])] & 0xFFFF]);
        }
    }
}
