/**
 * Intervals, tests, agreement, power and aggregation: pure arithmetic on arrays. Neither files nor
 * samples are known here; wrong arguments are {@link IllegalArgumentException}.
 */
@NullMarked
package assay.statistics;

import org.jspecify.annotations.NullMarked;
