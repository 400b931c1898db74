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
import org.scenelinear.exr.codec.Block;
import org.scenelinear.exr.meta.Box2i;
import org.scenelinear.exr.meta.Channel;
import org.scenelinear.exr.meta.Header;

/** The planes of a part's channels, checked against its header, and where the pixels of a chunk lie in them. */
public final class PlaneSet {
    private final Box2i window;
    private final List<Channel> channels;
    /** One per channel; null where the caller does not want it. */
    private final Plane[] planes;

    private final int[] planeWidths;

    private PlaneSet(Header header, Plane[] planes) {
        this.window = header.dataWindow();
        this.channels = header.channels();
        this.planes = planes;
        this.planeWidths = channels.stream().mapToInt(header::planeWidth).toArray();
    }

    /**
     * Planes to read into; channels that are not named are left out.
     *
     * @throws IllegalArgumentException if the part has no such channel, or a plane is too small or cannot take its type
     */
    public static PlaneSet toRead(Header header, Map<String, Plane> planes) {
        PlaneSet set = new PlaneSet(header, arrange(header, planes));
        for (int i = 0; i < set.planes.length; i++) {
            Channel channel = set.channels.get(i);
            if (set.planes[i] != null && !Samples.canRead(channel.type(), set.planes[i])) {
                throw mismatch(channel, set.planes[i], "read into");
            }
        }
        return set;
    }

    /**
     * Planes to write; every channel needs one.
     *
     * @throws IllegalArgumentException if a channel has none, or one that is too small or not convertible to its type
     */
    public static PlaneSet toWrite(Header header, Map<String, Plane> planes) {
        PlaneSet set = new PlaneSet(header, arrange(header, planes));
        for (int i = 0; i < set.planes.length; i++) {
            Channel channel = set.channels.get(i);
            if (set.planes[i] == null) {
                throw new IllegalArgumentException("channel \"" + channel.name() + "\" has no plane");
            }
            if (!Samples.canWrite(channel.type(), set.planes[i])) {
                throw mismatch(channel, set.planes[i], "written from");
            }
        }
        return set;
    }

    /** Copies the raw bytes of a chunk into the planes. */
    void unpack(Block block, byte[] raw) {
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int i = 0; i < planes.length; i++) {
                Channel channel = channels.get(i);
                if (!Block.hasLine(channel, line)) {
                    continue;
                }
                int count = block.samplesPerLine(channel);
                if (planes[i] != null) {
                    Samples.read(channel.type(), raw, position, planes[i], start(i, block.x(), line), count);
                }
                position += count * channel.type().bytes();
            }
        }
    }

    /** Copies the planes' samples into the raw bytes of a chunk. */
    void pack(Block block, byte[] raw) {
        int position = 0;
        for (int line = block.y(); line < block.y() + block.height(); line++) {
            for (int i = 0; i < planes.length; i++) {
                Channel channel = channels.get(i);
                if (!Block.hasLine(channel, line)) {
                    continue;
                }
                int count = block.samplesPerLine(channel);
                Samples.write(channel.type(), planes[i], start(i, block.x(), line), raw, position, count);
                position += count * channel.type().bytes();
            }
        }
    }

    /** The index in a plane of the first sample in a line of a chunk. */
    private int start(int index, int x, int line) {
        Channel channel = channels.get(index);
        int row = (line - window.yMin()) / channel.ySampling();
        int column = (x - window.xMin()) / channel.xSampling();
        return row * planeWidths[index] + column;
    }

    private static Plane[] arrange(Header header, Map<String, Plane> planes) {
        for (String name : planes.keySet()) {
            if (header.channel(name).isEmpty()) {
                throw new IllegalArgumentException("the part has no channel \"" + name + "\"");
            }
        }
        List<Channel> channels = header.channels();
        Plane[] arranged = new Plane[channels.size()];
        for (int i = 0; i < arranged.length; i++) {
            Channel channel = channels.get(i);
            Plane plane = planes.get(channel.name());
            long samples = (long) header.planeWidth(channel) * header.planeHeight(channel);
            if (plane != null && plane.length() < samples) {
                throw new IllegalArgumentException("channel \"" + channel.name() + "\" has " + samples
                        + " samples, its plane only room for " + plane.length());
            }
            arranged[i] = plane;
        }
        return arranged;
    }

    private static IllegalArgumentException mismatch(Channel channel, Plane plane, String how) {
        return new IllegalArgumentException("channel \"" + channel.name() + "\" of type " + channel.type()
                + " cannot be " + how + " a plane of " + plane.getClass().getSimpleName());
    }
}
