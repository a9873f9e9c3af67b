package assay.evaluation.plan;

import assay.core.Sample;

/**
 * A trial before it is put into words.
 *
 * @param ordinal place in the plan, from 0
 * @param id see {@link TrialId}
 * @param sample the sample
 * @param arm name of the arm
 * @param variant which of the arm's forms
 * @param epoch 1-based repetition
 */
public record PlannedTrial(
    long ordinal, String id, Sample sample, String arm, String variant, int epoch) {}
