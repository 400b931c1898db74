/**
 * Programs that measure: {@link org.scenelinear.bench.SideBySide} does one of the plugin's jobs in turn with a peer in
 * another process, {@link org.scenelinear.bench.VectorGuard} fails when a kernel is no longer vector code. The scripts
 * in {@code benchmarks/} start them. Start reading at {@code SideBySide}.
 *
 * <p>Not here: JMH benchmarks of single classes. They stand in the package of the class they measure.
 */
package org.scenelinear.bench;
