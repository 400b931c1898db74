/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.inspect;

import ij.measure.ResultsTable;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.inspect.scope.PlaneCounts;

/** Counts in a plane of colors as rows of a table, and in words what lies in no bin. */
final class PlaneTable {
    private PlaneTable() {}

    /**
     * Adds a row for each count that is not 0.
     *
     * @param right name of the coordinate to the right
     * @param up name of the coordinate upwards
     */
    static void addRows(ResultsTable table, Frames.Frame place, PlaneCounts counts, String right, String up) {
        PlaneCounts.Grid grid = counts.grid();
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (counts.count(column, row) > 0) {
                    ScopeCommand.addPlace(table, place);
                    table.addValue(right, grid.left() + (column + 0.5) * grid.step());
                    table.addValue(up, grid.bottom() + (row + 0.5) * grid.step());
                    table.addValue("Pixels", counts.count(column, row));
                }
            }
        }
        for (PlaneCounts.Apart kind : PlaneCounts.Apart.values()) {
            if (counts.count(kind) > 0) {
                ScopeCommand.addPlace(table, place);
                table.addValue(right, words(kind));
                table.addValue("Pixels", counts.count(kind));
            }
        }
    }

    /** What lies in no bin. */
    static String apart(PlaneCounts counts) {
        List<String> found = new ArrayList<>();
        for (PlaneCounts.Apart kind : PlaneCounts.Apart.values()) {
            if (counts.count(kind) > 0) {
                found.add(words(kind) + " " + counts.count(kind));
            }
        }
        return found.isEmpty() ? "all pixels inside" : String.join(", ", found);
    }

    private static String words(PlaneCounts.Apart kind) {
        return switch (kind) {
            case OUTSIDE -> "outside";
            case NO_COLOR -> "black or negative";
            case INFINITE -> "infinite";
            case NAN -> "NaN";
        };
    }
}
