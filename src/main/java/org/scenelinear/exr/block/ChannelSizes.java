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

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * How much of a part's packed bytes each channel takes. The channels of a chunk are packed together, so this cannot be
 * read in a file: each channel of some chunks is packed once more, by itself.
 */
public final class ChannelSizes {
    private final ChunkFrames frames;
    private final Header header;
    private final Supplier<Codec> codecs;

    /**
     * The channels of one part.
     *
     * @param frames its chunks
     * @param header its header
     * @param codecs makes a codec that packs as the file is packed
     */
    public ChannelSizes(ChunkFrames frames, Header header, Supplier<Codec> codecs) {
        this.frames = frames;
        this.header = header;
        this.codecs = codecs;
    }

    /**
     * Measures.
     *
     * @param most how many chunks are looked at, evenly spread over the part
     * @param run how to work
     * @return packed bytes of each channel in those chunks, in the order of the channels
     * @throws FileProblemException if a chunk is missing or broken
     */
    public long[] measure(int most, Run run) throws FileProblemException {
        int chunks = (int) frames.layout().chunks();
        int count = Math.min(most, chunks);
        int[] chosen = IntStream.range(0, count)
                .map(i -> (int) ((2L * i + 1) * chunks / (2L * count)))
                .toArray();
        AtomicLongArray sums = new AtomicLongArray(header.channels().size());
        run.<Worker, FileProblemException>forEach(
                "measuring " + frames.source().name(), count, Worker::new, (worker, i) -> {
                    long[] sizes = worker.sizes(chosen[i]);
                    for (int channel = 0; channel < sizes.length; channel++) {
                        sums.addAndGet(channel, sizes[channel]);
                    }
                });
        return IntStream.range(0, sums.length()).mapToLong(sums::get).toArray();
    }

    /** What one thread needs. */
    private final class Worker implements AutoCloseable {
        private final ChunkDecoder decoder = new ChunkDecoder(frames, header.compression(), codecs.get());
        private final Codec codec = codecs.get();

        long[] sizes(int chunk) throws FileProblemException {
            long[] sizes = new long[header.channels().size()];
            Block block = frames.layout().block(chunk);
            if (block.rawSize() == 0) {
                return sizes;
            }
            ChunkFrame frame = decoder.find(chunk);
            if (header.type().isDeep()) {
                block = decoder.counts(frame, block, new int[block.width() * block.height()]);
            }
            byte[] raw = decoder.samples(frame, block);
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = packed(alone(block, header.channels().get(i)), separate(block, i, raw));
            }
            return sizes;
        }

        private long packed(Block block, byte[] raw) {
            int length = raw.length == 0 ? 0 : codec.encode(block, raw, new byte[raw.length]);
            return length == Codec.NOT_SMALLER ? raw.length : length;
        }

        @Override
        public void close() {
            decoder.close();
            codec.close();
        }
    }

    private static Block alone(Block block, Channel channel) {
        return new Block(List.of(channel), block.x(), block.y(), block.width(), block.height(), block.deepSamples());
    }

    /** The raw bytes of one channel, taken out of those of all. */
    private static byte[] separate(Block block, int channel, byte[] raw) {
        byte[] bytes =
                new byte[(int) alone(block, block.channels().get(channel)).rawSize()];
        int from = 0;
        int to = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int i = 0; i < block.channels().size(); i++) {
                Channel here = block.channels().get(i);
                int length = block.samplesInLine(here, line) * here.type().bytes();
                if (i == channel) {
                    System.arraycopy(raw, from, bytes, to, length);
                    to += length;
                }
                from += length;
            }
        }
        return bytes;
    }
}
