package assay.evaluation.published;

import assay.evaluation.published.LintFinding.PValue.Computed;
import assay.statistics.PairedCounts;
import assay.statistics.distribution.Quantiles;
import assay.statistics.published.PrintedNumber;
import assay.statistics.test.McNemarMidP;
import assay.statistics.test.SignTest;
import java.util.List;

/**
 * The p-values of a printed χ² of McNemar's test: its own, with one degree of freedom, and those of
 * exact tests of wins and losses that have such a χ², as papers print one beside the other.
 *
 * @param chi2 as printed, at least 0
 */
record PrintedChiSquared(PrintedNumber chi2) {

  /** With more items the exact p and that of χ², with or without correction, are printed alike. */
  private static final long MOST_ITEMS = 2_000;

  /** What χ² gives itself, the one of both sides first. */
  List<Computed> all() {
    double least = Quantiles.chiSquaredSurvival(chi2.most().doubleValue(), 1);
    double most = Quantiles.chiSquaredSurvival(Math.max(0, chi2.least().doubleValue()), 1);
    return List.of(
        new Computed("McNemar's test", least, most, false),
        new Computed("the one-sided form of McNemar's test", least / 2, most / 2, true));
  }

  /** The first exact test of wins and losses with such a χ² that gives the printed p, or none. */
  List<Computed> exact(PrintedP p) {
    for (int correction = 0; correction <= 1; correction++) {
      for (long items = 1; items <= MOST_ITEMS; items++) {
        double from = Math.sqrt(Math.max(0, chi2.least().doubleValue()) * items) + correction;
        double to = Math.sqrt(chi2.most().doubleValue() * items) + correction;
        long most = Math.min(items, (long) to);
        for (long distance = (long) Math.ceil(from); distance <= most; distance++) {
          if ((items - distance) % 2 == 0) {
            List<Computed> found = exact(p, (items + distance) / 2, (items - distance) / 2);
            if (!found.isEmpty()) {
              return found;
            }
          }
        }
      }
    }
    return List.of();
  }

  private static List<Computed> exact(PrintedP p, long wins, long losses) {
    String of = " of such counts as " + wins + " and " + losses;
    double sign = SignTest.test(wins, losses).p();
    if (p.couldBe(sign, sign)) {
      return List.of(new Computed("the sign test" + of, sign, sign, false));
    }
    double mid = McNemarMidP.test(new PairedCounts(0, wins, losses, 0)).p();
    return p.couldBe(mid, mid)
        ? List.of(new Computed("the mid-p test" + of, mid, mid, false))
        : List.of();
  }
}
