/**
 * Numbers that know nothing of color: 16-bit floating point, 3x3 matrices in double, and functions over spans of floats
 * that Java turns into vector code.
 *
 * <p>Not here: anything that takes a pixel's r, g and b together ({@code transform}), and curves with the name of a
 * standard ({@code color}).
 *
 * <p>Start reading at {@link org.scenelinear.math.HalfFloat}.
 */
package org.scenelinear.math;
