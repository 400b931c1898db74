/**
 * How work runs: on how many threads of whose executor, who hears of its progress, how it is canceled, and the
 * {@link org.scenelinear.run.Tile tile} of pixels that one worker has in hand.
 *
 * <p>Not here: what is done to a tile ({@code transform}, {@code aces}), and ImageJ's own threads, progress bar and Esc
 * key ({@code ij}).
 *
 * <p>Start reading at {@link org.scenelinear.run.Run}.
 */
package org.scenelinear.run;
