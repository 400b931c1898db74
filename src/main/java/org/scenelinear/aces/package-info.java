/**
 * The ACES 2 output transforms: from scene-linear ACES2065-1 to the code values of a display.
 *
 * <p>Start reading at {@link org.scenelinear.aces.OutputTransform}, or at {@link org.scenelinear.aces.OutputTransforms}
 * for the standard ones by name. One is two parts: a rendering (how a scene becomes colors of a limited gamut and peak;
 * {@link org.scenelinear.aces.RenderingParameters}) and the encoding of those colors for a display
 * ({@link org.scenelinear.aces.DisplayEncoding}). Every stage exists twice: in {@code double} as the reference, one
 * class per stage, and as float loops over planes, which the kernel strings together; tests hold the two together.
 *
 * <p>Not here: scene color spaces and their conversions ({@code color}, {@code transform}), files of any kind
 * ({@code lut}, {@code look}), the menu entries ({@code command}).
 */
package org.scenelinear.aces;
