/**
 * Developing photographs: the stages of the AgX photo pipeline (agx-photo 0.2.0) over linear and gamma Rec.2020, one
 * record of parameters each.
 *
 * <p>Not here: Troy Sobotka's and Blender's AgX, which is a view transform and has nothing but the name in common; box
 * filters, Gaussians and other operations on neighbors ({@code transform.spatial}); files of look-up tables
 * ({@code lut}).
 *
 * <p>Start reading at {@link org.scenelinear.agx.Stage}.
 */
package org.scenelinear.agx;
