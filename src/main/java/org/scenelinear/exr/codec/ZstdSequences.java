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
 * The sequences of a Zstandard block (RFC 8878, section 3.1.1.3.2), decoded and at once carried out: each copies some
 * literals, then bytes that came out before.
 */
final class ZstdSequences {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** More extra bits than this, and those for the next states, are not surely there after loading once. */
    private static final int FEW_EXTRA_BITS = 30;

    /** Bits 8-15 of a cell, or of a sum of three. */
    private static final int EXTRA_BITS = 0xFF00;

    private final ZstdSequenceCodes codes = new ZstdSequenceCodes();
    private final BackwardBits stream = new BackwardBits();

    /** The last three offsets. */
    private int recent;

    private int second;
    private int third;

    /** Where the next byte goes. */
    private int at;

    /** Forgets what a new frame may not use. */
    void startFrame() {
        codes.startFrame();
        recent = 1;
        second = 4;
        third = 8;
    }

    /**
     * Unpacks a block whose literals are read.
     *
     * @param packed holds the block
     * @param from where its sequences begin
     * @param to where it ends
     * @param literals its literals
     * @param out takes the bytes; what the frame gave before lies there too
     * @param frameStart where the frame's first byte lies
     * @param outFrom where to go on
     * @param outEnd what may not be reached beyond
     * @return where the bytes of the block end
     * @throws CorruptChunkException if the block is damaged or does not fit
     */
    int unpack(
            byte[] packed, int from, int to, ZstdLiterals literals, byte[] out, int frameStart, int outFrom, int outEnd)
            throws CorruptChunkException {
        at = outFrom;
        int used = 0;
        int count = from < to ? packed[from] & 0xFF : -1;
        int position = from + 1;
        if (count >= 128) {
            int more = count == 255 ? 2 : 1;
            if (more > to - position) {
                count = -1;
            } else if (more == 1) {
                count = (count - 128 << 8) + (packed[position] & 0xFF);
            } else {
                count = (packed[position] & 0xFF) + ((packed[position + 1] & 0xFF) << 8) + 0x7F00;
            }
            position += more;
        }
        if (count < 0) {
            throw new CorruptChunkException("the sequences of the Zstandard frame are cut off");
        }
        if (count > 0) {
            position = codes.read(packed, position, to);
            stream.start(packed, position, to);
            used = run(packed, count, literals, out, frameStart, outEnd);
        } else if (position != to) {
            throw new CorruptChunkException("a block of the Zstandard frame does not end with its literals");
        }
        int rest = literals.count() - used;
        if (rest > outEnd - at) {
            throw ZstdDecoder.tooMuch();
        }
        System.arraycopy(literals.bytes(), used, out, at, rest);
        return at + rest;
    }

    /** Carries the sequences out; answers how many literals they use. */
    private int run(byte[] packed, int count, ZstdLiterals literals, byte[] out, int frameStart, int outEnd)
            throws CorruptChunkException {
        long[] literalCells = codes.literals().cells();
        long[] offsetCells = codes.offsets().cells();
        long[] matchCells = codes.matches().cells();
        int literalState = stream.read(codes.literals().log());
        int offsetState = stream.read(codes.offsets().log());
        int matchState = stream.read(codes.matches().log());
        byte[] literalBytes = literals.bytes();
        int literalEnd = literals.count();
        int literalAt = 0;
        int at = this.at;
        int position = stream.position;
        long bits = stream.bits;
        int recent = this.recent;
        int second = this.second;
        int third = this.third;
        for (int left = count; left > 0; left--) {
            int consumed = Long.numberOfTrailingZeros(bits);
            position -= consumed >>> 3;
            if (position < 0) {
                throw BackwardBits.cutOff();
            }
            bits = BackwardBits.load(packed, position) << (consumed & 7);
            long literalCell = literalCells[literalState];
            long offsetCell = offsetCells[offsetState];
            long matchCell = matchCells[matchState];
            int extraBits = (int) (offsetCell >>> 8);
            int offset = (int) (offsetCell >>> 32) + (int) (bits >>> 1 >>> ~extraBits);
            bits <<= extraBits;
            boolean manyBits = ((int) (offsetCell + matchCell + literalCell) & EXTRA_BITS) > FEW_EXTRA_BITS << 8;
            if (manyBits) {
                consumed = Long.numberOfTrailingZeros(bits);
                position = Math.max(position - (consumed >>> 3), 0);
                bits = BackwardBits.load(packed, position) << (consumed & 7);
            }
            extraBits = (int) (matchCell >>> 8);
            int matchLength = (int) (matchCell >>> 32) + (int) (bits >>> 1 >>> ~extraBits);
            bits <<= extraBits;
            extraBits = (int) (literalCell >>> 8);
            int literalLength = (int) (literalCell >>> 32) + (int) (bits >>> 1 >>> ~extraBits);
            bits <<= extraBits;
            if (left > 1) {
                if (manyBits) {
                    consumed = Long.numberOfTrailingZeros(bits);
                    position = Math.max(position - (consumed >>> 3), 0);
                    bits = BackwardBits.load(packed, position) << (consumed & 7);
                }
                literalState = ((int) literalCell >>> 16) + (int) (bits >>> 1 >>> ~(int) literalCell);
                bits <<= (int) literalCell;
                matchState = ((int) matchCell >>> 16) + (int) (bits >>> 1 >>> ~(int) matchCell);
                bits <<= (int) matchCell;
                offsetState = ((int) offsetCell >>> 16) + (int) (bits >>> 1 >>> ~(int) offsetCell);
                bits <<= (int) offsetCell;
            }

            if (offset > 3 || offset < 0) {
                third = second;
                second = recent;
                recent = offset - 3;
            } else {
                // The numbers 1 to 3 mean recent offsets; without literals, those that are one further back.
                int which = literalLength == 0 ? offset + 1 : offset;
                if (which != 1) {
                    int again = which == 2 ? second : which == 3 ? third : recent - 1;
                    third = which == 2 ? third : second;
                    second = recent;
                    recent = again;
                }
            }

            if (literalLength > literalEnd - literalAt) {
                throw new CorruptChunkException("a block of the Zstandard frame uses more literals than it has");
            }
            int matchAt = at + literalLength;
            if (recent <= 0 || recent > matchAt - frameStart) {
                throw new CorruptChunkException("the Zstandard frame repeats bytes from before its start");
            }
            int room = outEnd - at - literalLength - matchLength;
            if (room >= MatchCopy.SPOILED) {
                int source = literalAt;
                int target = at;
                do {
                    LONGS.set(out, target, (long) LONGS.get(literalBytes, source));
                    LONGS.set(out, target + 8, (long) LONGS.get(literalBytes, source + 8));
                    source += 16;
                    target += 16;
                } while (target < matchAt);
                MatchCopy.copy(out, matchAt, matchLength, recent);
            } else if (room >= 0) {
                System.arraycopy(literalBytes, literalAt, out, at, literalLength);
                repeatExactly(out, matchAt, matchLength, recent);
            } else {
                throw ZstdDecoder.tooMuch();
            }
            literalAt += literalLength;
            at = matchAt + matchLength;
        }
        stream.position = position;
        stream.bits = bits;
        if (!stream.isAtStart()) {
            throw new CorruptChunkException(
                    "the sequences of the Zstandard frame do not end where their bit stream does");
        }
        this.recent = recent;
        this.second = second;
        this.third = third;
        this.at = at;
        return literalAt;
    }

    /** As {@link MatchCopy}, but spoils nothing. */
    private static void repeatExactly(byte[] out, int at, int length, int distance) {
        int source = at - distance;
        int target = at;
        int stop = at + length;
        while (target < stop) {
            int known = Math.min(target - source, stop - target);
            System.arraycopy(out, source, out, target, known);
            target += known;
        }
    }
}
