package assay.statistics.test;

import assay.statistics.Arguments;

/**
 * What a test found.
 *
 * @param test stable id of the test, such as {@code mcnemar_exact}
 * @param statistic the test's statistic, as the test defines it; infinite where it is so
 * @param p the p-value, 0 ≤ p ≤ 1; two-sided unless the test says otherwise. 1 where the data hold
 *     nothing that the test could use
 */
public record TestResult(String test, double statistic, double p) {

  /**
   * @throws IllegalArgumentException if the statistic is NaN or p outside [0, 1]
   */
  public TestResult {
    if (Double.isNaN(statistic)) {
      throw new IllegalArgumentException("statistic is NaN; expected a number");
    }
    Arguments.checkUnit("p", p);
  }
}
