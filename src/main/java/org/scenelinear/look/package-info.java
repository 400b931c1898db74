/**
 * What is done to a scene before it is rendered, in order: ACES Metadata Files read, written, and turned into
 * transforms; the looks that come with SceneLinear; what a look does, measured; looks baked into files for other
 * programs or made of samples.
 *
 * <p>Not here: the files of look-up tables and the transforms in them ({@code lut}), the output transform that follows
 * the looks ({@code aces}).
 *
 * <p>Start reading at {@link org.scenelinear.look.Amf}; for looks without one at
 * {@link org.scenelinear.look.LookSource}.
 */
package org.scenelinear.look;
