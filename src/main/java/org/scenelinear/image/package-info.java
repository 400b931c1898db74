/**
 * One frame in memory: float planes with their names, where they lie, what their color means and what was done to them;
 * and the contract of an operation on such a frame, {@link org.scenelinear.image.Step}.
 *
 * <p>Not here: reading and writing frames ({@code file}), operations on color ({@code transform}), ImageJ's images
 * ({@code ij}).
 *
 * <p>Start reading at {@link org.scenelinear.image.FloatImage}.
 */
package org.scenelinear.image;
