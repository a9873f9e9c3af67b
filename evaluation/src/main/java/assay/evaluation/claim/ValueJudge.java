package assay.evaluation.claim;

import assay.core.AssayException;
import assay.core.Problem;
import assay.evaluation.claim.Finding.Evidence;
import assay.evaluation.comparison.Fillings;
import assay.evaluation.comparison.Missing;
import assay.evaluation.comparison.SampleOutcome;
import assay.evaluation.comparison.Side;
import assay.statistics.Interval;
import assay.statistics.Observations;
import assay.statistics.interval.DefaultInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Decides statements about one reader's own value. */
final class ValueJudge {

  private final Side side;
  private final double level;
  private final List<SampleOutcome> asked;

  ValueJudge(Side side, double level) {
    this.side = side;
    this.level = level;
    this.asked = Asked.of(side);
  }

  Finding atLeast(Statement.AtLeast statement) {
    double line = statement.value();
    return score(statement, line, bounds -> bounds.above(line, true));
  }

  Finding atMost(Statement.AtMost statement) {
    double line = statement.value();
    return score(statement, line, bounds -> bounds.atMost(line));
  }

  Finding beatsChance(Statement.BeatsChance statement) {
    double line = chance(statement);
    return score(statement, line, bounds -> bounds.above(line, false));
  }

  /** An answer that never came back could have been one that cannot be read. */
  Finding unreadAtMost(Statement.UnreadAtMost statement) {
    double line = statement.share();
    List<SampleOutcome> answered =
        side.samples().values().stream().filter(s -> !Double.isNaN(s.unread())).toList();
    Observations shares = Bounds.observations(answered, SampleOutcome::unread);
    Bounds.Rule method = of -> DefaultInterval.ofProportion(of, level);
    return finding(
        statement,
        shares,
        method,
        bounds(method, shares, sample -> sample.unread(false), sample -> sample.unread(true)),
        line,
        b -> b.atMost(line));
  }

  /** As the benchmark declares it for the whole, else reckoned sample by sample. */
  private double chance(Statement.BeatsChance statement) {
    if (side.chance() != null) {
      return side.chance();
    }
    Observations chance =
        Observations.of(
            side.samples().values().stream()
                .filter(sample -> sample.isScored() && !Double.isNaN(sample.chance()))
                .mapToDouble(SampleOutcome::chance)
                .toArray());
    if (chance.n() < Asked.scored(side).size()) {
      throw AssayException.usage(
          Problem.of("what guessing would reach is not known for every sample")
              .at(side.address(), null, statement.common().id())
              .remedy("narrow it with 'where: {kind: choice}', or name a value with 'at-least'"));
    }
    return chance.mean().orElseThrow();
  }

  private Finding score(Statement statement, double line, Function<Bounds, Decision> rule) {
    Observations values = Bounds.observations(Asked.scored(side), SampleOutcome::value);
    Bounds.Rule method = Bounds.rule(side.scale(), level);
    return finding(
        statement,
        values,
        method,
        bounds(method, values, SampleOutcome::worst, SampleOutcome::best),
        line,
        rule);
  }

  /** Of the values there are, and of those that all samples asked could have. */
  private Widened bounds(
      Bounds.Rule method,
      Observations values,
      ToDoubleFunction<SampleOutcome> least,
      ToDoubleFunction<SampleOutcome> most) {
    Interval interval = method.interval(values);
    if (Asked.incomplete(asked) == 0) {
      return new Widened(Bounds.of(interval), Missing.NONE, null, null);
    }
    double mean = values.mean().orElseThrow();
    if (asked.stream()
        .anyMatch(s -> Double.isNaN(least.applyAsDouble(s) + most.applyAsDouble(s)))) {
      Missing unbounded = Missing.of(mean, Double.NaN, Double.NaN, asked.size());
      return new Widened(Bounds.unbounded(), unbounded, null, null);
    }
    Observations one = Bounds.observations(asked, least);
    Observations other = Bounds.observations(asked, most);
    double first = one.mean().orElseThrow();
    double second = other.mean().orElseThrow();
    return new Widened(
        Bounds.hull(interval, extremes(method, one, other, least, most)),
        Missing.of(mean, Math.min(first, second), Math.max(first, second), asked.size()),
        first < second ? one : other,
        first < second ? other : one);
  }

  /** With all that is missing one way, the other, and such that an end is farthest out. */
  private List<Interval> extremes(
      Bounds.Rule method,
      Observations one,
      Observations other,
      ToDoubleFunction<SampleOutcome> least,
      ToDoubleFunction<SampleOutcome> most) {
    List<Interval> all = new ArrayList<>(List.of(method.interval(one), method.interval(other)));
    if (!Bounds.isOfCounts(all.getFirst())) {
      List<String> incomplete =
          asked.stream()
              .filter(sample -> sample.isMissing() || sample.isPartial())
              .map(SampleOutcome::clusterName)
              .toList();
      Function<Predicate<String>, Interval> filled =
          filling ->
              method.interval(
                  Bounds.observations(
                      asked,
                      sample ->
                          filling.test(sample.clusterName())
                              ? most.applyAsDouble(sample)
                              : least.applyAsDouble(sample)));
      boolean rises = one.mean().orElseThrow() <= other.mean().orElseThrow();
      all.add(filled.apply(Fillings.least(incomplete, !rises, f -> filled.apply(f).lower())));
      all.add(filled.apply(Fillings.least(incomplete, rises, f -> -filled.apply(f).upper())));
    }
    return all;
  }

  /**
   * Bounds, and what is missing could change.
   *
   * @param lowest the values of all samples asked with everything missing at its lowest; null where
   *     nothing is missing, or nothing bounds it
   * @param highest the same at its highest
   */
  private record Widened(
      Bounds bounds,
      Missing missing,
      @Nullable Observations lowest,
      @Nullable Observations highest) {}

  private @Nullable Long further(
      Observations values, Widened widened, double line, Bounds.Rule method) {
    boolean above = values.mean().orElseThrow() > line;
    return Bounds.further(
        values,
        line,
        level,
        method,
        widened.missing(),
        above ? widened.lowest() : widened.highest());
  }

  private Finding finding(
      Statement statement,
      Observations values,
      Bounds.Rule method,
      Widened widened,
      double line,
      Function<Bounds, Decision> rule) {
    Bounds bounds = widened.bounds();
    Interval interval = method.interval(values);
    Decision decision = rule.apply(bounds);
    boolean open = decision == Decision.UNDECIDED;
    boolean missing = open && rule.apply(Bounds.of(interval)) != Decision.UNDECIDED;
    @Nullable Long further = open ? further(values, widened, line, method) : null;
    return new Finding(
        statement,
        decision,
        side.scale(),
        new Evidence(
            values.mean().orElseThrow(),
            bounds.lower(),
            bounds.upper(),
            level,
            interval.method(),
            bounds.isWidened(),
            line,
            values.n(),
            Bounds.clusters(values),
            Asked.missing(asked),
            null,
            null,
            null,
            further,
            missing ? Integer.valueOf(Asked.incomplete(asked)) : null),
        List.of(),
        0,
        Remarks.of(statement.role(), side));
  }
}
