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

/**
 * A time code (SMPTE 12M) in the packing for 60-field television.
 *
 * @param timeAndFlags hours, minutes, seconds and frames in binary coded decimal, with the flags between them
 * @param userData eight groups of four bits for the user
 */
public record TimeCode(int timeAndFlags, int userData) implements NumericValue {
    /** Hours, 0 to 39. */
    public int hours() {
        return decimal(24, 0x3F);
    }

    /** Minutes, 0 to 79. */
    public int minutes() {
        return decimal(16, 0x7F);
    }

    /** Seconds, 0 to 79. */
    public int seconds() {
        return decimal(8, 0x7F);
    }

    /** Frames, 0 to 39. */
    public int frames() {
        return decimal(0, 0x3F);
    }

    private int decimal(int shift, int mask) {
        int digits = timeAndFlags >>> shift & mask;
        return (digits >>> 4) * 10 + (digits & 0xF);
    }

    @Override
    public String typeName() {
        return "timecode";
    }

    @Override
    public List<Number> numbers() {
        return List.of(timeAndFlags, userData);
    }
}
