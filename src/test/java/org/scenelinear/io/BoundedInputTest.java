/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundedInputTest {
    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        LittleEndianOutput out = new LittleEndianOutput();
        out.writeByte(0xFE);
        out.writeInt(-2);
        out.writeTerminated("caf\u00E9");
        out.writeLong(0x0102030405060708L);
        out.writeBytes(new byte[5000]);
        out.writeFloat(1.5f);
        assertEquals(1 + 4 + 6 + 8 + 5000 + 4, out.length());
        SequentialInput in = new SequentialInput(ByteSource.of("x", out.toByteArray()), 0);
        assertEquals(0xFE, in.readByte());
        assertEquals(-2, in.readInt());
        assertEquals(5, in.readTerminated(5).length);
        assertEquals(0x05060708, in.readInt());
        assertEquals(0x01020304, in.readInt());
        assertArrayEquals(new byte[5000], in.readBytes(5000));
        assertEquals(Float.floatToIntBits(1.5f), in.readInt());
        assertEquals(0, in.remaining());
    }

    @Test
    void aLengthBeyondTheEndIsRefusedBeforeMemoryIsTaken() {
        SequentialInput in = new SequentialInput(ByteSource.of("x", new byte[10]), 4);
        in.setPlace("here");
        Exception e = assertThrows(InvalidFileException.class, () -> in.readBytes(Integer.MAX_VALUE));
        assertEquals("x: here: the file ends at byte 10, but 2147483647 bytes are expected at byte 4", e.getMessage());
    }

    @Test
    void aNameWithoutEndIsRefused() {
        SequentialInput in = new SequentialInput(ByteSource.of("x", "abcdef".getBytes(StandardCharsets.UTF_8)), 0);
        assertThrows(InvalidFileException.class, () -> in.readTerminated(5));
        SequentialInput cut = new SequentialInput(ByteSource.of("x", "abc".getBytes(StandardCharsets.UTF_8)), 0);
        assertThrows(InvalidFileException.class, () -> cut.readTerminated(5));
    }

    @Test
    void sizesPassTheGateOnlyIfTheyCanBeTrue() throws Exception {
        assertDoesNotThrow(() -> SizeLimits.requirePossible("x", "p", 1032, 1, 1032));
        assertThrows(InvalidFileException.class, () -> SizeLimits.requirePossible("x", "p", 2064, 1, 1032));
        assertThrows(InvalidFileException.class, () -> SizeLimits.requirePossible("x", "p", -1, 100, 1032));
        assertEquals(1032, SizeLimits.arraySize("x", "p", 1032, 1));
        assertThrows(UnsupportedFileException.class, () -> SizeLimits.arraySize("x", "p", 1L << 31, 1));
    }

    @Test
    void moreThanTheMemoryIsRefused() throws Exception {
        long memory = Runtime.getRuntime().maxMemory();
        assertEquals(1000, SizeLimits.arraySize("x", "p", 1000, 4));
        long length = Math.min(memory / 8 + 1, Integer.MAX_VALUE - 8);
        Exception e =
                assertThrows(UnsupportedFileException.class, () -> SizeLimits.arraySize("x", "p", length, 1 << 10));
        String message = e.getMessage();
        assertTrue(message.startsWith("x: p: " + (length >> 10) + " MB of memory are needed"), message);
        assertTrue(message.contains(" " + (memory >> 20) + " MB that this program may use"), message);
    }

    @Test
    void aStreamIsKeptWholeHoweverItGivesItsBytes() throws Exception {
        byte[] bytes = new byte[300_001];
        new Random(3).nextBytes(bytes);
        InputStream inPieces = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 777));
            }
        };
        try (ByteSource source = ByteSource.of("stream", inPieces)) {
            assertEquals(bytes.length, source.size());
            byte[] found = new byte[bytes.length];
            source.read("all", 0, found, 0, found.length);
            assertArrayEquals(bytes, found);
        }
    }

    @Test
    void aStreamWithoutEndIsRefusedBeforeTheMemoryIsFull() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 7;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return length; // nothing is written, so that the test takes no time
            }
        };
        assertThrows(UnsupportedFileException.class, () -> ByteSource.of("endless", endless));
    }
}
