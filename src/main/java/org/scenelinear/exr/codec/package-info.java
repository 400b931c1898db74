/**
 * The compressions of OpenEXR: packed bytes of a chunk to raw bytes and back, one class each behind
 * {@link org.scenelinear.exr.codec.Codec}. {@link org.scenelinear.exr.codec.Codecs} knows which class does which.
 *
 * <p>Reading chunks from a file, checking their sizes and turning raw bytes into samples is not here but in
 * {@code exr.block}.
 *
 * <p>Start reading at {@link org.scenelinear.exr.codec.Codec}, then {@code ZipCodec}.
 */
package org.scenelinear.exr.codec;
