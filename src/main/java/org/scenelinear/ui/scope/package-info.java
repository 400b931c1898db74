/**
 * The pictures of scopes: counts in colors that everybody can order ({@link org.scenelinear.ui.scope.DensityColors}),
 * with labeled axes, on a dark or a bright ground ({@link org.scenelinear.ui.scope.ScopeStyle}).
 *
 * <p>Not here: the counts ({@code inspect.scope}), windows that follow an image ({@code ui}), the menu entries
 * ({@code command.inspect}).
 *
 * <p>Start reading at {@link org.scenelinear.ui.scope.WaveformPainter}.
 */
package org.scenelinear.ui.scope;
