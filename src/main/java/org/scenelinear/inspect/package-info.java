/**
 * What an image is, in numbers: one pixel in the units of light and color, light along a line, where an image comes
 * from as far as its header and its values tell, how a sensor answers to light, the statistics of regions, values that
 * mean trouble, what a color chart tells of a camera. Numbers and sentences, no drawing.
 *
 * <p>Not here: colorimetry of one color ({@code color.cie}), tables and windows ({@code command.inspect}).
 *
 * <p>Start reading at {@link org.scenelinear.inspect.PixelReport}.
 */
package org.scenelinear.inspect;
