/**
 * The operations of the menu: one class per entry in {@code command.file}, {@code command.color} and
 * {@code command.output}, which mirror the menu, each with a record beside it that does the work without ImageJ or
 * SciJava. Here is the catalog of all that work on an image, by label.
 *
 * <p>Not here: the grammar of macro lines ({@code command.macro}), what all entries share ({@code command.menu}), the
 * pixel work (the engine's rooms). Start reading at {@link Recipes}.
 */
package org.scenelinear.command;
