/**
 * What is seen on the screen beside ImageJ's own windows: the live view, which shows a linear image through an ACES 2
 * output transform while its pixels stay as they are, and the preview of what a step would make of an image while a
 * dialog asks for its parameters ({@link org.scenelinear.ui.StepPreview}).
 *
 * <p>What is shown is an immutable {@link org.scenelinear.ui.ViewState}; {@link org.scenelinear.ui.FrameRenderer} makes
 * its picture, on a thread of its own ({@link org.scenelinear.ui.LatestOnly}); windows and panels only show.
 *
 * <p>What else is shown of an image, such as its scopes, is kept up to date by {@link org.scenelinear.ui.LiveResult}.
 *
 * <p>Not here: the pictures of scopes ({@code ui.scope}), the menu entry ({@code command.output}), the color science
 * ({@code aces}), the way from ImageJ's images to planes ({@code ij}). Start reading at
 * {@link org.scenelinear.ui.LiveView}.
 */
package org.scenelinear.ui;
