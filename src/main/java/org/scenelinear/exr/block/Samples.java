/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.block;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.scenelinear.exr.meta.PixelType;
import org.scenelinear.math.HalfFloat;

/** Converts a run of samples between the little-endian bytes of a raw chunk and a plane. */
final class Samples {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final float UINT_END = 0x1p32f;

    private Samples() {}

    /** Whether samples of a type can be read into such a plane. */
    static boolean canRead(PixelType type, Plane plane) {
        return plane instanceof Plane.Floats
                || plane instanceof Plane.Halfs && type == PixelType.HALF
                || plane instanceof Plane.Ints && type == PixelType.UINT;
    }

    /** Whether samples of a type can be written from such a plane. */
    static boolean canWrite(PixelType type, Plane plane) {
        return canRead(type, plane) || plane instanceof Plane.Halfs && type == PixelType.FLOAT;
    }

    /** Bytes to plane. */
    static void read(PixelType type, byte[] raw, int offset, Plane plane, int start, int count) {
        if (plane instanceof Plane.Floats floats) {
            switch (type) {
                case HALF -> halfsToFloats(raw, offset, floats.values(), start, count);
                case FLOAT -> at(raw, offset).asFloatBuffer().get(floats.values(), start, count);
                case UINT -> unsignedToFloats(raw, offset, floats.values(), start, count);
            }
        } else if (plane instanceof Plane.Halfs halfs) {
            at(raw, offset).asShortBuffer().get(halfs.bits(), start, count);
        } else if (plane instanceof Plane.Ints ints) {
            at(raw, offset).asIntBuffer().get(ints.bits(), start, count);
        }
    }

    /** Plane to bytes. */
    static void write(PixelType type, Plane plane, int start, byte[] raw, int offset, int count) {
        if (plane instanceof Plane.Floats floats) {
            switch (type) {
                case HALF -> floatsToHalfs(floats.values(), start, raw, offset, count);
                case FLOAT -> at(raw, offset).asFloatBuffer().put(floats.values(), start, count);
                case UINT -> floatsToUnsigned(floats.values(), start, raw, offset, count);
            }
        } else if (plane instanceof Plane.Halfs halfs) {
            if (type == PixelType.HALF) {
                at(raw, offset).asShortBuffer().put(halfs.bits(), start, count);
            } else {
                widen(halfs.bits(), start, raw, offset, count);
            }
        } else if (plane instanceof Plane.Ints ints) {
            at(raw, offset).asIntBuffer().put(ints.bits(), start, count);
        }
    }

    /** One number to bytes. */
    static void writeInt(byte[] raw, int offset, int value) {
        INTS.set(raw, offset, value);
    }

    /** The bytes from an offset on. A buffer copies whole lines as memory, which a loop over bytes does not become. */
    private static ByteBuffer at(byte[] raw, int offset) {
        return ByteBuffer.wrap(raw).position(offset).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void halfsToFloats(byte[] raw, int offset, float[] values, int start, int count) {
        float[] table = HalfFloat.table();
        for (int i = 0; i < count; i++) {
            values[start + i] = table[(short) SHORTS.get(raw, offset + 2 * i) & 0xFFFF];
        }
    }

    private static void unsignedToFloats(byte[] raw, int offset, float[] values, int start, int count) {
        for (int i = 0; i < count; i++) {
            values[start + i] = (float) Integer.toUnsignedLong((int) INTS.get(raw, offset + 4 * i));
        }
    }

    private static void floatsToHalfs(float[] values, int start, byte[] raw, int offset, int count) {
        for (int i = 0; i < count; i++) {
            SHORTS.set(raw, offset + 2 * i, HalfFloat.fromFloat(values[start + i]));
        }
    }

    private static void floatsToUnsigned(float[] values, int start, byte[] raw, int offset, int count) {
        for (int i = 0; i < count; i++) {
            float value = values[start + i];
            INTS.set(raw, offset + 4 * i, value >= UINT_END ? -1 : value > 0 ? (int) (long) value : 0);
        }
    }

    private static void widen(short[] bits, int start, byte[] raw, int offset, int count) {
        float[] table = HalfFloat.table();
        for (int i = 0; i < count; i++) {
            INTS.set(raw, offset + 4 * i, Float.floatToRawIntBits(table[bits[start + i] & 0xFFFF]));
        }
    }
}
