/**
 * The command line: {@code list}, {@code info} and {@code run} without a screen or an ImageJ window, behind the
 * launcher {@code bin/scenelinear}, and {@link org.scenelinear.cli.FirstFrame}, the first thing to run after a build.
 *
 * <p>Not here: the operations and their keys ({@code command.Recipes}), reading and writing files ({@code file}). The
 * start of {@code list} and {@code info} is kept short: no ImageJ and no SciJava class is loaded there. Start reading
 * at {@link org.scenelinear.cli.SceneLinear}.
 */
package org.scenelinear.cli;
