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

import java.util.Objects;
import java.util.zip.Adler32;

/**
 * Unpacks a zlib stream (RFC 1950, RFC 1951) that lies in memory as a whole. Faster than
 * {@link java.util.zip.Inflater}, which has to be able to stop and go on at any byte.
 *
 * <p>An instance keeps its tables: use it in one thread at a time. It needs no closing.
 */
final class Inflate {
    private final DeflateStream stream = new DeflateStream();
    private final DeflateCodes codes = new DeflateCodes();
    private final Adler32 checksum = new Adler32();

    /**
     * Unpacks a stream. Bytes behind its end are ignored.
     *
     * @param packed holds the stream
     * @param from where it starts
     * @param length how many bytes there are
     * @param out takes the result
     * @param outFrom where to put it
     * @param outLimit where it must end at the latest; nothing is written from there on, what lies between the end of
     *     the result and there is undefined
     * @return how many bytes came out
     * @throws CorruptChunkException if the stream is damaged, cut off, or holds more than fits
     */
    int inflate(byte[] packed, int from, int length, byte[] out, int outFrom, int outLimit)
            throws CorruptChunkException {
        Objects.checkFromIndexSize(from, length, packed.length);
        Objects.checkFromToIndex(outFrom, outLimit, out.length);
        stream.start(packed, from, length, out, outFrom, outLimit);
        try {
            readHeader();
            boolean last;
            do {
                last = stream.read(1) != 0;
                readBlock();
            } while (!last);
            readChecksum();
            return stream.at - outFrom;
        } finally {
            stream.packed = null;
            stream.out = null;
        }
    }

    private void readHeader() throws CorruptChunkException {
        int method = stream.read(8);
        int flags = stream.read(8);
        if ((method << 8 | flags) % 31 != 0 || (method & 15) != 8 || method >>> 4 > 7) {
            throw new CorruptChunkException("the packed data does not start as a zlib stream does");
        }
        if ((flags & 32) != 0) {
            throw new CorruptChunkException("the packed data asks for a preset dictionary, which EXR does not know");
        }
    }

    private void readBlock() throws CorruptChunkException {
        int type = stream.read(2);
        if (type == 0) {
            stream.copyStored();
            return;
        }
        if (type == 1) {
            codes.buildFixed();
        } else if (type == 2) {
            codes.buildDynamic(stream);
        } else {
            throw new CorruptChunkException("a block of the packed data has a type that does not exist");
        }
        stream.decode(codes);
    }

    private void readChecksum() throws CorruptChunkException {
        stream.toNextByte();
        int stored = 0;
        for (int i = 0; i < 4; i++) {
            stored = stored << 8 | stream.read(8);
        }
        checksum.reset();
        checksum.update(stream.out, stream.outStart, stream.at - stream.outStart);
        if (stored != (int) checksum.getValue()) {
            throw new CorruptChunkException("the checksum of the packed data does not fit what came out");
        }
    }
}
