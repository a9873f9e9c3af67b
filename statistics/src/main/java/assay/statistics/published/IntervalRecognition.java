package assay.statistics.published;

import assay.statistics.Interval;
import assay.statistics.distribution.Quantiles;
import assay.statistics.interval.BinomialInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which method gives printed bounds of a proportion. Every number of successes that the printed
 * share allows is tried with every method of {@link BinomialInterval}, with Wald's {@code p ±
 * z√(p(1 − p)/n)} (id {@code wald}) and with the t interval of zeros and ones (id {@code t}); for
 * none and for all of n right, with the rule of three, {@code 0 to 3/n} (id {@code rule-of-three};
 * J. A. Hanley, A. Lippman-Hand, If nothing goes wrong, is everything all right?, JAMA 249 (1983)
 * 1743–1745, doi:10.1001/jama.1983.03330370053031); those whose bounds round to the printed ones
 * match. Bounds below 0 or above 1 are tried cut and uncut, as papers print either. For none and
 * all right, and where but one end is printed, the one-sided bounds of the methods are tried too
 * (id {@code clopper-pearson-one-sided}): those of the two-sided interval of level 1 − 2(1 −
 * level).
 */
public final class IntervalRecognition {

  private static final double RULE_OF_THREE_LEVEL = 0.95;

  private IntervalRecognition() {}

  /**
   * A method that gives the printed bounds.
   *
   * @param method id, such as {@code clopper-pearson}
   * @param successes with which it does
   */
  public record Match(String method, long successes) {}

  /**
   * All matches, in the order of successes and then of methods; none where no method fits.
   *
   * @param share the printed share
   * @param unit of share and bounds
   * @param n number of items, at least 1
   * @param lower the printed lower bound; null for none, which fits all
   * @param upper the printed upper bound; null for none
   * @param level confidence level, such as 0.95
   * @throws IllegalArgumentException if n is less than 1 or the level outside (0, 1)
   */
  public static List<Match> matches(
      PrintedNumber share,
      Grim.Unit unit,
      long n,
      @Nullable PrintedNumber lower,
      @Nullable PrintedNumber upper,
      double level) {
    double whole = unit.whole().doubleValue();
    List<Match> matches = new ArrayList<>();
    Grim.counts(share, unit, n).stream()
        .forEach(
            k -> {
              for (BinomialInterval method : BinomialInterval.all()) {
                Interval bounds = method.interval(k, n, level);
                if (fits(bounds.lower(), bounds.upper(), lower, upper, whole)) {
                  matches.add(new Match(method.id(), k));
                }
              }
              symmetric(k, n, level, lower, upper, whole, matches);
              oneSided(k, n, level, lower, upper, whole, matches);
              ruleOfThree(k, n, level, lower, upper, whole, matches);
            });
    return List.copyOf(matches);
  }

  private static void symmetric(
      long k,
      long n,
      double level,
      @Nullable PrintedNumber lower,
      @Nullable PrintedNumber upper,
      double whole,
      List<Match> matches) {
    double p = (double) k / n;
    BiFunction<Double, Double, Boolean> around =
        (quantile, size) -> {
          double half = quantile * Math.sqrt(p * (1 - p) / size);
          return fits(p - half, p + half, lower, upper, whole)
              || fits(Math.max(0, p - half), Math.min(1, p + half), lower, upper, whole);
        };
    if (around.apply(Quantiles.normalTwoSided(level), (double) n)) {
      matches.add(new Match("wald", k));
    }
    if (n > 1 && around.apply(Quantiles.studentTwoSided(level, n - 1.0), n - 1.0)) {
      matches.add(new Match("t", k));
    }
  }

  /** One end says nothing: the other is of a two-sided interval with twice the error. */
  private static void oneSided(
      long k,
      long n,
      double level,
      @Nullable PrintedNumber lower,
      @Nullable PrintedNumber upper,
      double whole,
      List<Match> matches) {
    boolean one = k == 0 || k == n || lower == null || upper == null;
    double twice = 2 * level - 1;
    if (!one || twice <= 0) {
      return;
    }
    for (BinomialInterval method : BinomialInterval.all()) {
      Interval bounds = method.interval(k, n, twice);
      if (fits(k == 0 ? 0 : bounds.lower(), k == n ? 1 : bounds.upper(), lower, upper, whole)) {
        matches.add(new Match(method.id() + "-one-sided", k));
      }
    }
  }

  /** {@code 3/n} is about {@code −ln 0.05/n}, the exact one-sided bound: of 95 % alone. */
  private static void ruleOfThree(
      long k,
      long n,
      double level,
      @Nullable PrintedNumber lower,
      @Nullable PrintedNumber upper,
      double whole,
      List<Match> matches) {
    double bound = Math.min(1, 3.0 / n);
    if (level == RULE_OF_THREE_LEVEL
        && ((k == 0 && fits(0, bound, lower, upper, whole))
            || (k == n && fits(1 - bound, 1, lower, upper, whole)))) {
      matches.add(new Match("rule-of-three", k));
    }
  }

  private static boolean fits(
      double from,
      double to,
      @Nullable PrintedNumber lower,
      @Nullable PrintedNumber upper,
      double whole) {
    return (lower == null || lower.couldBe(from * whole))
        && (upper == null || upper.couldBe(to * whole));
  }
}
