package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import assay.statistics.Rounding;
import assay.statistics.distribution.StudentT;
import assay.statistics.interval.ClusterRobustVariance;

/**
 * Student's t test of whether differences have a given mean:
 *
 * <pre>t = (d̄ − δ)/√V</pre>
 *
 * <p>with V of {@link ClusterRobustVariance} and as many degrees of freedom as {@link
 * ClusterTotals#degreesOfFreedom} says: G − 1 for G clusters of one size. Without clusters and
 * weights V is s²/n and this is the paired t test (id {@code paired_t}); with them it is the
 * cluster-robust one (id {@code paired_t_clustered}), which needs some 20 clusters to keep its
 * level. Of values instead of differences it is the one-sample test.
 *
 * <p>Fewer than two clusters: t is 0 and p is 1. All differences equal (see {@link Rounding}), but
 * not to δ: t is infinite and p is 0, which says that the test has no spread to measure by, not
 * that the difference is sure; {@link SignTest} is the one to ask then.
 *
 * <p>Source: Student, The probable error of a mean, Biometrika 6 (1908) 1–25,
 * doi:10.1093/biomet/6.1.1.
 */
public final class PairedT {

  /** The {@link TestResult#test()} for independent differences of equal weight. */
  public static final String ID = "paired_t";

  private PairedT() {}

  /**
   * The test of a mean difference of 0.
   *
   * @param differences first less second, item by item
   */
  public static TestResult test(Observations differences) {
    return test(differences, 0);
  }

  /**
   * The two-sided test of a given mean.
   *
   * @param mean δ, finite
   * @throws IllegalArgumentException if the mean is NaN or infinite
   */
  public static TestResult test(Observations differences, double mean) {
    StudentT t = statistic(differences, mean);
    return new TestResult(id(differences), t.t(), t.twoSidedP());
  }

  static String id(Observations differences) {
    return differences.isClustered() || differences.isWeighted() ? ID + "_clustered" : ID;
  }

  static StudentT statistic(Observations differences, double mean) {
    Arguments.checkFinite("mean", new double[] {mean});
    if (differences.clusterCount() < 2) {
      return new StudentT(0, 0);
    }
    double found = differences.mean().orElseThrow();
    // Equal values differ from their mean by rounding, if at all.
    boolean constant = differences.isConstant();
    double variance = constant ? 0 : ClusterRobustVariance.of(differences).orElseThrow();
    double deviation = constant && Rounding.areEqual(found, mean) ? 0 : found - mean;
    double t = deviation == 0 ? 0 : deviation / Math.sqrt(variance);
    return new StudentT(t, differences.clusterTotals().degreesOfFreedom());
  }
}
