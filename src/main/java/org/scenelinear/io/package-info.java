/**
 * What all file formats share: the one family of problems with files ({@code file: place: what is wrong}), writing a
 * file whole or not at all, and reading without trusting the sizes a file claims.
 *
 * <p>Not here: any file format. OpenEXR is in {@code exr}; how an image becomes a file of some format is in
 * {@code file}.
 *
 * <p>Start reading at {@link org.scenelinear.io.FileProblemException}, then at {@link org.scenelinear.io.AtomicFile}.
 */
package org.scenelinear.io;
