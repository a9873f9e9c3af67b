package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import org.apache.commons.numbers.core.Sum;

/**
 * Student's interval of a mean of independent observations of equal weight:
 *
 * <pre>ȳ ± t(n − 1)·s/√n,  s² = Σ(y − ȳ)²/(n − 1)</pre>
 *
 * <p>Observations with clusters or weights are refused: their standard error is not s/√n, see
 * {@link ClusterRobustInterval}.
 *
 * <p>Source: Student, The probable error of a mean, Biometrika 6 (1908) 1–25,
 * doi:10.1093/biomet/6.1.1.
 */
public record TInterval() implements MeanInterval {

  @Override
  public String id() {
    return "t";
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    observations.checkWithin(range);
    if (observations.isClustered() || observations.isWeighted()) {
      throw new IllegalArgumentException(
          observations
              + (observations.isWeighted() ? " with weights" : "")
              + ": the t interval takes independent observations of equal weight;"
              + " take cluster-robust instead");
    }
    int n = observations.n();
    if (n < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    if (!Magnitude.isUsual(observations)) {
      return Magnitude.interval(this, observations, range, level);
    }
    double mean = observations.mean().orElseThrow();
    Sum squares = Sum.create();
    for (double value : observations.values()) {
      squares.addProduct(value - mean, value - mean);
    }
    double standardError = Math.sqrt(squares.getAsDouble() / (n - 1.0) / n);
    double half = Quantiles.studentTwoSided(level, n - 1.0) * standardError;
    return range.interval(mean - half, mean + half, level, id());
  }
}
