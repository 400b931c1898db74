/**
 * Developing photographs: one menu entry for each stage of the AgX photo pipeline, and two for all of them. Parameters
 * are called as in its presets.
 *
 * <p>Not here: the stages themselves ({@code agx}); exposure by stops, which is an operation on light
 * ({@code command.color}); looks from files ({@code command.look}).
 *
 * <p>Start reading at {@link org.scenelinear.command.develop.StageOperation}.
 */
package org.scenelinear.command.develop;
