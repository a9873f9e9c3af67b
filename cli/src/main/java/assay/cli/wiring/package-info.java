/**
 * Puts the rooms together: finds benchmarks and data, makes readers, runs, scores and sums up. No
 * printing here.
 */
@NullMarked
package assay.cli.wiring;

import org.jspecify.annotations.NullMarked;
