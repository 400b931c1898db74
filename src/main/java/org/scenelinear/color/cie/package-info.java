/**
 * What a color looks like in the CIE's terms: lightness and uniform spaces, color differences, correlated color
 * temperature, dominant wavelength. One color at a time, in double.
 *
 * <p>Not here: RGB spaces, whites and adaptation ({@code color}), statistics over images ({@code inspect}).
 *
 * <p>Start reading at {@link org.scenelinear.color.cie.CieLab}.
 */
package org.scenelinear.color.cie;
