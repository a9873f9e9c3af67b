/**
 * Which trials a run holds and in which order: a pure function of benchmark, split, arms, epochs
 * and seed. How a trial is put into words lives in {@code protocol}.
 */
@NullMarked
package assay.evaluation.plan;

import org.jspecify.annotations.NullMarked;
