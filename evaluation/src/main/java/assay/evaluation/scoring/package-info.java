/**
 * One pass of named extractors and scorers over a run's replies. The rules live in the room {@code
 * reading}; what their scores add up to, in {@code estimate}.
 */
@NullMarked
package assay.evaluation.scoring;

import org.jspecify.annotations.NullMarked;
