/**
 * Operations on a plane that look at neighbors: blurs, minima, means of windows, smoothing by scales, edge-keeping
 * smoothing. They hand out their result line by line, so that what comes next needs no plane of its own.
 *
 * <p>Not here: operations on the color of one pixel ({@code transform}), the stages of developing that are made of
 * these ({@code agx}).
 *
 * <p>Start reading at {@link org.scenelinear.transform.spatial.GaussianBlur}.
 */
package org.scenelinear.transform.spatial;
