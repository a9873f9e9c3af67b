package assay.statistics.diagnostic;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.distribution.StudentT;
import assay.statistics.test.TestResult;
import java.util.List;

/**
 * The area under the ROC curve: the probability that a positive case has a larger score than a
 * negative one, ties counted half. 1 tells all apart, 1/2 none, 0 all the wrong way. Undefined
 * without positive ({@code no-positives}) or negative ({@code no-negatives}) cases.
 *
 * <p>Intervals rest on the standard error of {@link DeLong}: on the logit scale, {@code logit A ±
 * z·SE/(A(1 − A))} (method {@code delong-logit}), or plainly A ± z·SE cut to [0, 1] (method {@code
 * delong}), which most software prints and which holds large areas too rarely; z is the normal
 * quantile, and for cases in clusters Student's with one degree of freedom less than there are
 * clusters. Where A is 0 or 1 (all pairs in order, or none), the exact bound for k of k takes their
 * place, k being the smaller number of positive or negative cases (method {@code
 * delong-separated}); where SE is 0 otherwise, and with one positive or one negative case only, it
 * is [0, 1].
 *
 * <p>Source: M. S. Pepe, The Statistical Evaluation of Medical Tests for Classification and
 * Prediction, 2003, §5.2.
 */
public final class Auroc {

  /** The {@link TestResult#test()} of a comparison. */
  public static final String ID = "delong";

  private Auroc() {}

  /**
   * A with its interval on the logit scale.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Estimate of(Cases cases, double level) {
    return of(cases, level, Scale.LOGIT);
  }

  /**
   * A with its plain interval, for comparison with other software.
   *
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Estimate withPlainInterval(Cases cases, double level) {
    return of(cases, level, Scale.PLAIN);
  }

  private enum Scale {
    LOGIT,
    PLAIN
  }

  private static Estimate of(Cases cases, double level, Scale scale) {
    Arguments.checkLevel(level);
    if (cases.positives() == 0) {
      return new Estimate.Undefined("no-positives");
    }
    if (cases.negatives() == 0) {
      return new Estimate.Undefined("no-negatives");
    }
    DeLong areas = DeLong.of(List.of(cases));
    double variance = areas.covariance(0, 0);
    double area = areas.area(0);
    return new Estimate.Known(area, interval(areas, area, variance, level, scale));
  }

  private static Interval interval(
      DeLong areas, double area, double variance, double level, Scale scale) {
    if (area == 0 || area == 1) {
      return separated(areas, area, level);
    }
    if (!(variance > 0)) {
      return Range.UNIT.whole(level, ID);
    }
    double half = quantile(areas, level) * Math.sqrt(variance);
    return switch (scale) {
      case PLAIN -> Range.UNIT.interval(area - half, area + half, level, ID);
      case LOGIT -> {
        double centre = Math.log(area / (1 - area));
        double reach = half / (area * (1 - area));
        yield new Interval(
            1 / (1 + Math.exp(reach - centre)),
            1 / (1 + Math.exp(-reach - centre)),
            level,
            ID + "-logit");
      }
    };
  }

  private static double quantile(DeLong areas, double level) {
    double df = areas.degreesOfFreedom();
    return Double.isInfinite(df)
        ? Quantiles.normalTwoSided(level)
        : Quantiles.studentTwoSided(level, df);
  }

  private static Interval separated(DeLong areas, double area, double level) {
    int k = Math.min(areas.positives(), areas.negatives());
    double least = Math.pow((1 - level) / 2, 1.0 / k);
    String method = ID + "-separated";
    return area == 1
        ? new Interval(least, 1, level, method)
        : new Interval(0, 1 - least, level, method);
  }

  /**
   * A comparison of two readers of the same cases.
   *
   * @param difference first area less second, with its interval cut to [−1, 1]
   * @param test of a difference of 0, two-sided: z and p (id {@code delong}), normal or, for cases
   *     in clusters, Student's
   */
  public record Comparison(Estimate.Known difference, TestResult test) {}

  /**
   * Compares two readers of the same cases. Where the difference has no variance (equal areas of
   * equal orders, but also 1 and 0, or 1 and 1/2 of scores that are all equal) or it cannot be
   * told, nothing says how far it may be off: z is 0, p is 1, and the interval is [−1, 1].
   *
   * @throws IllegalArgumentException if truths or clusters differ, or there is not at least one
   *     positive and one negative case
   */
  public static Comparison compare(Cases first, Cases second, double level) {
    Arguments.checkLevel(level);
    DeLong areas = DeLong.of(List.of(first, second));
    double difference = areas.area(0) - areas.area(1);
    double variance = areas.varianceOfDifference(0, 1);
    Range range = new Range(-1, 1);
    if (!(variance > 0)) {
      return new Comparison(
          new Estimate.Known(difference, range.whole(level, ID)), new TestResult(ID, 0, 1));
    }
    double error = Math.sqrt(variance);
    double z = difference / error;
    double half = quantile(areas, level) * error;
    double df = areas.degreesOfFreedom();
    double p = Double.isInfinite(df) ? Quantiles.twoSidedP(z, 0, 1) : StudentT.twoSidedP(z, df);
    Interval interval = range.interval(difference - half, difference + half, level, ID);
    return new Comparison(new Estimate.Known(difference, interval), new TestResult(ID, z, p));
  }
}
