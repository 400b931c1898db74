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

import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.codec.Codec;
import org.scenelinear.io.LittleEndianOutput;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;

/**
 * Packs chunks of one part with what stands before their packed bytes, the number of the part excepted. For one thread
 * at a time.
 */
final class ChunkPacker implements AutoCloseable {
    /** How often one worker holds a chunk that does not get smaller: raw, packed, as it is collected and handed on. */
    private static final int COPIES = 4;

    private final String name;
    private final ChunkLayout layout;
    private final Codec codec;
    private byte[] raw = new byte[0];
    private byte[] packed = new byte[0];

    ChunkPacker(String name, ChunkLayout layout, Codec codec) {
        this.name = name;
        this.layout = layout;
        this.codec = codec;
    }

    /** Appends a chunk. */
    void pack(int chunk, PixelSet pixels, LittleEndianOutput out) throws UnsupportedFileException {
        for (int coordinate : layout.coordinates(chunk)) {
            out.writeInt(coordinate);
        }
        Block block = layout.block(chunk);
        if (pixels instanceof PlaneSet planes) {
            reserve(chunk, block);
            planes.pack(block, raw);
            int length = encode(block);
            out.writeInt(length);
            write(block, length, out);
        } else if (pixels instanceof DeepPlaneSet deep) {
            packDeep(chunk, block, deep, out);
        }
    }

    private void packDeep(int chunk, Block block, DeepPlaneSet deep, LittleEndianOutput out)
            throws UnsupportedFileException {
        Block table = ChunkDecoder.countTable(block);
        reserve(chunk, table);
        deep.packCounts(block, raw);
        int tableLength = encode(table);
        byte[] tableBytes = (tableLength < table.rawSize() ? packed : raw).clone();
        Block samples = deep.withCounts(block);
        reserve(chunk, samples);
        deep.pack(samples, raw);
        int length = encode(samples);
        out.writeLong(tableLength);
        out.writeLong(length);
        out.writeLong(samples.rawSize());
        out.writeBytes(tableBytes, tableLength);
        write(samples, length, out);
    }

    /** Packs the raw bytes if that makes them fewer, and answers how many are to be stored. */
    private int encode(Block block) {
        int rawLength = (int) block.rawSize();
        int length = rawLength == 0 ? 0 : codec.encode(block, raw, packed);
        return length == Codec.NOT_SMALLER || length > rawLength ? rawLength : length;
    }

    private void write(Block block, int length, LittleEndianOutput out) {
        out.writeBytes(length < block.rawSize() ? packed : raw, length);
    }

    /** Makes room for a chunk's bytes, raw and packed. */
    private void reserve(int chunk, Block block) throws UnsupportedFileException {
        long size = block.rawSize();
        if (size > raw.length) {
            String place = "chunk " + chunk + " (" + layout.describe(chunk) + ")";
            int length = SizeLimits.arraySize(name, place, size, 1);
            SizeLimits.requireMemory(name, place, COPIES * size);
            raw = new byte[length];
            packed = new byte[length];
        }
    }

    @Override
    public void close() {
        codec.close();
    }
}
