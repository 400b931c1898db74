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

import static org.scenelinear.exr.codec.DeflateCodes.DISTANCE_WIDTH;
import static org.scenelinear.exr.codec.DeflateCodes.LITERAL_WIDTH;
import static org.scenelinear.exr.codec.DeflateTable.END_OF_BLOCK;
import static org.scenelinear.exr.codec.DeflateTable.LITERAL;
import static org.scenelinear.exr.codec.DeflateTable.SECOND_LEVEL;
import static org.scenelinear.exr.codec.DeflateTable.SPECIAL;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A stream of RFC 1951 on its way to what it unpacks to: its bits, and the symbols of one block at a time. */
final class DeflateStream {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int LITERAL_MASK = (1 << LITERAL_WIDTH) - 1;
    private static final int DISTANCE_MASK = (1 << DISTANCE_WIDTH) - 1;
    private static final int LONGEST_MATCH = 258;

    /** How far a turn of the fast loop may read: two times eight bytes. */
    private static final int READ_AHEAD = 16;

    /** How far a turn of the fast loop may write: four literals, a match, and what its copy spoils. */
    private static final int WRITE_AHEAD = 4 + LONGEST_MATCH + MatchCopy.SPOILED;

    byte[] packed;

    /** Next byte to go into the buffer. */
    int position;

    /** Where the stream ends at the latest. */
    int end;

    /** Bits read and not consumed yet, the next one lowest. All above {@link #count} are zero. */
    long buffer;

    /** How many bits the buffer holds. */
    int count;

    byte[] out;
    int outStart;

    /** Where the next byte goes. */
    int at;

    int outEnd;

    /** Starts with a stream. */
    void start(byte[] packed, int from, int length, byte[] out, int outFrom, int outLimit) {
        this.packed = packed;
        this.position = from;
        this.end = from + length;
        this.buffer = 0;
        this.count = 0;
        this.out = out;
        this.outStart = outFrom;
        this.at = outFrom;
        this.outEnd = outLimit;
    }

    /** Consumes up to 16 */
    int read(int wanted) throws CorruptChunkException {
        fill();
        return take(wanted);
    }

    /** Reads until the buffer holds at least 56 bits, enough for any match, or all there are; never as many as 64. */
    void fill() {
        if (position <= end - Long.BYTES) {
            buffer |= (long) LONG.get(packed, position) << count;
            position += 63 - count >>> 3;
            count |= 56;
            buffer &= ~(-1L << count);
            return;
        }
        while (count < 56 && position < end) {
            buffer |= (packed[position++] & 0xFFL) << count;
            count += 8;
        }
    }

    /** Consumes bits that are in the buffer if the stream has them. */
    int take(int wanted) throws CorruptChunkException {
        if (wanted > count) {
            throw cutOff();
        }
        int value = (int) buffer & (1 << wanted) - 1;
        buffer >>>= wanted;
        count -= wanted;
        return value;
    }

    static CorruptChunkException cutOff() {
        return new CorruptChunkException("the packed data ends too early");
    }

    /** Consumes what is left of a byte begun. */
    void toNextByte() {
        buffer >>>= count & 7;
        count &= ~7;
    }

    /** Gives back the whole bytes in the buffer: {@link #position} is then that of the next bit. */
    void emptyBuffer() {
        position -= count >>> 3;
        buffer = 0;
        count = 0;
    }

    private CorruptChunkException tooMuch() {
        return new CorruptChunkException(
                "the packed data holds more than the " + (outEnd - outStart) + " bytes expected");
    }

    private static CorruptChunkException tooFarBack() {
        return new CorruptChunkException("the packed data repeats bytes from before its start");
    }

    private static CorruptChunkException unusedCode() {
        return new CorruptChunkException("the packed data holds a code that means nothing");
    }

    /** Copies a block that is not packed. */
    void copyStored() throws CorruptChunkException {
        toNextByte();
        int length = read(16);
        if (read(16) != (length ^ 0xFFFF)) {
            throw new CorruptChunkException("a stored block of the packed data has a damaged length");
        }
        emptyBuffer();
        if (length > end - position) {
            throw cutOff();
        }
        if (length > outEnd - at) {
            throw tooMuch();
        }
        System.arraycopy(packed, position, out, at, length);
        position += length;
        at += length;
    }

    /** Decodes a block up to its end. */
    void decode(DeflateCodes codes) throws CorruptChunkException {
        boolean more = true;
        while (more) {
            decodeFast(codes);
            more = decodeOne(codes);
        }
    }

    /**
     * Decodes one symbol with all checks.
     *
     * @return false at the end of the block
     */
    private boolean decodeOne(DeflateCodes codes) throws CorruptChunkException {
        fill();
        int entry = next(codes.literals.entries(), LITERAL_WIDTH);
        if ((entry & LITERAL) != 0) {
            if (at == outEnd) {
                throw tooMuch();
            }
            out[at++] = (byte) (entry >>> 8);
            return true;
        }
        if ((entry & SPECIAL) != 0) {
            if (entry >>> 15 != END_OF_BLOCK) {
                throw unusedCode();
            }
            return false;
        }
        int length = number(entry);
        entry = next(codes.distances.entries(), DISTANCE_WIDTH);
        if ((entry & SPECIAL) != 0) {
            throw unusedCode();
        }
        int distance = number(entry);
        if (distance > at - outStart) {
            throw tooFarBack();
        }
        if (length > outEnd - at) {
            throw tooMuch();
        }
        for (int stop = at + length; at < stop; at++) {
            out[at] = out[at - distance];
        }
        return true;
    }

    /** Finds the entry of the next code and consumes the code, not what comes with it. */
    private int next(int[] entries, int width) throws CorruptChunkException {
        int entry = entries[(int) buffer & (1 << width) - 1];
        if ((entry & (SECOND_LEVEL | LITERAL)) == SECOND_LEVEL) {
            take(width);
            entry = entries[(entry >>> 15) + ((int) buffer & (1 << (entry >>> 8 & 15)) - 1)];
        }
        take((entry & LITERAL) != 0 ? entry & 63 : entry >>> 8 & 15);
        return entry;
    }

    /** The number an entry means, with the extra bits that follow. */
    private int number(int entry) throws CorruptChunkException {
        return (entry >>> 15) + take((entry & 63) - (entry >>> 8 & 15));
    }

    /**
     * Decodes with few checks as long as both ends are far enough away, and stops before anything it does not handle:
     * the end of the block or an unused code. In here the count is in the lowest six bits of its variable alone, which
     * saves an instruction with each code.
     */
    private void decodeFast(DeflateCodes codes) throws CorruptChunkException {
        byte[] packed = this.packed;
        byte[] out = this.out;
        int[] literals = codes.literals.entries();
        int[] distances = codes.distances.entries();
        int position = this.position;
        int lastPosition = end - READ_AHEAD;
        int at = this.at;
        int lastAt = outEnd - WRITE_AHEAD;
        long buffer = this.buffer;
        int count = this.count;
        while (position <= lastPosition && at <= lastAt) {
            // Fills the buffer to 56 bits or more. Bits read here and not counted are read again, to the same place.
            buffer |= (long) LONG.get(packed, position) << count;
            position += ~count >>> 3 & 7;
            count |= 56;
            int entry = literals[(int) buffer & LITERAL_MASK];
            if ((entry & LITERAL) != 0) {
                out[at++] = (byte) (entry >>> 8);
                buffer >>>= entry;
                count -= entry;
                entry = literals[(int) buffer & LITERAL_MASK];
                if ((entry & LITERAL) != 0) {
                    out[at++] = (byte) (entry >>> 8);
                    buffer >>>= entry;
                    count -= entry;
                    entry = literals[(int) buffer & LITERAL_MASK];
                    if ((entry & LITERAL) != 0) {
                        out[at++] = (byte) (entry >>> 8);
                        buffer >>>= entry;
                        count -= entry;
                        entry = literals[(int) buffer & LITERAL_MASK];
                        if ((entry & LITERAL) != 0) {
                            out[at++] = (byte) (entry >>> 8);
                            buffer >>>= entry;
                            count -= entry;
                            continue;
                        }
                    }
                }
            }
            if ((entry & SPECIAL) != 0) {
                if ((entry & SECOND_LEVEL) == 0) {
                    break;
                }
                int second =
                        literals[(entry >>> 15) + ((int) (buffer >>> LITERAL_WIDTH) & (1 << (entry >>> 8 & 15)) - 1)];
                if ((second & (SPECIAL | LITERAL)) == SPECIAL) {
                    break;
                }
                buffer >>>= LITERAL_WIDTH;
                count -= LITERAL_WIDTH;
                entry = second;
                if ((entry & LITERAL) != 0) {
                    out[at++] = (byte) (entry >>> 8);
                    buffer >>>= entry;
                    count -= entry;
                    continue;
                }
            }
            int length = (entry >>> 15) + (int) ((buffer & ~(-1L << entry)) >>> (entry >>> 8));
            buffer >>>= entry;
            count -= entry;

            buffer |= (long) LONG.get(packed, position) << count;
            position += ~count >>> 3 & 7;
            count |= 56;
            entry = distances[(int) buffer & DISTANCE_MASK];
            if ((entry & SPECIAL) != 0) {
                if ((entry & SECOND_LEVEL) == 0) {
                    throw unusedCode();
                }
                buffer >>>= DISTANCE_WIDTH;
                count -= DISTANCE_WIDTH;
                entry = distances[(entry >>> 15) + ((int) buffer & (1 << (entry >>> 8 & 15)) - 1)];
                if ((entry & SPECIAL) != 0) {
                    throw unusedCode();
                }
            }
            int distance = (entry >>> 15) + (int) ((buffer & ~(-1L << entry)) >>> (entry >>> 8));
            buffer >>>= entry;
            count -= entry;
            if (distance > at - outStart) {
                throw tooFarBack();
            }
            MatchCopy.copy(out, at, length, distance);
            at += length;
        }
        this.position = position;
        this.buffer = buffer & ~(-1L << count);
        this.count = count & 63;
        this.at = at;
    }
}
