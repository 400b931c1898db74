/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.io;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects little-endian values in memory. */
public final class LittleEndianOutput {
    private byte[] bytes = new byte[1024];
    private int length;

    /** How many bytes there are so far. */
    public int length() {
        return length;
    }

    /** Adds one byte: the lowest eight bits. */
    public void writeByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** Adds four bytes. */
    public void writeInt(int value) {
        reserve(4);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    /** Adds eight bytes. */
    public void writeLong(long value) {
        writeInt((int) value);
        writeInt((int) (value >>> 32));
    }

    /** Adds the four bytes of a float. */
    public void writeFloat(float value) {
        writeInt(Float.floatToRawIntBits(value));
    }

    /** Adds the eight bytes of a double. */
    public void writeDouble(double value) {
        writeLong(Double.doubleToRawLongBits(value));
    }

    /** Adds bytes as they are. */
    public void writeBytes(byte[] values) {
        writeBytes(values, values.length);
    }

    /** Adds the first bytes of an array as they are. */
    public void writeBytes(byte[] values, int count) {
        reserve(count);
        System.arraycopy(values, 0, bytes, length, count);
        length += count;
    }

    /** Adds a text in UTF-8 and a zero byte. */
    public void writeTerminated(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
        writeByte(0);
    }

    /** A copy of what was collected. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }
}
