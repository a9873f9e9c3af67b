package assay.statistics.interval;

import assay.statistics.Arguments;
import assay.statistics.ClusterTotals;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import org.apache.commons.numbers.core.Sum;

/**
 * Hall's interval of a mean, Student's freed of skewness. With r the residuals of the clusters, m
 * the mean and SE its standard error,
 *
 * <pre>
 * r_g = (T_g − m·W_g)/√(1 − W_g/ΣW),  SE = √(Σ r²)/ΣW,  a = Σ r³/(Σ r²)^(3/2)
 * g(t) = t + a·t²/3 + a²·t³/27 + a/6
 * [m − g⁻¹(q)·SE, m − g⁻¹(−q)·SE],  q the quantile of Student's t
 * </pre>
 *
 * <p>a is the skewness over √n; g, which rises everywhere, takes out of {@code (m − μ)/SE} what
 * skewness puts in. So the interval reaches further on the side of the long tail, as that of the
 * studentised bootstrap does, but draws nothing: it is as fast as Student's. Observations without
 * clusters are clusters of one, for which SE is s/√n.
 *
 * <p>Degrees of freedom: {@code 2(n − 1)} for n independent observations of equal weight, since the
 * correction for skewness already pays a part of what t(n − 1) is for; {@code (ΣW²)²/ΣW⁴ − 1}, at
 * least 1, for any others: Satterthwaite's, where the observations of a cluster are alike. A few
 * clusters that outweigh all others then count as few. How often it holds the truth: {@code
 * docs/calibration.md}; why it is the default: {@code docs/decisions/0014-means-kappa-icc.md}.
 *
 * <p>Source: P. Hall, On the removal of skewness by transformation, JRSS B 54 (1992) 221–228,
 * doi:10.1111/j.2517-6161.1992.tb01876.x; residuals (CR2) and degrees of freedom after R. M. Bell,
 * D. F. McCaffrey, Bias reduction in standard errors for linear regression with multi-stage
 * samples, Survey Methodology 28 (2002) 169–181.
 */
public record HallInterval() implements MeanInterval {

  @Override
  public String id() {
    return "hall";
  }

  @Override
  public Interval interval(Observations observations, Range range, double level) {
    Arguments.checkLevel(level);
    observations.checkWithin(range);
    if (observations.clusterCount() < 2) {
      return range.whole(level, id());
    }
    if (observations.isConstant()) {
      return ConstantSample.interval(observations, range, level, id());
    }
    if (!Magnitude.isUsual(observations)) {
      return Magnitude.interval(this, observations, range, level);
    }
    Observations spread = ClusterRobustVariance.withVisibleSpread(observations);
    double mean = spread.mean().orElseThrow();
    Moments moments = Moments.of(spread.clusterTotals(), mean);
    if (!(moments.standardError > 0)) {
      return range.whole(level, id()); // one cluster weighs all
    }
    double q = Quantiles.studentTwoSided(level, moments.degreesOfFreedom);
    return range.interval(
        mean - transformedBack(q, moments.skewness) * moments.standardError,
        mean - transformedBack(-q, moments.skewness) * moments.standardError,
        level,
        id());
  }

  /**
   * {@code g⁻¹(y) = 3(∛(1 + a(y − a/6)) − 1)/a}, written so that nothing cancels as a nears 0.
   *
   * @param y a quantile of Student's t
   * @param a skewness over √n; 0 gives y
   */
  public static double transformedBack(double y, double a) {
    double shifted = y - a / 6;
    double root = Math.cbrt(1 + a * shifted);
    return 3 * shifted / (root * root + root + 1);
  }

  private record Moments(double standardError, double skewness, double degreesOfFreedom) {

    static Moments of(ClusterTotals clusters, double mean) {
      double[] weights = clusters.weights();
      double[] totals = clusters.totals();
      double weight = Sum.of(weights).getAsDouble();
      Sum squares = Sum.create();
      Sum cubes = Sum.create();
      for (int g = 0; g < weights.length; g++) {
        double share = weights[g] / weight;
        double residual = Sum.of(totals[g]).addProduct(-mean, weights[g]).getAsDouble();
        double r = residual / weight / Math.sqrt(1 - share);
        squares.addProduct(r, r);
        cubes.addProduct(r * r, r);
      }
      double variance = squares.getAsDouble();
      boolean independent = clusters.n() == weights.length && clusters.isEvenlyWeighted();
      return new Moments(
          Math.sqrt(variance),
          cubes.getAsDouble() / (variance * Math.sqrt(variance)),
          independent ? 2 * (weights.length - 1.0) : clusters.degreesOfFreedom());
    }
  }
}
