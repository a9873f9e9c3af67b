package assay.evaluation.published;

import assay.evaluation.published.LintFinding.PValue.Computed;
import assay.statistics.PairedCounts;
import assay.statistics.distribution.Quantiles;
import assay.statistics.published.PrintedComparison;
import assay.statistics.published.PrintedDifference;
import assay.statistics.test.McNemarMidP;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * From which to which p the tests reach that papers make of two success rates, whatever the right
 * items are that round to the printed rates and however many items the two differ on. The smallest
 * p comes of the largest difference, on as few differing items as there can be; the largest p of
 * the smallest difference on as many as there can be.
 *
 * @param comparison all pairs of counts
 * @param wide the largest difference that the printed rates allow
 * @param narrow the smallest
 */
record DifferenceTests(
    PrintedComparison comparison, PrintedDifference wide, PrintedDifference narrow) {

  /** A p of a difference on so many differing items. */
  private interface Paired {
    double p(PrintedDifference difference, long discordant);
  }

  static DifferenceTests of(PrintedComparison comparison) {
    return new DifferenceTests(comparison, comparison.wide(), comparison.narrow());
  }

  /** What each gives: on the same items first, then on others, those of one side last. */
  List<Computed> all() {
    List<Computed> all = new ArrayList<>();
    all.add(paired("McNemar's exact test", PrintedDifference::pairedP));
    all.add(paired("McNemar's mid-p test", DifferenceTests::midP));
    all.add(paired("McNemar's χ²", (d, m) -> chiSquared(d, m, 0)));
    all.add(paired("McNemar's χ² with correction", (d, m) -> chiSquared(d, m, 1)));
    Computed normal = paired("a paired z or t test", DifferenceTests::wald);
    all.add(normal);
    all.add(
        new Computed(
            "Fisher's test", comparison.leastUnpairedP(), comparison.mostUnpairedP(), false));
    all.add(unpaired("χ² of different items", p -> 2 * p * (1 - p)));
    all.add(new Computed("a one-sided test", normal.least() / 2, normal.most() / 2, true));
    return all;
  }

  private Computed paired(String test, Paired p) {
    return new Computed(
        test, p.p(wide, wide.leastDiscordant()), p.p(narrow, narrow.mostDiscordant()), false);
  }

  private static double midP(PrintedDifference d, long discordant) {
    long fewer = (discordant - d.leastDiscordant()) / 2;
    return McNemarMidP.test(new PairedCounts(0, fewer, discordant - fewer, 0)).p();
  }

  private static double chiSquared(PrintedDifference d, long discordant, int correction) {
    double distance = Math.max(0, d.leastDiscordant() - (double) correction);
    return distance == 0 ? 1 : Quantiles.chiSquaredSurvival(distance * distance / discordant, 1);
  }

  /** {@code z² = D²/(m − D²/n)} of a difference of D items on which m differ. */
  private static double wald(PrintedDifference d, long discordant) {
    double distance = d.leastDiscordant();
    double variance = discordant - distance * distance / d.n();
    return distance == 0
        ? 1
        : variance <= 0 ? 0 : Quantiles.chiSquaredSurvival(distance * distance / variance, 1);
  }

  private Computed unpaired(String test, DoubleUnaryOperator spread) {
    return new Computed(
        test,
        comparison.farthest().stream().mapToDouble(d -> pooled(d, spread)).min().orElse(1),
        pooled(narrow, spread),
        false);
  }

  private static double pooled(PrintedDifference d, DoubleUnaryOperator spread) {
    double distance = (double) d.leastDiscordant() / d.n();
    double share = ((double) d.first() + d.second()) / 2 / d.n();
    return distance == 0
        ? 1
        : Quantiles.chiSquaredSurvival(
            distance * distance * d.n() / spread.applyAsDouble(share), 1);
  }
}
