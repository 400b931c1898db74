/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.ui;

/**
 * What a live view is to show: a snapshot that never changes. Two equal states give the same picture.
 *
 * @param exposure gain in stops; a stop is a factor of two
 * @param rendering display, view and looks
 * @param slice slice of the source, from 1
 * @param time time of the source, from 1
 * @param version counts the changes of the source's pixels
 */
record ViewState(float exposure, Rendering rendering, int slice, int time, long version) {
    /** The same with another exposure. */
    ViewState withExposure(float stops) {
        return new ViewState(stops, rendering, slice, time, version);
    }

    /** The same through another view, or with other looks. */
    ViewState withRendering(Rendering other) {
        return new ViewState(exposure, other, slice, time, version);
    }

    /** The same after the source has changed, or shows another slice or time. */
    ViewState afterChange(int newSlice, int newTime) {
        return new ViewState(exposure, rendering, newSlice, newTime, version + 1);
    }

    /** The factor the linear values are multiplied by. */
    float gain() {
        return (float) Math.exp(exposure * Math.log(2));
    }
}
