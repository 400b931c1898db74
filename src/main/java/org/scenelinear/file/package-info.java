/**
 * Files of any supported format to {@link org.scenelinear.image.FloatImage} and back, with what they say about their
 * color: OpenEXR through the room {@code exr}, TIFF by its own classes, PNG through the JDK's reader and writer.
 *
 * <p>Checks that return a list of findings: {@link org.scenelinear.file.AcesContainer} for the rules of ACES Image
 * Containers, {@link org.scenelinear.file.ColorMetadata} for what a file says about its colors.
 *
 * <p>Not here: the OpenEXR format itself ({@code exr}), sequences of frames ({@code batch}), opening files in a window
 * ({@code host}, {@code command.file}).
 *
 * <p>Start reading at {@link org.scenelinear.file.ImageFiles}.
 */
package org.scenelinear.file;
