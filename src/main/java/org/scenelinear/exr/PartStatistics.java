/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scenelinear.exr.block.ChunkFrame;
import org.scenelinear.exr.block.ChunkFrames;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * How a part lies in its file.
 *
 * @param chunks how many chunks it has, of all levels
 * @param storedRaw how many of them are stored as they are because packing did not make them smaller
 * @param rawBytes bytes of all pixels when unpacked
 * @param packedBytes bytes of all chunks, without what stands before each
 * @param smallest packed bytes of the smallest chunk
 * @param largest packed bytes of the largest chunk
 * @param channelBytes packed bytes of each channel by its name, about: the channels of a chunk are packed together, and
 *     their bytes are shared out as those of each channel packed by itself; empty if there is no codec for the part
 */
public record PartStatistics(
        long chunks,
        long storedRaw,
        long rawBytes,
        long packedBytes,
        long smallest,
        long largest,
        Map<String, Long> channelBytes) {
    /** More chunks than these are not packed again to tell channels apart. */
    private static final int SAMPLED_CHUNKS = 32;

    /**
     * Looks at all chunks of a part and unpacks some.
     *
     * @param file an open file
     * @param part which of its parts
     * @param run how to work
     * @throws FileProblemException if a chunk is missing or broken
     */
    public static PartStatistics of(ExrFile file, int part, Run run) throws FileProblemException {
        Header header = file.headers().get(part);
        ChunkFrames frames = file.frames(part);
        long chunks = frames.layout().chunks();
        long storedRaw = 0;
        long raw = 0;
        long packed = 0;
        long smallest = Long.MAX_VALUE;
        long largest = 0;
        for (int chunk = 0; chunk < chunks; chunk++) {
            if (!header.type().isDeep() && frames.layout().block(chunk).rawSize() == 0) {
                continue; // lines in which no channel has samples
            }
            ChunkFrame frame = frames.find(chunk);
            storedRaw += frame.packedLength() == frame.rawLength() ? 1 : 0;
            raw += frame.rawLength();
            packed += frame.length();
            smallest = Math.min(smallest, frame.length());
            largest = Math.max(largest, frame.length());
        }
        return new PartStatistics(
                chunks,
                storedRaw,
                raw,
                packed,
                Math.min(smallest, largest),
                largest,
                channels(file, part, packed, run));
    }

    private static Map<String, Long> channels(ExrFile file, int part, long packed, Run run)
            throws FileProblemException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        if (!file.canRead(part)) {
            return bytes;
        }
        long[] alone = file.channelSizes(part).measure(SAMPLED_CHUNKS, run);
        long sum = 0;
        for (long size : alone) {
            sum += size;
        }
        List<Channel> channels = file.headers().get(part).channels();
        for (int i = 0; i < alone.length; i++) {
            bytes.put(channels.get(i).name(), sum == 0 ? 0 : Math.round((double) packed * alone[i] / sum));
        }
        return bytes;
    }
}
