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

import java.util.List;
import org.scenelinear.io.LittleEndianOutput;

/**
 * The channels of a part, in the order of their samples in a chunk: sorted by the bytes of their names.
 *
 * @param channels the channels, not to be changed
 */
public record ChannelList(List<Channel> channels) implements AttributeValue {
    /** Copies the list. */
    public ChannelList {
        channels = List.copyOf(channels);
    }

    @Override
    public String typeName() {
        return "chlist";
    }

    @Override
    public void writeTo(LittleEndianOutput out) {
        for (Channel channel : channels) {
            out.writeTerminated(channel.name());
            out.writeInt(channel.type().ordinal());
            out.writeInt(channel.perceptuallyLinear() ? 1 : 0); // one byte and three reserved ones
            out.writeInt(channel.xSampling());
            out.writeInt(channel.ySampling());
        }
        out.writeByte(0);
    }
}
