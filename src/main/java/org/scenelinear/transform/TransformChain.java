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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Transforms one after another. A chain of nothing is the identity.
 *
 * @param transforms what is applied, first to last
 */
public record TransformChain(List<ColorTransform> transforms) implements ColorTransform {
    /** Keeps an unmodifiable copy of the list. */
    public TransformChain {
        transforms = List.copyOf(transforms);
    }

    /** A chain of the given transforms, first to last. */
    public static TransformChain of(ColorTransform... transforms) {
        return new TransformChain(List.of(transforms));
    }

    /**
     * A chain that does the same with less work: chains inside it are opened, identities dropped, neighboring matrices
     * multiplied with their offsets, a curve, system gamma, logarithm, power or grade that loses nothing removed next
     * to its inverse, until nothing more is found. The result is the same but for the rounding of floats; only a NaN or
     * an infinity in one component of a pixel may reach fewer of its other components where matrices were multiplied or
     * removed.
     */
    public TransformChain simplified() {
        List<ColorTransform> result = new ArrayList<>();
        for (ColorTransform transform : flattened()) {
            append(result, transform);
        }
        return new TransformChain(result);
    }

    /** Adds one transform to a simplified list so that it stays simplified. */
    private static void append(List<ColorTransform> simplified, ColorTransform next) {
        if (next.isIdentity()) {
            return;
        }
        if (!simplified.isEmpty()) {
            int last = simplified.size() - 1;
            ColorTransform previous = simplified.get(last);
            Optional<ColorTransform> product = AffineTransform.product(previous, next);
            if (product.isPresent()) {
                simplified.remove(last);
                append(simplified, product.get());
                return;
            }
            if (keepsAll(previous) && previous.inverse().equals(Optional.of(next))) {
                simplified.remove(last);
                return;
            }
        }
        simplified.add(next);
    }

    /** Whether a transform tells all values apart, or all that its standard has, so that its inverse cancels it. */
    private static boolean keepsAll(ColorTransform transform) {
        if (transform instanceof CurveTransform || transform instanceof SystemGammaTransform) {
            return true;
        }
        if (transform instanceof LogTransform log) {
            return log.style().isCamera() || log.style().isReverse(); // the plain logarithm loses what is below 0
        }
        if (transform instanceof ExponentTransform power) {
            return power.style() != ExponentTransform.Style.BASIC_FORWARD
                    && power.style() != ExponentTransform.Style.BASIC_REVERSE;
        }
        return transform instanceof CdlTransform grade && !grade.style().clamps();
    }

    private List<ColorTransform> flattened() {
        List<ColorTransform> flat = new ArrayList<>();
        for (ColorTransform transform : transforms) {
            if (transform instanceof TransformChain chain) {
                flat.addAll(chain.flattened());
            } else {
                flat.add(transform);
            }
        }
        return flat;
    }

    /** The inverses in reverse order, or empty if one of them has none. */
    @Override
    public Optional<ColorTransform> inverse() {
        List<ColorTransform> inverses = new ArrayList<>();
        for (ColorTransform transform : transforms) {
            Optional<ColorTransform> inverse = transform.inverse();
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            inverses.add(0, inverse.get());
        }
        return Optional.of(new TransformChain(inverses));
    }

    /** Whether nothing is left after {@linkplain #simplified simplification}. */
    @Override
    public boolean isIdentity() {
        return simplified().transforms.isEmpty();
    }

    @Override
    public String description() {
        return transforms.isEmpty()
                ? "nothing"
                : transforms.stream().map(ColorTransform::description).collect(Collectors.joining(", "));
    }

    /** Compiles the {@linkplain #simplified simplified} chain. */
    @Override
    public Kernel compile() {
        Kernel[] kernels =
                simplified().transforms.stream().map(ColorTransform::compile).toArray(Kernel[]::new);
        return tile -> {
            for (Kernel kernel : kernels) {
                kernel.apply(tile);
            }
        };
    }
}
