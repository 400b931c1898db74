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

/** AC coefficients from an array of symbols. */
final class AcSymbols implements AcSource {
    private final short[] symbols;
    private final int count;
    private int at;

    /** Takes the first {@code count} symbols. */
    AcSymbols(short[] symbols, int count) {
        this.symbols = symbols;
        this.count = count;
    }

    @Override
    public int read(float[][][] targets, int channels, int blocks) throws CorruptChunkException {
        int last = 0;
        for (int b = 0; b < blocks; b++) {
            for (int c = 0; c < channels; c++) {
                int n = 1;
                while (n < 64) {
                    if (at >= count) {
                        throw new CorruptChunkException("the AC symbols of a DWA chunk end within a block");
                    }
                    int symbol = symbols[at++] & 0xFFFF;
                    if (symbol < RUN) {
                        targets[c][n][b] = AcSource.number(symbol);
                        last = Math.max(last, n);
                    }
                    n += AcSource.step(symbol);
                }
            }
        }
        return last;
    }

    @Override
    public void finish() throws CorruptChunkException {
        if (at != count) {
            throw new CorruptChunkException("a DWA chunk holds more AC symbols than its blocks take");
        }
    }
}
