/**
 * Opening, saving and describing files: the menu entries and, beside each, a record with its parameters that does the
 * work without ImageJ or SciJava.
 *
 * <p>Not here: the pixel work, which the engine's rooms do, and what all entries share ({@code command.menu}).
 *
 * <p>Start reading at {@link OpenExr}.
 */
package org.scenelinear.command.file;
