/**
 * Between the file and the planes of the caller: how pixels are cut into chunks, where chunks lie, what they say of
 * themselves, and how their raw bytes become samples and back. All checks that do not depend on the compression are
 * here.
 *
 * <p>Compressions are not here but in {@code exr.codec}; this package names none.
 *
 * <p>Start reading at {@link org.scenelinear.exr.block.ChunkReader}.
 */
package org.scenelinear.exr.block;
