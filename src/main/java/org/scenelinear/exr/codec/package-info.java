/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
/**
 * One class per compression of OpenEXR, behind the signature of {@link org.scenelinear.exr.codec.Codec}: the packed
 * bytes of one chunk to raw bytes and back. Start reading at {@link org.scenelinear.exr.codec.Codec}, then at
 * {@link org.scenelinear.exr.codec.Block}, which says how raw bytes lie.
 *
 * <p>Not here: what surrounds chunks in a file (offset tables, chunk sizes, chunks stored raw) is in
 * {@code org.scenelinear.exr.block}; headers and attributes are in {@code org.scenelinear.exr.meta}.
 *
 * <p>DWAA and DWAB: {@link org.scenelinear.exr.codec.DwaCodec} is the entry; the classes whose names start with
 * {@code Dwa} are its parts, as are the two cosine transforms. The Huffman classes serve PIZ as well.
 */
package org.scenelinear.exr.codec;
