package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.distribution.Quantiles;

/**
 * The test of Cochran and Armitage for a trend of proportions over ordered groups (severity of a
 * corruption, age, difficulty): with xᵢ of nᵢ right at score sᵢ, p̄ = Σx/N and s̄ = Σ n·s/N,
 *
 * <pre>z = Σ sᵢ(xᵢ − nᵢp̄) / √(p̄(1 − p̄)·Σ nᵢ(sᵢ − s̄)²)</pre>
 *
 * <p>Positive where the proportion grows with the score. All right, all wrong, or all at one score:
 * z is 0 and p is 1. A large-sample test of independent items.
 *
 * <p>Source: P. Armitage, Tests for linear trends in proportions and frequencies, Biometrics 11
 * (1955) 375–386, doi:10.2307/3001775.
 */
public final class CochranArmitage {

  /** The {@link TestResult#test()} of what it gives. */
  public static final String ID = "cochran_armitage";

  private CochranArmitage() {}

  /**
   * The test.
   *
   * @param successes xᵢ
   * @param n nᵢ
   * @param scores sᵢ, such as 1, 2, 3…
   * @throws IllegalArgumentException if lengths differ, or with the first group where not 0 ≤ x ≤ n
   */
  public static TestResult test(long[] successes, long[] n, double[] scores) {
    Arguments.checkSameLength("successes", successes.length, "n", n.length);
    Arguments.checkSameLength("scores", scores.length, "n", n.length);
    Arguments.checkFinite("scores", scores);
    double right = 0;
    double all = 0;
    double weighted = 0;
    for (int i = 0; i < n.length; i++) {
      Arguments.checkCount("n[" + i + "]", n[i]);
      Arguments.checkBetween("successes[" + i + "]", successes[i], 0, n[i]);
      right += successes[i];
      all += n[i];
      weighted += n[i] * scores[i];
    }
    if (right == 0 || right == all) {
      return new TestResult(ID, 0, 1);
    }
    double p = right / all;
    double centre = weighted / all;
    double trend = 0;
    double spread = 0;
    for (int i = 0; i < n.length; i++) {
      trend += (scores[i] - centre) * (successes[i] - n[i] * p);
      spread += n[i] * (scores[i] - centre) * (scores[i] - centre);
    }
    double z = spread == 0 ? 0 : trend / Math.sqrt(p * (1 - p) * spread);
    return new TestResult(ID, z, Quantiles.twoSidedP(z, 0, 1));
  }
}
