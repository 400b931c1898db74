/**
 * Operations on the color of each pixel by itself: {@link org.scenelinear.transform.ColorTransform} records,
 * {@link org.scenelinear.transform.TransformChain chains} that are simplified on values, the kernels they compile to,
 * and the {@link org.scenelinear.transform.TransformRunner runner} that takes whole planes through a kernel on all
 * cores. A {@link org.scenelinear.transform.CountedConversion} is a conversion that tells what it lost.
 * {@link org.scenelinear.transform.LightArithmetic} puts planes of linear light together that lie in different windows.
 *
 * <p>Not here: functions of one span of numbers ({@code math}), the curves and spaces themselves ({@code color}), the
 * ACES output transforms ({@code aces}), files of look-up tables ({@code lut}), operations that look at neighbors
 * ({@code transform.spatial}).
 *
 * <p>Start reading at {@link org.scenelinear.transform.ColorSpaceConversion}.
 */
package org.scenelinear.transform;
