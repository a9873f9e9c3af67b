package assay.statistics.probability;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.interval.TInterval;
import java.util.Optional;

/**
 * The Brier score and its parts. With items in bins b of n_b,
 *
 * <pre>
 * BS = Σ(p − y)²/n = reliability − resolution + uncertainty + within
 * reliability = Σ n_b(p̄_b − ȳ_b)²/n,  resolution = Σ n_b(ȳ_b − ȳ)²/n,  uncertainty = ȳ(1 − ȳ)
 * within = Σ ((p − p̄_b)² − 2(p − p̄_b)(y − ȳ_b))/n
 * </pre>
 *
 * <p>BS is 0 for certainty that is always right and 1 for certainty that is always wrong; lower is
 * better. Reliability is how far stated probabilities are from what happens (lower is better),
 * resolution how far they tell items apart (higher is better), uncertainty a matter of the items
 * alone. {@code within} is 0 where all probabilities of a bin are equal.
 *
 * <p>Source: A. H. Murphy, A new vector partition of the probability score, Journal of Applied
 * Meteorology 12 (1973) 595–600, doi:10.1175/1520-0450(1973)012&lt;0595:ANVPOT&gt;2.0.CO;2; within:
 * D. B. Stephenson, C. A. S. Coelho, I. T. Jolliffe, Weather and Forecasting 23 (2008) 752–757,
 * doi:10.1175/2007WAF2006116.1.
 *
 * @param value BS, 0 to 1
 * @param reliability 0 to 1
 * @param resolution 0 to 1/4
 * @param uncertainty 0 to 1/4
 * @param within what bins hide
 */
public record BrierScore(
    double value, double reliability, double resolution, double uncertainty, double within) {

  /**
   * The score and its parts, by the bins of a reliability diagram.
   *
   * @param bins of these forecasts
   * @return empty without items
   * @throws IllegalArgumentException if the bins hold more or fewer items than there are
   */
  public static Optional<BrierScore> of(Forecasts forecasts, Reliability bins) {
    int inBins = bins.bins().stream().mapToInt(Reliability.Bin::n).sum();
    if (inBins != forecasts.n()) {
      throw new IllegalArgumentException(
          "bins hold "
              + inBins
              + " items and there are "
              + forecasts.n()
              + " forecasts; expected"
              + " the bins of these forecasts");
    }
    if (forecasts.n() == 0) {
      return Optional.empty();
    }
    double n = forecasts.n();
    double rate = forecasts.baseRate();
    double reliability = 0;
    double resolution = 0;
    double within = 0;
    int k = 0;
    for (Reliability.Bin bin : bins.bins()) {
      double gap = bin.meanProbability() - bin.share();
      reliability += bin.n() * gap * gap / n;
      resolution += bin.n() * (bin.share() - rate) * (bin.share() - rate) / n;
      for (int end = k + bin.n(); k < end; k++) {
        double p = forecasts.probability(k) - bin.meanProbability();
        double y = (forecasts.happened(k) ? 1 : 0) - bin.share();
        within += (p * p - 2 * p * y) / n;
      }
    }
    double value = forecasts.squaredErrors().mean().orElseThrow();
    return Optional.of(new BrierScore(value, reliability, resolution, rate * (1 - rate), within));
  }

  /**
   * The score with Student's interval, of independent items; of clustered ones take {@link
   * Forecasts#squaredErrors} with their clusters.
   *
   * @return undefined without items ({@code no-items})
   * @throws IllegalArgumentException unless 0 &lt; level &lt; 1
   */
  public static Estimate estimate(Forecasts forecasts, double level) {
    Arguments.checkLevel(level);
    if (forecasts.n() == 0) {
      return new Estimate.Undefined("no-items");
    }
    Interval interval = new TInterval().interval(forecasts.squaredErrors(), Range.UNIT, level);
    return new Estimate.Known(forecasts.squaredErrors().mean().orElseThrow(), interval);
  }
}
