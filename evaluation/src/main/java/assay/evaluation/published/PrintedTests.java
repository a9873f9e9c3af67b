package assay.evaluation.published;

import assay.evaluation.published.LintFinding.PValue.Computed;
import assay.statistics.PairedCounts;
import assay.statistics.distribution.Quantiles;
import assay.statistics.test.McNemarMidP;
import assay.statistics.test.SignTest;
import java.util.ArrayList;
import java.util.List;

/**
 * The tests that papers make of wins and losses: exact, mid-p, and McNemar's
 *
 * <pre>χ² = (|wins − losses| − c)²/(wins + losses)</pre>
 *
 * <p>without a correction (c = 0) and with Edwards' (c = 1, never below 0). Papers seldom say
 * which.
 *
 * <p>Source: A. L. Edwards, Note on the correction for continuity in testing the significance of
 * the difference between correlated proportions, Psychometrika 13 (1948) 185–187,
 * doi:10.1007/BF02289261.
 */
record PrintedTests(long wins, long losses) {

  /** Whether there are any wins or losses: without, there is no χ². */
  boolean differ() {
    return wins + losses > 0;
  }

  double chiSquared(int correction) {
    double distance = Math.max(0, Math.abs((double) wins - losses) - correction);
    return distance * distance / ((double) wins + losses);
  }

  /** What each gives, the exact one first, those of one side last. */
  List<Computed> all() {
    double exact = SignTest.test(wins, losses).p();
    List<Computed> all = new ArrayList<>();
    all.add(of("sign test", exact));
    all.add(of("mid-p test", McNemarMidP.test(new PairedCounts(0, wins, losses, 0)).p()));
    if (differ()) {
      all.add(of("McNemar's χ²", Quantiles.chiSquaredSurvival(chiSquared(0), 1)));
      all.add(of("McNemar's χ² with correction", Quantiles.chiSquaredSurvival(chiSquared(1), 1)));
    }
    if (wins != losses) { // the distribution is symmetric: one tail is half of both
      double normal = Quantiles.chiSquaredSurvival(chiSquared(0), 1);
      all.add(new Computed("the one-sided sign test", exact / 2, exact / 2, true));
      all.add(new Computed("the one-sided form of McNemar's χ²", normal / 2, normal / 2, true));
    }
    return all;
  }

  private static Computed of(String test, double p) {
    return new Computed(test, p, p, false);
  }
}
