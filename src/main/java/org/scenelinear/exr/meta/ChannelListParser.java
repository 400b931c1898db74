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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SequentialInput;

/** Reads the list of channels. */
final class ChannelListParser {
    private static final int BYTES_AFTER_NAME = 16;

    private ChannelListParser() {}

    /** A channel with the bytes of its name, by which the format sorts. */
    private record Entry(byte[] name, Channel channel) {}

    static ChannelList parse(ByteBuffer buffer, SequentialInput input) throws FileProblemException {
        List<Entry> entries = new ArrayList<>();
        while (true) {
            byte[] name = name(buffer, input);
            if (name.length == 0) {
                break;
            }
            entries.add(new Entry(name, channel(name, buffer, input)));
        }
        if (buffer.hasRemaining()) {
            throw input.invalid(buffer.remaining() + " bytes follow the end of the channel list");
        }
        // A list out of order is read; samples lie in sorted order all the same.
        entries.sort((a, b) -> Arrays.compareUnsigned(a.name(), b.name()));
        return new ChannelList(entries.stream().map(Entry::channel).toList());
    }

    private static byte[] name(ByteBuffer buffer, SequentialInput input) throws FileProblemException {
        int start = buffer.position();
        while (buffer.hasRemaining()) {
            if (buffer.get() == 0) {
                return Arrays.copyOfRange(buffer.array(), start, buffer.position() - 1);
            }
        }
        throw input.invalid("the channel list has no end");
    }

    private static Channel channel(byte[] nameBytes, ByteBuffer buffer, SequentialInput input)
            throws FileProblemException {
        // Old programs wrote names in their local encoding; the commonest of those gives every byte a letter.
        String name =
                AttributeParser.text(nameBytes).orElseGet(() -> new String(nameBytes, StandardCharsets.ISO_8859_1));
        if (buffer.remaining() < BYTES_AFTER_NAME) {
            throw input.invalid("the channel list ends inside channel \"" + name + "\"");
        }
        int type = buffer.getInt();
        if (type < 0 || type >= PixelType.values().length) {
            throw input.unsupported("channel \"" + name + "\": the sample type with number " + type + " is not known");
        }
        boolean perceptuallyLinear = (buffer.getInt() & 0xFF) != 0;
        return new Channel(name, PixelType.values()[type], perceptuallyLinear, buffer.getInt(), buffer.getInt());
    }
}
