/**
 * The way of a run: plan, arms, runner, run file and cache, reduction of scores to outcomes,
 * claims. How a number is printed is not decided here.
 */
@NullMarked
package assay.evaluation;

import org.jspecify.annotations.NullMarked;
