/**
 * Pure arithmetic on primitive arrays; neither files nor samples are known here. The root holds the
 * words that all of it shares: {@link assay.statistics.Observations}, {@link
 * assay.statistics.Range}, {@link assay.statistics.Interval}, {@link assay.statistics.Estimate}.
 * Each kind of question has a package of its own: intervals, tests and what many tests need
 * (multiplicity), power, agreement, diagnostic accuracy and stated probabilities, variance,
 * aggregation over tasks, printed numbers; resampling holds what is drawn, calibration measures the
 * rest. Wrong arguments are {@link IllegalArgumentException} with the value and the allowed range.
 */
@NullMarked
package assay.statistics;

import org.jspecify.annotations.NullMarked;
