package assay.statistics.probability;

import java.util.OptionalDouble;

/**
 * How far stated probabilities are from what happens, in one number, from the bins of {@link
 * Reliability}. 0 is perfect. The value depends on the bins: state their kind and number. All are
 * empty without items.
 *
 * <p>Binning a finite sample makes the plain error too large, since bins stray from their
 * probabilities by chance even for a perfect forecaster; {@link #debiased} takes that off.
 *
 * <p>Source: M. P. Naeini, G. Cooper, M. Hauskrecht, Obtaining well calibrated probabilities using
 * Bayesian binning, AAAI 2015, 2901–2907, doi:10.1609/aaai.v29i1.9602; debiased: A. Kumar, P.
 * Liang, T. Ma, Verified uncertainty calibration, NeurIPS 2019, arXiv:1909.10155.
 */
public final class CalibrationError {

  private CalibrationError() {}

  /** The expected calibration error, {@code Σ n_b·|p̄_b − ȳ_b|/n}, 0 to 1. */
  public static OptionalDouble expected(Reliability reliability) {
    double sum = 0;
    double n = 0;
    for (Reliability.Bin bin : reliability.bins()) {
      sum += bin.n() * Math.abs(bin.meanProbability() - bin.share());
      n += bin.n();
    }
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
  }

  /** The largest error of a bin, 0 to 1. */
  public static OptionalDouble largest(Reliability reliability) {
    return reliability.bins().stream()
        .mapToDouble(bin -> Math.abs(bin.meanProbability() - bin.share()))
        .max();
  }

  /**
   * The debiased root-mean-square error,
   *
   * <pre>√max(0, Σ n_b/n·((p̄_b − ȳ_b)² − ȳ_b(1 − ȳ_b)/(n_b − 1)))</pre>
   *
   * <p>over bins of at least two items (n counts these alone); empty where there are none.
   */
  public static OptionalDouble debiased(Reliability reliability) {
    double sum = 0;
    double n = 0;
    for (Reliability.Bin bin : reliability.bins()) {
      if (bin.n() > 1) {
        double gap = bin.meanProbability() - bin.share();
        sum += bin.n() * (gap * gap - bin.share() * (1 - bin.share()) / (bin.n() - 1.0));
        n += bin.n();
      }
    }
    return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(Math.max(0, sum / n)));
  }
}
