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
 * The eleven 64-bit little-endian numbers a DWA chunk starts with. Behind them (in version 2: behind the channel rules)
 * the packed streams follow each other in the order deflated, AC, DC, run-length.
 *
 * <p>Source: OpenEXR 3.4, {@code internal_dwa_helpers.h}.
 *
 * @param version 0, 1 (adds the end-of-block symbol) or 2 (adds channel rules)
 * @param deflateRawSize bytes of the channels that are only deflated
 * @param deflatePackedSize the same, packed
 * @param acPackedSize packed bytes of the AC symbols
 * @param dcPackedSize packed bytes of the DC coefficients
 * @param runsPackedSize bytes of the run-length channels, deflated
 * @param runsSize the same before deflating
 * @param runsRawSize the same before run-length coding
 * @param acCount how many 16-bit AC symbols there are
 * @param dcCount how many 16-bit DC coefficients there are
 * @param acPacking {@link #HUFFMAN} or {@link #DEFLATE}
 */
record DwaChunkHeader(
        long version,
        long deflateRawSize,
        long deflatePackedSize,
        long acPackedSize,
        long dcPackedSize,
        long runsPackedSize,
        long runsSize,
        long runsRawSize,
        long acCount,
        long dcCount,
        long acPacking) {
    /** Bytes of the header. */
    static final int BYTES = 11 * 8;

    /** AC symbols are packed by the Huffman coder PIZ uses. */
    static final int HUFFMAN = 0;

    /** AC symbols are deflated. */
    static final int DEFLATE = 1;

    /** AC symbols whose bytes still fit an array. */
    static final int MOST_SYMBOLS = (Integer.MAX_VALUE - 8) / 2;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Reads the header of a chunk and checks what can be checked without knowing the channels. */
    static DwaChunkHeader read(byte[] packed, int packedLength) throws CorruptChunkException {
        if (packedLength < BYTES) {
            throw new CorruptChunkException(
                    "a DWA chunk of " + packedLength + " bytes is shorter than its header of " + BYTES);
        }
        DwaChunkHeader header = new DwaChunkHeader(
                number(packed, 0),
                number(packed, 1),
                number(packed, 2),
                number(packed, 3),
                number(packed, 4),
                number(packed, 5),
                number(packed, 6),
                number(packed, 7),
                number(packed, 8),
                number(packed, 9),
                number(packed, 10));
        if (header.version < 0 || header.version > 2) {
            throw new CorruptChunkException("unknown version " + header.version + " of DWA");
        }
        long left = (long) packedLength - BYTES;
        for (long size :
                new long[] {header.deflatePackedSize, header.acPackedSize, header.dcPackedSize, header.runsPackedSize
                }) {
            if (size < 0 || size > left) {
                throw new CorruptChunkException("the packed sizes in a DWA chunk add up to more than the chunk holds");
            }
            left -= size;
        }
        return header;
    }

    /** Checks the unpacked sizes against what the channels of the block can hold, before memory is taken for them. */
    void check(DwaLayout layout) throws CorruptChunkException {
        checkSize("deflated channels", deflateRawSize, deflatePackedSize, layout.rawBytes(DwaScheme.DEFLATE));
        checkSize("run-length channels", runsRawSize, runsPackedSize, layout.rawBytes(DwaScheme.RUN_LENGTH));
        // Run-length coding at its worst makes two bytes of one.
        if (runsSize < 0 || runsSize > 2 * runsRawSize) {
            throw new CorruptChunkException(
                    "a DWA chunk claims " + runsSize + " run-length bytes for " + runsRawSize + " bytes of pixels");
        }
        checkSize("DC coefficients", dcCount, dcPackedSize, layout.cosineBlocks());
        // A block takes at least one AC symbol and at most 63.
        if (acCount < layout.cosineBlocks() || acCount > 63 * layout.cosineBlocks()) {
            throw new CorruptChunkException(
                    "a DWA chunk claims " + acCount + " AC symbols for " + layout.cosineBlocks() + " blocks");
        }
        if (acCount > MOST_SYMBOLS || runsSize > Integer.MAX_VALUE - 8) {
            throw new CorruptChunkException("a DWA chunk is too large to be unpacked at once");
        }
        if (acCount > 0 && acPackedSize == 0) {
            throw new CorruptChunkException("a DWA chunk has no bytes for its AC symbols");
        }
        if (acPacking != HUFFMAN && acPacking != DEFLATE) {
            throw new CorruptChunkException("unknown packing " + acPacking + " of DWA's AC symbols");
        }
    }

    private static void checkSize(String what, long claimed, long packedSize, long expected)
            throws CorruptChunkException {
        if (claimed != expected || expected > 0 && packedSize == 0) {
            throw new CorruptChunkException("a DWA chunk claims " + claimed + " for its " + what + " in " + packedSize
                    + " packed bytes where the block needs " + expected);
        }
    }

    /** Writes the header to the start of a chunk. */
    void write(byte[] packed) {
        long[] numbers = {
            version,
            deflateRawSize,
            deflatePackedSize,
            acPackedSize,
            dcPackedSize,
            runsPackedSize,
            runsSize,
            runsRawSize,
            acCount,
            dcCount,
            acPacking
        };
        for (int i = 0; i < numbers.length; i++) {
            LONGS.set(packed, 8 * i, numbers[i]);
        }
    }

    private static long number(byte[] packed, int index) {
        return (long) LONGS.get(packed, 8 * index);
    }
}
