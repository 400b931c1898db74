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

import org.scenelinear.math.HalfFloat;

/**
 * Where the AC coefficients of DWA blocks come from: symbols of 16 bits, one after the other. Below {@link #RUN} a
 * symbol is a coefficient as a half; from there on it stands for zeros.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_decoder.h}.
 */
interface AcSource {
    /** From this symbol on, its low byte is a number of zeros, or 0 for "zeros up to the end of the block". */
    int RUN = 0xFF00;

    /** Places that two symbols can reach: from 63 on twice 64. What comes behind the block is not looked at. */
    int REACH = 192;

    /**
     * Reads the coefficients of blocks side by side: for each block those of all channels.
     *
     * @param targets by channel, by place in the order of {@link DwaZigzag}, by block: takes the coefficients, and must
     *     hold zeros; those from 64 to {@link #REACH} are not looked at
     * @param channels how many channels
     * @param blocks how many blocks
     * @return the largest place behind which there are only zeros
     * @throws CorruptChunkException if there are not enough symbols
     */
    int read(float[][][] targets, int channels, int blocks) throws CorruptChunkException;

    /**
     * Checks that all symbols have been read.
     *
     * @throws CorruptChunkException if not
     */
    void finish() throws CorruptChunkException;

    /** How many places a symbol goes on by: a coefficient one, zeros as many as they are but not far behind the end. */
    static int step(int symbol) {
        return symbol < RUN ? 1 : symbol == RUN ? 64 : Math.min(64, symbol - RUN);
    }

    /** The coefficient that a symbol puts, 0 if it stands for zeros. */
    static float number(int symbol) {
        return symbol < RUN ? HalfFloat.toFloat((short) symbol) : 0;
    }
}
