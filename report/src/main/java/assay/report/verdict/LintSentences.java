package assay.report.verdict;

import assay.evaluation.published.LintFinding;
import assay.evaluation.published.LintFinding.PValue.Computed;
import assay.evaluation.published.PrintedRow;
import assay.report.table.Figures;
import assay.statistics.published.Grim;
import assay.statistics.published.IntervalRecognition;
import assay.statistics.published.PrintedNumber;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What arithmetic says of printed numbers, in sentences. */
public final class LintSentences {

  private LintSentences() {}

  /** The sentence. */
  public static String of(LintFinding finding) {
    return switch (finding) {
      case LintFinding.Share share -> share(share);
      case LintFinding.Bounds bounds -> bounds(bounds);
      case LintFinding.Difference difference -> DifferenceSentences.of(difference);
      case LintFinding.DifferenceP p -> differenceP(p);
      case LintFinding.Gain gain -> gain(gain);
      case LintFinding.PValue p -> p(p);
      case LintFinding.ChiSquared chi2 -> chiSquared(chi2);
      case LintFinding.Whole whole -> whole(whole);
    };
  }

  static String shown(@Nullable PrintedNumber number, PrintedRow row) {
    return number + (row.unit() == Grim.Unit.PERCENT ? " %" : "");
  }

  static String n(PrintedRow row) {
    return row.n() == null ? Figures.NONE : Figures.count(row.n());
  }

  private static String share(LintFinding.Share share) {
    PrintedRow row = share.row();
    String value = shown(row.value(), row);
    if (row.value() != null && row.value().least().compareTo(row.unit().whole()) > 0) {
      return value
          + " is more than all "
          + n(row)
          + ": no share of anything. A ratio or a rate needs no n here.";
    }
    if (row.value() != null && row.value().most().signum() < 0) {
      return value + " is less than nothing: no share of anything. A difference needs no n here.";
    }
    if (share.least() > share.most()) {
      return value
          + " cannot come from n = "
          + n(row)
          + ": no whole number of right answers gives it. "
          + (share.sizes().isEmpty()
              ? "No n near it gives all the values printed for this set either."
              : "It could come from n = " + numbers(share.sizes()) + ".");
    }
    return value
        + " of "
        + n(row)
        + " is "
        + (row.value() != null && Grim.isNoneOrAll(row.value(), row.unit())
            ? Figures.count(share.least())
                + " right: a share of 0 or 1 without decimals is taken for none or all."
            : share.least() == share.most()
                ? Figures.count(share.least()) + " right."
                : Figures.count(share.least())
                    + " to "
                    + Figures.count(share.most())
                    + " right: more decimals would tell.");
  }

  private static String numbers(List<Long> numbers) {
    return numbers.stream().map(Figures::count).collect(Collectors.joining(", "));
  }

  private static String bounds(LintFinding.Bounds bounds) {
    PrintedRow row = bounds.row();
    String interval = shown(row.value(), row) + " of " + n(row) + " with " + ends(row);
    if (!bounds.holdsItsValue()) {
      return interval + ": the value does not lie within its own interval.";
    }
    if (bounds.matches().isEmpty()) {
      return interval
          + " is no "
          + VerdictText.level(row.level())
          + " interval that we know of a share of so many independent items (another method, level"
          + " or n, or items in clusters).";
    }
    Map<String, List<Long>> counts = new LinkedHashMap<>();
    for (IntervalRecognition.Match match : bounds.matches()) {
      counts.computeIfAbsent(match.method(), method -> new ArrayList<>()).add(match.successes());
    }
    Map<String, List<String>> methods = new LinkedHashMap<>();
    counts.forEach(
        (method, right) ->
            methods.computeIfAbsent(span(right), span -> new ArrayList<>()).add(method));
    return interval
        + " follows: "
        + methods.entrySet().stream()
            .map(one -> String.join(", ", one.getValue()) + " with " + one.getKey() + " right")
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String ends(PrintedRow row) {
    if (row.lowerEnd() == null) {
      return "an upper end of " + row.upperEnd() + " alone";
    }
    return row.upperEnd() == null
        ? "a lower end of " + row.lowerEnd() + " alone"
        : row.lowerEnd() + "–" + row.upperEnd();
  }

  private static String span(List<Long> counts) {
    return counts.size() == 1
        ? Figures.count(counts.getFirst())
        : Figures.count(counts.getFirst()) + " to " + Figures.count(counts.getLast());
  }

  private static String differenceP(LintFinding.DifferenceP d) {
    String begin =
        d.p().named()
            + " of "
            + shown(d.row().value(), d.row())
            + " against "
            + shown(d.other().value(), d.other())
            + " of "
            + d.other().system();
    if (!d.fitting().isEmpty()) {
      return begin
          + (d.fitting().getFirst().oneSided()
              ? " can only come of a one-sided test."
              : " can come of "
                  + d.fitting().stream()
                      .filter(one -> !one.oneSided())
                      .map(Computed::test)
                      .collect(Collectors.joining(", "))
                  + ".");
    }
    return begin
        + (d.isTooLarge()
            ? " is larger than any test gives, at most "
                + Probabilities.exact(d.most())
                + ": it may be corrected for several comparisons."
            : ": no test gives that, however few items they differ on; the smallest p is "
                + Probabilities.exact(d.least())
                + " (one-sided), by McNemar's exact test "
                + Probabilities.exact(d.computed().getFirst().least())
                + ".");
  }

  private static String gain(LintFinding.Gain gain) {
    String printed = "The gain of " + gain.row().gain() + " over " + gain.other().system();
    if (gain.gain().isPoints() && gain.gain().isRelative()) {
      return printed + " fits both as points and as percent of the earlier value.";
    }
    if (gain.gain().isPoints()) {
      return printed + " is in points.";
    }
    return gain.gain().isRelative()
        ? printed + " is relative, in percent of the earlier value: not points."
        : printed
            + " follows neither as points nor as percent from "
            + gain.other().value()
            + " and "
            + gain.row().value()
            + ".";
  }

  private static String p(LintFinding.PValue p) {
    PrintedRow row = p.row();
    Computed shown = p.shown();
    String what =
        p.subject() == LintFinding.PValue.Subject.CHI_SQUARED
            ? "χ² = " + row.chi2() + " gives "
            : counts(row) + " give ";
    if (p.subject() == LintFinding.PValue.Subject.CHI_SQUARED) {
      return what + ofChiSquared(p);
    }
    String computed =
        Probabilities.named((shown.least() + shown.most()) / 2) + " by " + shown.test();
    if (row.p() == null) {
      return what + computed + others(p, shown) + ".";
    }
    String also =
        p.computed().stream()
            .filter(one -> !one.equals(shown) && p.fits(one) && !one.oneSided())
            .map(one -> ", " + one.test())
            .collect(Collectors.joining());
    return what
        + computed
        + (p.fits(shown)
            ? also + ", as printed (" + row.p() + ")."
            : others(p, shown) + "; printed is " + row.p() + ".");
  }

  /** The p of χ² itself, and where another is printed, what gives that. */
  private static String ofChiSquared(LintFinding.PValue p) {
    Computed own = p.computed().getFirst();
    Computed shown = p.shown();
    String computed = Probabilities.named((own.least() + own.most()) / 2) + " by " + own.test();
    if (p.row().p() == null) {
      return computed + ".";
    }
    if (!p.fits(shown)) {
      return computed + "; printed is " + p.row().p() + ".";
    }
    return shown.equals(own)
        ? computed + ", as printed (" + p.row().p() + ")."
        : computed + "; printed is " + p.row().p() + ", as by " + shown.test() + ".";
  }

  private static String counts(PrintedRow row) {
    return counted(row.wins(), "win", "wins") + " and " + counted(row.losses(), "loss", "losses");
  }

  private static String counted(@Nullable Long count, String one, String many) {
    return Figures.counted(count == null ? 0 : count, one, many);
  }

  /** What the other tests give, where it matters which it was. */
  private static String others(LintFinding.PValue p, Computed shown) {
    String others =
        p.computed().stream()
            .filter(one -> !one.equals(shown) && !one.oneSided())
            .map(one -> Probabilities.bare(one.least()) + " by " + one.test())
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : " (" + others + ")";
  }

  private static String chiSquared(LintFinding.ChiSquared chi2) {
    PrintedRow row = chi2.row();
    String what = counts(row) + " give McNemar's χ² = ";
    if (chi2.isPlain()) {
      return what + number(chi2.plain()) + ", as printed (" + row.chi2() + ").";
    }
    return chi2.isCorrected()
        ? what
            + number(chi2.corrected())
            + " with the continuity correction, as printed ("
            + row.chi2()
            + ")."
        : what
            + number(chi2.plain())
            + ", with the continuity correction "
            + number(chi2.corrected())
            + "; printed is "
            + row.chi2()
            + ".";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String whole(LintFinding.Whole whole) {
    String sum =
        whole.parts().stream().map(PrintedNumber::toString).collect(Collectors.joining(" + "))
            + " = "
            + whole.arithmetic().sum().toPlainString();
    String all = whole.unit().whole().toPlainString();
    if (whole.arithmetic().sum().compareTo(whole.unit().whole()) == 0) {
      return "The parts of " + whole.whole() + " add up: " + sum + ".";
    }
    return whole.arithmetic().isPossible()
        ? "The parts of "
            + whole.whole()
            + " miss "
            + all
            + (whole.arithmetic().isByEveryRule()
                ? " by rounding, not by error: " + sum + "."
                : " by rounding only if every part lies halfway and halves are rounded "
                    + rules(whole.arithmetic().rules())
                    + ": "
                    + sum
                    + ".")
        : "The parts of "
            + whole.whole()
            + " do not add up to "
            + all
            + ", and rounding cannot make up for it: "
            + sum
            + ".";
  }

  private static String rules(List<RoundingMode> rules) {
    return rules.stream()
        .map(
            rule ->
                rule == RoundingMode.HALF_UP
                    ? "up"
                    : rule == RoundingMode.HALF_DOWN ? "down" : "to even")
        .collect(Collectors.joining(" or "));
  }
}
