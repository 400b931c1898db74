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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;

/** {@link ReadAhead} must give what its source gives, and complain when it complains. */
class ReadAheadTest {
    private static final int SIZE = 700_000;

    private final byte[] bytes = new byte[SIZE];

    ReadAheadTest() {
        new Random(1).nextBytes(bytes);
    }

    private static byte[] read(ReadAhead file, int position, int length) throws FileProblemException {
        byte[] target = new byte[length + 2];
        file.read("here", position, target, 1, length);
        assertEquals(0, target[0]);
        assertEquals(0, target[length + 1]);
        return Arrays.copyOfRange(target, 1, length + 1);
    }

    @Test
    void bytesAreThoseOfTheFileInWhateverOrderTheyAreRead() throws FileProblemException {
        try (ByteSource source = ByteSource.of("bytes", bytes)) {
            ReadAhead file = new ReadAhead(source);
            Random random = new Random(2);
            int next = 0;
            for (int i = 0; i < 2000; i++) {
                int position = random.nextInt(4) == 0 ? random.nextInt(SIZE) : next;
                int length = random.nextInt(1 + Math.min(SIZE - position, 1 << random.nextInt(19)));
                assertArrayEquals(Arrays.copyOfRange(bytes, position, position + length), read(file, position, length));
                next = position + length;
            }
        }
    }

    @Test
    void bytesBehindTheEndAreRefusedInTheWordsOfTheFile() throws FileProblemException {
        try (ByteSource source = ByteSource.of("bytes", bytes)) {
            ReadAhead file = new ReadAhead(source);
            assertArrayEquals(Arrays.copyOfRange(bytes, SIZE - 9, SIZE), read(file, SIZE - 9, 9));
            for (int position : new int[] {SIZE - 8, SIZE, -1}) {
                FileProblemException direct = assertThrows(
                        FileProblemException.class, () -> source.read("here", position, new byte[9], 0, 9));
                FileProblemException ahead = assertThrows(FileProblemException.class, () -> read(file, position, 9));
                assertEquals(direct.getMessage(), ahead.getMessage());
            }
        }
    }

    @Test
    void whatCannotBeReadAheadDoesNotKeepWhatIsAskedForFromBeingRead(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("shortened");
        Files.write(path, bytes);
        try (ByteSource source = ByteSource.open(path)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(1000);
            }
            ReadAhead file = new ReadAhead(source);
            assertArrayEquals(Arrays.copyOfRange(bytes, 100, 300), read(file, 100, 200));
            assertArrayEquals(Arrays.copyOfRange(bytes, 990, 1000), read(file, 990, 10));
            assertThrows(FileAccessException.class, () -> read(file, 995, 10));
            assertArrayEquals(Arrays.copyOfRange(bytes, 0, 20), read(file, 0, 20));
        }
    }
}
