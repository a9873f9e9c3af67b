/**
 * From scores to estimates: trials are reduced to outcomes of samples, outcomes to numbers with
 * intervals, counts and bounds. The arithmetic of intervals lives in the room {@code statistics},
 * how numbers are printed in {@code report}.
 */
@NullMarked
package assay.evaluation.estimate;

import org.jspecify.annotations.NullMarked;
