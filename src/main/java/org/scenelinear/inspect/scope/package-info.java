/**
 * Scopes: how often which values occur, and where: by columns of the image
 * ({@link org.scenelinear.inspect.scope.Waveform}), on an axis in stops, linear values, cd/m² or code values
 * ({@link org.scenelinear.inspect.scope.ValueAxis}), or by color ({@link org.scenelinear.inspect.scope.PlaneCounts}) in
 * a chromaticity diagram or a vectorscope ({@link org.scenelinear.inspect.scope.ColorPlane}). Counts, no drawing.
 *
 * <p>Not here: how often which light occurs in all of an image ({@code inspect.StopHistogram}), the pictures of the
 * counts ({@code ui.scope}), the menu entries ({@code command.inspect}).
 *
 * <p>Start reading at {@link org.scenelinear.inspect.scope.Waveform}.
 */
package org.scenelinear.inspect.scope;
