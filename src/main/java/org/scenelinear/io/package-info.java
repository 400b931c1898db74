/**
 * Files as such: bounded input, limits on sizes that a file claims, files written whole or not at all, and the one
 * family of problems, {@link org.scenelinear.io.FileProblemException}, whose messages name the file and the place.
 *
 * <p>No file format is here: OpenEXR is in {@code exr}, tables and looks are in {@code lut} and {@code look}.
 *
 * <p>Start reading at {@link org.scenelinear.io.FileProblemException}, then {@link org.scenelinear.io.ByteSource}.
 */
package org.scenelinear.io;
