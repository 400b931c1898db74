/**
 * Entries that measure an image and tell of it, in tables and in what the image knows of itself.
 *
 * <p>Not here: the measuring itself ({@code inspect}) and what all entries share ({@code command.menu}).
 *
 * <p>Start reading at {@link InspectPixelCommand}.
 */
package org.scenelinear.command.inspect;
