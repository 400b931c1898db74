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

import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;

/**
 * Reads a file in larger steps than it is asked to, as what stands next is mostly wanted next: a chunk of one line has
 * some thousand bytes, and asking the operating system for each, and for the few bytes before each, costs a tenth of
 * the time of a frame. For one thread at a time.
 */
final class ReadAhead {
    private static final int STEP = 1 << 17;
    /** Copying more than this costs as much as asking for it. */
    private static final int MOST_COPIED = STEP / 4;

    private final ByteSource source;
    private byte[] step = new byte[0];
    private long start;
    private int filled;

    ReadAhead(ByteSource source) {
        this.source = source;
    }

    /** As {@link ByteSource#read}. */
    void read(String place, long position, byte[] target, int offset, int length) throws FileProblemException {
        if (length > MOST_COPIED || position < 0 || length > source.size() - position) {
            source.read(place, position, target, offset, length);
            return;
        }
        if (position < start || position + length > start + filled) {
            fill(place, position, length);
        }
        System.arraycopy(step, (int) (position - start), target, offset, length);
    }

    private void fill(String place, long position, int needed) throws FileProblemException {
        int wanted = (int) Math.min(STEP, source.size() - position);
        if (step.length < wanted) {
            step = new byte[wanted];
        }
        start = position;
        filled = 0;
        try {
            source.read(place, position, step, 0, wanted);
            filled = wanted;
        } catch (FileProblemException e) {
            // What cannot be read may lie behind what was asked for.
            source.read(place, position, step, 0, needed);
            filled = needed;
        }
    }
}
