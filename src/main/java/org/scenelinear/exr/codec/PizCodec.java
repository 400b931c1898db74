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
import java.nio.ByteBuffer;
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
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final PizValues values = new PizValues();
    private final PizWavelet wavelet = new PizWavelet();
    private final PizDecoder decoder = new PizDecoder();
    private final HuffmanEncoder encoder = new HuffmanEncoder();

    /** The words channel by channel, and the same as pairs. */
    private byte[] words = new byte[0];

    private WordPairs wordPairs = new WordPairs(words);
    private short[] symbols = new short[0];

    /** The lines of one channel: all its words if there is one per sample, else the lower and the upper words. */
    private int[][] lines = new int[0][];

    private int[][] upperLines = new int[0][];
    private int[] samples = new int[0];

    /** The word where each line of the block begins, and then where the next channel of the line begins. */
    private int[] starts = new int[0];

    @Override
    public void decode(Block block, byte[] packed, int packedLength, byte[] raw) throws CorruptChunkException {
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
        int count = reserve(block);
        decoder.decode(packed, position, position + length, words, count);
        WordPairs rawPairs = new WordPairs(raw);
        int word = 0;
        for (Channel channel : block.channels()) {
            word = takeWords(block, channel, word);
            transform(block, channel, false);
            putSamples(block, channel, rawPairs);
        }
    }

    @Override
    public int encode(Block block, byte[] raw, byte[] packed) {
        int count = reserve(block);
        int position = values.write(raw, Short.BYTES * count, packed);
        if (position == NOT_SMALLER || packed.length - position < Integer.BYTES) {
            return NOT_SMALLER;
        }
        WordPairs rawPairs = new WordPairs(raw);
        int word = 0;
        for (Channel channel : block.channels()) {
            takeSamples(block, channel, rawPairs);
            transform(block, channel, true);
            word = putWords(block, channel, word);
        }
        if (symbols.length < count) {
            symbols = new short[count];
        }
        ByteBuffer.wrap(words).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(symbols, 0, count);
        int length = encoder.encode(symbols, count, packed, position + Integer.BYTES);
        // The encoder may change some bytes behind its own, and these, too, are to lie within the raw size.
        if (length == HuffmanEncoder.NO_ROOM || position + Integer.BYTES + length > Short.BYTES * count - Long.BYTES) {
            return NOT_SMALLER;
        }
        INTS.set(packed, position, length);
        return position + Integer.BYTES + length;
    }

    /** Makes room for all words, finds where those of each line begin, and answers how many there are. */
    private int reserve(Block block) {
        if (starts.length < block.height()) {
            starts = new int[block.height()];
        }
        int count = 0;
        for (int i = 0; i < block.height(); i++) {
            starts[i] = count;
            for (Channel channel : block.channels()) {
                count += block.samplesInLine(channel, block.y() + i) * wordsPerSample(channel);
            }
        }
        if (words.length < Short.BYTES * count) {
            words = new byte[Short.BYTES * count];
            wordPairs = new WordPairs(words);
        }
        int width = 0;
        int height = 0;
        for (Channel channel : block.channels()) {
            width = Math.max(width, block.samplesPerLine(channel));
            height = Math.max(height, block.lines(channel));
        }
        lines = PizWavelet.withRoom(lines, width, height);
        if (block.channels().stream().anyMatch(channel -> wordsPerSample(channel) == 2)) {
            upperLines = PizWavelet.withRoom(upperLines, width, height);
            samples = samples.length < width ? new int[width] : samples;
        }
        return count;
    }

    private void transform(Block block, Channel channel, boolean encode) {
        int width = block.samplesPerLine(channel);
        int height = block.lines(channel);
        boolean narrow = values.areNarrow();
        if (encode) {
            wavelet.encode(lines, width, height, narrow);
        } else {
            wavelet.decode(lines, width, height, narrow);
        }
        if (wordsPerSample(channel) == 2) {
            if (encode) {
                wavelet.encode(upperLines, width, height, narrow);
            } else {
                wavelet.decode(upperLines, width, height, narrow);
            }
        }
    }

    /** Takes the lines of a channel from the words and answers where the next channel begins. */
    private int takeWords(Block block, Channel channel, int first) {
        int width = block.samplesPerLine(channel);
        int word = first;
        for (int line = 0; line < block.lines(channel); line++) {
            if (wordsPerSample(channel) == 2) {
                wordPairs.get(word, 2 * width, samples);
                split(samples, lines[line], upperLines[line], width);
            } else {
                wordPairs.get(word, width, lines[line]);
            }
            word += width * wordsPerSample(channel);
        }
        return word;
    }

    private int putWords(Block block, Channel channel, int first) {
        int width = block.samplesPerLine(channel);
        int word = first;
        for (int line = 0; line < block.lines(channel); line++) {
            if (wordsPerSample(channel) == 2) {
                join(lines[line], upperLines[line], samples, width);
                wordPairs.put(word, 2 * width, samples);
            } else {
                wordPairs.put(word, width, lines[line]);
            }
            word += width * wordsPerSample(channel);
        }
        return word;
    }

    private void takeSamples(Block block, Channel channel, WordPairs raw) {
        int width = block.samplesPerLine(channel);
        int line = 0;
        for (int i = 0; i < block.height(); i++) {
            if (!Block.hasLine(channel, block.y() + i)) {
                continue;
            }
            if (wordsPerSample(channel) == 2) {
                raw.get(starts[i], 2 * width, samples);
                values.replace(samples, width);
                split(samples, lines[line], upperLines[line], width);
            } else {
                raw.get(starts[i], width, lines[line]);
                values.replace(lines[line], (width + 1) / 2);
            }
            starts[i] += width * wordsPerSample(channel);
            line++;
        }
    }

    private void putSamples(Block block, Channel channel, WordPairs raw) {
        int width = block.samplesPerLine(channel);
        int line = 0;
        for (int i = 0; i < block.height(); i++) {
            if (!Block.hasLine(channel, block.y() + i)) {
                continue;
            }
            if (wordsPerSample(channel) == 2) {
                join(lines[line], upperLines[line], samples, width);
                values.replace(samples, width);
                raw.put(starts[i], 2 * width, samples);
            } else {
                values.replace(lines[line], (width + 1) / 2);
                raw.put(starts[i], width, lines[line]);
            }
            starts[i] += width * wordsPerSample(channel);
            line++;
        }
    }

    /** The lower words of samples and the upper ones, each as pairs. */
    private static void split(int[] samples, int[] lower, int[] upper, int width) {
        for (int x = 0; x < width / 2; x++) {
            int left = samples[2 * x];
            int right = samples[2 * x + 1];
            lower[x] = left & 0xFFFF | right << 16;
            upper[x] = left >>> 16 | right & 0xFFFF0000;
        }
        if (width % 2 != 0) {
            lower[width / 2] = samples[width - 1] & 0xFFFF;
            upper[width / 2] = samples[width - 1] >>> 16;
        }
    }

    private static void join(int[] lower, int[] upper, int[] samples, int width) {
        for (int x = 0; x < width / 2; x++) {
            samples[2 * x] = lower[x] & 0xFFFF | upper[x] << 16;
            samples[2 * x + 1] = lower[x] >>> 16 | upper[x] & 0xFFFF0000;
        }
        if (width % 2 != 0) {
            samples[width - 1] = lower[width / 2] & 0xFFFF | upper[width / 2] << 16;
        }
    }

    private static int wordsPerSample(Channel channel) {
        return channel.type().bytes() / Short.BYTES;
    }
}
