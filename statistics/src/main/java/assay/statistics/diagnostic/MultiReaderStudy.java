package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import assay.statistics.distribution.StudentT;
import assay.statistics.test.TestResult;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Several readers read the same cases by several modalities (with and without a model, by model A
 * and B): do modalities differ for readers and cases like these? The analysis of Obuchowski and
 * Rockette with DeLong's covariances and the degrees of freedom of Hillis; readers and cases are
 * both random.
 *
 * <pre>
 * F = MS(T) / (MS(TR) + r·max(Cov₂ − Cov₃, 0)),  t − 1 and
 * df = (MS(TR) + r·max(Cov₂ − Cov₃, 0))² / (MS(TR)²/((t − 1)(r − 1)))
 * </pre>
 *
 * <p>for t modalities and r readers; Cov₂ is the mean covariance of different readers by the same
 * modality, Cov₃ of different readers by different ones.
 *
 * <p>Source: N. A. Obuchowski, H. E. Rockette, Hypothesis testing of diagnostic accuracy for
 * multiple readers and multiple tests, Communications in Statistics – Simulation 24 (1995) 285–308,
 * doi:10.1080/03610919508813243; S. L. Hillis, A comparison of denominator degrees of freedom
 * methods for multiple observer ROC analysis, Statistics in Medicine 26 (2007) 596–619,
 * doi:10.1002/sim.2532.
 */
public final class MultiReaderStudy {

  /** The {@link TestResult#test()} and {@link Interval#method()} of what it gives. */
  public static final String ID = "obuchowski-rockette";

  private final int modalities;
  private final int readers;
  private final double[] means;
  private final double treatmentSquare;
  private final double error;
  private final double degreesOfFreedom;

  private MultiReaderStudy(
      int modalities,
      int readers,
      double[] means,
      double ms,
      double error,
      double degreesOfFreedom) {
    this.modalities = modalities;
    this.readers = readers;
    this.means = means;
    this.treatmentSquare = ms;
    this.error = error;
    this.degreesOfFreedom = degreesOfFreedom;
  }

  /**
   * Of a full study.
   *
   * @param study {@code study.get(i).get(j)}: the cases as reader j scored them by modality i; the
   *     same truth everywhere
   * @throws IllegalArgumentException if there are fewer than two modalities or readers, a reader is
   *     missing, truths differ, or there are not at least two positive and two negative clusters
   */
  public static MultiReaderStudy of(List<List<Cases>> study) {
    int t = study.size();
    Arguments.checkBetween("number of modalities", t, 2, 1000);
    int r = study.get(0).size();
    Arguments.checkBetween("number of readers", r, 2, 1000);
    List<Cases> all = new ArrayList<>();
    for (int i = 0; i < t; i++) {
      Arguments.checkSameLength("modality 0", r, "modality " + i, study.get(i).size());
      all.addAll(study.get(i));
    }
    DeLong areas = DeLong.of(all);
    if (Double.isNaN(areas.covariance(0, 0))) {
      throw new IllegalArgumentException(
          "fewer than 2 clusters with positive or with negative cases; expected 2 of each");
    }
    double[] byModality = new double[t];
    double[] byReader = new double[r];
    double mean = 0;
    for (int i = 0; i < t; i++) {
      for (int j = 0; j < r; j++) {
        double area = areas.area(i * r + j);
        byModality[i] += area / r;
        byReader[j] += area / t;
        mean += area / (t * r);
      }
    }
    double ms = 0;
    double interaction = 0;
    for (int i = 0; i < t; i++) {
      ms += r * (byModality[i] - mean) * (byModality[i] - mean) / (t - 1.0);
      for (int j = 0; j < r; j++) {
        double rest = areas.area(i * r + j) - byModality[i] - byReader[j] + mean;
        interaction += rest * rest / ((t - 1.0) * (r - 1.0));
      }
    }
    // What is left of equal areas is rounding.
    interaction = Rounding.squares(interaction, 1, 1);
    double same = meanCovariance(areas, t, r, true);
    double other = meanCovariance(areas, t, r, false);
    double shared = Rounding.areEqual(same, other) ? 0 : r * Math.max(0, same - other);
    double error = interaction + shared;
    double df =
        interaction == 0
            ? Double.POSITIVE_INFINITY
            : error * error / (interaction * interaction / ((t - 1.0) * (r - 1.0)));
    return new MultiReaderStudy(t, r, byModality, ms, error, df);
  }

  /** Mean covariance of different readers, by the same modality or by different ones. */
  private static double meanCovariance(DeLong areas, int t, int r, boolean sameModality) {
    double sum = 0;
    int count = 0;
    for (int a = 0; a < t * r; a++) {
      for (int b = 0; b < t * r; b++) {
        if (a % r != b % r && (a / r == b / r) == sameModality) {
          sum += areas.covariance(a, b);
          count++;
        }
      }
    }
    return sum / count;
  }

  /** The mean area over readers by a modality. */
  public double area(int modality) {
    return means[modality];
  }

  /**
   * The test of whether all modalities have the same area: F and its p. Where there is no error at
   * all, nothing measures how far areas may be off: F is 0 and p is 1.
   */
  public TestResult test() {
    if (error == 0) {
      return new TestResult(ID, 0, 1);
    }
    double f = treatmentSquare / error;
    double p =
        Double.isFinite(degreesOfFreedom)
            ? FDistribution.of(modalities - 1.0, degreesOfFreedom).survivalProbability(f)
            : Quantiles.chiSquaredSurvival(f * (modalities - 1), modalities - 1.0);
    return new TestResult(ID, f, p);
  }

  /** {@code df} of Hillis, infinite where modalities change all readers alike. */
  public double degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /**
   * The interval of the difference of two modalities, first less second: {@code ±
   * t(df)·√(2/r·(MS(TR) + r·max(Cov₂ − Cov₃, 0)))}, cut to [−1, 1]; [−1, 1] where there is no error
   * at all.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public Interval difference(int first, int second, double level) {
    double quantile =
        Double.isFinite(degreesOfFreedom)
            ? Quantiles.studentTwoSided(level, degreesOfFreedom)
            : Quantiles.normalTwoSided(level);
    double half = quantile * Math.sqrt(2.0 / readers * error);
    double difference = means[first] - means[second];
    if (error == 0) {
      return new Range(-1, 1).whole(level, ID);
    }
    return new Range(-1, 1).interval(difference - half, difference + half, level, ID);
  }

  /**
   * The test of one pair of modalities: t and its two-sided p, not adjusted for other pairs; 0 and
   * 1 where there is no error at all.
   */
  public TestResult compare(int first, int second) {
    if (error == 0) {
      return new TestResult(ID, 0, 1);
    }
    double difference = means[first] - means[second];
    double t = difference == 0 ? 0 : difference / Math.sqrt(2.0 / readers * error);
    double p =
        Double.isFinite(degreesOfFreedom)
            ? StudentT.twoSidedP(t, degreesOfFreedom)
            : Quantiles.twoSidedP(t, 0, 1);
    return new TestResult(ID, t, p);
  }
}
