/**
 * OpenEXR files, usable on their own: open one, look at its headers, read channels into arrays, write a file.
 *
 * <p>Here are the two doors, {@link org.scenelinear.exr.ExrFile} and {@link org.scenelinear.exr.ExrWriter}, and
 * {@link org.scenelinear.exr.ChunkCopy}, which makes files out of others without unpacking them.
 * {@link org.scenelinear.exr.LevelReduction} makes the smaller pictures of a mipmap,
 * {@link org.scenelinear.exr.DeepFlattening} one value of a deep pixel's many. Headers are in {@code exr.meta}, the
 * cutting of pixels into chunks in {@code exr.block}, compressions in {@code exr.codec}.
 * {@link org.scenelinear.exr.Subsampling} and {@link org.scenelinear.exr.LuminanceChroma} turn channels that have a
 * sample at some pixels only, and luminance with chroma, into full planes and back. What colors the channels mean is
 * not known here: see the room {@code file}.
 *
 * <p>Start reading at {@link org.scenelinear.exr.ExrFile}.
 */
package org.scenelinear.exr;
