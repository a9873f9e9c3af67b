package assay.statistics.test;

import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.distribution.Quantiles;
import assay.statistics.distribution.StudentT;
import assay.statistics.interval.TangoInterval;

/**
 * Tests against a margin: superiority, non-inferiority and equivalence (two one-sided tests). p is
 * one-sided: small where the hypothesis is shown. At level α the verdict is that of the interval of
 * level 1 − 2α: wholly above the margin, wholly above −margin, wholly within ±margin.
 *
 * <p>Sources: D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power
 * approach, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987) 657–680,
 * doi:10.1007/BF01068419; paired proportions: {@link TangoInterval}.
 */
public final class MarginTest {

  private MarginTest() {}

  /**
   * Of a mean difference, by Student's t with the cluster-robust error of {@link PairedT} (ids such
   * as {@code non_inferiority_t}). Fewer than two clusters: p is 1.
   *
   * @param differences first less second, item by item
   * @param margin not negative; positive for equivalence
   * @throws IllegalArgumentException if the margin is outside its range
   */
  public static TestResult ofMean(
      Observations differences, MarginHypothesis hypothesis, double margin) {
    return hypothesis.test(
        margin,
        "t",
        difference -> {
          StudentT t = PairedT.statistic(differences, difference);
          return new MarginHypothesis.Tails(t.t(), t.upperP(), t.lowerP());
        });
  }

  /**
   * Of two success rates on the same independent items, by Tango's score (ids such as {@code
   * non_inferiority_tango}). No items: p is 1.
   *
   * @param margin not negative; positive for equivalence; a share, below 1
   * @throws IllegalArgumentException if the margin is outside its range
   */
  public static TestResult ofPairedProportions(
      PairedCounts counts, MarginHypothesis hypothesis, double margin) {
    if (margin >= 1) {
      throw new IllegalArgumentException("margin " + margin + " is outside [0, 1)");
    }
    return hypothesis.test(
        margin,
        "tango",
        difference -> {
          if (counts.n() == 0) {
            return new MarginHypothesis.Tails(0, 1, 1);
          }
          double z = TangoInterval.score(counts, difference);
          return new MarginHypothesis.Tails(
              z, Quantiles.normalSurvival(z), Quantiles.normalProbability(z));
        });
  }
}
