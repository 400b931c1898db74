/**
 * What color is, apart from any picture: {@link org.scenelinear.color.Chromaticities primaries and whites},
 * {@link org.scenelinear.color.Adaptation chromatic adaptation}, {@link org.scenelinear.color.TransferCurve transfer
 * curves} as formulas in double, and {@link org.scenelinear.color.ColorSpaces the catalog of named spaces}.
 *
 * <p>Not here: code that runs over pixels ({@code transform}), the ACES output transforms ({@code aces}), and what a
 * file says about its color ({@code file}).
 *
 * <p>Start reading at {@link org.scenelinear.color.ColorSpace}. A new space is one entry in
 * {@link org.scenelinear.color.SceneSpaces}, {@link org.scenelinear.color.DisplaySpaces} or
 * {@link org.scenelinear.color.CameraSpaces}, its primaries one in {@link org.scenelinear.color.Gamuts}, its curve one
 * in {@link org.scenelinear.color.TransferCurves} or {@link org.scenelinear.color.CameraCurves}, of one of the families
 * of formulas that implement {@link org.scenelinear.color.TransferCurve}.
 */
package org.scenelinear.color;
