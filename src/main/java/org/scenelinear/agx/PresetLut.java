/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.agx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.lut.LutFiles;
import org.scenelinear.math.Matrix3;
import org.scenelinear.transform.AffineTransform;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Kernel;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.Lut3D.Interpolation;
import org.scenelinear.transform.MatrixTransform;
import org.scenelinear.transform.TransformChain;

/**
 * A three-dimensional look-up table over values of sRGB, between a conversion to them and one back, so that tables made
 * for sRGB serve Rec.2020.
 *
 * <p>In the mode that is as agx-photo 0.2.0 entries are joined linearly in each direction, and colors outside of the
 * table's domain, which are all outside of the gamut of sRGB, are limited to it. In {@link Mode#HDR} they are joined in
 * tetrahedra, and what a color has beyond the domain is added to what the table makes of the nearest color within.
 *
 * @param file where the table comes from
 * @param domain takes the table's domain to 0 to 1, each component by itself
 * @param table over 0 to 1
 */
public record PresetLut(Path file, ColorTransform domain, Lut3D table) implements PixelStage {
    /** The six digits of agx-photo 0.2.0. */
    private static final Matrix3 TO_SRGB =
            Matrix3.of(1.660491, -0.587641, -0.072850, -0.124550, 1.132899, -0.008349, -0.018151, -0.100579, 1.118730);

    private static final Matrix3 FROM_SRGB =
            Matrix3.of(0.627404, 0.329283, 0.043313, 0.069097, 0.919541, 0.011362, 0.016391, 0.088013, 0.895595);

    /**
     * Reads a table.
     *
     * @param file a {@code .cube} file of one table in three dimensions
     * @throws FileProblemException if the file cannot be read or holds something else
     */
    public static PresetLut read(Path file) throws FileProblemException {
        LutFiles.Options options = new LutFiles.Options("", Interpolation.TRILINEAR);
        List<ColorTransform> parts = LutFiles.read(file, options).chain().transforms();
        int last = parts.size() - 1;
        if (last > 1 || !(parts.get(last) instanceof Lut3D table)) {
            throw new UnsupportedFileException(
                    file.toString(), "", "a look-up table of a preset is one 3D table, which this is not");
        }
        return new PresetLut(file, last == 0 ? TransformChain.of() : parts.get(0), table);
    }

    /** Never: even a table that keeps what is in its domain limits the rest. */
    @Override
    public boolean isNeutral() {
        return false;
    }

    @Override
    public WorkingSpace space() {
        return WorkingSpace.GAMMA;
    }

    @Override
    public ColorTransform transform(Mode mode) {
        ColorTransform look = mode == Mode.COMPATIBLE
                ? TransformChain.of(domain, table)
                : new Beyond(domain, table.with(Interpolation.TETRAHEDRAL));
        return TransformChain.of(
                StageSequence.to(WorkingSpace.LINEAR),
                new MatrixTransform(TO_SRGB),
                StageSequence.to(WorkingSpace.GAMMA),
                look,
                StageSequence.to(WorkingSpace.LINEAR),
                new MatrixTransform(mode == Mode.COMPATIBLE ? FROM_SRGB : TO_SRGB.inverse()),
                StageSequence.to(WorkingSpace.GAMMA));
    }

    /** The table, and what colors have beyond its domain. */
    private record Beyond(ColorTransform domain, Lut3D table) implements ColorTransform {
        /** Scratch of tiles that no other kernel here uses. */
        private static final int SCRATCH = 24;

        /** Empty: a table has none. */
        @Override
        public Optional<ColorTransform> inverse() {
            return Optional.empty();
        }

        @Override
        public boolean isIdentity() {
            return false;
        }

        @Override
        public String description() {
            return table.description() + ", and what is beyond its domain";
        }

        @Override
        public Kernel compile() {
            Kernel toUnit = domain.compile();
            Kernel look = table.compile();
            float[] widths = {width(0), width(1), width(2)};
            return tile -> {
                toUnit.apply(tile);
                float[][] planes = {tile.r, tile.g, tile.b};
                for (int c = 0; c < 3; c++) {
                    beyond(planes[c], tile.scratch(SCRATCH + c), widths[c], tile.length);
                }
                look.apply(tile);
                for (int c = 0; c < 3; c++) {
                    add(planes[c], tile.scratch(SCRATCH + c), tile.length);
                }
            };
        }

        /** How much of a component the table spans. */
        private float width(int component) {
            if (domain instanceof AffineTransform affine) {
                return (float) (1 / affine.matrix().get(component, component));
            }
            return domain instanceof MatrixTransform scale
                    ? (float) (1 / scale.matrix().get(component, component))
                    : 1;
        }

        private static void beyond(float[] values, float[] results, float width, int length) {
            for (int i = 0; i < length; i++) {
                results[i] = (values[i] - Math.max(Math.min(values[i], 1f), 0f)) * width;
            }
        }

        private static void add(float[] values, float[] more, int length) {
            for (int i = 0; i < length; i++) {
                values[i] += more[i];
            }
        }
    }
}
