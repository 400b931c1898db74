/**
 * The bridge to ImageJ 1: images of the engine as {@code ImagePlus} and back without copying float planes, what an
 * image knows of itself as image properties, and ImageJ's threads, progress bar and Esc key as a {@code run.Run}.
 *
 * <p>Not here: menu commands ({@code command}), the doors a host comes in by ({@code host}), windows of our own
 * ({@code ui}). Start reading at {@link ImagePlusConversion}.
 */
package org.scenelinear.ij;
