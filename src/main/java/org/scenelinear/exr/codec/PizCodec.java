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
import org.scenelinear.exr.meta.Channel;

/**
 * PIZ: samples as 16-bit words, channel by channel; the values that occur are numbered without gaps, the numbers go
 * through a {@link PizWavelet} and then through the code of {@link HuffmanCode}. Floats and unsigned integers are two
 * words each, the lower one first, and each of the two has a wavelet of its own.
 *
 * <p>The packed form: the first and the last byte, as 16-bit numbers, of the bitmap of values that are not all zero,
 * these bytes, the length of the Huffman data as a 32-bit number, and these (OpenEXR, ImfPizCompressor).
 */
final class PizCodec implements Codec {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final PizValues values = new PizValues();
    private final HuffmanDecoder decoder = new HuffmanDecoder();
    private final HuffmanEncoder encoder = new HuffmanEncoder();
    private short[] words = new short[0];
    private int[] starts = new int[0];
    private int longest;

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
        int count = reserve(block);
        int position = values.read(packed, packedLength);
        if (packedLength - position < Integer.BYTES) {
            throw new CorruptChunkException("the packed data ends before the length of its Huffman data");
        }
        int length = (int) INTS.get(packed, position);
        position += Integer.BYTES;
        if (length < 0 || length > packedLength - position) {
            throw new CorruptChunkException(
                    "the packed data claims " + length + " bytes of Huffman data and has " + (packedLength - position));
        }
        decoder.decode(packed, position, position + length, words, count);
        PizWavelet wavelet = new PizWavelet(words, values.areNarrow(), longest);
        for (int i = 0; i < block.channels().size(); i++) {
            Channel channel = block.channels().get(i);
            wavelet.decode(starts[i], block.samplesPerLine(channel), words(channel), block.lines(channel));
        }
        unpack(block, raw);
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int count = reserve(block);
        pack(block, raw);
        int position = values.write(words, count, packed);
        if (position == NOT_SMALLER || packed.length - position < Integer.BYTES) {
            return NOT_SMALLER;
        }
        values.toNumbers(words, count);
        PizWavelet wavelet = new PizWavelet(words, values.areNarrow(), longest);
        for (int i = 0; i < block.channels().size(); i++) {
            Channel channel = block.channels().get(i);
            wavelet.encode(starts[i], block.samplesPerLine(channel), words(channel), block.lines(channel));
        }
        int length = encoder.encode(words, count, packed, position + Integer.BYTES);
        if (length == HuffmanEncoder.NO_ROOM || position + Integer.BYTES + length >= block.rawSize()) {
            return NOT_SMALLER;
        }
        INTS.set(packed, position, length);
        return position + Integer.BYTES + length;
    }

    /** Makes room for all words, finds where those of each channel begin, and answers how many there are. */
    private int reserve(Block block) {
        int channels = block.channels().size();
        if (starts.length < channels) {
            starts = new int[channels];
        }
        int count = 0;
        longest = 0;
        for (int i = 0; i < channels; i++) {
            Channel channel = block.channels().get(i);
            starts[i] = count;
            int line = block.samplesPerLine(channel) * words(channel);
            longest = Math.max(longest, line);
            count += line * block.lines(channel);
        }
        if (words.length < count) {
            words = new short[count];
        }
        return count;
    }

    private void unpack(Block block, byte[] raw) {
        short[] table = values.byNumber();
        int[] at = starts.clone();
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int i = 0; i < block.channels().size(); i++) {
                int length = wordsInLine(block, i, y);
                int from = at[i];
                for (int k = 0; k < length; k++) {
                    SHORTS.set(raw, position + 2 * k, table[words[from + k] & 0xFFFF]);
                }
                at[i] += length;
                position += 2 * length;
            }
        }
    }

    private void pack(Block block, byte[] raw) {
        int[] at = starts.clone();
        int position = 0;
        for (int y = block.y(); y < block.y() + block.height(); y++) {
            for (int i = 0; i < block.channels().size(); i++) {
                int length = wordsInLine(block, i, y);
                int to = at[i];
                for (int k = 0; k < length; k++) {
                    words[to + k] = (short) SHORTS.get(raw, position + 2 * k);
                }
                at[i] += length;
                position += 2 * length;
            }
        }
    }

    private static int wordsInLine(Block block, int index, int line) {
        Channel channel = block.channels().get(index);
        return block.samplesInLine(channel, line) * words(channel);
    }

    /** Words in a sample. */
    private static int words(Channel channel) {
        return channel.type().bytes() / Short.BYTES;
    }
}
