/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import java.util.List;

/** The plain numeric types of attributes: numbers, vectors, matrices. */
public final class Numbers {
    private Numbers() {}

    /** An {@code int}. */
    public record IntValue(int value) implements NumericValue {
        @Override
        public String typeName() {
            return "int";
        }

        @Override
        public List<Number> numbers() {
            return List.of(value);
        }
    }

    /** A {@code float}. */
    public record FloatValue(float value) implements NumericValue {
        @Override
        public String typeName() {
            return "float";
        }

        @Override
        public List<Number> numbers() {
            return List.of(value);
        }
    }

    /** A {@code double}. */
    public record DoubleValue(double value) implements NumericValue {
        @Override
        public String typeName() {
            return "double";
        }

        @Override
        public List<Number> numbers() {
            return List.of(value);
        }
    }

    /**
     * A {@code rational}.
     *
     * @param numerator signed
     * @param denominator unsigned
     */
    public record Rational(int numerator, int denominator) implements NumericValue {
        @Override
        public String typeName() {
            return "rational";
        }

        @Override
        public List<Number> numbers() {
            return List.of(numerator, denominator);
        }
    }

    /** A {@code v2i}. */
    public record V2i(int x, int y) implements NumericValue {
        @Override
        public String typeName() {
            return "v2i";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y);
        }
    }

    /** A {@code v2f}. */
    public record V2f(float x, float y) implements NumericValue {
        @Override
        public String typeName() {
            return "v2f";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y);
        }
    }

    /** A {@code v2d}. */
    public record V2d(double x, double y) implements NumericValue {
        @Override
        public String typeName() {
            return "v2d";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y);
        }
    }

    /** A {@code v3i}. */
    public record V3i(int x, int y, int z) implements NumericValue {
        @Override
        public String typeName() {
            return "v3i";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y, z);
        }
    }

    /** A {@code v3f}. */
    public record V3f(float x, float y, float z) implements NumericValue {
        @Override
        public String typeName() {
            return "v3f";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y, z);
        }
    }

    /** A {@code v3d}. */
    public record V3d(double x, double y, double z) implements NumericValue {
        @Override
        public String typeName() {
            return "v3d";
        }

        @Override
        public List<Number> numbers() {
            return List.of(x, y, z);
        }
    }

    /** A {@code box2f}: a rectangle in the plane. */
    public record Box2f(float xMin, float yMin, float xMax, float yMax) implements NumericValue {
        @Override
        public String typeName() {
            return "box2f";
        }

        @Override
        public List<Number> numbers() {
            return List.of(xMin, yMin, xMax, yMax);
        }
    }

    /**
     * An {@code m33f} or {@code m44f}.
     *
     * @param values 9 or 16 elements, row by row
     */
    public record FloatMatrix(List<Float> values) implements NumericValue {
        /** Copies the list. */
        public FloatMatrix {
            values = List.copyOf(values);
            requireSquare(values.size());
        }

        @Override
        public String typeName() {
            return values.size() == 9 ? "m33f" : "m44f";
        }

        @Override
        public List<Number> numbers() {
            return List.copyOf(values);
        }
    }

    /**
     * An {@code m33d} or {@code m44d}.
     *
     * @param values 9 or 16 elements, row by row
     */
    public record DoubleMatrix(List<Double> values) implements NumericValue {
        /** Copies the list. */
        public DoubleMatrix {
            values = List.copyOf(values);
            requireSquare(values.size());
        }

        @Override
        public String typeName() {
            return values.size() == 9 ? "m33d" : "m44d";
        }

        @Override
        public List<Number> numbers() {
            return List.copyOf(values);
        }
    }

    private static void requireSquare(int elements) {
        if (elements != 9 && elements != 16) {
            throw new IllegalArgumentException("a matrix has 9 or 16 elements, not " + elements);
        }
    }
}
