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

/**
 * A row of samples whose bytes lie apart, in one plane for each place of a byte, as ZSTD and PXR24 keep them. A plane
 * is a run of bytes; the planes of a row lie in one array, each the same step behind the one for the next lower byte.
 * The step may be negative. The samples themselves are little-endian.
 *
 * <p>Instead of a sample the planes may hold its difference from the one before in the row, taken as an integer of 16,
 * 24 or 32 bits; the first sample is its own difference.
 *
 * <p>Plain loops: putting together and adding up at once beats eight bytes at a time in two passes.
 */
final class BytePlanes {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private BytePlanes() {}

    /**
     * Puts samples of two bytes together.
     *
     * @param planes hold the bytes
     * @param lowest where the plane of the lowest bytes begins
     * @param step from a plane to the next
     * @param differences whether the planes hold differences
     * @param samples takes the samples
     * @param start where the first one goes
     * @param count how many
     */
    static void join2(byte[] planes, int lowest, int step, boolean differences, byte[] samples, int start, int count) {
        int high = lowest + step;
        int keep = keep(differences);
        int sample = 0;
        for (int i = 0; i < count; i++) {
            sample = (sample & keep) + ((planes[high + i] & 0xFF) << 8 | planes[lowest + i] & 0xFF);
            SHORTS.set(samples, start + 2 * i, (short) sample);
        }
    }

    /** As {@link #join2}, for samples of four bytes whose lowest is 0 and has no plane; always differences. */
    static void join3(byte[] planes, int lowest, int step, byte[] samples, int start, int count) {
        int middle = lowest + step;
        int high = middle + step;
        int sample = 0;
        for (int i = 0; i < count; i++) {
            int upper = (planes[high + i] & 0xFF) << 24 | (planes[middle + i] & 0xFF) << 16;
            sample += upper | (planes[lowest + i] & 0xFF) << 8;
            INTS.set(samples, start + 4 * i, sample);
        }
    }

    /** As {@link #join2}, for samples of four bytes. */
    static void join4(byte[] planes, int lowest, int step, boolean differences, byte[] samples, int start, int count) {
        int second = lowest + step;
        int third = second + step;
        int high = third + step;
        int keep = keep(differences);
        int sample = 0;
        for (int i = 0; i < count; i++) {
            int upper = (planes[high + i] & 0xFF) << 24 | (planes[third + i] & 0xFF) << 16;
            int lower = (planes[second + i] & 0xFF) << 8 | planes[lowest + i] & 0xFF;
            sample = (sample & keep) + (upper | lower);
            INTS.set(samples, start + 4 * i, sample);
        }
    }

    /**
     * Takes samples of two bytes apart.
     *
     * @param samples hold the samples
     * @param start where the first one is
     * @param planes take the bytes
     * @param lowest where the plane of the lowest bytes begins
     * @param step from a plane to the next
     * @param differences whether the planes take differences
     * @param count how many samples
     */
    static void split2(byte[] samples, int start, byte[] planes, int lowest, int step, boolean differences, int count) {
        int high = lowest + step;
        int keep = keep(differences);
        int before = 0;
        for (int i = 0; i < count; i++) {
            int sample = (short) SHORTS.get(samples, start + 2 * i);
            int bits = sample - before;
            before = sample & keep;
            planes[lowest + i] = (byte) bits;
            planes[high + i] = (byte) (bits >> 8);
        }
    }

    /** As {@link #split2}, for floats, of which {@link Pxr24Codec#to24} makes three bytes; always differences. */
    static void split3(byte[] samples, int start, byte[] planes, int lowest, int step, int count) {
        int middle = lowest + step;
        int high = middle + step;
        int before = 0;
        for (int i = 0; i < count; i++) {
            int sample = Pxr24Codec.to24((int) INTS.get(samples, start + 4 * i));
            int bits = sample - before;
            before = sample;
            planes[lowest + i] = (byte) bits;
            planes[middle + i] = (byte) (bits >> 8);
            planes[high + i] = (byte) (bits >> 16);
        }
    }

    /** As {@link #split2}, for samples of four bytes. */
    static void split4(byte[] samples, int start, byte[] planes, int lowest, int step, boolean differences, int count) {
        int second = lowest + step;
        int third = second + step;
        int high = third + step;
        int keep = keep(differences);
        int before = 0;
        for (int i = 0; i < count; i++) {
            int sample = (int) INTS.get(samples, start + 4 * i);
            int bits = sample - before;
            before = sample & keep;
            planes[lowest + i] = (byte) bits;
            planes[second + i] = (byte) (bits >> 8);
            planes[third + i] = (byte) (bits >> 16);
            planes[high + i] = (byte) (bits >> 24);
        }
    }

    /** A mask for the sample before. */
    private static int keep(boolean differences) {
        return differences ? -1 : 0;
    }
}
