/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The lossless compressions of TIFF files that are read. Each has a greatest ratio, so that a claimed size can be
 * judged before memory is taken.
 */
enum TiffCompression {
    NONE(1, 1),
    /** TIFF 6.0, section 13: codes of 9 to 12 bits, highest bit first. */
    LZW(5, 4096),
    /** TIFF 6.0, section 9: runs and literals of bytes. */
    PACK_BITS(32773, 64),
    DEFLATE(8, 1032),
    /** Deflate under the number it had before it was registered. */
    OLD_DEFLATE(32946, 1032);

    private static final int LZW_CLEAR = 256;
    private static final int LZW_END = 257;
    private static final int LZW_CODES = 4096;

    private final int number;
    private final int greatestRatio;

    TiffCompression(int number, int greatestRatio) {
        this.number = number;
        this.greatestRatio = greatestRatio;
    }

    /** The compression with this number in the field Compression, if it is one of these. */
    static Optional<TiffCompression> of(long number) {
        return Arrays.stream(values()).filter(c -> c.number == number).findFirst();
    }

    /** More bytes than one packed byte can become. */
    int greatestRatio() {
        return greatestRatio;
    }

    /**
     * Unpacks a strip or tile.
     *
     * @param packed the bytes in the file
     * @param size how many bytes come out
     * @return so many bytes
     * @throws DataFormatException if the packed bytes break the rules or give fewer
     */
    byte[] unpack(byte[] packed, int size) throws DataFormatException {
        return switch (this) {
            case NONE -> copy(packed, size);
            case LZW -> unpackLzw(packed, size);
            case PACK_BITS -> unpackRuns(packed, size);
            case DEFLATE, OLD_DEFLATE -> inflate(packed, size);
        };
    }

    private static byte[] copy(byte[] packed, int size) throws DataFormatException {
        require(size, packed.length);
        return Arrays.copyOf(packed, size);
    }

    private static byte[] inflate(byte[] packed, int size) throws DataFormatException {
        byte[] raw = new byte[size];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            int done = 0;
            while (done < size) {
                int more = inflater.inflate(raw, done, size - done);
                if (more == 0) {
                    break; // the data end, or ask for a dictionary that nobody has
                }
                done += more;
            }
            require(size, done);
            return raw;
        } finally {
            inflater.end();
        }
    }

    private static byte[] unpackRuns(byte[] packed, int size) throws DataFormatException {
        byte[] raw = new byte[size];
        int done = 0;
        for (int in = 0; done < size && in + 1 < packed.length; ) {
            int control = packed[in++];
            if (control >= 0) {
                int count = Math.min(Math.min(control + 1, size - done), packed.length - in);
                System.arraycopy(packed, in, raw, done, count);
                in += control + 1;
                done += count;
            } else if (control != -128) {
                int count = Math.min(1 - control, size - done);
                Arrays.fill(raw, done, done + count, packed[in++]);
                done += count;
            }
        }
        require(size, done);
        return raw;
    }

    /**
     * Every code stands for bytes that were put out before: where they start and how many there are is all the table
     * has to hold.
     */
    private static byte[] unpackLzw(byte[] packed, int size) throws DataFormatException {
        byte[] raw = new byte[size];
        int[] start = new int[LZW_CODES];
        int[] length = new int[LZW_CODES];
        int done = 0;
        int next = LZW_END + 1;
        int previousStart = -1;
        int previousLength = 0;
        long bit = 0;
        while (done < size) {
            int bits = next + 1 < 512 ? 9 : next + 1 < 1024 ? 10 : next + 1 < 2048 ? 11 : 12;
            if (bit + bits > 8L * packed.length) {
                break;
            }
            int code = bits(packed, bit, bits);
            bit += bits;
            if (code == LZW_END) {
                break;
            }
            if (code == LZW_CLEAR) {
                next = LZW_END + 1;
                previousStart = -1;
                continue;
            }
            int begin = done;
            if (code < LZW_CLEAR) {
                raw[done++] = (byte) code;
            } else if (previousStart >= 0 && code <= next && code < LZW_CODES) {
                // The code that is only now being made stands for the previous bytes and their first once more, which
                // is just what lies from the start of the previous bytes on.
                int from = code < next ? start[code] : previousStart;
                int count = Math.min(code < next ? length[code] : previousLength + 1, size - done);
                for (int i = 0; i < count; i++) {
                    raw[done++] = raw[from + i];
                }
            } else {
                throw new DataFormatException("the LZW code " + code + " comes before its meaning");
            }
            if (previousStart >= 0 && next < LZW_CODES) {
                start[next] = previousStart;
                length[next] = previousLength + 1;
                next++;
            }
            previousStart = begin;
            previousLength = done - begin;
        }
        require(size, done);
        return raw;
    }

    private static int bits(byte[] packed, long position, int count) {
        int index = (int) (position >>> 3);
        int window = 0;
        for (int i = 0; i < 3; i++) {
            window = window << 8 | (index + i < packed.length ? packed[index + i] & 0xFF : 0);
        }
        return window >>> 24 - (int) (position & 7) - count & (1 << count) - 1;
    }

    private static void require(int size, int found) throws DataFormatException {
        if (found < size) {
            throw new DataFormatException("gives " + found + " bytes instead of " + size);
        }
    }
}
