/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.exr.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.scenelinear.io.ByteSource;

class HeaderTest {
    private static Header.Builder sound() {
        return Header.builder().dataWindow(new Box2i(0, 0, 9, 9)).channel(new Channel("Y", PixelType.HALF));
    }

    private static void refuses(String attribute, UnaryOperator<Header.Builder> change) {
        Header.Builder builder = change.apply(sound());
        Exception e = assertThrows(IllegalArgumentException.class, builder::build);
        assertTrue(e.getMessage().startsWith("attribute \"" + attribute + "\": "), e.getMessage());
    }

    @Test
    void headersThatBreakARuleAreNotBuilt() {
        refuses("dataWindow", b -> b.remove("dataWindow"));
        refuses("dataWindow", b -> b.dataWindow(new Box2i(5, 0, 4, 9)));
        refuses("displayWindow", b -> b.displayWindow(new Box2i(0, 0, 1 << 30, 9)));
        refuses("pixelAspectRatio", b -> b.pixelAspectRatio(Float.POSITIVE_INFINITY));
        refuses("compression", b -> b.attribute("compression", new Numbers.IntValue(3)));
        refuses("channels", b -> b.channels(List.of()));
        refuses("channels", b -> b.channel(new Channel("Y", PixelType.FLOAT)));
        refuses("channels", b -> b.channel(new Channel("C", PixelType.HALF, false, 0, 1)));
        refuses("channels", b -> b.channel(new Channel("C", PixelType.HALF, false, 3, 1)));
        refuses("channels", b -> b.channel(new Channel("x".repeat(256), PixelType.HALF)));
        refuses("tiles", b -> b.type(PartType.TILED));
        refuses("", b -> b.attribute("", new Numbers.IntValue(1)));
    }

    @Test
    void channelsAreSortedByTheBytesOfTheirNames() {
        Header header = sound().channels(List.of(
                        new Channel("a", PixelType.HALF),
                        new Channel("\uD83D\uDE00", PixelType.HALF),
                        new Channel("Z", PixelType.HALF),
                        new Channel("\uFB01", PixelType.HALF)))
                .build();
        // UTF-8 sorts U+FB01 before U+1F600; Java's own order of strings would not.
        assertEquals(
                List.of("Z", "a", "\uFB01", "\uD83D\uDE00"),
                header.channels().stream().map(Channel::name).toList());
    }

    @Test
    void aHeaderIsNotChangedByItsBuilderLater() {
        Header.Builder builder = sound();
        Header header = builder.build();
        builder.attribute("owner", new AttributeValue.StringValue("somebody"));
        assertTrue(header.attribute("owner").isEmpty());
        assertEquals(
                "somebody",
                builder.build()
                        .attribute("owner", AttributeValue.StringValue.class)
                        .orElseThrow()
                        .value());
    }

    @Test
    void longNamesSetTheirFlagAndComeBack() throws Exception {
        for (int length : new int[] {31, 32, 255}) {
            String name = "n".repeat(length);
            Header header = sound().attribute(name, new Numbers.IntValue(7)).build();
            FileHeaders read = HeaderReader.read(ByteSource.of("long.exr", HeaderWriter.bytes(List.of(header))));
            assertEquals(header, read.parts().get(0));
            assertEquals(length > 31, read.flags().longNames());
        }
    }

    @Test
    void textThatIsNotUtf8IsCarriedByteForByte() throws Exception {
        AttributeValue latin1 = new AttributeValue.Opaque("string", new byte[] {'M', (byte) 0xFC, 'n'});
        Header header = sound().attribute("owner", latin1).build();
        FileHeaders read = HeaderReader.read(ByteSource.of("latin.exr", HeaderWriter.bytes(List.of(header))));
        assertEquals(latin1, read.parts().get(0).attribute("owner").orElseThrow());
    }

    @Test
    void aTimeCodeTellsItsTime() {
        TimeCode code = new TimeCode(0x23595824, 0);
        assertEquals(List.of(23, 59, 58, 24), List.of(code.hours(), code.minutes(), code.seconds(), code.frames()));
    }
}
