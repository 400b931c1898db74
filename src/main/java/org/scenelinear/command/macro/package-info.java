/**
 * The text of macro lines: {@code key=value key2=[a b]}, and what keys and values an operation takes. One description
 * serves the dialogs, macros, headless calls and the list of all operations.
 *
 * <p>Not here: the operations themselves ({@code command.file}, {@code command.color}, {@code command.output}) and the
 * catalog of them all ({@code command.Recipes}). No ImageJ and no SciJava. Start reading at {@link Signature}.
 */
package org.scenelinear.command.macro;
