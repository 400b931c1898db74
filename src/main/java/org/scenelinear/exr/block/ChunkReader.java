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

import java.util.function.Supplier;
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.exr.meta.Compression;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * Reads chunks of a part into planes, several threads at once. What is common to all compressions stands here; no
 * compression is named.
 */
public final class ChunkReader {
    private final ChunkFrames frames;
    private final Compression compression;
    private final Supplier<Codec> codecs;
    private final Damage damage;

    /**
     * A reader of one part.
     *
     * @param frames its chunks
     * @param compression of the part
     * @param codecs makes a codec for each worker
     * @param damage what to do about a missing or broken chunk
     */
    public ChunkReader(ChunkFrames frames, Compression compression, Supplier<Codec> codecs, Damage damage) {
        this.frames = frames;
        this.compression = compression;
        this.codecs = codecs;
        this.damage = damage;
    }

    /** What is done with one chunk. */
    @FunctionalInterface
    private interface Task {
        void run(ChunkDecoder decoder, int chunk, Block block) throws FileProblemException;
    }

    /**
     * Reads flat pixels.
     *
     * @param chunks which chunks
     * @param planes take the samples; undefined if this fails
     * @param run how to work
     * @throws FileProblemException if a chunk is missing or broken, or the file cannot be read
     */
    public void read(int[] chunks, PlaneSet planes, Run run) throws FileProblemException {
        forEach("reading", chunks, run, (decoder, chunk, block) -> {
            if (block.rawSize() > 0) { // there may be lines in which no channel has samples
                planes.unpack(block, decoder.samples(decoder.find(chunk), block));
            }
        });
    }

    /**
     * Reads how many samples deep pixels have.
     *
     * @param chunks which chunks
     * @param counts take the numbers; undefined if this fails
     * @param run how to work
     * @throws FileProblemException as {@link #read}
     */
    public void readCounts(int[] chunks, SampleCounts counts, Run run) throws FileProblemException {
        forEach("reading", chunks, run, (decoder, chunk, block) -> {
            int[] found = new int[block.width() * block.height()];
            decoder.counts(decoder.find(chunk), block, found);
            counts.put(block, found);
        });
    }

    /**
     * Reads deep samples.
     *
     * @param chunks which chunks
     * @param planes take the samples; undefined if this fails
     * @param run how to work
     * @throws FileProblemException as {@link #read}, or if the chunks do not have as many samples as there is room for
     */
    public void readDeep(int[] chunks, DeepPlaneSet planes, Run run) throws FileProblemException {
        forEach("reading", chunks, run, (decoder, chunk, block) -> {
            ChunkFrame frame = decoder.find(chunk);
            int[] counts = new int[block.width() * block.height()];
            Block deep = decoder.counts(frame, block, counts);
            planes.unpack(deep, counts, decoder.samples(frame, deep));
        });
    }

    /**
     * Unpacks chunks only to see whether they can be.
     *
     * @param chunks which chunks
     * @param deep whether the part is deep
     * @param run how to work
     * @throws FileProblemException if the file cannot be read, or {@link Damage} says so
     */
    public void check(int[] chunks, boolean deep, Run run) throws FileProblemException {
        forEach("checking", chunks, run, (decoder, chunk, block) -> {
            if (deep) {
                ChunkFrame frame = decoder.find(chunk);
                decoder.samples(frame, decoder.counts(frame, block, new int[block.width() * block.height()]));
            } else if (block.rawSize() > 0) {
                decoder.samples(decoder.find(chunk), block);
            }
        });
    }

    private void forEach(String what, int[] chunks, Run run, Task task) throws FileProblemException {
        int perPiece = frames.layout().chunksPerPiece();
        int pieces = (chunks.length + perPiece - 1) / perPiece;
        run.<ChunkDecoder, FileProblemException>forEach(
                what + " " + frames.source().name(),
                pieces,
                () -> new ChunkDecoder(frames, compression, codecs.get()),
                (decoder, piece) -> {
                    int end = Math.min(chunks.length, (piece + 1) * perPiece);
                    for (int i = piece * perPiece; i < end; i++) {
                        try {
                            task.run(decoder, chunks[i], frames.layout().block(chunks[i]));
                        } catch (FileProblemException e) {
                            tell(e);
                        }
                    }
                });
    }

    private synchronized void tell(FileProblemException problem) throws FileProblemException {
        damage.found(problem);
    }
}
