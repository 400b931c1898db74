/**
 * Operations that change how a scene looks before it is rendered: the menu entries and, beside each, a record with its
 * parameters that does the work without ImageJ or SciJava.
 *
 * <p>Not here: the files of looks ({@code lut}), metadata files ({@code look}), the transforms ({@code transform}).
 *
 * <p>Start reading at {@link ApplyLook}.
 */
package org.scenelinear.command.look;
