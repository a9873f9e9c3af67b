/**
 * Pure arithmetic on primitive arrays; neither files nor samples are known here. The root holds the
 * words that all of it shares: {@link assay.statistics.Observations}, {@link
 * assay.statistics.Range}, {@link assay.statistics.Interval}, {@link assay.statistics.Estimate}.
 * Intervals, tests, agreement, power and resampling each have a package of their own. Wrong
 * arguments are {@link IllegalArgumentException} with the value and the allowed range.
 */
@NullMarked
package assay.statistics;

import org.jspecify.annotations.NullMarked;
