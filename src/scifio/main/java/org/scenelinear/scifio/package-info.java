/**
 * OpenEXR as a SCIFIO format, for scripts that open images through {@code DatasetIOService}. Built by the Maven profile
 * {@code scifio} alone; nothing else may import {@code io.scif} or {@code net.imagej}. Opening by File &gt; Open in
 * Fiji is the business of {@code org.scenelinear.host}, reading the file that of {@code org.scenelinear.file}.
 *
 * <p>Start reading at {@link org.scenelinear.scifio.OpenExrFormat}.
 */
package org.scenelinear.scifio;
