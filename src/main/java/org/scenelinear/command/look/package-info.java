/**
 * Operations that change how a scene looks before it is rendered, and that check, bake or sample such looks: the menu
 * entries and, beside each that works on an image, a record with its parameters that does the work without ImageJ or
 * SciJava.
 *
 * <p>Not here: the files of looks ({@code lut}), metadata files ({@code look}), the transforms ({@code transform}).
 *
 * <p>Start reading at {@link ApplyLook}.
 */
package org.scenelinear.command.look;
