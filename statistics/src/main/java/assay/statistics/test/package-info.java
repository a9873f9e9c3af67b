/**
 * Hypothesis tests: each a class that gives a {@link assay.statistics.test.TestResult}. Intervals
 * for the same differences are in {@link assay.statistics.interval}, adjustment for many tests in
 * {@link assay.statistics.multiplicity}, what is drawn in {@link assay.statistics.resampling}.
 *
 * <p>Which for what: right or wrong on the same items, {@link assay.statistics.test.McNemarExact};
 * the same in clusters, {@link assay.statistics.test.ClusteredMcNemar} or {@link
 * assay.statistics.test.PairedPermutation}; any score on the same items, {@link
 * assay.statistics.test.PairedPermutation}; different items, {@link
 * assay.statistics.test.UnpairedPermutation}, {@link assay.statistics.test.FisherExact}; several
 * systems on the same items, {@link assay.statistics.test.CochranQ}, {@link
 * assay.statistics.test.Friedman}; against a margin, {@link assay.statistics.test.MarginTest};
 * ordered groups, {@link assay.statistics.test.CochranArmitage}, {@link
 * assay.statistics.test.JonckheereTerpstra}.
 */
@NullMarked
package assay.statistics.test;

import org.jspecify.annotations.NullMarked;
