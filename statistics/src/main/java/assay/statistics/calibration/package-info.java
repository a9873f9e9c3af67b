/**
 * Measures the instrument itself: how often an interval holds the truth when the truth is known.
 * The exact sum where there is one, seeded simulation elsewhere.
 */
@NullMarked
package assay.statistics.calibration;

import org.jspecify.annotations.NullMarked;
