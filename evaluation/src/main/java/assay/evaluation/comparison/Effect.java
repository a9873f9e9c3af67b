package assay.evaluation.comparison;

import assay.statistics.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How large a difference is, in terms that do not depend on the number of samples.
 *
 * @param cohensG of right and wrong: the share of the samples on which the two differ that speak
 *     for the first, less 1/2; −0.5 to 0.5, about 0.05 small, 0.15 medium, 0.25 large (J. Cohen,
 *     Statistical Power Analysis for the Behavioral Sciences, 2nd edition 1988, §5.2); null where
 *     scores are not right and wrong, or the two never differ
 * @param oddsRatio of right and wrong: samples that only the first has right over those that only
 *     the second has; infinite where the second has none, null as {@code cohensG}
 * @param oddsInterval its exact interval
 * @param dz mean difference over the standard deviation of differences (the same, §2.3.5); null
 *     where all differences are equal
 */
public record Effect(
    @Nullable Double cohensG,
    @Nullable Double oddsRatio,
    @Nullable Interval oddsInterval,
    @Nullable Double dz) {}
