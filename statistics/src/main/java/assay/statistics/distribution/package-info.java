/** Quantiles as precise as the intervals need; libraries give them to an absolute 1e-9. */
@NullMarked
package assay.statistics.distribution;

import org.jspecify.annotations.NullMarked;
