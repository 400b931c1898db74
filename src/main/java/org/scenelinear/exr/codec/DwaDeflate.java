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

import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The zlib streams inside a DWA chunk. Keeps native memory: one thread at a time, and close it. */
final class DwaDeflate implements AutoCloseable {
    /** zlib's effort, 0 to 9: its default, which is about as small as what OpenEXR makes. */
    private static final int LEVEL = 6;

    private Inflater inflater;
    private Deflater deflater;

    /**
     * Unpacks a zlib stream.
     *
     * @param to takes the bytes from index 0
     * @param toLength how many there must be
     * @throws CorruptChunkException if the stream is damaged or is not exactly that long
     */
    void inflate(byte[] from, int fromStart, int fromLength, byte[] to, int toLength) throws CorruptChunkException {
        if (inflater == null) {
            inflater = new Inflater();
        }
        inflater.reset();
        inflater.setInput(from, fromStart, fromLength);
        try {
            int size = inflater.inflate(to, 0, toLength);
            // The last call reads the checksum; it must not give a byte more.
            if (size != toLength
                    || !inflater.finished() && inflater.inflate(new byte[1]) != 0
                    || !inflater.finished()) {
                throw new CorruptChunkException("a zlib stream in a DWA chunk does not hold " + toLength + " bytes");
            }
        } catch (DataFormatException e) {
            throw new CorruptChunkException("a zlib stream in a DWA chunk is damaged: " + e.getMessage());
        }
    }

    /**
     * Packs bytes into a zlib stream.
     *
     * @return the length of the stream, or -1 if it does not fit behind {@code toStart}
     */
    int deflate(byte[] from, int fromLength, byte[] to, int toStart) {
        if (deflater == null) {
            deflater = new Deflater(LEVEL);
        }
        deflater.reset();
        deflater.setInput(from, 0, fromLength);
        deflater.finish();
        int size = deflater.deflate(to, toStart, to.length - toStart);
        return deflater.finished() ? size : -1;
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
            inflater = null;
        }
        if (deflater != null) {
            deflater.end();
            deflater = null;
        }
    }
}
