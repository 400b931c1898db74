/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.inspect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many samples of each kind of trouble planes have, and where the first of each stands. */
public final class PixelAudit {
    private final Map<PixelClass, Finding> findings = new EnumMap<>(PixelClass.class);

    /**
     * Samples of a kind.
     *
     * @param kind what they are
     * @param count how many, 1 or more
     * @param plane the plane of the first, by the name it was added under
     * @param index where it stands there, by lines from the top left
     * @param frame the frame of the first, as it was added
     */
    public record Finding(PixelClass kind, long count, String plane, int index, int frame) {}

    /**
     * Looks through a plane.
     *
     * @param name of the plane
     * @param samples by lines from the top left
     * @param frame which frame of a stack it belongs to
     */
    public void add(String name, float[] samples, int frame) {
        long[] counts = new long[PixelClass.values().length];
        int[] first = new int[counts.length];
        for (int i = 0; i < samples.length; i++) {
            PixelClass kind = PixelClass.of(samples[i]);
            if (kind != null && counts[kind.ordinal()]++ == 0) {
                first[kind.ordinal()] = i;
            }
        }
        for (PixelClass kind : PixelClass.values()) {
            long count = counts[kind.ordinal()];
            if (count > 0) {
                findings.merge(
                        kind,
                        new Finding(kind, count, name, first[kind.ordinal()], frame),
                        (before, now) -> new Finding(
                                kind, before.count() + now.count(), before.plane(), before.index(), before.frame()));
            }
        }
    }

    /** What was found of a kind; empty if no sample is of it. */
    public Optional<Finding> finding(PixelClass kind) {
        return Optional.ofNullable(findings.get(kind));
    }

    /**
     * Marks the samples of a kind.
     *
     * @param samples a plane
     * @param kind what to mark
     * @param mask of the same length; becomes 255 where there is one and stays as it is elsewhere
     */
    public static void mark(float[] samples, PixelClass kind, byte[] mask) {
        for (int i = 0; i < samples.length; i++) {
            if (PixelClass.of(samples[i]) == kind) {
                mask[i] = (byte) 255;
            }
        }
    }
}
