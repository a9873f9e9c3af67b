package assay.statistics.test;

import assay.statistics.Arguments;

/**
 * What a test found.
 *
 * @param test stable id of the test, such as {@code mcnemar_exact}
 * @param statistic the test's statistic, as the test defines it
 * @param p the two-sided p-value, 0 ≤ p ≤ 1
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
