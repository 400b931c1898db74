/**
 * Headers of OpenEXR files: attributes as typed values, the rules they must keep, and their bytes.
 *
 * <p>All kinds of parts can be described. Pixels are not here: chunks are in {@code exr.block}. Type names that are not
 * known are carried byte for byte. {@link org.scenelinear.exr.meta.StandardAttributes} names those that mean the same
 * everywhere.
 *
 * <p>Start reading at {@link org.scenelinear.exr.meta.Header}; a new type of attribute goes into
 * {@code AttributeParser} and becomes one more {@link org.scenelinear.exr.meta.AttributeValue}.
 */
package org.scenelinear.exr.meta;
