/**
 * What is seen on the screen beside ImageJ's own windows: the live view, which shows a linear image through an ACES 2
 * output transform while its pixels stay as they are, and the preview of what a step would make of an image while a
 * dialog asks for its parameters ({@link org.scenelinear.ui.StepPreview}).
 *
 * <p>What is shown is an immutable {@link org.scenelinear.ui.ViewState}; {@link org.scenelinear.ui.FrameRenderer} makes
 * its picture, on a thread of its own ({@link org.scenelinear.ui.LatestOnly}); windows and panels only show.
 *
 * <p>Not here: the menu entry ({@code command.output}), the color science ({@code aces}), the way from ImageJ's images
 * to planes ({@code ij}). Start reading at {@link org.scenelinear.ui.LiveView}.
 */
package org.scenelinear.ui;
