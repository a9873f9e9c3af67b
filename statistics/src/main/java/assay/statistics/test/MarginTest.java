package assay.statistics.test;

import assay.statistics.Observations;
import assay.statistics.PairedCounts;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import assay.statistics.distribution.StudentT;
import assay.statistics.interval.ConstantSample;
import assay.statistics.interval.TangoInterval;

/**
 * Tests against a margin: superiority, non-inferiority and equivalence (two one-sided tests). p is
 * one-sided: small where the hypothesis is shown. At level α the verdict is that of the interval of
 * level 1 − 2α by the same method: wholly above the margin, wholly above −margin, wholly within
 * ±margin.
 *
 * <p>Sources: D. J. Schuirmann, A comparison of the two one-sided tests procedure and the power
 * approach, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987) 657–680,
 * doi:10.1007/BF01068419; paired proportions: {@link TangoInterval}.
 */
public final class MarginTest {

  private MarginTest() {}

  /**
   * Of a mean of differences that can take any value, see {@link #ofMean(Observations, Range,
   * MarginHypothesis, double)}.
   *
   * @throws IllegalArgumentException if the margin is outside its range
   */
  public static TestResult ofMean(
      Observations differences, MarginHypothesis hypothesis, double margin) {
    return ofMean(differences, Range.UNBOUNDED, hypothesis, margin);
  }

  /**
   * Of a mean difference, by Student's t with the cluster-robust error of {@link PairedT} (ids such
   * as {@code non_inferiority_t}). Fewer than two clusters: p is 1.
   *
   * <p>All differences equal to c: t is infinite, and p that of {@link ConstantSample}: with the
   * range [a, b] and m clusters {@code ((δ − a)/(c − a))^m} for a mean above δ, {@code ((b − δ)/(b
   * − c))^m} for one below; 1 where c is on the wrong side of δ or the range has no end.
   *
   * @param differences first less second, item by item
   * @param range the values that a difference can take
   * @param margin not negative; positive for equivalence
   * @throws IllegalArgumentException if the margin is outside its range, or a difference outside
   *     its own
   */
  public static TestResult ofMean(
      Observations differences, Range range, MarginHypothesis hypothesis, double margin) {
    differences.checkWithin(range);
    return hypothesis.test(
        margin,
        "t",
        difference -> {
          StudentT t = PairedT.statistic(differences, difference);
          if (differences.clusterCount() > 1 && differences.isConstant()) {
            return new MarginHypothesis.Tails(
                t.t(),
                ConstantSample.upperP(differences, range, difference),
                ConstantSample.lowerP(differences, range, difference));
          }
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
