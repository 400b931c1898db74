/**
 * What is done to a scene before it is rendered, in order: ACES Metadata Files read, written, and turned into
 * transforms.
 *
 * <p>Not here: the files of look-up tables and the transforms in them ({@code lut}), the output transform that follows
 * the looks ({@code aces}).
 *
 * <p>Start reading at {@link org.scenelinear.look.Amf}.
 */
package org.scenelinear.look;
