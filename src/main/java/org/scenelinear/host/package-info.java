/**
 * The doors a host comes in by: ImageJ 1's plugin menu, and Fiji's File &gt; Open.
 *
 * <p>Not here: what the menu entries do ({@code command}). Start reading at {@link PlainImageJ}.
 */
package org.scenelinear.host;
