package assay.statistics.variance;

import assay.statistics.Arguments;
import assay.statistics.Rounding;
import java.util.Arrays;
import java.util.Optional;

/**
 * How well a benchmark tells systems apart, from their scores and standard errors: the spread of
 * true scores against the noise of one,
 *
 * <pre>
 * noise² = mean of SE²,  signal² = max(0, variance of scores − noise²)
 * reliability = signal²/(signal² + noise²)
 * </pre>
 *
 * <p>Scores that {@link Rounding} calls equal have no variance.
 *
 * <p>A reliability of 0.8 means that a fifth of the spread of scores is chance. Errors of systems
 * on the same items go together, so differences are surer than this says; and it depends on which
 * systems are there. Source: F. M. Lord, M. R. Novick, Statistical Theories of Mental Test Scores,
 * 1968, §3.3.
 *
 * @param signal standard deviation of true scores
 * @param noise root mean square of the standard errors
 */
public record SignalToNoise(double signal, double noise) {

  /**
   * Of systems.
   *
   * @return empty for fewer than two systems
   * @throws IllegalArgumentException if lengths differ, a score is not finite or an error is
   *     negative
   */
  public static Optional<SignalToNoise> of(double[] scores, double[] standardErrors) {
    Arguments.checkSameLength("scores", scores.length, "standardErrors", standardErrors.length);
    Arguments.checkFinite("scores", scores);
    Arguments.checkFinite("standardErrors", standardErrors);
    for (int i = 0; i < standardErrors.length; i++) {
      if (standardErrors[i] < 0) {
        throw new IllegalArgumentException(
            "standardErrors[" + i + "] " + standardErrors[i] + " is negative");
      }
    }
    if (scores.length < 2) {
      return Optional.empty();
    }
    double mean = Arrays.stream(scores).average().orElseThrow();
    double variance =
        Rounding.squares(
                Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum(),
                scores.length,
                Rounding.largest(scores))
            / (scores.length - 1);
    double noise = Arrays.stream(standardErrors).map(e -> e * e).average().orElseThrow();
    return Optional.of(
        new SignalToNoise(Math.sqrt(Math.max(0, variance - noise)), Math.sqrt(noise)));
  }

  /** {@code signal/noise}; infinite without noise, NaN for 0/0. */
  public double ratio() {
    return signal / noise;
  }

  /** {@code signal²/(signal² + noise²)}, 0 to 1; NaN for 0/0. */
  public double reliability() {
    return signal * signal / (signal * signal + noise * noise);
  }
}
