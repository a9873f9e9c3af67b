/**
 * Hypothesis tests: each a class that gives a {@link assay.statistics.test.TestResult}. Intervals
 * for the same differences are in {@link assay.statistics.interval}.
 */
@NullMarked
package assay.statistics.test;

import org.jspecify.annotations.NullMarked;
