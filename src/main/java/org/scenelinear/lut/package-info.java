/**
 * Files of looks: Common LUT Format, color decision lists and the older formats of look-up tables, read into chains of
 * {@link org.scenelinear.transform.ColorTransform}s and written from them. What a file says that is not understood is
 * an error, never skipped, unless it cannot touch a pixel.
 *
 * <p>Not here: the transforms themselves ({@code transform}), lists of looks and their metadata files ({@code look}).
 *
 * <p>Start reading at {@link org.scenelinear.lut.LutFiles}.
 */
package org.scenelinear.lut;
