/**
 * How well a reader tells positive from negative cases: fourfold tables, ROC curves and areas with
 * DeLong's variance, decision curves. How far stated probabilities can be believed is in {@link
 * assay.statistics.probability}.
 */
@NullMarked
package assay.statistics.diagnostic;

import org.jspecify.annotations.NullMarked;
