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

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.scenelinear.exr.meta.Channel;

/** The planes that a caller gives for the channels of a part, and whether they will do. */
final class Planes {
    private final List<Channel> channels;
    /** One per channel; null where the caller gave none. */
    private final Plane[] planes;

    Planes(List<Channel> channels, Map<String, Plane> given) {
        this.channels = channels;
        this.planes = new Plane[channels.size()];
        int used = 0;
        for (int i = 0; i < planes.length; i++) {
            planes[i] = given.get(channels.get(i).name());
            used += planes[i] == null ? 0 : 1;
        }
        if (used < given.size()) {
            String unknown = given.keySet().stream()
                    .filter(name -> channels.stream().noneMatch(c -> c.name().equals(name)))
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException("the part has no channel \"" + unknown + "\"");
        }
    }

    /** The planes in the order of the channels; null where there is none. */
    Plane[] inOrder() {
        return planes;
    }

    void requireRoom(ToLongFunction<Channel> samples) {
        for (int i = 0; i < planes.length; i++) {
            long needed = samples.applyAsLong(channels.get(i));
            if (planes[i] != null && planes[i].length() < needed) {
                throw new IllegalArgumentException(
                        "channel \"" + channels.get(i).name() + "\" has " + needed
                                + " samples, its plane only room for " + planes[i].length());
            }
        }
    }

    void requireReadable() {
        for (int i = 0; i < planes.length; i++) {
            if (planes[i] != null && !Samples.canRead(channels.get(i).type(), planes[i])) {
                throw mismatch(channels.get(i), planes[i], "read into");
            }
        }
    }

    void requireWritable() {
        for (int i = 0; i < planes.length; i++) {
            if (planes[i] == null) {
                throw new IllegalArgumentException(
                        "channel \"" + channels.get(i).name() + "\" has no plane");
            }
            if (!Samples.canWrite(channels.get(i).type(), planes[i])) {
                throw mismatch(channels.get(i), planes[i], "written from");
            }
        }
    }

    private static IllegalArgumentException mismatch(Channel channel, Plane plane, String how) {
        return new IllegalArgumentException("channel \"" + channel.name() + "\" of type " + channel.type()
                + " cannot be " + how + " a plane of " + plane.getClass().getSimpleName());
    }
}
