package assay.statistics.test;

import assay.statistics.Arguments;
import assay.statistics.Ranks;
import assay.statistics.Rounding;
import assay.statistics.distribution.Quantiles;
import assay.statistics.resampling.SubsetSums;
import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test of whether differences are symmetric about 0: their magnitudes are
 * ranked, and the statistic V is the sum of the ranks of the positive ones. Under the hypothesis
 * each rank is counted with probability 1/2.
 *
 * <ul>
 *   <li>Up to 50 differences that are not 0: exact, with ties as they are (id {@code
 *       wilcoxon_signed_rank_exact}), {@code p = min(1, 2·min(P(V ≤ v), P(V ≥ v)))};
 *   <li>beyond: normal with mean {@code Σr/2}, variance {@code Σr²/4} and a continuity correction
 *       of 1/2 (id {@code wilcoxon_signed_rank}).
 * </ul>
 *
 * <p>Magnitudes that differ by rounding alone, by less than 1e-12 of the largest, are tied, and
 * those below it are 0: the shares of epochs 1 − 2/3 and 1/3 − 0 are the same difference.
 *
 * <p>Without a difference V is 0 and p is 1. Magnitudes must be comparable between items; for right
 * and wrong answers it is no better than {@link SignTest}.
 *
 * <p>Source: F. Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945)
 * 80–83, doi:10.2307/3001968; zeros: J. W. Pratt, Remarks on zeros and ties in the Wilcoxon signed
 * rank procedures, JASA 54 (1959) 655–667, doi:10.1080/01621459.1959.10501526.
 */
public final class WilcoxonSignedRank {

  /** The {@link TestResult#test()} of the normal approximation. */
  public static final String ID = "wilcoxon_signed_rank";

  private static final int MOST_EXACT = 50;

  private WilcoxonSignedRank() {}

  /** What becomes of differences that are 0. */
  public enum Zeros {
    /** Left out before ranks are given (Wilcoxon). */
    DROPPED,
    /** Left out after ranks are given, so that the others keep higher ranks (Pratt). */
    RANKED
  }

  /**
   * The test.
   *
   * @throws IllegalArgumentException with the index of the first difference that is NaN or infinite
   */
  public static TestResult test(double[] differences, Zeros zeros) {
    Arguments.checkFinite("differences", differences);
    double[] all = withoutRounding(differences);
    double[] ranked =
        switch (zeros) {
          case DROPPED -> Arrays.stream(all).filter(d -> d != 0).toArray();
          case RANKED -> all;
        };
    double[] ranks = Ranks.of(Arrays.stream(ranked).map(Math::abs).toArray()).midranks();
    double v = 0;
    double sum = 0;
    double squares = 0;
    int n = 0;
    int[] doubled = new int[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      if (ranked[i] != 0) {
        doubled[n++] = (int) (2 * ranks[i]);
        v += ranked[i] > 0 ? ranks[i] : 0;
        sum += ranks[i];
        squares += ranks[i] * ranks[i];
      }
    }
    if (n <= MOST_EXACT) {
      double[] probability = SubsetSums.ofAnySize(Arrays.copyOf(doubled, n));
      return new TestResult(ID + "_exact", v, SubsetSums.twoSided(probability, (int) (2 * v)));
    }
    double deviation = v - sum / 2;
    return new TestResult(ID, v, Quantiles.twoSidedP(deviation, 0.5, Math.sqrt(squares / 4)));
  }

  /** Each with the smallest magnitude from which it differs by rounding alone, or 0. */
  private static double[] withoutRounding(double[] differences) {
    double[] ascending = Arrays.stream(differences).map(Math::abs).sorted().toArray();
    double rounding = ascending.length == 0 ? 0 : Rounding.SHARE * ascending[ascending.length - 1];
    double[] smallest = ascending.clone();
    double current = 0;
    for (int i = 0; i < ascending.length; i++) {
      current = ascending[i] - current <= rounding ? current : ascending[i];
      smallest[i] = current;
    }
    return Arrays.stream(differences)
        .map(d -> Math.copySign(smallest[Arrays.binarySearch(ascending, Math.abs(d))], d))
        .toArray();
  }
}
