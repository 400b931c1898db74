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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.meta.Channel;

/**
 * Which channels of a block are packed in which way, in which order, and how much that makes. Channels named R, G and B
 * of the same layer and sampling form a triple that is packed as luma and two color differences; triples come before
 * single lossy channels.
 *
 * <p>Source of the order: OpenEXR 3.4, {@code internal_dwa_compressor.h}.
 */
final class DwaLayout {
    private final Block block;
    private final DwaScheme[] schemes;
    private final List<int[]> lossyGroups = new ArrayList<>();
    private final long[] bytes = new long[DwaScheme.values().length];
    private long cosineBlocks;

    /**
     * Sorts the channels of a block.
     *
     * @throws CorruptChunkException if the rules put a channel of a triple into a scheme that is not lossy; the rules
     *     this package writes never do
     */
    DwaLayout(Block block, List<DwaRule> rules) throws CorruptChunkException {
        this.block = block;
        List<Channel> channels = block.channels();
        schemes = new DwaScheme[channels.size()];
        Map<String, int[]> triples = new LinkedHashMap<>();
        for (int c = 0; c < schemes.length; c++) {
            Channel channel = channels.get(c);
            schemes[c] = DwaScheme.DEFLATE;
            int[] triple = triples.computeIfAbsent(channel.layer(), layer -> new int[] {-1, -1, -1});
            for (DwaRule rule : rules) {
                if (rule.matches(channel)) {
                    schemes[c] = rule.scheme();
                    if (rule.colorPlace() >= 0) {
                        triple[rule.colorPlace()] = c;
                    }
                }
            }
        }
        boolean[] grouped = new boolean[schemes.length];
        for (int[] triple : triples.values()) {
            if (isComplete(triple)) {
                addTriple(triple, grouped);
            }
        }
        for (int c = 0; c < schemes.length; c++) {
            if (schemes[c] == DwaScheme.LOSSY && !grouped[c]) {
                lossyGroups.add(new int[] {c});
            }
            Channel channel = channels.get(c);
            long samples = (long) block.samplesPerLine(channel) * block.lines(channel);
            bytes[schemes[c].ordinal()] += samples * channel.type().bytes();
            if (schemes[c] == DwaScheme.LOSSY) {
                cosineBlocks += (long) blocksAcross(c) * blocksDown(c);
            }
        }
    }

    private boolean isComplete(int[] triple) {
        if (triple[0] < 0 || triple[1] < 0 || triple[2] < 0) {
            return false;
        }
        Channel red = block.channels().get(triple[0]);
        for (int place = 1; place < 3; place++) {
            Channel other = block.channels().get(triple[place]);
            if (other.xSampling() != red.xSampling() || other.ySampling() != red.ySampling()) {
                return false;
            }
        }
        return true;
    }

    private void addTriple(int[] triple, boolean[] grouped) throws CorruptChunkException {
        for (int c : triple) {
            if (schemes[c] != DwaScheme.LOSSY || grouped[c]) {
                throw new CorruptChunkException("the DWA channel rules contradict each other for "
                        + block.channels().get(c).name());
            }
            grouped[c] = true;
        }
        lossyGroups.add(triple);
    }

    DwaScheme scheme(int channel) {
        return schemes[channel];
    }

    /** The lossy channels in the order they are packed: indices of red, green and blue, or of one single channel. */
    List<int[]> lossyGroups() {
        return lossyGroups;
    }

    /** Raw bytes of all channels of a scheme. */
    long rawBytes(DwaScheme scheme) {
        return bytes[scheme.ordinal()];
    }

    /** Blocks of 8x8 samples in all lossy channels. */
    long cosineBlocks() {
        return cosineBlocks;
    }

    int blocksAcross(int channel) {
        return block.samplesPerLine(block.channels().get(channel)) + 7 >> 3;
    }

    int blocksDown(int channel) {
        return block.lines(block.channels().get(channel)) + 7 >> 3;
    }

    /**
     * Where each line of each channel starts in the raw bytes.
     *
     * @return per channel the offsets of those lines that have samples of it
     */
    int[][] rowOffsets() {
        List<Channel> channels = block.channels();
        int[][] offsets = new int[channels.size()][];
        int[] size = new int[offsets.length];
        int[] filled = new int[offsets.length];
        for (int c = 0; c < offsets.length; c++) {
            Channel channel = channels.get(c);
            offsets[c] = new int[block.lines(channel)];
            size[c] = block.samplesPerLine(channel) * channel.type().bytes();
        }
        int at = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int c = 0; c < offsets.length; c++) {
                if (Block.hasLine(channels.get(c), line)) {
                    offsets[c][filled[c]++] = at;
                    at += size[c];
                }
            }
        }
        return offsets;
    }
}
