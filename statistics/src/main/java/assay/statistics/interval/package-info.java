/**
 * Confidence intervals: of a proportion ({@link assay.statistics.interval.BinomialInterval}), of a
 * mean, clustered or not ({@link assay.statistics.interval.MeanInterval}), of differences of
 * proportions. One class a method, named as the literature names it; the draws of a bootstrap are
 * in {@link assay.statistics.resampling}.
 */
@NullMarked
package assay.statistics.interval;

import org.jspecify.annotations.NullMarked;
