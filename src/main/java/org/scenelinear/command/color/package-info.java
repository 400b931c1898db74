/**
 * Operations on the color space of an image and arithmetic with its light (exposure, sum, product, one image over
 * another): the menu entries and, beside each, a record with its parameters that does the work without ImageJ or
 * SciJava.
 *
 * <p>Not here: the pixel work, which the engine's rooms do, and what all entries share ({@code command.menu}).
 *
 * <p>Start reading at {@link ConvertColorSpace}.
 */
package org.scenelinear.command.color;
