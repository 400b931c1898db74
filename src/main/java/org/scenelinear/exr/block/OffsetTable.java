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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.exr.meta.FileHeaders;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.InvalidFileException;
import org.scenelinear.io.SequentialInput;

/**
 * Where the chunks of all parts lie. A table with an impossible entry (an interrupted writer leaves zeros) is not
 * trusted: the chunks are then found by walking through the file, as each says which one it is.
 */
public final class OffsetTable {
    /** Stands where no chunk was found. */
    static final long MISSING = 0;

    private static final int ENTRY_BYTES = 8;

    private final long[][] offsets;

    private OffsetTable(long[][] offsets) {
        this.offsets = offsets;
    }

    /** Where a chunk begins, or {@link #MISSING}. */
    long offset(int part, int chunk) {
        return offsets[part][chunk];
    }

    /**
     * Reads the tables of all parts.
     *
     * @param source the file
     * @param headers its headers
     * @throws InvalidFileException if the file is too short for them
     */
    public static OffsetTable read(ByteSource source, FileHeaders headers) throws FileProblemException {
        List<ChunkLayout> layouts = new ArrayList<>();
        long position = headers.end();
        long[][] offsets = new long[headers.parts().size()][];
        for (int part = 0; part < offsets.length; part++) {
            ChunkLayout layout = ChunkLayout.of(headers.parts().get(part));
            layouts.add(layout);
            long chunks = layout.chunks();
            String place = "chunk offset table of part " + part + " at byte " + position;
            if (chunks > (source.size() - position) / ENTRY_BYTES || chunks > Integer.MAX_VALUE / ENTRY_BYTES) {
                throw new InvalidFileException(
                        source.name(),
                        place,
                        "the header claims " + chunks + " chunks, but the file ends at byte " + source.size());
            }
            offsets[part] = readTable(source, place, position, (int) chunks);
            position += chunks * ENTRY_BYTES;
        }
        if (!isPlausible(offsets, position, source.size())) {
            offsets = rebuild(source, headers, layouts, position);
        }
        return new OffsetTable(offsets);
    }

    private static long[] readTable(ByteSource source, String place, long position, int chunks)
            throws FileProblemException {
        byte[] bytes = new byte[chunks * ENTRY_BYTES];
        source.read(place, position, bytes, 0, bytes.length);
        long[] table = new long[chunks];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(table);
        return table;
    }

    private static boolean isPlausible(long[][] offsets, long first, long end) {
        for (long[] table : offsets) {
            for (long offset : table) {
                if (offset < first || offset >= end) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Walks from chunk to chunk until the file ends or what stands there is none. */
    private static long[][] rebuild(ByteSource source, FileHeaders headers, List<ChunkLayout> layouts, long first)
            throws FileProblemException {
        long[][] found = new long[layouts.size()][];
        for (int part = 0; part < found.length; part++) {
            found[part] = new long[(int) layouts.get(part).chunks()];
        }
        long position = first;
        while (true) {
            SequentialInput input = new SequentialInput(source, position);
            int partBytes = headers.flags().multiPart() ? 4 : 0;
            int part = partBytes > 0 && input.remaining() >= partBytes ? input.readInt() : 0;
            if (part < 0 || part >= found.length) {
                break;
            }
            ChunkLayout layout = layouts.get(part);
            boolean deep = headers.parts().get(part).type().isDeep();
            if (input.remaining() < 4L * layout.coordinateCount() + (deep ? 3 * 8 : 4)) {
                break;
            }
            int[] coordinates = new int[layout.coordinateCount()];
            for (int i = 0; i < coordinates.length; i++) {
                coordinates[i] = input.readInt();
            }
            long size = deep ? deepSize(input) : input.readInt();
            long index = layout.indexOf(coordinates);
            if (index < 0 || size < 0 || size > input.remaining() || found[part][(int) index] != MISSING) {
                break;
            }
            found[part][(int) index] = position;
            position = input.position() + size;
        }
        return found;
    }

    /** Packed bytes of a deep chunk, or -1 if what is said of them is impossible. */
    private static long deepSize(SequentialInput input) throws FileProblemException {
        long table = input.readLong();
        long samples = input.readLong();
        input.readLong(); // of the unpacked samples
        long most = Long.MAX_VALUE / 2;
        return table < 0 || samples < 0 || table > most || samples > most ? -1 : table + samples;
    }
}
