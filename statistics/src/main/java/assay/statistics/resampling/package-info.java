/**
 * Randomness by seed and name, and what is drawn with it: bootstrap distributions. What becomes of
 * the draws (intervals, tests) lives with the intervals and tests.
 */
@NullMarked
package assay.statistics.resampling;

import org.jspecify.annotations.NullMarked;
