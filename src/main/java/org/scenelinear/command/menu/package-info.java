/**
 * What all menu entries share as SciJava commands: values from a dialog or a macro line, the active image, a second one
 * named by title or path ({@link SecondImage}), showing the result, and failing so that a macro stops.
 *
 * <p>Not here: the entries themselves ({@code command.file}, {@code command.color}, {@code command.output}), the
 * dialogs of plain ImageJ ({@code host}). Start reading at {@link MenuCommand}.
 */
package org.scenelinear.command.menu;
