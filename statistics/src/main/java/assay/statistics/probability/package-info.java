/**
 * How far stated probabilities can be believed: Brier score and its parts, reliability, calibration
 * error, risk against coverage. Telling positive from negative cases is in {@link
 * assay.statistics.diagnostic}; coverage of Assay's own intervals in {@link
 * assay.statistics.calibration}.
 */
@NullMarked
package assay.statistics.probability;

import org.jspecify.annotations.NullMarked;
