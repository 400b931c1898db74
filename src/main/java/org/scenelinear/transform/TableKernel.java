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

import java.util.function.DoubleUnaryOperator;
import org.scenelinear.math.CubicTable;
import org.scenelinear.run.Tile;

/** One function on each of r, g and b by a table; what the table does not know is evaluated in double. */
final class TableKernel implements Kernel {
    private final CubicTable table;

    /**
     * The kernel of a function.
     *
     * @param function any, also of NaN and infinities
     * @param relative the error that is accepted, as a part of the result
     * @param absolute what is accepted beside it
     */
    TableKernel(DoubleUnaryOperator function, double relative, double absolute) {
        this.table = new CubicTable(function, relative, absolute);
    }

    @Override
    public void apply(Tile tile) {
        float[] result = tile.scratch(0);
        apply(tile.r, result, tile.length);
        apply(tile.g, result, tile.length);
        apply(tile.b, result, tile.length);
    }

    private void apply(float[] plane, float[] result, int length) {
        table.applyEverywhere(plane, result, length);
        System.arraycopy(result, 0, plane, 0, length);
    }
}
