package assay.statistics.test;

import assay.statistics.ClusterTotals;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import java.util.Arrays;

/**
 * McNemar's test for items in clusters (several of one patient, several questions on one image):
 * with dₖ the number of items of cluster k on which only the first is right less those on which
 * only the second is,
 *
 * <pre>χ² = (K − 1)/K · (Σ dₖ)² / Σ dₖ²,  1 degree of freedom</pre>
 *
 * <p>K is the number of clusters. Clusters without a difference count in K alone. No difference, or
 * fewer than two clusters: χ² is 0 and p is 1. A large-sample test: with fewer than about 20
 * clusters that hold a difference, {@link PairedPermutation} is the safer one, since it is exact.
 *
 * <p>Source: N. A. Obuchowski, On the comparison of correlated proportions for clustered data,
 * Statistics in Medicine 17 (1998) 1495–1507,
 * doi:10.1002/(SICI)1097-0258(19980715)17:13&lt;1495::AID-SIM863&gt;3.0.CO;2-I.
 */
public final class ClusteredMcNemar {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "mcnemar_clustered";

  private ClusteredMcNemar() {}

  /**
   * The test.
   *
   * @param differences 1 where only the first is right, −1 where only the second, else 0; in their
   *     clusters
   * @throws IllegalArgumentException if the differences have weights, or with the index of the
   *     first outside [−1, 1]
   */
  public static TestResult test(Observations differences) {
    differences.checkWithin(new Range(-1, 1));
    if (differences.isWeighted()) {
      throw new IllegalArgumentException(differences + " with weights; expected equal weight");
    }
    ClusterTotals clusters = differences.clusterTotals();
    double[] d = clusters.totals();
    double sum = Arrays.stream(d).sum();
    double squares = Arrays.stream(d).map(x -> x * x).sum();
    if (squares == 0 || d.length < 2) {
      return new TestResult(ID, 0, 1);
    }
    double statistic = (d.length - 1.0) / d.length * sum * sum / squares;
    return new TestResult(ID, statistic, Quantiles.chiSquaredSurvival(statistic, 1));
  }
}
